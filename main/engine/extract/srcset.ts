/** One address of a `srcset` with what the page says of it. */
export interface SourceCandidate {
  address: string;
  /** Pixels, from a `w` descriptor. */
  width: number | null;
  /** From an `x` descriptor. */
  density: number | null;
}

/**
 * Reads a `srcset`. Addresses may hold commas; a comma ends one only before white space or when
 * it is the last character.
 *
 * @see https://html.spec.whatwg.org/multipage/images.html#parsing-a-srcset-attribute
 */
export function parseSrcset(written: string): SourceCandidate[] {
  const candidates: SourceCandidate[] = [];
  const pattern = /[\s,]*(\S+)(?:\s+([^,]*))?/gy;
  for (let match = pattern.exec(written); match !== null; match = pattern.exec(written)) {
    const [, run = '', descriptors = ''] = match;
    const address = run.replace(/,+$/, '');
    // `a.jpg, b.jpg`: the comma ended the first, so what follows is not its descriptor.
    if (address !== run) pattern.lastIndex = match.index + match[0].indexOf(run) + run.length;
    const said = address === run ? descriptors : '';
    const width = /(?:^|\s)(\d{1,5})w\b/.exec(said)?.[1];
    const density = /(?:^|\s)(\d*\.?\d+)x\b/.exec(said)?.[1];
    if (address !== '') {
      candidates.push({
        address,
        width: width === undefined ? null : Number(width),
        density: density === undefined ? null : Number(density),
      });
    }
    if (candidates.length >= 200) break;
  }
  return candidates;
}
