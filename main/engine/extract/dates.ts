import { dayOf, plausible } from './calendar.ts';
import type { DayOrder, WrittenDate } from './calendar.ts';
import { monthNamed } from './months.ts';
import { parsePrintedDate } from './printed-dates.ts';

const ISO =
  /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:[T\s]+(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,:]\d+)?)?\s*(Z\b|UTC|GMT|[+-]\d{1,2}:?\d{2}|[+-]\d{2})?)?/i;

/** Zones by their letters, in minutes east of UTC. @see RFC 2822, section 4.3 */
const ZONES = new Map(
  (
    'Z 0 UTC 0 GMT 0 UT 0 WET 0 BST 60 CET 60 CEST 120 EET 120 EEST 180 MSK 180 EST -300 EDT -240 ' +
    'CST -360 CDT -300 MST -420 MDT -360 PST -480 PDT -420 JST 540 KST 540 AEST 600 AEDT 660'
  )
    .match(/[A-Z]+ -?\d+/g)
    ?.map((one) => {
      const [name = '', minutes] = one.split(' ');
      return [name, Number(minutes)] as const;
    }),
);

/** `Sun, 01 Mar 2026 12:00:00 +0100`, `Sun Mar 01 2026 12:00:00 GMT+0100 (CET)`. */
const MAIL =
  /^(?:\p{L}{2,9}\.?,?\s+)?(?:(\d{1,2})[\s-](\p{L}{3,9})|(\p{L}{3,9})\s+(\d{1,2}),?)[\s-](\d{4})[\s,]+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(?:(?:GMT|UTC)?([+-]\d{2}):?(\d{2})|([A-Z]{1,4}))?/iu;

/**
 * Reads a date as machines write it (ISO 8601, RFC 2822, what JavaScript prints), as people do
 * (`4 September 2025`, `Sept. 4, 2025`, `4.9.2025`, `2025年9月4日`), or as a number since 1970, in
 * seconds or milliseconds. `undefined` for anything else.
 *
 * @param order How the page orders day and month, for `03/04/2026`.
 */
export function parseDate(value: unknown, order: DayOrder = null): WrittenDate | undefined {
  if (typeof value === 'number') return plausible(value < 1e11 ? value * 1000 : value, 0, true);
  if (typeof value !== 'string') return undefined;
  const text = value.trim().slice(0, 200);
  if (/^\d{10}(?:\d{3})?$/.test(text)) return parseDate(Number(text));
  const iso = ISO.exec(text);
  if (iso !== null) return fromIso(iso);
  const mail = MAIL.exec(text);
  if (mail !== null) return fromMail(mail);
  return parsePrintedDate(text, order);
}

function fromIso(match: RegExpExecArray): WrittenDate | undefined {
  const [, year, month, day, hours, minutes, seconds, zone] = match;
  const midnight = dayOf(year, month, day);
  return hours === undefined || midnight === undefined
    ? midnight
    : withTime(midnight, hours, minutes, seconds, minutesEast(zone));
}

function fromMail(match: RegExpExecArray): WrittenDate | undefined {
  const [
    ,
    day,
    month,
    monthFirst,
    dayAfter,
    year,
    hours,
    minutes,
    seconds,
    east,
    eastMinutes,
    name,
  ] = match;
  const midnight = dayOf(year, monthNamed(month ?? monthFirst ?? ''), day ?? dayAfter);
  const zone = east === undefined ? minutesEast(name) : minutesEast(`${east}${eastMinutes}`);
  return midnight && withTime(midnight, hours, minutes, seconds, zone);
}

function withTime(
  midnight: WrittenDate,
  hours: string | undefined,
  minutes: string | undefined,
  seconds: string | undefined,
  zone: number | null,
): WrittenDate | undefined {
  if (Number(hours) > 24 || Number(minutes) > 59) return undefined;
  const timeMs = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds ?? 0)) * 1000;
  return plausible(midnight.at + timeMs - (zone ?? 0) * 60_000, zone, true);
}

/** Minutes east of UTC of `+01:00`, `-0500`, `Z`, `EST`; `null` for none or one nobody knows. */
function minutesEast(zone: string | undefined): number | null {
  const offset = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone ?? '');
  if (offset === null) return ZONES.get((zone ?? '').toUpperCase()) ?? null;
  const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
  // No place on earth is further from Greenwich than 14 hours.
  if (minutes > 14 * 60) return null;
  return offset[1] === '-' ? -minutes : minutes;
}

/** The day in an address: `/2025/09/04/`, `/2025-09/04/`, `/2025/september/04/`, `20250904`. */
export function dateInAddress(address: string | null): WrittenDate | undefined {
  const path = URL.parse(address ?? '')?.pathname ?? '';
  const numbers = /[/_-]((?:19|20)\d{2})[/_-]?(\d{2})[/_-]?(\d{2})(?=[/_.+-]|$)/.exec(path);
  if (numbers !== null) return dayOf(numbers[1], numbers[2], numbers[3]);
  const single = /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)/.exec(path);
  if (single !== null) return dayOf(single[1], single[2], single[3]);
  const named = /\/((?:19|20)\d{2})\/(\p{L}{3,9})\/(\d{1,2})(?=\/|$)/u.exec(path);
  return named === null ? undefined : dayOf(named[1], monthNamed(named[2] ?? ''), named[3]);
}
