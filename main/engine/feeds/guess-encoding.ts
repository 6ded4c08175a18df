import { guessEncoding } from '../extract/guess-encoding.ts';

/** Enough to judge by. */
const SAMPLE_BYTES = 262_144;

/** So few letters may be of any script. */
const MIN_LETTERS = 8;

/** Encodings of scripts with few letters: those that its texts are full of, and their least share. */
const SCRIPTS: { label: string; typical: RegExp; share: number }[] = [
  { label: 'windows-1251', typical: /[оеаинтсрвлкмдпуы]/g, share: 0.6 },
  { label: 'koi8-r', typical: /[оеаинтсрвлкмдпуы]/g, share: 0.6 },
  { label: 'ibm866', typical: /[оеаинтсрвлкмдпуы]/g, share: 0.6 },
  { label: 'windows-1255', typical: /[יוהלאתרבמשנםדע]/g, share: 0.7 },
  { label: 'windows-1253', typical: /[αοιετσνηυρπκμλςάίόέή]/g, share: 0.7 },
  { label: 'windows-1256', typical: /[اليمنوتربةدعسفحقك]/g, share: 0.7 },
  { label: 'windows-874', typical: /[านรอกเงมยลวดทสตะปบคหแจ่้ิีัูุ์ไ]/g, share: 0.7 },
];

/**
 * Guesses the encoding of a feed that declares none, or a wrong one. As for a page
 * (`guess-encoding.ts`), but judged by the texts alone, because a feed is mostly markup; with the
 * scripts that are in one byte; and Chinese also where there is little of it.
 * @returns a label that `TextDecoder` knows
 */
export function guessFeedEncoding(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.subarray(0, SAMPLE_BYTES)).toString('latin1');
  const texts = Buffer.from(latin1.replace(/<[^<>]*>/g, ' '), 'latin1');
  const guess = guessEncoding(bytes);
  if (!/^(?:windows-125[12]|koi8-r|ibm866)$/.test(guess)) return guess;
  // In Western texts the letters beyond ASCII are the few with accents.
  const latin = texts.filter(isAsciiLetter).length;
  const beyond = texts.filter((byte) => byte >= 0x80).length;
  if (beyond * 3 < latin) return 'windows-1252';
  const script = SCRIPTS.map(({ label, typical, share }) => ({
    label,
    lead: shareOf(new TextDecoder(label).decode(texts), typical) - share,
  })).toSorted((a, b) => b.lead - a.lead)[0];
  if (script !== undefined && script.lead >= 0) return script.label;
  return isCommonChinese(texts) ? 'gb18030' : guess;
}

function isAsciiLetter(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}

/** Which share of all letters beyond ASCII is typical; none where there are too few to tell. */
function shareOf(text: string, typical: RegExp): number {
  const letters = text.match(/[^\p{ASCII}]/gu)?.length ?? 0;
  return letters < MIN_LETTERS ? 0 : (text.match(typical)?.length ?? 0) / letters;
}

/**
 * Whether bytes beyond ASCII stand in pairs as the common characters of GB 2312 do: these have
 * first bytes of B0 to D7, its punctuation A1 and A3.
 */
function isCommonChinese(texts: Uint8Array): boolean {
  let pairs = 0;
  let common = 0;
  for (let at = 0; at < texts.length; at++) {
    const first = texts[at] ?? 0;
    if (first < 0x80) continue;
    const second = texts[++at] ?? 0;
    if (first < 0xa1 || second < 0xa1) return false;
    pairs++;
    if (first === 0xa1 || first === 0xa3 || (first >= 0xb0 && first <= 0xd7)) common++;
  }
  return pairs >= MIN_LETTERS / 2 && common >= pairs * 0.9;
}
