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
const dayInFull = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
const number = new Intl.NumberFormat(locale);
const tenths = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });

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

/**
 * A moment past or to come with its time, to stand in a sentence: `today at 14:05`, `tomorrow at
 * 9:00`, `on Monday at 9:00` within a week, `on 9 March 2026 at 14:05`.
 */
export function formatNear(at: Timestamp, now: Timestamp = Date.now()): string {
  const days = Math.round((startOfDay(at) - startOfDay(now)) / dayMs);
  const near = days === 0 ? 'today' : days === 1 ? 'tomorrow' : days === -1 ? 'yesterday' : null;
  if (near !== null) return `${near} at ${time.format(at)}`;
  const name = Math.abs(days) < 7 ? weekday.format(at) : dayInFull.format(at);
  return `on ${name} at ${time.format(at)}`;
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

/** A count with its noun: `1 article`, `12,345 articles`. */
export function formatCount(count: number, one: string, many: string): string {
  return `${number.format(count)} ${count === 1 ? one : many}`;
}

/** The size of a file, in decimal units as systems show it: `640 bytes`, `4.8 MB`, `48 MB`. */
export function formatBytes(bytes: number): string {
  const units = ['kB', 'MB', 'GB', 'TB'];
  if (bytes < 1000) return `${number.format(bytes)} bytes`;
  let size = bytes / 1000;
  let unit = 0;
  // What would be rounded to a thousand of one unit is one of the next.
  while (size >= 999.5 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  const rounded = size < 9.95 ? tenths.format(size) : number.format(Math.round(size));
  return `${rounded} ${units[unit]}`;
}

/** How long sound or film takes: `40 s`, `43 min`, `1 h 12 min`. */
export function formatDuration(seconds: number): string {
  if (seconds < 60) return `${number.format(Math.round(seconds))} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${number.format(minutes)} min`;
  const rest = minutes % 60;
  const hours = `${number.format((minutes - rest) / 60)} h`;
  return rest === 0 ? hours : `${hours} ${number.format(rest)} min`;
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
