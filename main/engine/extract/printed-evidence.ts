import { isBeyondSidebar, isElsewhere } from './elsewhere.ts';
import { localDay } from './calendar.ts';
import type { DayOrder } from './calendar.ts';
import { BY } from './byline-words.ts';
import { isSaidPublished, namedDates, roleOf } from './date-labels.ts';
import type { NamedDate } from './date-labels.ts';
import { parseDate } from './dates.ts';
import { collapsed, namesOf } from './dom.ts';
import type { PageElement } from './dom.ts';
import type { Head, HeadLine } from './head.ts';
import type { Line } from './lines.ts';
import type { Marks } from './marks.ts';
import { printedDates } from './printed-dates.ts';
import { spacedText } from './spaced.ts';

/** A line without a label that is longer is a sentence; characters. */
const LONGEST_LINE = 100;

/** Before 1995 nothing was published on the web; such a date is one that a text is about. */
const FIRST_DAY = Date.UTC(1995, 0, 1);

/** Dates that stand near the headline, under it first. */
export function datesNearTitle(head: Head, order: DayOrder): NamedDate[] {
  const dates = (lines: readonly HeadLine[]): NamedDate[][] =>
    lines.map((line, index) => datesOfLine(line, order, lines[index - 1]?.text));
  return [...dates(head.after), ...dates(head.before).toReversed()].flat();
}

/** A line's dates: what its `<time>` say to machines, else what it prints. */
function datesOfLine({ line, text }: HeadLine, order: DayOrder, lineBefore = ''): NamedDate[] {
  const times = new Set(
    line.nodes
      .map((node) => node.parentNode?.closest('time[datetime]') ?? null)
      .filter((time) => time !== null),
  );
  const stated = [...times].flatMap((time) => namedTime(time, order));
  if (stated.length > 0) return stated;
  const dates = namedDates(text.slice(0, 2 * LONGEST_LINE), order, lineBefore);
  if (text.length <= LONGEST_LINE && !/[.!?。]$/.test(text)) {
    return dates.filter(({ date, role }) => role !== 'unnamed' || date.at >= FIRST_DAY);
  }
  return dates.filter(
    ({ role }) => (role === 'published' && isSaidPublished(text)) || role === 'modified',
  );
}

/** What stands before the date that opens a paragraph: nothing, or a place. */
const PLACE =
  /^[\s([–—-]*(?:(?!(?:On|In|Am|Im|Seit|Le|El|En|Since|As|By)\s)(?:\p{Lu}[\p{L}.'’ -]{1,40}(?:[,/(–—-]|\([^()]{2,20}\)[,–—-]?)|\p{Lu}{2}[\p{Lu} .'’-]{0,40})\s*(?:den\s+)?)?$/u;

/** What sets such a date off from the text. */
const SET_OFF =
  /^(?:,?\s*\d{1,2}[:.]\d{2}(?:\s*Uhr)?)?\s*[)\]]?(?:\s*\([^()]{2,40}\)|\s*\/[^/]{2,40}\/)?\s*(?:[–—:|.]|--?\s|\/\/?\s)/u;

/** The date that opens a paragraph under the headline: `BERLIN, 12 March 2024 — The keeper …`. */
export function openingDate(head: Head, order: DayOrder): NamedDate['date'] | undefined {
  for (const { text } of head.after) {
    if (text.length <= LONGEST_LINE) continue;
    const [first] = printedDates(text.slice(0, LONGEST_LINE), order);
    if (first === undefined || !PLACE.test(text.slice(0, first.start))) continue;
    if (SET_OFF.test(text.slice(first.end, first.end + 60))) return first.date;
  }
  return undefined;
}

function namedTime(time: PageElement, order: DayOrder): NamedDate[] {
  const date = dateOfElement(time, order);
  if (date === undefined) return [];
  const before = collapsed(time.previousElementSibling?.textContent ?? '').slice(-40);
  const own = collapsed(time.textContent).slice(0, 40);
  const names = `${namesOf(time)} ${time.getAttribute('itemprop') ?? ''}`;
  const around = collapsed(time.parentNode?.textContent ?? '');
  const at = around.indexOf(own);
  const label = at > 0 ? around.slice(Math.max(0, at - 40), at) : before;
  // `published updated` is how WordPress marks the one date of an article that never changed, and
  // some of its themes write `entry-date updated` for the date of publication.
  const isPublished = /published|entry-date/i.test(names) && !/dateModified/.test(names);
  return [{ date, role: isPublished ? 'published' : roleOf(`${names} ${label}`) }];
}

/** What an element says a date is, to machines or else to people. */
export function dateOfElement(
  element: PageElement,
  order: DayOrder,
): NamedDate['date'] | undefined {
  return (
    parseDate(element.getAttribute('datetime'), order) ??
    parseDate(element.getAttribute('content'), order) ??
    parseDate(collapsed(element.textContent).slice(0, 200), order)
  );
}

/** Dates in `<time>` and in elements named for a date, in page order. */
export function datesOfElements(marks: Marks, order: DayOrder): NamedDate[] {
  const times = marks.times
    .slice(0, 50)
    .filter((time) => !isElsewhere(time))
    .slice(0, 5)
    .flatMap((time) => namedTime(time, order));
  const named = marks.dates
    .filter((element) => !/modal|candidate|mandate|event/i.test(namesOf(element)))
    .flatMap((element) => {
      const text = collapsed(element.textContent);
      if (text.length > 200 || !/\d/.test(text) || isElsewhere(element)) return [];
      const isModified = /updat|modif/i.test(namesOf(element));
      return namedDates(isModified ? `Updated ${text}` : text, order);
    });
  return [...times, ...named];
}

/**
 * Dates anywhere on the page that a line, or the one before it, says are those of its publication or
 * change, and those in a line that begins as bylines do.
 */
export function labelledDates(lines: readonly Line[], order: DayOrder): NamedDate[] {
  return labelled(lines, order, isElsewhere);
}

/** The same in sidebars, too, where they agree: a list of other articles has several days. */
export function labelledBeside(lines: readonly Line[], order: DayOrder): NamedDate[] {
  const dates = labelled(lines, order, isBeyondSidebar);
  return new Set(dates.map(({ date }) => localDay(date))).size === 1 ? dates : [];
}

function labelled(
  lines: readonly Line[],
  order: DayOrder,
  isOther: (element: PageElement) => boolean,
): NamedDate[] {
  return lines
    .flatMap((line, index) => {
      const { text, nodes } = line;
      if (text.length > 200 || !/\d/.test(text)) return [];
      const before = lines[index - 1]?.text ?? '';
      const isByline = text.length <= LONGEST_LINE && BY.test(text);
      if (!isByline && roleOf(text) === 'unnamed' && roleOf(before) === 'unnamed') return [];
      const parent = nodes[0]?.parentNode ?? null;
      if (parent === null || isOther(parent)) return [];
      const isSentence = text.length > LONGEST_LINE && !isSaidPublished(text);
      return namedDates(spacedText(nodes), order, before)
        .filter(({ role }) => role !== 'published' || !isSentence)
        .map(({ date, role }): NamedDate => {
          return { date, role: isByline && role === 'unnamed' ? 'published' : role };
        });
    })
    .filter(({ role }) => role === 'published' || role === 'modified');
}
