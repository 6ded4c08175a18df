import type { Timestamp } from '../../../contract/types.ts';

/** Before the web there was no article; such dates are zero, or a year written with two digits. */
const EARLIEST = Date.UTC(1990, 0, 1);

/** Clocks are wrong and zones left out, by a day at most. */
const AHEAD_MS = 24 * 60 * 60_000;

/** First letters of the months, in English and the languages whose feeds break RFC 822 most. */
const MONTHS = [
  ['jan', 'jän', 'ene', 'gen'],
  ['feb', 'fév', 'fev'],
  ['mar', 'mär', 'mrt'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai', 'mag', 'mei'],
  ['jun', 'juin', 'giu'],
  ['jul', 'juil', 'lug'],
  ['aug', 'aoû', 'ago'],
  ['sep', 'set'],
  ['oct', 'okt', 'ott', 'out'],
  ['nov'],
  ['dec', 'dez', 'déc', 'dic'],
];

/** RFC 822's zones, and those that feeds write besides, in minutes east of UTC. */
const ZONES: Record<string, number> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  bst: 60,
  cet: 60,
  cest: 120,
  met: 60,
  mest: 120,
  west: 60,
  eet: 120,
  eest: 180,
  msk: 180,
  jst: 540,
  kst: 540,
  aest: 600,
  aedt: 660,
};

/** The parts of a time, as written. */
interface Parts {
  year: number;
  /** From 0. */
  month: number;
  day: number;
  time: string;
}

/**
 * A date as feeds write it: RFC 3339, RFC 822 and 2822, their common broken forms (no zone, which
 * then is UTC; two-digit years; named months in other languages; the order of `asctime` and of
 * the United States), or seconds or milliseconds since 1970.
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

function fromText(text: string): Timestamp | null {
  const written = text.trim().replace(/\s+/g, ' ').slice(0, 100);
  if (/^\d{9,13}$/.test(written)) return fromNumber(Number(written));
  const parts = yearFirst(written) ?? dayFirst(written) ?? monthFirst(written);
  return parts === null ? null : toTimestamp(parts);
}

/** `2024-05-01T06:00:00Z`, `2024-05-01 06:00`, `2024/5/1`, `20240501T060000Z` */
function yearFirst(text: string): Parts | null {
  const match =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ,]+(.*))?$/i.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})(?:T(.*))?$/i.exec(text);
  if (match === null) return null;
  const [, year, month, day, time = ''] = match;
  return { year: Number(year), month: Number(month) - 1, day: Number(day), time };
}

/** `Wed, 01 May 2024 06:00:00 GMT`, `1 May 24 06:00`, `Mi., 1. Mai 2024`, `01-May-2024` */
function dayFirst(text: string): Parts | null {
  const match =
    /^(?:\p{L}+(?:\.?, ?|\.? ))?(\d{1,2})(?:\.|st|nd|rd|th)?[ -](?:de )?(\p{L}+)\.?,?[ -](?:de )?(\d{4}|\d{2})(?:,? (.*))?$/iu.exec(
      text,
    );
  if (match === null) return null;
  const [, day, month, year, time = ''] = match;
  return named(year, month, day, time);
}

/** `Wed May 01 06:00:00 CEST 2024`, `May 1, 2024 6:00 AM` */
function monthFirst(text: string): Parts | null {
  const asctime =
    /^(?:\p{L}+(?:\.?, ?|\.? ))?(\p{L}+)\.? (\d{1,2}),? (\d{1,2}:\d{2}(?::\d{2})?)(?: ([\w+:-]+))? (\d{4})$/iu.exec(
      text,
    );
  if (asctime !== null) {
    const [, month, day, time = '', zone = '', year] = asctime;
    return named(year, month, day, `${time} ${zone}`);
  }
  const match =
    /^(?:\p{L}+(?:\.?, ?|\.? ))?(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:,? (.*))?$/iu.exec(
      text,
    );
  if (match === null) return null;
  const [, month, day, year, time = ''] = match;
  return named(year, month, day, time);
}

function named(year = '', month = '', day = '', time = ''): Parts | null {
  const name = month.toLowerCase();
  const index = MONTHS.findIndex((starts) => starts.some((start) => name.startsWith(start)));
  if (index === -1) return null;
  // RFC 2822, 4.3: two digits below 50 are of this century.
  const century = year.length > 2 ? 0 : Number(year) < 50 ? 2000 : 1900;
  return { year: Number(year) + century, month: index, day: Number(day), time };
}

function toTimestamp({ year, month, day, time }: Parts): Timestamp | null {
  const clock = parseTime(time.trim());
  if (clock === null) return null;
  const midnight = Date.UTC(year, month, day);
  // 31 February is no date; `Date.UTC` would make it 2 March.
  if (new Date(midnight).getUTCDate() !== day || month > 11) return null;
  return midnight + clock;
}

/** Milliseconds from midnight UTC; a date without a time counts from midnight. */
function parseTime(time: string): number | null {
  if (time === '') return 0;
  const match =
    /^(?:at |T)?(\d{1,2})[:.h]?(\d{2})?(?:[:.](\d{2})(?:[.,](\d+))?)? ?([ap]\.?m\.?)? ?(.*)$/i.exec(
      time,
    );
  if (match === null) return null;
  const [, hours = '', minutes = '0', seconds = '0', fraction = '0', half = '', zone = ''] = match;
  const hour = half === '' ? Number(hours) : (Number(hours) % 12) + (/^p/i.test(half) ? 12 : 0);
  // A leap second is the last one before it.
  const second = Math.min(Number(seconds), 59);
  if (hour > 24 || Number(minutes) > 59 || Number(seconds) > 60) return null;
  const ms = Math.trunc(Number(`0.${fraction}`) * 1000);
  return ((hour * 60 + Number(minutes) - zoneMinutes(zone)) * 60 + second) * 1000 + ms;
}

/** Minutes east of UTC; what is not known counts as UTC, as RFC 2822 says. */
function zoneMinutes(zone: string): number {
  const numeric = /([+-])(\d{1,2}):?(\d{2})?/.exec(zone);
  if (numeric !== null) {
    const [, sign, hours = '0', minutes = '0'] = numeric;
    return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  }
  return ZONES[/\p{L}+/u.exec(zone)?.[0]?.toLowerCase() ?? ''] ?? 0;
}
