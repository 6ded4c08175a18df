import { dayOf } from './calendar.ts';
import type { DayOrder, WrittenDate } from './calendar.ts';
import { monthNamed } from './months.ts';

/** A date in a text and where it stands. */
export interface PrintedDate {
  date: WrittenDate;
  start: number;
  end: number;
}

type Reader = (match: RegExpExecArray, order: DayOrder) => WrittenDate | undefined;

const named = (year: string | undefined, month = '', day?: string): WrittenDate | undefined =>
  dayOf(year, monthNamed(month), day);

/** How people print dates, the unmistakable first; what overlaps an earlier one is not read again. */
const FORMS: readonly (readonly [RegExp, Reader])[] = [
  // 2025年9月4日, 2025년 9월 4일
  [/(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/g, ([, y, m, d]) => dayOf(y, m, d)],
  // 2025-09-04, 2025/9/4, 2025. 9. 4.
  [
    /(?<![\d/.-])((?:18|19|20)\d{2})(?:[-/]|\.\s?)(\d{1,2})(?:[-/]|\.\s?)(\d{1,2})(?!\d)/g,
    ([, y, m, d]) => dayOf(y, m, d),
  ],
  // 4.9.2025, 04. 09. 2025
  [
    /(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?((?:18|19|20)\d{2})(?!\d)/g,
    ([, d, m, y]) => dayOf(y, m, d),
  ],
  // 4 September 2025, 1er mars 2026, 4 de septiembre de 2025, 04-ago-2021
  [
    /(?<![\d:.])(\d{1,2})(?:st|nd|rd|th|er|ste|de|[ºª°]|:[ae])?[.\s-]\s*(?:de\s|of\s)?(\p{L}{3,14})[.,]{0,2}[\s-]+(?:de\s|del\s)?((?:18|19|20)\d{2})/gu,
    ([, d, m, y]) => named(y, m, d),
  ],
  // September 4, 2025, Sept. 4th 2025, Jan 04 09:34 2021
  [
    /(?<!\p{L})(\p{L}{3,14})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(?:\d{1,2}:\d{2}\s+)?((?:18|19|20)\d{2})/gu,
    ([, m, d, y]) => named(y, m, d),
  ],
  // 2023 Jan 7, 2020. március 5.
  [
    /(?<!\d)((?:18|19|20)\d{2})[.,]?\s+(\p{L}{3,14})\.?\s+(\d{1,2})(?![\d:])/gu,
    ([, y, m, d]) => named(y, m, d),
  ],
  // 5 tháng 3, 2020
  [
    /(?<!\d)(\d{1,2})\s+tháng\s+(\d{1,2}),?\s+(?:năm\s+)?(\d{4})/giu,
    ([, d, m, y]) => dayOf(y, m, d),
  ],
  // 4/9/2025, 04-09-2025
  [
    /(?<![\d/-])(\d{1,2})([/-])(\d{1,2})\2((?:19|20)\d{2})(?!\d)/g,
    ([, first, , second, y], order) => inOrder(y, first, second, order),
  ],
  // 4/9/25 where the order is known, 4.9.25
  [
    /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{2})(?![\d/])/g,
    ([, first, second, y], order) =>
      order === null ? undefined : inOrder(y, first, second, order),
  ],
  [/(?<![\d.])(\d{1,2})\.(\d{1,2})\.([0-3]\d)(?![\d.])/g, ([, d, m, y]) => dayOf(y, m, d)],
];

/** Longer texts are paragraphs, in which a date says when something happened. */
const MAX_TEXT = 1_000;

/** All dates that a text prints for people, in order, each as midnight UTC of its day. */
export function printedDates(text: string, order: DayOrder = null): PrintedDate[] {
  // Most lines have no two digits in a row and no ‘5.’.
  if (!/\d/.test(text)) return [];
  const found: PrintedDate[] = [];
  for (const [form, read] of FORMS) {
    for (const match of text.slice(0, MAX_TEXT).matchAll(form)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && other.start < end)) continue;
      const date = read(match, order);
      if (date !== undefined) found.push({ date, start, end });
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}

/** The first date that a text prints for people; midnight UTC of that day. */
export function parsePrintedDate(text: string, order: DayOrder = null): WrittenDate | undefined {
  return printedDates(text, order)[0]?.date;
}

/** `25/12/2025` and `12/25/2025`; where both readings are dates, the page's order tells. */
function inOrder(
  year: string | undefined,
  first: string | undefined,
  second: string | undefined,
  order: DayOrder,
): WrittenDate | undefined {
  if (Number(first) > 12 || first === second) return dayOf(year, second, first);
  if (Number(second) > 12) return dayOf(year, first, second);
  if (order === null) return undefined;
  return order === 'day-first' ? dayOf(year, second, first) : dayOf(year, first, second);
}
