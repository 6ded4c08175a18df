import { comparable } from './comparable.ts';
import { hasType, isEntity, textOf } from './json-ld.ts';
import type { Entity } from './json-ld.ts';

/** An author as structured data name one. */
export interface StatedAuthor {
  name: string;
  isOrganisation: boolean;
}

/** What a page's structured data say about its article. */
export interface StructuredArticle {
  headline: string | null;
  alternativeHeadline: string | null;
  authors: StatedAuthor[];
  section: string | null;
  /** Names of the site and of its publisher, best first. */
  siteNames: string[];
  published: unknown;
  modified: unknown;
  language: string | null;
}

const ARTICLE_TYPE =
  /(?:Article|Posting|Report|Review|Blog|AnalysisNewsArticle|CreativeWork|Recipe)$/;

/** Of these a page may hold many beside its article. */
const LESSER_TYPE = /(?:Review|Blog|CreativeWork)$/;

/**
 * Finds the article among a page's JSON-LD, wherever it is nested (`@graph`, `mainEntity`, arrays).
 * Where there are several, it is the one that names the page's address or title; what it lacks is
 * taken from the `WebPage`.
 *
 * @param titles What the page calls itself elsewhere: `<title>`, OpenGraph.
 * @see https://schema.org/NewsArticle
 */
export function readStructuredArticle(
  entities: readonly Entity[],
  address: string | null,
  titles: string[],
): StructuredArticle | null {
  const article = entities
    .filter((entity) => hasType(entity, ARTICLE_TYPE))
    .map((entity, index) => ({ entity, points: pointsOf(entity, address, titles), index }))
    // A review that names neither the page nor its title is a customer's.
    .filter(({ points }) => points > -3)
    .toSorted((a, b) => b.points - a.points || a.index - b.index)[0]?.entity;
  const page = entities.find((entity) => hasType(entity, /WebPage$|^FAQPage$|^AboutPage$/));
  if (article === undefined && page === undefined) return null;
  // What only refers to an entity has its `@id`, too, and nothing else.
  const named = entities.filter((entity) => entity['name'] !== undefined);
  const byId = new Map(named.map((entity) => [entity['@id'], entity]));
  const first = (key: string): unknown => article?.[key] ?? page?.[key];
  const authors = ['author', 'creator'].map((key) => authorsIn(first(key), byId));
  const publishers = authorsIn(first('publisher'), byId).map(({ name }) => name);
  const site = entities.find((entity) => hasType(entity, /^WebSite$/));
  return {
    headline: textOf(article?.['headline']) ?? textOf(article?.['name']),
    alternativeHeadline: textOf(article?.['alternativeHeadline']),
    authors: authors.find((names) => names.length > 0) ?? [],
    section: textOf(article?.['articleSection']),
    siteNames: [...publishers, textOf(site?.['name'])].filter((name) => name !== null),
    published: first('datePublished') ?? article?.['dateCreated'] ?? article?.['uploadDate'],
    modified: first('dateModified'),
    language: textOf(first('inLanguage')),
  };
}

/** How much speaks for an entity being the page's article. */
function pointsOf(entity: Entity, address: string | null, titles: string[]): number {
  const headline = textOf(entity['headline']);
  const name = comparable(headline ?? textOf(entity['name']) ?? '');
  const isTitle = name !== '' && titles.some((title) => comparable(title).includes(name));
  const main = entity['mainEntityOfPage'];
  const addresses = [entity['url'], entity['@id'], isEntity(main) ? main['@id'] : main];
  const isHere = address !== null && addresses.some((one) => isSamePage(one, address));
  return (
    (isTitle ? 4 : 0) +
    (isHere ? 2 : 0) +
    (headline === null ? 0 : 1) -
    (hasType(entity, LESSER_TYPE) ? 3 : 0)
  );
}

function isSamePage(value: unknown, address: string): boolean {
  const bare = (one: string): string => one.replace(/^https?:\/\/(?:www\.)?|[?#].*$|\/$/g, '');
  return typeof value === 'string' && bare(value) === bare(address);
}

/** A name as a string is one, or the `@id` of what has one. */
function nameOf(value: unknown, byId: Map<unknown, Entity>): string | null {
  return typeof value === 'string' ? (textOf(byId.get(value)?.['name']) ?? textOf(value)) : null;
}

/** Persons or organisations: strings, objects with a name, references by `@id`, or lists of them. */
function authorsIn(value: unknown, byId: Map<unknown, Entity>): StatedAuthor[] {
  const listed: unknown[] = Array.isArray(value) ? value.flat() : [value];
  return listed.slice(0, 50).flatMap((one) => {
    const entity = isEntity(one) ? (one['name'] === undefined ? byId.get(one['@id']) : one) : null;
    const name = isEntity(one) ? textOf(entity?.['name']) : nameOf(one, byId);
    if (name === null) return [];
    const isOrganisation =
      isEntity(entity) && hasType(entity, /Organization$|^WebSite$|^Corporation$|^Brand$/);
    return [{ name, isOrganisation }];
  });
}
