import type { Language } from '../../contract/languages.ts';
import type { Settings } from '../../contract/types.ts';
import { redraw } from '../redraw.ts';
import type { Words } from './en.ts';
import { languageFor, take } from './language.ts';

/** Where the words of each language are; each is fetched only where it is spoken. */
const catalogues: Record<Language, () => Promise<Words>> = {
  en: async () => (await import('./en.ts')).en,
  de: async () => (await import('./de.ts')).de,
};

/** The language last asked for: loading takes a moment, and the reader may choose again. */
let asked: Language | null = null;

/**
 * Speaks the language of a setting from now on: loads its words, tells the document its language
 * and direction, and draws anew all that is shown.
 */
export async function speak(setting: Settings['language']): Promise<void> {
  const language = languageFor(setting);
  if (language === asked) return;
  asked = language;
  const words = await catalogues[language]();
  if (language !== asked) return;
  take({ language, words });
  document.documentElement.lang = language;
  document.documentElement.dir = words.direction;
  redraw(document);
}
