import type { PdfLine } from './pdf-lines.ts';

/** The lines at the top and at the bottom of a page that may be a running head or foot. */
const EDGE_LINES = 2;

/** On fewer pages a line that comes again is text, as the heads of two letters are. */
const FEWEST_PAGES = 3;

/** A number alone that counts the pages is no text on two of them already. */
const FEWEST_NUMBERED = 2;

/**
 * Leaves out page numbers and the lines that stand at the same place of many pages, alike but for
 * the number of the page. `Chapter 2` on the tenth page is no such line: its number does not count
 * the pages.
 */
export function withoutRunningHeads(pages: readonly PdfLine[][]): PdfLine[][] {
  const edges = pages.map(edgeOf);
  const counts = new Map<string, number>();
  for (const [page, lines] of edges.entries()) {
    const keys = new Set([...lines].flatMap((line) => keysOf(line, page)));
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const isRunning = (line: PdfLine, page: number): boolean =>
    keysOf(line, page).some((key) => {
      const fewest = key.endsWith(NUMBER_ALONE) ? FEWEST_NUMBERED : FEWEST_PAGES;
      return (counts.get(key) ?? 0) >= fewest;
    });
  return pages.map((lines, page) =>
    lines.filter((line) => edges[page]?.has(line) !== true || !isRunning(line, page)),
  );
}

/** By place, since a program may write the foot of a page first. */
function edgeOf(lines: PdfLine[]): Set<PdfLine> {
  const downwards = lines.toSorted((one, other) => other.across - one.across);
  return new Set([...downwards.slice(0, EDGE_LINES), ...downwards.slice(-EDGE_LINES)]);
}

const NUMBER_ALONE = ' number';

/** What a line shares with those of other pages: its words as they are, and by each of its numbers. */
function keysOf({ text, across }: PdfLine, page: number): string[] {
  const place = Math.round(across);
  const keys = [`${place} ${text}`];
  // The pages of a preface are counted in Roman numbers.
  if (/^\P{L}*[ivxlc]+\P{L}*$/iu.test(text)) keys.push(`${place}${NUMBER_ALONE}`);
  for (const number of text.matchAll(/\d{1,5}/g)) {
    const before = text.slice(0, number.index);
    const after = text.slice(number.index + number[0].length);
    const isAlone = !/[\p{L}\p{N}]/u.test(before + after);
    const words = isAlone ? NUMBER_ALONE : ` ${before}#${after}`;
    keys.push(`${place} ${Number(number[0]) - page}${words}`);
  }
  return keys;
}
