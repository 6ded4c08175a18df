/**
 * Words in scripts written without spaces, for an index that finds words by what stands between
 * them: every character becomes a word, and what is searched for a phrase of such words.
 *
 * The blocks are written out, not asked of the Unicode tables of the runtime, which grow: the
 * index is only right while the same text gives the same words forever.
 */
const UNSPACED =
  '\u{e00}-\u{eff}' + // Thai, Lao
  '\u{1000}-\u{109f}\u{1780}-\u{17ff}' + // Myanmar, Khmer
  '\u{2e80}-\u{2fdf}\u{3005}-\u{3007}\u{3021}-\u{3029}\u{3041}-\u{30ff}\u{31f0}-\u{31ff}' + // kana, radicals
  '\u{3400}-\u{4dbf}\u{4e00}-\u{9fff}\u{f900}-\u{faff}\u{ff66}-\u{ff9f}\u{20000}-\u{3ffff}'; // Han
const ANY_UNSPACED = new RegExp(`[${UNSPACED}]`, 'u');
const CHARACTER = new RegExp(`[${UNSPACED}]\\p{M}*`, 'gu');

/** U+001F, the ASCII unit separator: ends a word for the index, and stands in no readable text. */
const SEPARATOR = '\u001f';

/** What `snippet()` and `highlight()` put around a word that was found. */
export const FOUND_START = '\u0001';
export const FOUND_END = '\u0002';

// oxlint-disable-next-line no-control-regex -- these are the marks themselves
const MARKS = /[\u0001\u0002\u001f]/g;

/**
 * Anything but what stays as it is: no mark, nothing unspaced, and the same in NFC. That is all below
 * U+0300, and the dashes and quotation marks from U+2002 on: most texts in Latin letters.
 */
// oxlint-disable-next-line no-control-regex -- the marks themselves are left out of it
const MAY_CHANGE = /[^\u{0}\u{3}-\u{1e}\u{20}-\u{2ff}\u{2002}-\u{206f}]/u;

/**
 * The text as the index takes it, `東京駅` as three words. The SQL function `spaced(text)`; the
 * characters that serve as marks are dropped, should a page contain them.
 */
export function spaced(text: string): string {
  if (!MAY_CHANGE.test(text)) return text;
  const plain = text.replace(MARKS, '').normalize('NFC');
  if (!ANY_UNSPACED.test(plain)) return plain;
  return plain.replace(CHARACTER, `${SEPARATOR}$&${SEPARATOR}`);
}

/** Whether a character is a word by itself, as the index takes it. */
export function isUnspaced(character: string): boolean {
  return ANY_UNSPACED.test(character);
}

/** Whether a text has a character that serves as a mark, which `spaced` drops. */
export function hasMark(text: string): boolean {
  return text.includes(FOUND_START) || text.includes(FOUND_END) || text.includes(SEPARATOR);
}

/** The text as it was before `spaced`. */
export function unspaced(text: string): string {
  return text.replaceAll(SEPARATOR, '');
}
