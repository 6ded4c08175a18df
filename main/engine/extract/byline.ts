import { parsePrintedDate } from './dates.ts';
import { all, collapsed } from './dom.ts';
import type { PageDocument } from './dom.ts';
import { namesOfByline, uniqueNames } from './names.ts';
import { isAside } from './regions.ts';

/** Elements that hold an author's name and hardly anything else, most telling first. */
const MARKED = [
  '[itemprop~="author"] [itemprop~="name"], [itemprop~="author"][itemprop~="name"]',
  '[rel~="author"]',
  '[itemprop~="author"]',
  '[class~="author-name" i], [class~="byline-name" i], [class~="author_name" i], [class~="author__name" i], [class~="p-author" i]',
  'a[href*="/author/" i], a[href*="/authors/" i], a[href*="/autor/" i]',
  '[class~="byline" i], [class~="by-line" i], [class~="author" i], [class*="byline" i], [class*="author-name" i], [class*="article-author" i], [class*="post-author" i], [class*="entry-author" i]',
];

const METAS = [
  'author',
  'article:author',
  'article:author_name',
  'dc.creator',
  'dcterms.creator',
  'parsely-author',
  'sailthru.author',
  'byl',
  'citation_author',
  'cxenseparse:author',
  'twitter:data1',
];

/**
 * The names of an article's authors: structured data, metadata, elements marked as byline, and
 * last a short line near the top that starts with `By`.
 */
export function bylineOf(
  document: PageDocument,
  structured: string[],
  metas: Map<string, string>,
  lines: string[],
): string[] {
  const stated = uniqueNames(structured.flatMap(namesOfByline));
  if (stated.length > 0) return stated;
  // Several metas of one name are several authors.
  const repeated = all(document, 'meta[name="author" i], meta[property="article:author" i]').map(
    (meta) => meta.getAttribute('content') ?? '',
  );
  const inMetas = [
    uniqueNames(repeated.flatMap(namesOfByline)),
    ...METAS.filter(
      (name) => name !== 'twitter:data1' || /written by/i.test(metas.get('twitter:label1') ?? ''),
    ).map((name) => uniqueNames(namesOfByline(metas.get(name) ?? ''))),
  ].find((names) => names.length > 0);
  return inMetas ?? markedNames(document) ?? printedNames(lines) ?? [];
}

/** A short line that starts as bylines do, `By Ada Byron`, or names people beside a date. */
function printedNames(lines: string[]): string[] | undefined {
  const byline = lines.find(
    (text) =>
      /^(?:(?:written|posted|reported)\s+)?(?:by|von|par|por)[:\s]\s*\p{Lu}/iu.test(text) &&
      text.length <= 80,
  );
  if (byline !== undefined) return uniqueNames(namesOfByline(byline));
  const dated = lines.find((text) => text.length <= 120 && parsePrintedDate(text) !== undefined);
  const names = (dated ?? '').split(/\s*[,|·•–—]\s*/u).filter((part) => PERSON.test(part));
  return names.length > 0 ? uniqueNames(names) : undefined;
}

/** Two to four words with capitals and no digit. */
const PERSON = /^\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]*){1,3}$/u;

function markedNames(document: PageDocument): string[] | undefined {
  for (const selector of MARKED) {
    const elements = all(document, selector)
      .slice(0, 100)
      .filter((element) => !isAside(element));
    // Lists of articles repeat bylines; an article has its own on top.
    const texts = elements.slice(0, 4).map((element) => collapsed(element.textContent));
    const names = uniqueNames(texts.filter((text) => text.length <= 120).flatMap(namesOfByline));
    if (names.length > 0) return selector === MARKED.at(-1) ? names.slice(0, 3) : names;
  }
  return undefined;
}
