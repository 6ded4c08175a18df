import type { Timestamp } from '../../../contract/types.ts';
import { timeOfDay } from './clock.ts';
import { foldedDate, monthOf } from './month-names.ts';

/** Before the web there was no article; such dates are zero, or a year written with two digits. */
const EARLIEST = Date.UTC(1990, 0, 1);

/** Clocks are wrong and zones left out, by a day at most. */
const AHEAD_MS = 24 * 60 * 60_000;

const DAY_MS = 24 * 60 * 60_000;

/** The year of the Buddha's death, from which Thai calendars count. */
const BUDDHIST_YEARS = 543;

/** The parts of a time, as written. */
interface Parts {
  year: number;
  /** From 0. */
  month: number;
  day: number;
  time: string;
}

/**
 * A date as feeds write it: RFC 3339 and the rest of ISO 8601 (weeks, days of the year), RFC 822
 * and 2822, their common broken forms (no zone, which then is UTC; two-digit years; months named in
 * any language; the order of `asctime`, of the United States, of East Asia), or seconds or
 * milliseconds since 1970.
 * @param now what "the future" is seen from
 * @returns `null` for what is no date or not credible: before 1990, or more than a day ahead
 */
export function parseDate(x: unknown, now: Timestamp = Date.now()): Timestamp | null {
  const at = typeof x === 'number' ? fromNumber(x) : typeof x === 'string' ? fromText(x) : null;
  return at !== null && at >= EARLIEST && at <= now + AHEAD_MS ? at : null;
}

function fromNumber(x: number): Timestamp | null {
  if (!Number.isFinite(x)) return null;
  return Math.round(x < 100_000_000_000 ? x * 1000 : x);
}

/** `Wed, `, `mer. `, `Thứ Tư, `, `الأربعاء، ` */
const WEEKDAY = /^[\p{L}\p{M}'’-]+(?: [\p{L}\p{M}]+)?(?:\.?, ?|\. ?|، ?| )(?=\d)/u;

const FORMS = [
  yearFirst,
  dayFirst,
  monthFirst,
  yearLast,
  numeric,
  eastAsian,
  weekOrDayOfYear,
  part,
];

function fromText(text: string): Timestamp | null {
  const written = foldedDate(text.slice(0, 200)).slice(0, 100);
  if (/^\d{9,13}$/.test(written)) return fromNumber(Number(written));
  // A weekday says nothing that the date does not, and is wrong as often as not. It is left out
  // only then, because months may stand first too.
  for (const date of new Set([written, written.replace(WEEKDAY, '')])) {
    for (const form of FORMS) {
      const parts = form(date);
      if (parts !== null) return toTimestamp(parts);
    }
  }
  return null;
}

/** `2024-05-01T06:00:00Z`, `2024-05-01 06:00`, `2024/5/1`, `20240501T060000Z`, `2024-május-1` */
function yearFirst(text: string): Parts | null {
  const match =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:(?:t|[ ,]+|(?=[z+]))(.*))?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})(?:[t ]?(.*))?$/.exec(text);
  if (match !== null) {
    const [, year, month, day, time = ''] = match;
    return { year: Number(year), month: Number(month) - 1, day: Number(day), time };
  }
  const inWords = /^(\d{4})[-. ]+([\p{L}\p{M}]+?)[-. ]+(\d{1,2})(?:\.?[t ,]+(.*))?$/u.exec(text);
  if (inWords === null) return null;
  const [, year, month, day, time] = inWords;
  return named(year, month, day, time);
}

