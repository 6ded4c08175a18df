import { nodesBelow, isElement } from './dom.ts';
import type { PageDocument, PageElement } from './dom.ts';

/** The elements of a page that its source marks as holding what it says of itself, in page order. */
export interface Marks {
  /** By how telling the mark is: `BYLINE_KINDS`. */
  bylines: PageElement[][];
  published: PageElement[];
  modified: PageElement[];
  times: PageElement[];
  /** Elements only named for a date. */
  dates: PageElement[];
  subtitles: PageElement[];
}

/** Of each sort so many; lists of articles repeat them. */
const MAX_ELEMENTS = 200;

/** How many kinds of marks there are for a byline; of the last two, only the first element counts. */
export const BYLINE_KINDS = 7;

/**
 * Finds all marked elements in one walk: asking the document for each kind would be a walk each.
 *
 * @see https://schema.org/author, https://microformats.org/wiki/h-entry, the HTML standard for `rel`
 */
export function marksOf(document: PageDocument): Marks {
  const marks: Marks = {
    bylines: Array.from({ length: BYLINE_KINDS }, () => []),
    published: [],
    modified: [],
    times: [],
    dates: [],
    subtitles: [],
  };
  for (const node of nodesBelow(document.body)) {
    if (isElement(node)) mark(node, marks);
  }
  return marks;
}

function mark(element: PageElement, marks: Marks): void {
  const classes = element.getAttribute('class') ?? '';
  const property = `${element.getAttribute('itemprop') ?? ''} ${element.getAttribute('property') ?? ''}`;
  const kind = bylineKind(element, classes, property);
  if (kind !== null) add(marks.bylines[kind], element);
  const isTime = element.localName === 'time';
  if (PUBLISHED.test(property) || isPublished(element, classes, isTime))
    add(marks.published, element);
  if (MODIFIED.test(property) || /(?:^|\s)(?:dt-)?updated(?:\s|$)/.test(classes)) {
    add(marks.modified, element);
  }
  if (isTime) add(marks.times, element);
  if (DATE_NAME.test(classes) || /date/i.test(element.getAttribute('id') ?? '')) {
    add(marks.dates, element);
  }
  if (SUBTITLE.test(classes) || /(?:^|\s)alternativeHeadline(?:\s|$)/.test(property)) {
    add(marks.subtitles, element);
  }
}

function add(list: PageElement[] | undefined, element: PageElement): void {
  if (list !== undefined && list.length < MAX_ELEMENTS) list.push(element);
}

const PUBLISHED =
  /(?:^|\s)(?:schema:)?datePublished(?:\s|$)|(?:^|\s)(?:schema:dateCreated|dc:date|dc:created|dcterms:created)(?:\s|$)/;
const MODIFIED = /(?:^|\s)(?:schema:)?dateModified(?:\s|$)/;

function isPublished(element: PageElement, classes: string, isTime: boolean): boolean {
  if (isTime && element.hasAttribute('pubdate')) return true;
  if (!/published|entry-date/.test(classes)) return false;
  const isNamed = /(?:^|\s)(?:published|entry-date|dt-published)(?:\s|$)/.test(classes);
  return isNamed && (isTime || /dt-published/.test(classes) || element.closest('.hentry') !== null);
}

/** What names of classes hold when an element holds a date. */
const DATE_NAME = /date|time|publish|meta|byline|posted/i;

const SUBTITLE =
  /(?:^|\s)(?:subtitle|standfirst|dek|subheadline|article-subtitle|article__subtitle|lede-dek|post-subtitle)(?:\s|$)/i;

/** Addresses of pages about an author. */
const AUTHOR_PAGE = /\/(?:authors?|autor(?:en)?|auteurs?)\//i;

/** How telling an element's mark of a byline is, 0 the most; `null` where it has none. */
function bylineKind(element: PageElement, classes: string, property: string): number | null {
  if (/(?:^|\s)(?:schema:)?author(?:\s|$)|dc:creator/.test(property)) return 0;
  const rel = element.getAttribute('rel');
  if (rel !== null && element.localName !== 'link' && /(?:^|\s)author(?:\s|$)/i.test(rel)) return 1;
  if (/(?:^|\s)(?:p-author|fn)(?:\s|$)/i.test(classes)) {
    return /p-author/i.test(classes) || element.closest('.author, .byline') !== null ? 2 : null;
  }
  if (/author[_-]*name|byline-name/i.test(classes)) return 3;
  if (element.localName === 'a' && AUTHOR_PAGE.test(element.getAttribute('href') ?? '')) return 4;
  if (/(?:^|\s)(?:by-?line|authors?)(?:\s|$)/i.test(classes)) return 5;
  return /byline|author/i.test(classes) ? 6 : null;
}
