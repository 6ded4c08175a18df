import type { FeedHints } from './types.ts';

/**
 * When a feed wishes to be fetched: `ttl`, `skipHours` and `skipDays` of RSS
 * (https://www.rssboard.org/rss-specification) and the syndication module
 * (https://web.resource.org/rss/1.0/modules/syndication/).
 */

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Nothing said. */
export const NO_HINTS: FeedHints = { everyMs: null, skipHours: [], skipDays: [] };

const PERIODS_MS: Record<string, number> = {
  hourly: DAY_MS / 24,
  daily: DAY_MS,
  weekly: 7 * DAY_MS,
  monthly: 30 * DAY_MS,
  yearly: 365 * DAY_MS,
};

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** What the formats say about it, as read by feedsmith. */
interface Said {
  /** Minutes. */
  ttl?: number | undefined;
  sy?: { updatePeriod?: string; updateFrequency?: number } | undefined;
  skipHours?: number[] | undefined;
  skipDays?: string[] | undefined;
}

/** The hints of a feed; what is not credible counts as not said. */
export function feedHints({ ttl, sy, skipHours = [], skipDays = [] }: Said): FeedHints {
  const said = [durationMs(ttl, MINUTE_MS), periodMs(sy)].filter((ms) => ms !== null);
  const everyMs = said.length === 0 ? null : clamped(Math.max(...said));
  // RSS counts hours from 0; some generators from 1, and midnight is then 24.
  const hours = skipHours.filter((hour) => Number.isInteger(hour) && hour >= 0 && hour <= 24);
  const days = skipDays.map((day) => DAYS.indexOf(day.trim().slice(0, 3).toLowerCase()));
  return {
    everyMs,
    skipHours: sortedOnce(hours.map((hour) => hour % 24)),
    skipDays: sortedOnce(days.filter((day) => day !== -1)),
  };
}

function periodMs(sy: Said['sy']): number | null {
  const period = PERIODS_MS[sy?.updatePeriod?.trim().toLowerCase() ?? ''];
  if (period === undefined) return null;
  return durationMs(1 / (sy?.updateFrequency ?? 1), period);
}

function durationMs(count: number | undefined, unitMs: number): number | null {
  return count !== undefined && Number.isFinite(count) && count > 0 ? count * unitMs : null;
}

function clamped(ms: number): number {
  return Math.round(Math.min(Math.max(ms, MINUTE_MS), 30 * DAY_MS));
}

function sortedOnce(numbers: number[]): number[] {
  return [...new Set(numbers)].toSorted((a, b) => a - b);
}
