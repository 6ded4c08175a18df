import type { ArticleSummary } from '../../contract/types.ts';
import { picturesInWords } from '../article/state.ts';
import { words } from '../words/language.ts';

/** What of an article is not whole yet, in a few words; `null` where all of it is kept. */
export function lackInWords(
  article: ArticleSummary,
): { tone: 'waiting' | 'failed'; says: string } | null {
  const { of, kept, failed } = article.pictures;
  const { textNotFetched, textWaits } = words().list;
  if (article.text === 'failed') return { tone: 'failed', says: textNotFetched };
  if (article.text === 'waiting') return { tone: 'waiting', says: textWaits };
  if (kept === of) return null;
  return { tone: failed > 0 ? 'failed' : 'waiting', says: picturesInWords(kept, of) };
}

/** What the dot and the ribbon say to the eye, for a screen reader: `Unread, bookmarked.` */
export function stateOf({ read, bookmarked }: ArticleSummary): string {
  const { isBookmarked, isUnreadBookmarked, isUnread } = words().list;
  if (bookmarked) return read ? isBookmarked : isUnreadBookmarked;
  return read ? '' : isUnread;
}
