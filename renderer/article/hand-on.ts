import type { Article } from '../../contract/types.ts';
import type { Messages } from '../app/actions.ts';
import { plainText } from './plain-text.ts';
import { words } from '../words/language.ts';

/** What is handed on of an article: its link or its text; and where it is shown. */

/** Copies the article's address on the web. */
export async function copyLink(messages: Messages, article: Article): Promise<void> {
  if (article.address !== null) {
    await copy(messages, article.address, words().article.linkCopied);
  }
}

/** Copies the whole article as plain text. */
export async function copyText(messages: Messages, article: Article): Promise<void> {
  await copy(messages, plainText(article), words().article.textCopied);
}

/** Fills the screen with the window, or no longer. */
export async function toggleFullScreen(): Promise<void> {
  try {
    if (document.fullscreenElement === null) await document.documentElement.requestFullscreen();
    else await document.exitFullscreen();
  } catch {
    // A browser may have been told to refuse it; the window stays as it is.
  }
}

async function copy(messages: Messages, text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    messages.say(done, null);
  } catch {
    messages.say(words().article.notCopied, null);
  }
}
