import { preferredLanguage } from '../../contract/languages.ts';
import type { Language } from '../../contract/languages.ts';
import type { Settings } from '../../contract/types.ts';
import type { Words } from './en.ts';

/** The language in use: which it is, its words, and where its dates and numbers are from. */
export interface Spoken {
  language: Language;
  words: Words;
}

let spoken: Spoken | null = null;

/**
 * The language for a setting: the one that is set, or else the first of the reader's own languages
 * that Carrel speaks.
 *
 * @param preferred BCP 47 tags, the best first, as `navigator.languages` gives them.
 */
export function languageFor(
  setting: Settings['language'],
  preferred: readonly string[] = navigator.languages,
): Language {
  return setting === 'system' ? preferredLanguage(preferred) : setting;
}

/** The language in use, for `lang` attributes and for `Intl`. */
export function language(): Language {
  return inUse().language;
}

/** The words of the language in use. */
export function words(): Words {
  return inUse().words;
}

/**
 * The language in use with the reader's region, for what has conventions: 24 hours or 12, day
 * before month. A reader in Germany who reads English gets `en-DE`.
 */
export function locale(): string {
  const region = new Intl.Locale(navigator.language).maximize().region ?? 'GB';
  return new Intl.Locale(language(), { region }).toString();
}

/** Takes a language in use. Only `speak` does, when its words are there. */
export function take(next: Spoken): void {
  spoken = next;
}

/** Makes something of the locale once, and anew when another language is in use. */
export function perLocale<T>(make: (locale: string) => T): () => T {
  let made: { from: string; thing: T } | null = null;
  return () => {
    const from = locale();
    if (made?.from !== from) made = { from, thing: make(from) };
    return made.thing;
  };
}

function inUse(): Spoken {
  if (spoken === null) throw new Error('words: no language is loaded yet');
  return spoken;
}
