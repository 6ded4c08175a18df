/**
 * The prose that the benches' libraries are made of. Words occur as words of real languages do:
 * the word of rank r about 1/r as often as the first (Zipf's law), so that a search has both
 * words that stand in nearly every article and words that stand in a handful.
 */

/** Numbers from 0 (inclusive) to 1 (exclusive). */
export type Random = () => number;

/** A generator that gives the same numbers for the same seed everywhere (Mulberry32). */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

/** A vocabulary in order of rank, the commonest word first. */
export interface Vocabulary {
  words: string[];
  /** Draws a word: rank r with a probability of about 1/r. */
  draw(random: Random): string;
  /** What stands between two words, and after a sentence. */
  space: string;
  stop: string;
  /** BCP 47. */
  language: string;
}

const onsets = ['b', 'br', 'd', 'f', 'g', 'h', 'k', 'l', 'm', 'n', 'p', 'r', 's', 'st', 't', 'v'];
const vowels = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'ou'];
const codas = ['', '', 'l', 'm', 'n', 'r', 's', 't'];

/** As many words as an educated reader's newspaper uses in a few years. */
const latinWords = 30_000;
/** About as many characters as Chinese newspapers use. */
const cjkWords = 3000;

/** Made-up words of one to four syllables, the commoner the shorter, as in real languages. */
export function latinVocabulary(random: Random): Vocabulary {
  const words = new Set<string>();
  while (words.size < latinWords) {
    const syllables = 1 + Math.floor(Math.log10(1 + words.size / 3) * random() * 1.2);
    let word = '';
    for (let syllable = 0; syllable < syllables; syllable += 1) {
      word += pick(onsets, random) + pick(vowels, random) + pick(codas, random);
    }
    words.add(word);
  }
  return { ...withZipf([...words]), space: ' ', stop: '. ', language: 'en' };
}

/** Words of one or two characters from U+4E00 on, written without spaces. */
export function cjkVocabulary(random: Random): Vocabulary {
  const words = new Set<string>();
  while (words.size < cjkWords) {
    const first = String.fromCodePoint(0x4e00 + Math.floor(random() * 2500));
    const second = String.fromCodePoint(0x4e00 + Math.floor(random() * 2500));
    words.add(random() < 0.3 ? first : first + second);
  }
  return { ...withZipf([...words]), space: '', stop: '。', language: 'zh' };
}

function withZipf(words: string[]): Pick<Vocabulary, 'words' | 'draw'> {
  // The sums of 1/1 + 1/2 + … + 1/r; a number drawn below the last one falls to a rank.
  const sums = new Float64Array(words.length);
  let sum = 0;
  for (let rank = 1; rank <= words.length; rank += 1) {
    sum += 1 / rank;
    sums[rank - 1] = sum;
  }
  return { words, draw: (random) => words[firstAbove(sums, random() * sum)] ?? '' };
}

/** The index of the first of the rising `sums` that is greater than `value` (bisection). */
function firstAbove(sums: Float64Array, value: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A sentence of 6 to 22 words, with its full stop. */
export function sentence(vocabulary: Vocabulary, random: Random): string {
  return `${phrase(vocabulary, random, 6 + Math.floor(random() * 17))}${vocabulary.stop}`.trimEnd();
}

/** So many words, the first one with a capital. */
export function phrase(vocabulary: Vocabulary, random: Random, words: number): string {
  let text = '';
  for (let count = 0; count < words; count += 1) {
    text += (count === 0 ? '' : vocabulary.space) + vocabulary.draw(random);
  }
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Paragraphs of three to seven sentences until they have at least `sizeBytes` of UTF-8. */
export function paragraphs(vocabulary: Vocabulary, random: Random, sizeBytes: number): string[] {
  const written: string[] = [];
  for (let bytes = 0; bytes < sizeBytes;) {
    const sentences: string[] = [];
    for (let count = 3 + Math.floor(random() * 5); count > 0 && bytes < sizeBytes; count -= 1) {
      const one = sentence(vocabulary, random);
      sentences.push(one);
      bytes += Buffer.byteLength(one) + 1;
    }
    written.push(sentences.join(vocabulary.space));
  }
  return written;
}

function pick(choices: string[], random: Random): string {
  return choices[Math.floor(random() * choices.length)] ?? '';
}
