import type { getDocument } from 'unpdf/pdfjs';

type Pdf = Awaited<ReturnType<typeof getDocument>['promise']>;
type Page = Awaited<ReturnType<Pdf['getPage']>>;

/** What pdf.js gives of a page: pieces of text, and where marked content begins and ends. */
export type PdfItems = Awaited<ReturnType<Page['getTextContent']>>['items'];

/**
 * A line of text where it stands on its page, in points (1/72 inch). Along and across are the way
 * the text runs and the way upwards from line to line, so that a page on its side is as any other.
 */
export interface PdfLine {
  text: string;
  /** Where it begins. */
  along: number;
  /** Its baseline; the next line's is lower. */
  across: number;
  /** Of its letters, without the space between the lines. */
  height: number;
}

/** The lines of a page, in the order of the file; those of spaces alone are left out. */
export function linesOf(items: PdfItems): PdfLine[] {
  const lines: PdfLine[] = [];
  let text = '';
  let first: Placed | null = null;
  const end = (): void => {
    const written = tidy(text);
    if (first !== null && written !== '') lines.push({ text: written, ...first });
    text = '';
    first = null;
  };
  for (const item of items) {
    if (!('str' in item)) continue;
    text += item.str;
    // pdf.js writes the spaces between pieces itself; where they are says nothing.
    if (first === null && item.str.trim() !== '') first = placeOf(item.transform, item.height);
    if (item.hasEOL) end();
  }
  end();
  return lines;
}

type Placed = Omit<PdfLine, 'text'>;

/** Where a text matrix puts what is written with it (ISO 32000-1, 9.4.2). */
function placeOf(transform: readonly unknown[], height: number): Placed {
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = transform.map(Number);
  const scale = Math.hypot(a, b) || 1;
  const [right, up] = [a / scale, b / scale];
  return {
    along: x * right + y * up,
    across: y * right - x * up,
    height: height > 0 ? height : Math.hypot(c, d),
  };
}

/** Fonts without names for their letters leave control characters. */
function tidy(text: string): string {
  return (
    text
      // oxlint-disable-next-line no-control-regex
      .replaceAll(/[\u0000-\u001f\u007f-\u009f\uFFFD]/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim()
  );
}
