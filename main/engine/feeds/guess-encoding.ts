import { byteCounts, guessEncoding, lettersIn, shareOfBytes } from '../extract/guess-encoding.ts';

/** Enough to judge by. */
const SAMPLE_BYTES = 262_144;

/** So few letters may be of any script. */
const MIN_LETTERS = 8;

/** Encodings of scripts with few letters: those that its texts are full of, and their least share. */
const SCRIPTS: { label: string; typical: string; share: number }[] = [
  { label: 'windows-1251', typical: 'оеаинтсрвлкмдпуы', share: 0.6 },
  { label: 'koi8-r', typical: 'оеаинтсрвлкмдпуы', share: 0.6 },
  { label: 'ibm866', typical: 'оеаинтсрвлкмдпуы', share: 0.6 },
  { label: 'windows-1255', typical: 'יוהלאתרבמשנםדע', share: 0.7 },
  { label: 'windows-1253', typical: 'αοιετσνηυρπκμλςάίόέή', share: 0.7 },
  { label: 'windows-1256', typical: 'اليمنوتربةدعسفحقك', share: 0.7 },
  { label: 'windows-874', typical: 'านรอกเงมยลวดทสตะปบคหแจ่้ิีัูุ์ไ', share: 0.7 },
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
  const counts = byteCounts(texts);
  const { latin, beyond } = lettersIn(counts);
  // In Western texts the letters beyond ASCII are the few with accents.
  if (beyond * 3 < latin) return 'windows-1252';
  if (beyond >= MIN_LETTERS) {
    const [script] = SCRIPTS.map(({ label, typical, share }) => ({
      label,
      lead: shareOfBytes(counts, label, typical) - share,
    })).toSorted((a, b) => b.lead - a.lead);
    if (script !== undefined && script.lead >= 0) return script.label;
  }
  return isCommonChinese(texts) ? 'gb18030' : guess;
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
