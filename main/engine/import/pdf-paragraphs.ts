import type { PdfLine } from './pdf-lines.ts';
import { withoutRunningHeads } from './running-heads.ts';

/** Farther apart than the lines of a paragraph by this, two lines are of two paragraphs. */
const WIDER = 1.3;

/** Lines of a paragraph are up to twice their height apart, as in a typescript. */
const MOST_LEADING = 2.4;

/** A line that is so much larger or smaller is a heading, a caption, a note. */
const OTHER_SIZE = 1.15;

/**
 * Joins the lines of a document's pages to paragraphs: a new one begins where lines are farther apart
 * than usual, where a line is indented, or where its letters are of another size. A paragraph that
 * ends in the middle of a sentence goes on in the next column or on the next page.
 * @param pages the lines of each, in the order of the file
 */
export function paragraphsOf(pages: readonly PdfLine[][]): string[] {
  const body = withoutRunningHeads(pages);
  const leading = leadingOf(body);
  const paragraphs: string[] = [];
  let text = '';
  let previous: PdfLine | null = null;
  for (const page of body) {
    let isNewPage = true;
    for (const line of page) {
      if (previous !== null && begins(line, previous, { isNewPage, leading, text })) {
        paragraphs.push(text);
        text = '';
      }
      text = joined(text, line.text);
      previous = line;
      isNewPage = false;
    }
  }
  if (text !== '') paragraphs.push(text);
  return paragraphs;
}

function begins(
  line: PdfLine,
  previous: PdfLine,
  { isNewPage, leading, text }: { isNewPage: boolean; leading: number; text: string },
): boolean {
  const larger = line.height / previous.height;
  if (larger > OTHER_SIZE || larger < 1 / OTHER_SIZE) return true;
  const down = previous.across - line.across;
  // Another page, or the top of another column.
  if (isNewPage || down < -line.height / 2) return /[.!?…:;。！？]["'”’»)\]]*$/u.test(text);
  if (down > leading * WIDER * line.height) return true;
  const indent = (line.along - previous.along) / line.height;
  // Farther away it is another column of a table, or the rest of the same line.
  return down > line.height / 2 && indent > 0.7 && indent < 4;
}

/**
 * How far lines of paragraphs are apart, as a multiple of their height: the distance that a quarter
 * of them has. The middle one would be too much in a list, where most lines are paragraphs.
 */
function leadingOf(pages: readonly PdfLine[][]): number {
  const distances: number[] = [];
  for (const page of pages) {
    for (const [index, line] of page.entries()) {
      const before = page[index - 1];
      if (before === undefined) continue;
      const distance = (before.across - line.across) / line.height;
      if (distance > 0.8 && distance <= MOST_LEADING) distances.push(distance);
    }
  }
  distances.sort((one, other) => one - other);
  return distances[Math.floor(distances.length / 4)] ?? 1.2;
}

/**
 * Writes on in the next line. A hyphen at the end of a line is taken for one that divides a word where
 * a small letter follows: of `well-` and `known` that makes one word, which is rarer.
 */
function joined(text: string, next: string): string {
  if (text === '') return next;
  if (/\p{L}[-\u00AD\u2010]$/u.test(text) && /^\p{Ll}/u.test(next)) {
    return text.slice(0, -1) + next;
  }
  if (text.endsWith('\u00AD')) return text.slice(0, -1) + next;
  if (/[\p{L}\p{N}][-\u2010\u2013]$/u.test(text) && /^[\p{L}\p{N}]/u.test(next)) return text + next;
  // Chinese and Japanese have no spaces.
  const isDense = DENSE_END.test(text) && DENSE_START.test(next);
  return isDense ? text + next : `${text} ${next}`;
}

const DENSE_END = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\uff00-\uffef]$/u;
const DENSE_START = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\uff00-\uffef]/u;
