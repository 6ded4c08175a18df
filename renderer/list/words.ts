import type { ArticleSummary } from '../../contract/types.ts';
import { formatNumber } from '../format.ts';

/** What of an article is not whole yet, in a few words; `null` where all of it is kept. */
export function lackInWords(
  article: ArticleSummary,
): { tone: 'waiting' | 'failed'; words: string } | null {
  const { of, kept, failed } = article.pictures;
  if (article.text === 'failed') return { tone: 'failed', words: 'text not fetched' };
  if (article.text === 'waiting') return { tone: 'waiting', words: 'waiting for its text' };
  if (kept === of) return null;
  const noun = of === 1 ? 'picture' : 'pictures';
  const words = `${formatNumber(kept)} of ${formatNumber(of)} ${noun}`;
  return { tone: failed > 0 ? 'failed' : 'waiting', words };
}

/** What the dot and the ribbon say to the eye, for a screen reader: `Unread, bookmarked.` */
export function stateOf({ read, bookmarked }: ArticleSummary): string {
  if (bookmarked) return read ? 'Bookmarked.' : 'Unread, bookmarked.';
  return read ? '' : 'Unread.';
}
