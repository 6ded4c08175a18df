/**
 * Which addresses led to which within an archive: a picture that a page asks for at one address and
 * that lies in the archive at another.
 */
export interface Redirects {
  add(from: string, to: string): void;
  /** All addresses that lead there, over any number of steps; not the address itself. */
  leadingTo(address: string): string[];
  /** Remembers that what lies at an address was given, also under the ones that lead there by now. */
  given(address: string): void;
  /**
   * Whether something was given before it was known that another address leads there. The file is
   * then read once more: to hold pictures until the end would be to hold the file.
   */
  cameLate(): boolean;
}

/** More than that many redirects are not of pictures that people have seen. */
const MAX_REDIRECTS = 100_000;
/** A chain of more is a loop (Fetch, 4.4: twenty), and so many names of one picture are none. */
const MAX_NAMES = 20;
/** As many as an archive has entries (`limits.ts`); a picture beyond is found at its own address. */
const MAX_GIVEN = 500_000;

export function createRedirects(): Redirects {
  const froms = new Map<string, Set<string>>();
  const given = new Map<string, number>();
  let count = 0;

  const leadingTo = (address: string): string[] => {
    const found = new Set<string>([address]);
    for (const to of found) {
      for (const from of froms.get(to) ?? []) if (found.size <= MAX_NAMES) found.add(from);
    }
    found.delete(address);
    return [...found];
  };

  return {
    leadingTo,
    add(from, to) {
      if (from === to || count >= MAX_REDIRECTS) return;
      count += 1;
      const known = froms.get(to);
      if (known === undefined) froms.set(to, new Set([from]));
      else known.add(from);
    },
    given(address) {
      if (given.size < MAX_GIVEN) given.set(address, leadingTo(address).length);
    },
    cameLate: () => [...given].some(([address, names]) => leadingTo(address).length > names),
  };
}