/** `01 may 2024 06:00:00 gmt`, `1 may 24 06:00`, `1. mai 2024`, `01-may-2024`, `1 de mayo de 2024` */
function dayFirst(text: string): Parts | null {
  const match =
    /^(\d{1,2})(?:\.|er|st|nd|rd|th|º|o)?[ -](?:de |of )?([\p{L}\p{M}'’.]+?)\.?,?[ -](?:de |del )?(\d{4}|\d{2})(?: ?г\.?| р\.?)?(?:[t, ]+(.*))?$/u.exec(
      text,
    );
  if (match === null) return null;
  const [, day, month, year, time] = match;
  return named(year, month, day, time);
}

/** `may 1, 2024 6:00 am`, `wed may 1 2024` */
function monthFirst(text: string): Parts | null {
  const match =
    /^(?:[\p{L}\p{M}]+(?:\.?, ?|\.? ))?([\p{L}\p{M}]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:,? (.*))?$/u.exec(
      text,
    );
  if (match === null) return null;
  const [, month, day, year, time] = match;
  return named(year, month, day, time);
}

/** `wed may 01 06:00:00 cest 2024`, `01 may 06:00:00 2024` */
function yearLast(text: string): Parts | null {
  const match =
    /^(?:[\p{L}\p{M}]+(?:\.?, ?|\.? ))??([\p{L}\p{M}]+)\.? (\d{1,2}),? (\d{1,2}:\d{2}(?::\d{2})?)(?: ([\w+:/-]+))? (\d{4})$/u.exec(
      text,
    );
  if (match === null) return null;
  const [, month, day, time = '', zone = '', year] = match;
  return named(year, month, day, `${time} ${zone}`);
}

/** `31/12/2024 06:00`, `12/31/2024`, `1.5.2024`: with strokes only what can be read in one way. */
function numeric(text: string): Parts | null {
  const match = /^(\d{1,2})([./-]) ?(\d{1,2})\2 ?(\d{4})(?:[t ,–-]+(.*))?$/.exec(text);
  if (match === null) return null;
  const [, first, sign, second, year, time = ''] = match;
  const isDayFirst = sign === '.' || Number(first) > 12;
  if (!isDayFirst && Number(second) <= 12 && first !== second) return null;
  const [day, month] = isDayFirst ? [first, second] : [second, first];
  return { year: Number(year), month: Number(month) - 1, day: Number(day), time };
}

/** `2024年5月1日 06:00`, `2024년 5월 1일`, `2024. 5. 1. 오전 6:00` */
function eastAsian(text: string): Parts | null {
  const match =
    /^(\d{4})(?:年|년|\.) ?(\d{1,2})(?:月|월|\.) ?(\d{1,2})(?:日|号|일|\.)? ?(?:[(（]?[\p{L}]{1,3}[)）] ?|星期.|周.|.曜日)?(.*)$/u.exec(
      text,
    );
  if (match === null) return null;
  const [, year, month, day, time = ''] = match;
  return { year: Number(year), month: Number(month) - 1, day: Number(day), time };
}

/** `2024-w18-3`, `2024w183`, `2024-122`, `2024122`, each with a time. */
function weekOrDayOfYear(text: string): Parts | null {
  const week = /^(\d{4})-?w(\d{2})(?:-?([1-7]))?(?:t(.*))?$/.exec(text);
  if (week !== null) {
    const [, year, number, weekday = '1', time = ''] = week;
    // The first week is the one with 4 January in it, and begins on a Monday (ISO 8601).
    const fourth = new Date(Date.UTC(Number(year), 0, 4)).getUTCDay() || 7;
    return dayOfYear(Number(year), 4 - fourth + (Number(number) - 1) * 7 + Number(weekday), time);
  }
  const ordinal = /^(\d{4})-?(\d{3})(?:t(.*))?$/.exec(text);
  if (ordinal === null) return null;
  const [, year, day, time = ''] = ordinal;
  return Number(day) < 1 || Number(day) > 366 ? null : dayOfYear(Number(year), Number(day), time);
}

function dayOfYear(year: number, day: number, time: string): Parts {
  const date = new Date(Date.UTC(year, 0, 1) + (day - 1) * DAY_MS);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth(),
    day: date.getUTCDate(),
    time,
  };
}

/** `2024-05`, `may 2024`, `2024`: the beginning of the month or year. */
function part(text: string): Parts | null {
  const [, year, month = '1'] = /^(\d{4})(?:-(\d{1,2}))?$/.exec(text) ?? [];
  if (year !== undefined) {
    return { year: Number(year), month: Number(month) - 1, day: 1, time: '' };
  }
  const match = /^([\p{L}\p{M}]+)\.? (?:de )?(\d{4})$/u.exec(text);
  return match === null ? null : named(match[2], match[1], '1', '');
}

function named(year = '', month = '', day = '', time = ''): Parts | null {
  const index = monthOf(month);
  if (index === undefined) return null;
  // RFC 2822, 4.3: two digits below 50 are of this century.
  const century = year.length > 2 ? 0 : Number(year) < 50 ? 2000 : 1900;
  return { year: Number(year) + century, month: index, day: Number(day), time };
}

function toTimestamp({ year, month, day, time }: Parts): Timestamp | null {
  const clock = timeOfDay(time);
  if (clock === null) return null;
  const midnight = Date.UTC(year > 2400 ? year - BUDDHIST_YEARS : year, month, day);
  // 31 February is no date; `Date.UTC` would make it 2 March.
  if (new Date(midnight).getUTCDate() !== day || month > 11) return null;
  return midnight + clock;
}
