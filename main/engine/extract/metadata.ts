import type { Timestamp } from '../../../contract/types.ts';
import { statedAddress } from './addresses.ts';
import { bylineOf } from './byline.ts';
import { dateInAddress, parseDate, parsePrintedDate } from './dates.ts';
import { all, collapsed, namesOf } from './dom.ts';
import type { PageDocument } from './dom.ts';
import { readStructuredArticle } from './json-ld.ts';
import type { StructuredArticle } from './json-ld.ts';
import { languageOf } from './language.ts';
import { isAside } from './regions.ts';
import { chooseTitle, comparable } from './title.ts';

export interface Metadata {
  title: string | null;
  subtitle: string | null;
  authors: string[];
  siteName: string | null;
  publishedAt: Timestamp | null;
  modifiedAt: Timestamp | null;
  canonicalAddress: string | null;
  language: string | null;
}

/**
 * What a page says about its article, before anything in the page is changed. The order of
 * evidence, and why: `docs/extraction.md`.
 *
 * @param address The page's own address, or `null`.
 * @param lines The page's first lines of text, in which its title may be printed.
 */
export function readMetadata(
  document: PageDocument,
  address: string | null,
  lines: string[],
): Metadata {
  const metas = readMetas(document);
  const structured = readStructuredArticle(document);
  const siteName =
    metas.get('og:site_name') ?? structured?.siteName ?? metas.get('application-name') ?? null;
  const host = URL.parse(address ?? '')?.hostname.replace(/^www\./, '') ?? '';
  const canonicalAddress = statedAddress(document, address);
  const title = chooseTitle(
    document,
    [
      structured?.headline,
      metas.get('og:title'),
      metas.get('twitter:title'),
      metas.get('dc.title'),
      document.querySelector('title')?.textContent,
    ].filter((one) => typeof one === 'string'),
    [siteName, structured?.siteName, host, host.split('.')[0]].filter(
      (one): one is string => typeof one === 'string' && one !== '',
    ),
    lines,
  );
  const titled = lines.findIndex((line) => comparable(line) === comparable(title ?? ''));
  const head = lines.slice(titled + 1, titled + 1 + HEAD_LINES);
  return {
    title,
    subtitle: subtitleOf(document, structured, title) ?? describedLine(head, metas),
    authors: bylineOf(document, structured?.authors ?? [], metas, head),
    siteName,
    publishedAt: publishedAt(document, structured, metas, canonicalAddress ?? address, head),
    modifiedAt:
      firstDate([structured?.modified, ...MODIFIED.map((name) => metas.get(name))]) ??
      firstDate(all(document, '[itemprop~="dateModified"], time.updated').map(dateOfElement)) ??
      null,
    canonicalAddress,
    language: languageOf(document, structured?.language ?? null),
  };
}

/** Bylines, dates and standfirsts stand within so many lines of the title. */
const HEAD_LINES = 8;

const PUBLISHED = [
  'article:published_time',
  'og:published_time',
  'datepublished',
  'date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date',
  'dc.date.issued',
  'dcterms.date',
  'dcterms.created',
  'dcterms.issued',
  'article.published',
  'published-date',
  'cxenseparse:recs:publishtime',
  'citation_publication_date',
  'release_date',
];
const MODIFIED = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms.modified',
  'last-modified',
  'lastmod',
];

/** All `<meta>` with a name and content, by name, property or itemprop in lower case; the first of each. */
function readMetas(document: PageDocument): Map<string, string> {
  const metas = new Map<string, string>();
  for (const meta of all(document, 'meta[content]')) {
    const names = ['property', 'name', 'itemprop']
      .map((key) => meta.getAttribute(key) ?? '')
      .join(' ');
    const content = collapsed(meta.getAttribute('content'));
    for (const name of names.toLowerCase().split(/\s+/)) {
      if (name !== '' && content !== '' && !metas.has(name)) metas.set(name, content);
    }
  }
  return metas;
}

function publishedAt(
  document: PageDocument,
  structured: StructuredArticle | null,
  metas: Map<string, string>,
  address: string | null,
  head: string[],
): Timestamp | null {
  return (
    firstDate([structured?.published, ...PUBLISHED.map((name) => metas.get(name))]) ??
    firstDate(
      all(
        document,
        '[itemprop~="datePublished"], time[pubdate], time.published, time.entry-date',
      ).map(dateOfElement),
    ) ??
    dateInAddress(address) ??
    timeNearTitle(document) ??
    printedDate(document) ??
    firstDate(head.filter((text) => text.length <= 120).map(parsePrintedDate)) ??
    null
  );
}

function firstDate(values: unknown[]): Timestamp | undefined {
  for (const value of values) {
    const parsed = parseDate(value);
    if (parsed !== undefined) return parsed;
  }
  return undefined;
}

function dateOfElement(element: {
  getAttribute(name: string): string | null;
  textContent: string | null;
}): string {
  return (
    element.getAttribute('datetime') ??
    element.getAttribute('content') ??
    collapsed(element.textContent).slice(0, 200)
  );
}

function timeNearTitle(document: PageDocument): Timestamp | undefined {
  const times = all(document, 'time')
    .slice(0, 50)
    .filter((time) => !isAside(time));
  return firstDate(times.slice(0, 5).map(dateOfElement));
}

/** A date printed in an element whose name says that it holds one. */
function printedDate(document: PageDocument): Timestamp | undefined {
  const named = all(
    document,
    '[class*="date" i], [class*="time" i], [class*="publish" i], [class*="meta" i], [class*="byline" i], [id*="date" i]',
  );
  for (const element of named.slice(0, 200)) {
    if (/update(?:d|r)?\b|modal|candidate|mandate/i.test(namesOf(element)) || isAside(element))
      continue;
    const text = collapsed(element.textContent);
    const found = text.length <= 200 ? parsePrintedDate(text) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A standfirst that the page marks as one and that does not repeat the title. */
function subtitleOf(
  document: PageDocument,
  structured: StructuredArticle | null,
  title: string | null,
): string | null {
  const marked = all(
    document,
    '[itemprop~="alternativeHeadline"], h1 + h2[class*="sub" i], [class~="subtitle" i], [class~="standfirst" i], [class~="dek" i], [class~="subheadline" i], [class~="article-subtitle" i], [class~="lede-dek" i]',
  ).map((element) => collapsed(element.textContent));
  const fit = [structured?.alternativeHeadline, ...marked].find(
    (text) =>
      typeof text === 'string' &&
      text.length >= 3 &&
      text.length <= 500 &&
      comparable(text) !== comparable(title ?? ''),
  );
  return fit ?? null;
}

/** A line under the title that is the page's description, word for word: a standfirst. */
function describedLine(head: string[], metas: Map<string, string>): string | null {
  const described = new Set(
    ['og:description', 'description'].map((name) => comparable(metas.get(name) ?? '')),
  );
  const line = head
    .slice(0, 4)
    .find((text) => text.length >= 20 && described.has(comparable(text)));
  return line ?? null;
}
