import type { Timestamp } from '../contract/types.ts';

/**
 * Dates and numbers as the window writes them, by `Intl`. Carrel speaks English, so the words
 * are English; the conventions (24 hours or 12, day before month) are those of the reader's own
 * region: a reader in Germany gets `en-DE`.
 */
const locale = new Intl.Locale('en', {
  region: new Intl.Locale(navigator.language).maximize().region ?? 'GB',
}).toString();

const dayMs = 24 * 60 * 60 * 1000;

const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long' });
const dayAndMonth = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
const dayAndTime = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
const whole = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'long' });
const number = new Intl.NumberFormat(locale);

/**
 * A moment in as few words as a list has room for: the time today, `Yesterday`, the weekday
 * within a week, the day within this year, else the day with its year.
 */
export function formatShort(at: Timestamp, now: Timestamp = Date.now()): string {
  const days = Math.round((startOfDay(now) - startOfDay(at)) / dayMs);
  if (days === 0) return time.format(at);
  if (days === 1) return 'Yesterday';
  if (days > 1 && days < 7) return weekday.format(at);
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return sameYear ? dayAndMonth.format(at) : day.format(at);
}

/** A moment for an article's head: `9 March 2026 at 14:05`. */
export function formatLong(at: Timestamp): string {
  return dayAndTime.format(at);
}

/** A moment with its weekday, seconds and time zone, for a tooltip. */
export function formatWhole(at: Timestamp): string {
  return whole.format(at);
}

/** A moment for the `datetime` attribute of `<time>`: ISO 8601 in UTC. */
export function formatMachine(at: Timestamp): string {
  return new Date(at).toISOString();
}

/** A count with its separators: `12,345`. */
export function formatNumber(count: number): string {
  return number.format(count);
}

/** How long a text takes to read, from whole minutes: `6 min read`; empty while there is no text. */
export function formatReadingTime(minutes: number): string {
  return minutes === 0 ? '' : `${number.format(minutes)} min read`;
}

/**
 * Names in a row, joined as their language joins them: `Ingrid Solheim and Tomas Ek`.
 *
 * @param language BCP 47, as a page declared it: what is not a language tag counts as English.
 */
export function formatNames(names: string[], language: string | null): string {
  return listFormat(language ?? 'en').format(names);
}

function listFormat(language: string): Intl.ListFormat {
  try {
    return new Intl.ListFormat(language, { type: 'conjunction' });
  } catch {
    return new Intl.ListFormat('en', { type: 'conjunction' });
  }
}

function startOfDay(at: Timestamp): Timestamp {
  return new Date(at).setHours(0, 0, 0, 0);
}
