import type { Article, Version } from '../../contract/types.ts';
import { words } from '../words/language.ts';

/** How long a version is: `1,400 words`. */
export function wordsOf({ wordCount }: Version): string {
  return words().versions.words(wordCount);
}

/**
 * The newest version of an article and what is said of it, where another one is shown: the longer
 * one, or the reader's choice. `null` where there is nothing to say.
 */
export function newerVersion({ versions }: Article): { version: Version; note: string } | null {
  const [newest] = versions;
  const shown = versions.find((version) => version.shown);
  if (newest === undefined || shown === undefined || newest.shown) return null;
  // A feed's own text beside that of the page is no news.
  if (newest.textFrom === 'feed') return null;
  const isMuchShorter = newest.wordCount * 2 < shown.wordCount;
  const note = isMuchShorter
    ? words().versions.newerShorter(wordsOf(newest), wordsOf(shown))
    : words().versions.newer;
  return { version: newest, note };
}
