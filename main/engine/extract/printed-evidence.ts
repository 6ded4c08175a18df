import { isElsewhere } from './elsewhere.ts';
import type { DayOrder } from './calendar.ts';
import { namedDates, roleOf } from './date-labels.ts';
import type { NamedDate } from './date-labels.ts';
import { parseDate } from './dates.ts';
import { collapsed, namesOf } from './dom.ts';
import type { PageElement } from './dom.ts';
import type { Head, HeadLine } from './head.ts';
import type { Line } from './lines.ts';
import type { Marks } from './marks.ts';
import { spacedText } from './spaced.ts';

/** A line without a label that is longer is a sentence; characters. */
const LONGEST_LINE = 100;

/** Before 1995 nothing was published on the web; such a date is one that a text is about. */
const FIRST_DAY = Date.UTC(1995, 0, 1);

/** Dates that stand near the headline, under it first. */
export function datesNearTitle(head: Head, order: DayOrder): NamedDate[] {
  return [...head.after, ...head.before.toReversed()].flatMap((line) => datesOfLine(line, order));
}

/** A line's dates: what its `<time>` say to machines, else what it prints. */
function datesOfLine({ line, text }: HeadLine, order: DayOrder): NamedDate[] {
  const times = new Set(
    line.nodes
      .map((node) => node.parentNode?.closest('time[datetime]') ?? null)
      .filter((time) => time !== null),
  );
  const stated = [...times].flatMap((time) => namedTime(time, order));
  if (stated.length > 0) return stated;
  const dates = namedDates(text.slice(0, 2 * LONGEST_LINE), order);
  if (text.length <= LONGEST_LINE && !/[.!?。]$/.test(text)) {
    return dates.filter(({ date, role }) => role !== 'unnamed' || date.at >= FIRST_DAY);
  }
  return dates.filter(({ role }) => role === 'published' || role === 'modified');
}

function namedTime(time: PageElement, order: DayOrder): NamedDate[] {
  const date = dateOfElement(time, order);
  if (date === undefined) return [];
  const before = collapsed(time.previousElementSibling?.textContent ?? '').slice(-40);
  const own = collapsed(time.textContent).slice(0, 40);
  const around = collapsed(time.parentNode?.textContent ?? '');
  const at = around.indexOf(own);
  const label = at > 0 ? around.slice(Math.max(0, at - 40), at) : before;
  const named = roleOf(`${namesOf(time).replace(/published/i, '')} ${label}`);
  // `published updated` is how WordPress marks the one date of an article that never changed.
  return [{ date, role: /published/i.test(namesOf(time)) ? 'published' : named }];
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

/** Dates anywhere on the page that a line says are those of its publication or change. */
export function labelledDates(lines: readonly Line[], order: DayOrder): NamedDate[] {
  return lines
    .filter(
      ({ text }) =>
        text.length <= 200 && /\d/.test(text) && roleOf(text.slice(0, 80)) !== 'unnamed',
    )
    .filter(({ nodes }) => {
      const parent = nodes[0]?.parentNode ?? null;
      return parent !== null && !isElsewhere(parent);
    })
    .flatMap(({ nodes }) => namedDates(spacedText(nodes), order))
    .filter(({ role }) => role === 'published' || role === 'modified');
}
