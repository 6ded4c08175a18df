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

function guessUtf16(sample: Uint8Array): string | null {
  let evenNuls = 0;
  let oddNuls = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) evenNuls++;
    else oddNuls++;
  }
  const many = sample.length / 8;
  if (oddNuls > many && evenNuls < oddNuls / 20) return 'utf-16le';
  if (evenNuls > many && oddNuls < evenNuls / 20) return 'utf-16be';
  return null;
}

function guessCyrillic(sample: Uint8Array): string | null {
  const high = sample.reduce((sum, byte) => sum + (byte >= 0x80 ? 1 : 0), 0);
  const latin = sample.reduce((sum, byte) => sum + (isAsciiLetter(byte) ? 1 : 0), 0);
  // In Western text letters above ASCII are the few with accents.
  if (high < latin) return null;
  const small = CYRILLIC.map((label) => ({
    label,
    share: count(new TextDecoder(label).decode(sample), /[оеаинтсрвлкмдпу]/gu) / high,
  })).toSorted((a, b) => b.share - a.share);
  const [best] = small;
  return best !== undefined && best.share > 0.4 ? best.label : null;
}

function isAsciiLetter(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
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
