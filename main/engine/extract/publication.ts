import type { Timestamp } from '../../../contract/types.ts';
import { DAY_MS, HOUR_MS, localDay } from './calendar.ts';
import type { DayOrder, WrittenDate } from './calendar.ts';
import type { DateRole, NamedDate } from './date-labels.ts';
import { dateInAddress, parseDate } from './dates.ts';
import type { PageDocument, PageElement } from './dom.ts';
import { isElsewhere } from './elsewhere.ts';
import type { Head } from './head.ts';
import type { Line } from './lines.ts';
import type { Marks } from './marks.ts';
import type { Metas } from './metas.ts';
import {
  dateOfElement,
  datesNearTitle,
  datesOfElements,
  labelledBeside,
  labelledDates,
  openingDate,
} from './printed-evidence.ts';
import { dateInScripts } from './script-dates.ts';
import type { StructuredArticle } from './structured.ts';

/** Names of `<meta>` that only articles have. */
const PUBLISHED_METAS = [
  'article:published_time',
  'og:published_time',
  'og:article:published_time',
  'citation_publication_date',
  'citation_online_date',
  'citation_date',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.issued',
  'article.published',
  'article_date_original',
  'originalpublicationdate',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'vf:published',
  'published-date',
  'published_at',
  'published',
  'publication_date',
  'publish-date',
  'publish_date',
  'publishdate',
  'pubdate',
  'release_date',
];

/** Names of `<meta>` under which sites also write when a page was made or last changed. */
const VAGUE_METAS = ['dc.date', 'dcterms.date', 'dcterms.created', 'dc.date.created', 'date'];

const MODIFIED_METAS = [
  'article:modified_time',
  'og:updated_time',
  'og:article:modified_time',
  'datemodified',
  'dcterms.modified',
  'dc.date.modified',
  'last-modified',
  'lastmod',
  'updated',
];

export interface DateEvidence {
  structured: StructuredArticle | null;
  metas: Metas;
  marks: Marks;
  address: string | null;
  head: Head;
  lines: readonly Line[];
  title: string;
  order: DayOrder;
}

export interface Publication {
  published: WrittenDate | null;
  modified: WrittenDate | null;
}

/**
 * When an article was published and last changed. In this order, and why: `docs/extraction.md`.
 *
 * 1. `<meta>` that only articles have, then JSON-LD, if no other day is the only one printed.
 * 2. The day in the address.
 * 3. Elements marked as the date of publication.
 * 4. Dates near the headline that no word calls another, or that open a paragraph.
 * 5. The printed day of the last change; then `<meta>` that may mean another date.
 * 6. Dates that a line anywhere calls that of publication; those in elements named for a date.
 * 7. The state that the page's scripts start from; a label in a sidebar.
 */
export function publicationOf(document: PageDocument, evidence: DateEvidence): Publication {
  const { order } = evidence;
  const stated = inMetas(evidence, PUBLISHED_METAS);
  const told =
    inMetas(evidence, ['datepublished']) ?? parseDate(evidence.structured?.published, order);
  const near = nearDates(evidence, stated ?? told);
  const modified = modifiedOf(evidence, near);
  const written =
    stated ??
    told ??
    dateInAddress(evidence.address) ??
    printedPublication(document, evidence, near);
  if (written === undefined) return { published: null, modified: modified ?? null };
  const published = corrected(written, near, modified, evidence);
  if (stated !== undefined || told === undefined) return { published, modified: modified ?? null };
  return {
    published: onlyShown(near, published, evidence) ?? published,
    modified: modified ?? null,
  };
}

/** The dates near the headline, read in the order that makes one of them the day machines are told. */
function nearDates({ head, order }: DateEvidence, known: WrittenDate | undefined): NamedDate[] {
  const near = datesNearTitle(head, order);
  if (known === undefined) return near;
  const isKnown = ({ date }: NamedDate): boolean => localDay(date) === localDay(known);
  if (near.some(isKnown)) return near;
  const others = (['day-first', 'month-first'] as const).map((other) =>
    datesNearTitle(head, other),
  );
  return others.find((dates) => dates.some(isKnown)) ?? near;
}

function modifiedOf(evidence: DateEvidence, near: NamedDate[]): WrittenDate | undefined {
  return (
    inMetas(evidence, MODIFIED_METAS) ??
    parseDate(evidence.structured?.modified, evidence.order) ??
    datesIn(evidence.marks.modified, evidence.order)[0] ??
    called(near, 'modified')
  );
}

