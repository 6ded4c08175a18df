/** So many are told one by one; nobody reads more. */
const TOLD = 100;

/** Gathers what was not taken and why: the first hundred sentences, and how many there were more. */
export interface Refusals {
  add(sentence: string): void;
  list(): string[];
}

export function createRefusals(): Refusals {
  const told: string[] = [];
  let untold = 0;
  return {
    add(sentence) {
      if (told.length < TOLD) told.push(sentence);
      else untold += 1;
    },
    list: () => (untold === 0 ? told : [...told, `and ${untold.toLocaleString('en')} more`]),
  };
}
