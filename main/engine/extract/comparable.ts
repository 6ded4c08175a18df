/** Dice's coefficient of the two sets of words: 0 for nothing shared, 1 for the same. */
export function sharedWords(a: string, b: string): number {
  const inA = new Set(comparable(a).split(' '));
  const inB = new Set(comparable(b).split(' '));
  return (2 * [...inA].filter((word) => inB.has(word)).length) / (inA.size + inB.size);
}

/** Letters and digits only, small: what two writings of one text have in common. */
export function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
