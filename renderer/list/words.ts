import type { ArticleSummary } from '../../contract/types.ts';
import { formatCount, formatNumber } from '../format.ts';

/** What of an article is not whole. */
export interface Lack {
  tone: 'waiting' | 'failed';
  words: string;
  /** Why, where one reason is the reason of all of it; else empty. */
  why: string;
}

/** What of an article is not whole yet, in a few words; `null` where all of it is kept. */
export function lackInWords({ text, failure, pictures, missing }: ArticleSummary): Lack | null {
  const why = failure?.message ?? '';
  if (text === 'failed') return { tone: 'failed', words: 'text not fetched', why };
  if (text === 'waiting') return { tone: 'waiting', words: 'waiting for its text', why };
  const { parts, attachments, attachmentsFailed } = missing;
  const lacks = [
    parts === 0 ? '' : 'part of its text missing',
    pictures.kept === pictures.of
      ? ''
      : `${formatNumber(pictures.kept)} of ${formatCount(pictures.of, 'picture', 'pictures')}`,
    attachments === 0 ? '' : `${formatCount(attachments, 'attachment', 'attachments')} missing`,
  ].filter((lack) => lack !== '');
  if (lacks.length === 0) return null;
  const partFailed = parts > 0 && failure !== null;
  return {
    tone: partFailed || pictures.failed > 0 || attachmentsFailed > 0 ? 'failed' : 'waiting',
    words: lacks.join(' · '),
    // Of a kept text, the article's failure is about its next part, or about a page fetched once more.
    why: partFailed && lacks.length === 1 ? why : '',
  };
}

/** What the dot and the ribbon say to the eye, for a screen reader: `Unread, bookmarked.` */
export function stateOf({ read, bookmarked }: ArticleSummary): string {
  if (bookmarked) return read ? 'Bookmarked.' : 'Unread, bookmarked.';
  return read ? '' : 'Unread.';
}
