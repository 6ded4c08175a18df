/**
 * A text in pieces that a voice takes well. Of a longer one some voices stop in the middle, and
 * nothing can begin within a piece: it is also what is said again after a pause.
 */

/** Where some voices of Chromium stop lies between 200 and 300 characters. */
const mostChars = 200;

/** A piece of a text: from where to where, in UTF-16 units. */
export interface Piece {
  start: number;
  end: number;
}

/**
 * The sentences of a text in their order, without the spaces around them; one that is too long in
 * parts, after a mark where a speaker would breathe, or else between two words.
 *
 * @param tag the text's language, BCP 47; where it is none, sentences are found as in any.
 */
export function piecesOf(text: string, tag: string | null): Piece[] {
  const sentences = segmenter(tag, 'sentence').segment(text);
  return [...sentences].flatMap(({ segment, index }) => parts(segment, index, tag));
}

/** How many words a text has, as its language counts them. */
export function wordCount(text: string, tag: string | null): number {
  let count = 0;
  for (const { isWordLike } of segmenter(tag, 'word').segment(text)) {
    if (isWordLike === true) count += 1;
  }
  return count;
}

function parts(sentence: string, at: number, tag: string | null): Piece[] {
  if (sentence.trimEnd().length <= mostChars) return trimmed(sentence, at);
  const found: Piece[] = [];
  let from = 0;
  let breath = 0;
  let space = 0;
  for (const { segment, index } of segmenter(tag, 'word').segment(sentence)) {
    const end = index + segment.length;
    if (end - from > mostChars) {
      // A word that is longer than all that a voice takes stays one.
      const cut = breath > from ? breath : space > from ? space : index > from ? index : end;
      found.push(...trimmed(sentence.slice(from, cut), at + from));
      from = cut;
    }
    if (/^[,;:–—،؛、，；：…)\]»”]/u.test(segment)) breath = end;
    else if (/^\s/u.test(segment)) space = end;
  }
  return [...found, ...trimmed(sentence.slice(from), at + from)];
}

/** A piece without the spaces around it; none where it has nothing that can be said. */
function trimmed(text: string, at: number): Piece[] {
  if (!/[\p{L}\p{N}]/u.test(text)) return [];
  const start = at + (text.length - text.trimStart().length);
  return [{ start, end: at + text.trimEnd().length }];
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(tag: string | null, granularity: 'sentence' | 'word'): Intl.Segmenter {
  const key = `${granularity} ${tag ?? ''}`;
  const known = segmenters.get(key);
  if (known !== undefined) return known;
  const made = makeSegmenter(tag, granularity);
  segmenters.set(key, made);
  return made;
}

function makeSegmenter(tag: string | null, granularity: 'sentence' | 'word'): Intl.Segmenter {
  try {
    return new Intl.Segmenter(tag ?? undefined, { granularity });
  } catch {
    // A page may declare what is no language.
    return new Intl.Segmenter(undefined, { granularity });
  }
}
