/** One address of a `srcset` with what the page says of it. */
export interface SourceCandidate {
  address: string;
  /** Pixels, from a `w` descriptor. */
  width: number | null;
  /** From an `x` descriptor. */
  density: number | null;
}

/** No picture is offered in so many sizes; the rest of such a list is not read. */
const MAX_CANDIDATES = 200;

/** Longer than the longest of those with addresses as long as may be. */
const MAX_LENGTH = 400_000;

/**
 * Reads a `srcset`. Addresses may hold commas; a comma ends one only before white space or when
 * it is the last character.
 *
 * @see https://html.spec.whatwg.org/multipage/images.html#parsing-a-srcset-attribute
 */
export function parseSrcset(written: string): SourceCandidate[] {
  const list = written.slice(0, MAX_LENGTH);
  const candidates: SourceCandidate[] = [];
  const pattern = /[\s,]*(\S+)(?:\s+([^,]*))?/gy;
  for (let match = pattern.exec(list); match !== null; match = pattern.exec(list)) {
    const [, run = '', descriptors = ''] = match;
    const address = withoutCommas(run);
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
    if (candidates.length >= MAX_CANDIDATES) break;
  }
  return candidates;
}

/** An address without the commas at its end; by hand, because of addresses that are all commas. */
function withoutCommas(run: string): string {
  let end = run.length;
  while (end > 0 && run.charAt(end - 1) === ',') end--;
  return run.slice(0, end);
}
