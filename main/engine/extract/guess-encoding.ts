/**
 * Guesses the encoding of text that declares none.
 *
 * 1. What is valid UTF-8 is UTF-8: by chance, other text practically never is.
 * 2. UTF-16 without a byte order mark has a NUL in every second byte of its ASCII.
 * 3. Of the multi-byte encodings, one that decodes without error and gives characters that
 *    texts in its language are full of.
 * 4. Where most letters are above ASCII, the Cyrillic encoding that gives mostly small letters.
 * 5. Else windows-1252, what the web falls back to.
 */

/** Enough to judge by, and quick on a file of any size. */
const SAMPLE_BYTES = 65_536;

/** Each with the characters its texts are full of, and the share of all non-ASCII they reach. */
const MULTI_BYTE: { label: string; typical: RegExp; share: number }[] = [
  { label: 'shift_jis', typical: /[ぁ-んァ-ヶー、。]/gu, share: 0.25 },
  { label: 'euc-jp', typical: /[ぁ-んァ-ヶー、。]/gu, share: 0.25 },
  { label: 'euc-kr', typical: /[가-힣]/gu, share: 0.7 },
  { label: 'gb18030', typical: /[的一是不了在人有我他这中大来上国个到说们，。、]/gu, share: 0.1 },
  { label: 'big5', typical: /[的一是不了在人有我他這中大來上國個到說們，。、]/gu, share: 0.1 },
];

const CYRILLIC = ['windows-1251', 'koi8-r', 'ibm866'];

/** Returns a label that `TextDecoder` knows; for empty bytes `utf-8`. */
export function guessEncoding(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  if (decodesAs(sample, 'utf-8') !== null) return 'utf-8';
  const wide = guessUtf16(sample);
  if (wide !== null) return wide;
  for (const { label, typical, share } of MULTI_BYTE) {
    const text = decodesAs(sample, label);
    // Half-width katakana are what Shift_JIS makes of any other encoding's letters.
    if (text === null || count(text, /[\uff61-\uff9f]/gu) > count(text, typical)) continue;
    if (count(text, typical) >= share * count(text, /[^\p{ASCII}]/gu)) return label;
  }
  return guessCyrillic(sample) ?? 'windows-1252';
}

/** How often each byte is there, by its value. */
export function byteCounts(bytes: Uint8Array): Uint32Array {
  const counts = new Uint32Array(256);
  for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1;
  return counts;
}

/** How many letters of ASCII are among bytes, and how many bytes beyond it. */
export function lettersIn(counts: Uint32Array): { latin: number; beyond: number } {
  const sum = (from: number, to: number): number =>
    counts.subarray(from, to).reduce((all, one) => all + one, 0);
  return { latin: sum(0x41, 0x5b) + sum(0x61, 0x7b), beyond: sum(0x80, 0x100) };
}

/**
 * Which share of the bytes beyond ASCII are, in an encoding of one byte a character, of the
 * characters given; 0 where there are none. What decodes whole texts to count characters takes a
 * hundred times as long, for each encoding that might be.
 */
export function shareOfBytes(counts: Uint32Array, label: string, characters: string): number {
  const decoded = new TextDecoder(label).decode(BYTES_BEYOND_ASCII);
  let typical = 0;
  for (const character of characters) {
    const at = decoded.indexOf(character);
    if (at !== -1) typical += counts[0x80 + at] ?? 0;
  }
  return typical / Math.max(1, lettersIn(counts).beyond);
}

const BYTES_BEYOND_ASCII = Uint8Array.from({ length: 128 }, (_, at) => 0x80 + at);

function guessUtf16(sample: Uint8Array): string | null {
  let evenNuls = 0;
  let oddNuls = 0;
  for (let at = 0; at < sample.length; at++) {
    if (sample[at] !== 0) continue;
    if (at % 2 === 0) evenNuls++;
    else oddNuls++;
  }
  const many = sample.length / 8;
  if (oddNuls > many && evenNuls < oddNuls / 20) return 'utf-16le';
  if (evenNuls > many && oddNuls < evenNuls / 20) return 'utf-16be';
  return null;
}

function guessCyrillic(sample: Uint8Array): string | null {
  const counts = byteCounts(sample);
  const { latin, beyond } = lettersIn(counts);
  // In Western text letters above ASCII are the few with accents.
  if (beyond < latin) return null;
  const [best] = CYRILLIC.map((label) => ({
    label,
    share: shareOfBytes(counts, label, 'оеаинтсрвлкмдпу'),
  })).toSorted((a, b) => b.share - a.share);
  return best !== undefined && best.share > 0.4 ? best.label : null;
}

/** The text, or `null` where the bytes are not of that encoding. The sample may end inside a character. */
function decodesAs(sample: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(sample, { stream: true });
  } catch {
    return null;
  }
}

function count(text: string, characters: RegExp): number {
  return text.match(characters)?.length ?? 0;
}
