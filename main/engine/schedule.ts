import type { Timestamp } from '../../contract/types.ts';
import type { FeedHints } from './feeds/types.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** No feed is fetched more often than this, unless its reader asks at that moment. */
const SHORTEST_MS = 15 * MINUTE_MS;
/** Nor more seldom, unless its reader or its publisher says so. */
const LONGEST_MS = DAY_MS;
/** A feed nothing is known of. */
const UNKNOWN_MS = HOUR_MS;
/** The longest a publisher is believed, for a wrong number must not end a subscription. */
const LONGEST_HINT_MS = 7 * DAY_MS;

/** What the time of the next fetch is made of. */
export interface Rhythm {
  /** How often the reader wants it, in minutes; `null`: as it changes. */
  everyMinutes: number | null;
  /** When its newest entries came, the newest first, at most twenty. */
  entriesAt: Timestamp[];
  hints: FeedHints;
  /** How long the answer need not be asked for again (HTTP caching). */
  freshForMs: number | null;
}

/**
 * When a feed is fetched next.
 *
 * 1. As often as the reader set, whatever the publisher says.
 * 2. Otherwise at half the mean time between its newest entries, the time since the newest
 *    included, so that a feed that falls silent is asked ever more seldom; from 15 minutes to a day.
 * 3. No sooner than the publisher likes: `ttl`, `sy:`, HTTP caching; a week at most.
 * 4. Not in an hour or on a day that the publisher excepts (RSS `skipHours`, `skipDays`, UTC).
 * 5. Up to a tenth later, by chance, so that feeds added together do not stay together.
 *
 * @param random from 0 to 1
 */
export function nextFetchAt(rhythm: Rhythm, now: Timestamp, random: number): Timestamp {
  const later = 1 + random / 10;
  if (rhythm.everyMinutes !== null) {
    return now + Math.round(Math.max(rhythm.everyMinutes * MINUTE_MS, SHORTEST_MS) * later);
  }
  const asked = Math.max(rhythm.hints.everyMs ?? 0, rhythm.freshForMs ?? 0);
  const everyMs = Math.max(changesEveryMs(rhythm.entriesAt, now), Math.min(asked, LONGEST_HINT_MS));
  return afterSkipped(now + Math.round(everyMs * later), rhythm.hints);
}

function changesEveryMs(entriesAt: Timestamp[], now: Timestamp): number {
  const oldest = entriesAt.at(-1);
  if (oldest === undefined) return UNKNOWN_MS;
  const meanMs = Math.max(now - oldest, 0) / entriesAt.length;
  return Math.min(Math.max(meanMs / 2, SHORTEST_MS), LONGEST_MS);
}

/** The first hour from `at` that is not excepted; `at` itself where all of a week is. */
function afterSkipped(at: Timestamp, { skipHours, skipDays }: FeedHints): Timestamp {
  let time = at;
  for (let hours = 0; hours <= 7 * 24; hours += 1) {
    const date = new Date(time);
    if (!skipHours.includes(date.getUTCHours()) && !skipDays.includes(date.getUTCDay())) {
      return time;
    }
    time = (Math.floor(time / HOUR_MS) + 1) * HOUR_MS;
  }
  return at;
}
