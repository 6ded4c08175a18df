/** Scripts that write no spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu;

/** Counts the words of a text; in scripts without spaces, by dictionary (UAX #29). */
export function countWords(text: string): number {
  const quickly = countLatinWords(text);
  if (quickly !== null) return quickly;
  let words = 0;
  if (!UNSPACED.test(text)) {
    // Testing instead of matching leaves no word behind as garbage.
    WORD.lastIndex = 0;
    while (WORD.test(text)) words++;
    return words;
  }
  for (const segment of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)) {
    if (segment.isWordLike === true) words++;
  }
  return words;
}

/** What a character does: it ends a word, goes on with one, begins one, or is of another script. */
const ENDS = 0;
const GOES_ON = 1;
const BEGINS = 2;
const OTHER = 3;
const LATIN_END = 0x250;
const DOES = Uint8Array.from({ length: 0x1_00_00 }, (_, code) => {
  // General punctuation has no letter, digit or mark.
  if (code >= LATIN_END) return code >= 0x2000 && code <= 0x206f ? ENDS : OTHER;
  const character = String.fromCharCode(code);
  if (/[\p{L}\p{N}]/u.test(character)) return BEGINS;
  return /['-]/.test(character) ? GOES_ON : ENDS;
});
DOES[0x2019] = GOES_ON;

/**
 * The same number as by `WORD`, in a tenth of the time and without a trace, for a text of Latin
 * letters and general punctuation; `null` for any other.
 */
function countLatinWords(text: string): number | null {
  let words = 0;
  let inWord = 0;
  for (let at = 0; at < text.length; at++) {
    const does = DOES[text.charCodeAt(at)] ?? OTHER;
    if (does === OTHER) return null;
    // Without branches: a word begins where a letter follows what is in none.
    const begins = does >> 1;
    words += begins & ~inWord;
    inWord = begins | (inWord & does);
  }
  return words;
}
