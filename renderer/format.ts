import type { Timestamp } from '../contract/types.ts';
import { language, perLocale, words } from './words/language.ts';

/** Dates, numbers and sizes as the window writes them, by `Intl`, in the language in use. */

const dayMs = 24 * 60 * 60 * 1000;

const formats = perLocale((locale) => ({
  time: new Intl.DateTimeFormat(locale, { timeStyle: 'short' }),
  weekday: new Intl.DateTimeFormat(locale, { weekday: 'long' }),
  dayAndMonth: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }),
  dayAndWholeMonth: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long' }),
  day: new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }),
  dayAndTime: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }),
  whole: new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'long' }),
  dayInFull: new Intl.DateTimeFormat(locale, { dateStyle: 'long' }),
  number: new Intl.NumberFormat(locale),
  bytes: new Intl.NumberFormat(locale, { style: 'unit', unit: 'byte', unitDisplay: 'long' }),
  units: ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'].map((unit) => ({
    tenths: new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 }),
    whole: new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 0 }),
  })),
}));

/**
 * A moment in as few words as a list has room for: the time today, `Yesterday`, the weekday
 * within a week, the day within this year, else the day with its year.
 */
export function formatShort(at: Timestamp, now: Timestamp = Date.now()): string {
  const { time, weekday, dayAndMonth, day } = formats();
  const days = Math.round((startOfDay(now) - startOfDay(at)) / dayMs);
  if (days === 0) return time.format(at);
  if (days === 1) return words().dates.yesterday;
  if (days > 1 && days < 7) return weekday.format(at);
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return sameYear ? dayAndMonth.format(at) : day.format(at);
}

/** The time of a moment whose day stands elsewhere: `14:05`. */
export function formatTime(at: Timestamp): string {
  return formats().time.format(at);
}

/**
 * A day as a heading: `Today`, `Yesterday`, the weekday within a week, `9 March` within this year,
 * else the day with its year.
 */
export function formatDay(at: Timestamp, now: Timestamp = Date.now()): string {
  const { weekday, dayAndWholeMonth, dayInFull } = formats();
  const { today, yesterday } = words().dates;
  const days = Math.round((startOfDay(now) - startOfDay(at)) / dayMs);
  if (days === 0) return today;
  if (days === 1) return yesterday;
  if (days > 1 && days < 7) return weekday.format(at);
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return sameYear ? dayAndWholeMonth.format(at) : dayInFull.format(at);
}

/**
 * A moment past or to come with its time, to stand in a sentence: `today at 14:05`, `tomorrow at
 * 9:00`, `on Monday at 9:00` within a week, `on 9 March 2026 at 14:05`.
 */
export function formatNear(at: Timestamp, now: Timestamp = Date.now()): string {
  const { weekday, dayInFull } = formats();
  const { dates } = words();
  const time = formats().time.format(at);
  const days = Math.round((startOfDay(at) - startOfDay(now)) / dayMs);
  if (days === 0) return dates.todayAt(time);
  if (days === 1) return dates.tomorrowAt(time);
  if (days === -1) return dates.yesterdayAt(time);
  if (Math.abs(days) < 7) return dates.weekdayAt(weekday.format(at), time);
  return dates.dayAt(dayInFull.format(at), time);
}

/** A moment for an article's head: `9 March 2026 at 14:05`. */
export function formatLong(at: Timestamp): string {
  return formats().dayAndTime.format(at);
}

/** A moment with its weekday, seconds and time zone, for a tooltip. */
export function formatWhole(at: Timestamp): string {
  return formats().whole.format(at);
}

/** A moment for the `datetime` attribute of `<time>`: ISO 8601 in UTC. */
export function formatMachine(at: Timestamp): string {
  return new Date(at).toISOString();
}

/** A count with its separators: `12,345`. */
export function formatNumber(count: number): string {
  return formats().number.format(count);
}

/** The size of a file, in decimal units as systems show it: `640 bytes`, `4.8 MB`, `48 MB`. */
export function formatBytes(bytes: number): string {
  const { units } = formats();
  if (bytes < 1000) return formats().bytes.format(bytes);
  let size = bytes / 1000;
  let unit = 0;
  // What would be rounded to a thousand of one unit is one of the next.
  while (size >= 999.5 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  const format = size < 9.95 ? units[unit]?.tenths : units[unit]?.whole;
  return format?.format(size) ?? '';
}

/** How long sound or film takes: `40 s`, `43 min`, `1 h 12 min`. */
export function formatDuration(seconds: number): string {
  const { dates } = words();
  if (seconds < 60) return dates.seconds(Math.round(seconds));
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return dates.minutes(minutes);
  const rest = minutes % 60;
  const hours = (minutes - rest) / 60;
  return rest === 0 ? dates.hours(hours) : dates.hoursAndMinutes(hours, rest);
}

/** How long a text takes to read, from whole minutes: `6 min read`; empty while there is no text. */
export function formatReadingTime(minutes: number): string {
  return minutes === 0 ? '' : words().article.readingTime(minutes);
}

/**
 * Names in a row, joined as their language joins them: `Ingrid Solheim and Tomas Ek`.
 *
 * @param tag BCP 47, as a page declared it: where it is none, the window's language joins them.
 */
export function formatNames(names: string[], tag: string | null): string {
  return listFormat(tag ?? language()).format(names);
}

function listFormat(tag: string): Intl.ListFormat {
  try {
    return new Intl.ListFormat(tag, { type: 'conjunction' });
  } catch {
    return new Intl.ListFormat(language(), { type: 'conjunction' });
  }
}

/** When the day of a moment began, here. */
export function startOfDay(at: Timestamp): Timestamp {
  return new Date(at).setHours(0, 0, 0, 0);
}
