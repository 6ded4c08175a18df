import type { Timestamp } from '../../../contract/types.ts';

const ISO =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:[T\s]+(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?/i;

/** Month names by their first letters, in the languages that news sites print dates in most. */
const MONTHS: RegExp[] = [
  /^(?:jan|ene|gen|янв|sty|led|oca|tammi)/,
  /^(?:feb|fév|fev|фев|lut|úno|uno|şub|sub|helmi)/,
  /^(?:mar|mär|maer|mrt|мар|bře|bre|maalis)/,
  /^(?:apr|avr|abr|апр|kwi|dub|nis|huhti)/,
  /^(?:may|mai|mag|maj|mei|май|мая|kvě|kve|touko)/,
  /^(?:jun|juin|giu|июн|cze|červn|cervn|haz|kesä)/,
  /^(?:jul|juil|lug|июл|lip|červenc|cervenc|tem|heinä)/,
  /^(?:aug|aoû|aou|ago|авг|sie|srp|ağu|agu|elo)/,
  /^(?:sep|set|сен|wrz|zář|zar|eyl|syys)/,
  /^(?:oct|okt|ott|out|окт|paź|paz|říj|rij|eki|loka)/,
  /^(?:nov|ноя|lis|kas|marras)/,
  /^(?:dec|dez|déc|dic|дек|gru|pro|ara|joulu)/,
];

/**
 * Reads a date as machines write it (ISO 8601, RFC 2822), as people do (`4 September 2025`,
 * `Sept. 4, 2025`, `4.9.2025`, `2025年9月4日`), or as a number since 1970, in seconds or
 * milliseconds. What names no zone counts as UTC. `undefined` for anything else.
 */
export function parseDate(value: unknown): Timestamp | undefined {
  if (typeof value === 'number') return plausible(value < 1e11 ? value * 1000 : value);
  if (typeof value !== 'string') return undefined;
  const text = value.trim().slice(0, 200);
  if (/^\d{10}(?:\d{3})?$/.test(text)) return parseDate(Number(text));
  const iso = ISO.exec(text);
  if (iso !== null) return fromIso(iso);
  // RFC 2822 and JavaScript's own format; only with a time and a zone, because a platform
  // reads what has none in the zone of the machine.
  if (/\d:\d\d.*(?:GMT|UTC|Z|[+-]\d{4}|\b[ECMP][SD]T)/.test(text)) {
    const parsed = plausible(Date.parse(text.replace(/\([^)]*\)/g, '')));
    if (parsed !== undefined) return parsed;
  }
  return parsePrintedDate(text);
}

/** Finds the first date that a text prints for people; midnight UTC of that day. */
export function parsePrintedDate(text: string): Timestamp | undefined {
  const asian = /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/.exec(text);
  if (asian !== null) return day(asian[1], asian[2], asian[3]);
  const numbers = /\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\b/.exec(text);
  if (numbers !== null) return day(numbers[1], numbers[2], numbers[3]);
  const german = /\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b/.exec(text);
  if (german !== null) return day(german[3], german[2], german[1]);
  const dayFirst =
    /\b(\d{1,2})(?:st|nd|rd|th|er|º)?[.\s]\s*(?:de\s|of\s)?([\p{L}]{3,})\.?,?\s+(?:de\s|del\s)?(\d{4})\b/u.exec(
      text,
    );
  if (dayFirst !== null) return day(dayFirst[3], month(dayFirst[2]), dayFirst[1]);
  const monthFirst = /([\p{L}]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/u.exec(text);
  if (monthFirst !== null) return day(monthFirst[3], month(monthFirst[1]), monthFirst[2]);
  return printedSlashes(text);
}

/** `25/12/2025` and `12/25/2025`; where both readings are dates, nothing is known. */
function printedSlashes(text: string): Timestamp | undefined {
  const slashes = /\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/.exec(text);
  if (slashes === null) return undefined;
  const [, first, second, year] = slashes;
  if (Number(first) > 12 || first === second) return day(year, second, first);
  return Number(second) > 12 ? day(year, first, second) : undefined;
}

/** The day in an address such as `/2025/09/04/`. */
export function dateInAddress(address: string | null): Timestamp | undefined {
  const match = /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)/.exec(address ?? '');
  return match === null ? undefined : day(match[1], match[2], match[3]);
}

function fromIso(match: RegExpExecArray): Timestamp | undefined {
  const [, year, monthOfYear, date, hours = '0', minutes = '0', seconds = '0', zone = 'Z'] = match;
  const midnight = day(year, monthOfYear, date);
  if (midnight === undefined || Number(hours) > 24 || Number(minutes) > 59) return undefined;
  const timeMs = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  const offset = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (offset === null) return midnight + timeMs;
  const offsetMs = (Number(offset[2]) * 60 + Number(offset[3] ?? 0)) * 60_000;
  return midnight + timeMs - (offset[1] === '-' ? -offsetMs : offsetMs);
}

function month(name: string | undefined): number | undefined {
  const index = MONTHS.findIndex((start) => start.test((name ?? '').toLowerCase()));
  return index === -1 ? undefined : index + 1;
}

function day(
  year: string | undefined,
  monthOfYear: string | number | undefined,
  date: string | undefined,
): Timestamp | undefined {
  const at = new Date(Date.UTC(Number(year), Number(monthOfYear) - 1, Number(date)));
  // The 31st of a month with 30 days would become the 1st of the next, and month 13 next January.
  const isDay = at.getUTCMonth() === Number(monthOfYear) - 1 && at.getUTCDate() === Number(date);
  return isDay ? plausible(at.getTime()) : undefined;
}

/** Newspapers before 1800 are not on the web, and an article from after 2100 is a mistake. */
function plausible(timestamp: number): Timestamp | undefined {
  const year = new Date(timestamp).getUTCFullYear();
  return year >= 1800 && year <= 2100 ? timestamp : undefined;
}
