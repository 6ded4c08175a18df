import type { WrittenDate } from './calendar.ts';
import { localDay } from './calendar.ts';
import { parseDate } from './dates.ts';
import { all } from './dom.ts';
import type { PageDocument } from './dom.ts';

/** Names that a page's own data have for when its article was published, however they are quoted. */
const PUBLISHED =
  /\\*"(?:datePublished|date_published|publishedAt|published_at|publishDate|publish_date|publishedDate|published_date|publicationDate|publication_date|pubDate|pub_date|firstPublished(?:At|Date)?|first_published_at|published|publishedOn|date|date_gmt|createdAt|created_at)\\*"\s*:\s*\\*"(\d{4}-\d{2}-\d{2}[^"\\]{0,20})/g;

/** Names that say nothing else than that. */
const SURELY = /publi|pub_?date/i;

/** Larger scripts hold programs and lists of articles; characters. */
const MAX_SCRIPT = 3_000_000;

/** So far before or after a title its date stands, in an article's own record; characters. */
const NEAR_TITLE = 1_500;

/**
 * The date in the state that a page's scripts start from (`__NEXT_DATA__` and its like): the one
 * that stands nearest to the title, else the only day that is surely a day of publication.
 */
export function dateInScripts(document: PageDocument, title: string): WrittenDate | undefined {
  const scripts = all(document, 'script:not([src])')
    .filter((script) => !/ld\+json/i.test(script.getAttribute('type') ?? ''))
    .map((script) => script.textContent ?? '')
    .filter((text) => text.length <= MAX_SCRIPT && /"\s*:\s*\\*"\d{4}-\d\d-\d\d/.test(text));
  const found = scripts.flatMap((text) => datesIn(text, title));
  const nearest = found
    .filter(({ distance }) => distance <= NEAR_TITLE)
    .toSorted((a, b) => a.distance - b.distance)[0];
  if (nearest !== undefined) return nearest.date;
  const sure = found.filter(({ isSure }) => isSure);
  const days = new Set(sure.map(({ date }) => localDay(date)));
  return days.size === 1 ? sure[0]?.date : undefined;
}

interface ScriptDate {
  date: WrittenDate;
  /** Characters from the nearest place where the title stands. */
  distance: number;
  isSure: boolean;
}

function datesIn(text: string, title: string): ScriptDate[] {
  const wanted = title.slice(0, 40);
  const places: number[] = [];
  for (
    let at = wanted.length >= 10 ? text.indexOf(wanted) : -1;
    at !== -1 && places.length < 100;
    at = text.indexOf(wanted, at + 1)
  ) {
    places.push(at);
  }
  const dates: ScriptDate[] = [];
  let seen = 0;
  for (const match of text.matchAll(PUBLISHED)) {
    if (++seen > 500) break;
    const date = parseDate(match[1]);
    if (date === undefined) continue;
    const distance = Math.min(...places.map((place) => Math.abs(place - match.index)), Infinity);
    dates.push({ date, distance, isSure: SURELY.test(match[0]) });
  }
  return dates;
}
