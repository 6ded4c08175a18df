import type { Sink } from '../types.ts';

/** As much of an address or title as a sentence can hold. */
const SHOWN_CHARACTERS = 120;

/** Counts what is not taken, a sentence for each cause: nobody reads 50,000 lines. */
export interface CountedRefusals {
  /**
   * @param cause what they are or lack: `no address that can be fetched`
   * @param shown the first of them is shown by it: its address, or its title
   */
  add(cause: string, shown: string): void;
  /** Tells the sink, each cause once, in the order they came up. */
  tell(sink: Sink): void;
}

/** @param name the file's, as its reader knows it */
export function countRefusals(name: string): CountedRefusals {
  const causes = new Map<string, { count: number; first: string }>();
  return {
    add(cause, shown) {
      const known = causes.get(cause);
      if (known === undefined) causes.set(cause, { count: 1, first: inWords(shown) });
      else known.count += 1;
    },
    tell(sink) {
      for (const [cause, { count, first }] of causes) {
        const entries = count === 1 ? '1 entry' : `${count.toLocaleString('en')} entries`;
        const shown =
          first === '' ? '' : count === 1 ? ` (“${first}”)` : ` (the first: “${first}”)`;
        sink.refuse(`import: not taken from ${name}: ${entries}${shown}: ${cause}`);
      }
    },
  };
}

function inWords(shown: string): string {
  const line = shown
    .slice(0, SHOWN_CHARACTERS * 4)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  return line.length <= SHOWN_CHARACTERS
    ? line.toWellFormed()
    : `${line.slice(0, SHOWN_CHARACTERS - 1).toWellFormed()}…`;
}
