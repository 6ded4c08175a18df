import type { Feed, Timestamp } from '../../contract/types.ts';
import { formatNear } from '../format.ts';
import { failureText } from '../words/failure.ts';
import { language, words } from '../words/language.ts';

/** How a feed fares: it is fetched as it should be, the last fetch failed, or it is gone for good. */
export type Health = 'well' | 'failing' | 'gone';

/** How a feed fares. A feed that is never fetched again is gone, whatever failed last. */
export function healthOf(feed: Feed): Health {
  if (feed.nextFetchAt === null || feed.failure?.kind === 'gone') return 'gone';
  return feed.failure === null ? 'well' : 'failing';
}

/** When a feed was last fetched with success: `last fetched today at 14:05`. */
export function lastSuccessInWords(feed: Feed, now: Timestamp = Date.now()): string {
  if (feed.lastSucceededAt === null) return words().sources.neverFetched;
  return words().sources.lastFetched(formatNear(feed.lastSucceededAt, now));
}

/** When a feed is fetched next: `tried next today at 14:05`, `tried next now`, `not tried any more`. */
export function nextAttemptInWords(feed: Feed, now: Timestamp = Date.now()): string {
  const { nextFetchAt } = feed;
  const { notTried, triedNow, triedNext } = words().sources;
  if (healthOf(feed) === 'gone' || nextFetchAt === null) return notTried;
  return nextFetchAt <= now ? triedNow : triedNext(formatNear(nextFetchAt, now));
}

/** What is wrong with a feed, since when, and when it is tried next; `null` where all is well. */
export function troubleInWords(feed: Feed, now: Timestamp = Date.now()): string | null {
  const health = healthOf(feed);
  if (health === 'well') return null;
  const { serverSaysGone, sinceAndNext } = words().sources;
  const why = feed.failure === null ? serverSaysGone : failureText(feed.failure);
  const since = capital(lastSuccessInWords(feed, now));
  return `${why}\n${sinceAndNext(since, nextAttemptInWords(feed, now))}.`;
}

/** A sentence with its first letter in upper case. */
export function capital(sentence: string): string {
  return sentence.charAt(0).toLocaleUpperCase(language()) + sentence.slice(1);
}
