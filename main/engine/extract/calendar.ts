import type { Timestamp } from '../../../contract/types.ts';

/** A point in time as a page writes it. */
export interface WrittenDate {
  /** Milliseconds since 1970. What is written without a zone is taken as UTC; a day as its midnight. */
  at: Timestamp;
  /** Minutes east of UTC that stand with it; `null` where none do. */
  zone: number | null;
  /** Whether a time stands with the day. */
  hasTime: boolean;
}

/** Which of day and month a page writes first in `03/04/2026`; `null` where nothing tells. */
export type DayOrder = 'day-first' | 'month-first' | null;

/** A day of the calendar as its midnight; `undefined` where the calendar has no such day. */
export function dayOf(
  year: string | number | undefined,
  month: string | number | undefined,
  day: string | number | undefined,
): WrittenDate | undefined {
  const written = Number(year);
  const full = written < 100 ? written + 2000 : written;
  const date = new Date(Date.UTC(full, Number(month) - 1, Number(day)));
  // The 31st of a month with 30 days would become the 1st of the next, and month 13 next January.
  const isDay = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return isDay ? plausible(date.getTime(), null, false) : undefined;
}

/** Newspapers before 1800 are not on the web, and an article from after 2100 is a mistake. */
export function plausible(
  at: Timestamp,
  zone: number | null,
  hasTime: boolean,
): WrittenDate | undefined {
  const year = new Date(at).getUTCFullYear();
  return year >= 1800 && year <= 2100 ? { at, zone, hasTime } : undefined;
}

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** The day as written: midnight UTC of the day that the page's own clock showed. */
export function localDay(date: WrittenDate): Timestamp {
  return Math.floor((date.at + (date.zone ?? 0) * 60_000) / DAY_MS) * DAY_MS;
}
