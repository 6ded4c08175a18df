/** A line of a page: in points from the lower left corner, 12 points high unless told. */
export interface WrittenLine {
  text: string;
  x?: number;
  y: number;
  size?: number;
}

/** Lines of a paragraph, one below the other, 14 points apart. */
export function block(texts: string[], { x = 72, y = 700, size = 12 } = {}): WrittenLine[] {
  return texts.map((text, index) => ({ text, x, y: y - index * 14, size }));
}

/** What a test PDF has besides its pages. */
export interface WrittenPdf {
  /** Of the information dictionary: `Title`, `Author`, `CreationDate`. */
  info?: Record<string, string>;
  xmp?: string;
  /** As in the catalog, `/Lang (de) /OpenAction …`. */
  catalog?: string;
  /** As in the trailer, `/Encrypt …`. */
  trailer?: string;
  /** What describes the font instead of Helvetica. */
  font?: string;
}

/** Writes a small PDF 1.7, uncompressed: the pages' lines, in the order given (ISO 32000-1, 7.5). */
export function aPdf(pages: WrittenLine[][], written: WrittenPdf = {}): Uint8Array {
  const { info = {}, xmp, catalog = '', trailer = '' } = written;
  const font = written.font ?? '/Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding';
  // 1 catalog, 2 pages, 3 font, 4 information, 5 XMP; then a page and its content in turn.
  const kids = pages.map((_, index) => `${6 + index * 2} 0 R`).join(' ');
  const said = Object.entries(info).map(([key, value]) => `/${key} (${escaped(value)})`);
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${xmp === undefined ? '' : '/Metadata 5 0 R'} ${catalog} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    `<< /Type /Font ${font} >>`,
    `<< ${said.join(' ')} >>`,
    stream(xmp ?? '', '/Type /Metadata /Subtype /XML'),
    ...pages.flatMap((lines, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${7 + index * 2} 0 R
        /Resources << /Font << /F1 3 0 R >> >> >>`,
      stream(lines.map(shown).join('\n')),
    ]),
  ];
  let pdf = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = pdf.length;
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const xref = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R ${trailer} >>
startxref\n${pdf.length}\n%%EOF\n`;
  return Buffer.from(pdf + xref + end, 'latin1');
}

/** As a program writes one that asks for a password nobody gave (ISO 32000-1, 7.6.3). */
export const PASSWORD = `/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]
  /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`;

function stream(content: string, entries = ''): string {
  return `<< ${entries} /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

function shown({ text, x = 72, y, size = 12 }: WrittenLine): string {
  return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escaped(text)}) Tj ET`;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\()]/g, '\\$&');
}
