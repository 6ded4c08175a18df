import type { ArticleSummary, Failure } from '../../contract/types.ts';
import { picturesInWords } from '../article/state.ts';
import { words } from '../words/language.ts';

/** What of an article is not whole. */
export interface Lack {
  tone: 'waiting' | 'failed';
  says: string;
  /** Why, where one reason is the reason of all of it. */
  why: Failure | null;
}

/** What of an article is not whole yet, in a few words; `null` where all of it is kept. */
export function lackInWords({ text, failure, pictures, missing }: ArticleSummary): Lack | null {
  const { textNotFetched, textWaits, partMissing, attachmentsMissing } = words().list;
  if (text === 'failed') return { tone: 'failed', says: textNotFetched, why: failure };
  if (text === 'waiting') return { tone: 'waiting', says: textWaits, why: failure };
  const { parts, attachments, attachmentsFailed } = missing;
  const lacks = [
    parts === 0 ? '' : partMissing,
    pictures.kept === pictures.of ? '' : picturesInWords(pictures.kept, pictures.of),
    attachments === 0 ? '' : attachmentsMissing(attachments),
  ].filter((lack) => lack !== '');
  if (lacks.length === 0) return null;
  const partFailed = parts > 0 && failure !== null;
  return {
    tone: partFailed || pictures.failed > 0 || attachmentsFailed > 0 ? 'failed' : 'waiting',
    says: lacks.join(' · '),
    // Of a kept text, the article's failure is about its next part, or about a page fetched once more.
    why: partFailed && lacks.length === 1 ? failure : null,
  };
}

/** What the dot and the ribbon say to the eye, for a screen reader: `Unread, bookmarked.` */
export function stateOf({ read, bookmarked }: ArticleSummary): string {
  const { isBookmarked, isUnreadBookmarked, isUnread } = words().list;
  if (bookmarked) return read ? isBookmarked : isUnreadBookmarked;
  return read ? '' : isUnread;
}