function printedPublication(
  document: PageDocument,
  evidence: DateEvidence,
  near: NamedDate[],
): WrittenDate | undefined {
  const { order, head, marks, lines, title } = evidence;
  const marked = datesIn(marks.published, order);
  // Several days in one page's marks are those of its teasers, too.
  const isOne = new Set(marked.map(localDay)).size === 1;
  const early =
    (isOne ? marked[0] : undefined) ??
    called(near, 'published') ??
    called(near, 'unnamed') ??
    marked[0] ??
    openingDate(head, order) ??
    called(near, 'modified') ??
    inMetas(evidence, VAGUE_METAS);
  if (early !== undefined) return early;
  const labelled = labelledDates(lines, order);
  const named = datesOfElements(marks, order);
  return (
    called(labelled, 'published') ??
    called(named, 'published') ??
    called(named, 'unnamed') ??
    dateInScripts(document, title) ??
    called(labelledBeside(lines, order), 'published') ??
    called(named, 'modified') ??
    called(labelled, 'modified')
  );
}

/** The first date that is called so. */
function called(dates: NamedDate[], role: DateRole): WrittenDate | undefined {
  return dates.find((one) => one.role === role)?.date;
}

function inMetas(
  { metas, order }: DateEvidence,
  names: readonly string[],
): WrittenDate | undefined {
  for (const value of names.flatMap((name) => metas.get(name) ?? [])) {
    const date = parseDate(value, order);
    if (date !== undefined) return date;
  }
  return undefined;
}

function datesIn(elements: PageElement[], order: DayOrder): WrittenDate[] {
  return elements
    .slice(0, 50)
    .filter((element) => !isElsewhere(element))
    .map((element) => dateOfElement(element, order))
    .filter((date) => date !== undefined);
}

/** The farthest a clock can be from UTC to explain a printed day; minutes. */
const FARTHEST_ZONE = 11 * 60;

/**
 * What the page prints near the headline, or its address says, set against what machines are told:
 *
 * - A machine's date equal to that of the last change is that of the last build, so that an earlier
 *   printed one is right.
 * - A time in UTC whose day is not the printed one was another day where it was written. The zone is
 *   then the nearest one in which the day is the printed one.
 */
function corrected(
  date: WrittenDate,
  near: NamedDate[],
  modified: WrittenDate | undefined,
  evidence: DateEvidence,
): WrittenDate {
  const day = localDay(date);
  const changed = modified === undefined ? null : localDay(modified);
  const printed = called(near, 'published') ?? called(near, 'unnamed');
  const shown = dateInAddress(evidence.address) ?? printed;
  if (date.hasTime && date.zone === 0 && shown !== undefined) {
    const shownDay = localDay(shown);
    const zone = shownDay < day ? zoneBefore(date.at, day) : zoneAfter(date.at, day);
    const isNear = Math.abs(shownDay - day) === DAY_MS && Math.abs(zone) <= FARTHEST_ZONE;
    if (isNear && shownDay !== changed) return { ...date, zone };
  }
  const inAddress = dateInAddress(evidence.address);
  const isBuild =
    changed !== null &&
    Math.abs(changed - day) <= DAY_MS &&
    (inAddress === undefined || localDay(inAddress) !== day);
  return isBuild && printed !== undefined && localDay(printed) < day - DAY_MS ? printed : date;
}

/**
 * The one day that is printed near the headline, be it that of the last change. Structured data
 * often tell the first day of a text that was rewritten since, and readers see no other than this.
 */
function onlyShown(
  near: NamedDate[],
  told: WrittenDate,
  { address }: DateEvidence,
): WrittenDate | undefined {
  const shown = near.filter(({ role }) => role !== 'other').map(({ date }) => date);
  if (new Set(shown.map(localDay)).size !== 1 || dateInAddress(address) !== undefined)
    return undefined;
  const [date] = shown;
  return date !== undefined && localDay(date) !== localDay(told) ? date : undefined;
}

/** The zone nearest to UTC, in whole hours, in which it is still the day before. */
function zoneBefore(at: Timestamp, day: Timestamp): number {
  return -60 * (Math.floor((at - day) / HOUR_MS) + 1);
}

/** The zone nearest to UTC, in whole hours, in which it is the day after already. */
function zoneAfter(at: Timestamp, day: Timestamp): number {
  return 60 * Math.ceil((day + DAY_MS - at) / HOUR_MS);
}
