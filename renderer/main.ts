import type { Settings } from '../contract/types.ts';
import { carrel } from './carrel.ts';
import { speak } from './words/speak.ts';

// Elements draw as soon as they are defined: the words of the reader's language come before them.
await speak(await languageSet());
await import('./app/carrel-app.ts');

/** The language that is set; while the engine does not answer, the system's, and it is said why. */
async function languageSet(): Promise<Settings['language']> {
  try {
    return (await carrel().settings()).language;
  } catch {
    return 'system';
  }
}
