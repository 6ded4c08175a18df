import { all, collapsed } from './dom.ts';
import type { PageDocument } from './dom.ts';

/** What a page's structured data says about its article. */
export interface StructuredArticle {
  headline: string | null;
  alternativeHeadline: string | null;
  authors: string[];
  siteName: string | null;
  published: unknown;
  modified: unknown;
  language: string | null;
}

type Entity = Record<string, unknown>;

/** Pages have been seen with a few hundred entities; more is an attack. */
const MAX_ENTITIES = 5_000;

const ARTICLE_TYPE = /(?:Article|BlogPosting|Posting|Report|Review|Blog|LiveBlogPosting)$/;

/**
 * Reads the article of a page's JSON-LD: the first entity of an article's type with a headline,
 * wherever it is nested (`@graph`, `mainEntity`, arrays); what it lacks is taken from the
 * `WebPage`. Blocks that are not JSON are skipped.
 *
 * @see https://schema.org/NewsArticle
 */
export function readStructuredArticle(document: PageDocument): StructuredArticle | null {
  const entities = entitiesOf(document);
  const articles = entities.filter((entity) => hasType(entity, ARTICLE_TYPE));
  const article = articles.find((entity) => text(entity['headline']) !== null) ?? articles[0];
  const page = entities.find((entity) => hasType(entity, /WebPage$/));
  if (article === undefined && page === undefined) return null;
  // What only refers to an entity has its `@id`, too, and nothing else.
  const named = entities.filter((entity) => entity['name'] !== undefined);
  const byId = new Map(named.map((entity) => [entity['@id'], entity]));
  return {
    headline: text(article?.['headline']) ?? text(article?.['name']),
    alternativeHeadline: text(article?.['alternativeHeadline']),
    authors: namesIn(article?.['author'] ?? article?.['creator'] ?? page?.['author'], byId),
    siteName: namesIn(article?.['publisher'] ?? page?.['publisher'], byId)[0] ?? siteOf(entities),
    published: article?.['datePublished'] ?? article?.['dateCreated'] ?? page?.['datePublished'],
    modified: article?.['dateModified'] ?? page?.['dateModified'],
    language: text(article?.['inLanguage'] ?? page?.['inLanguage']),
  };
}

/** Every object in the page's JSON-LD, in order, nested ones after those that hold them. */
function entitiesOf(document: PageDocument): Entity[] {
  const found: Entity[] = [];
  const waiting: unknown[] = all(document, 'script[type*="ld+json" i]').map((script) =>
    parseJson(script.textContent ?? ''),
  );
  for (let at = 0; at < waiting.length && at < MAX_ENTITIES; at++) {
    const value = waiting[at];
    if (Array.isArray(value)) waiting.push(...value.slice(0, MAX_ENTITIES));
    else if (isEntity(value)) {
      found.push(value);
      waiting.push(...Object.values(value).filter((inner) => typeof inner === 'object'));
    }
  }
  return found;
}

/** JSON as sites write it: in a CDATA section or a comment, with line ends inside strings. */
function parseJson(written: string): unknown {
  const json = written
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*$/, '')
    .replace(/;\s*$/, '');
  for (const attempt of [json, json.replace(/\p{Cc}+/gu, ' ')]) {
    try {
      const value: unknown = JSON.parse(attempt);
      return value;
    } catch {
      // The second attempt, or no structured data.
    }
  }
  return null;
}

function isEntity(value: unknown): value is Entity {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasType(entity: Entity, type: RegExp): boolean {
  return [entity['@type']].flat().some((name) => typeof name === 'string' && type.test(name));
}

/** Names of persons or organisations: strings, objects with a name, references by `@id`, or lists of them. */
function namesIn(value: unknown, byId: Map<unknown, Entity>): string[] {
  const listed: unknown[] = Array.isArray(value) ? value : [value];
  return listed.slice(0, 50).flatMap((one) => {
    if (!isEntity(one)) return text(one) ?? [];
    return text(one['name']) ?? text(byId.get(one['@id'])?.['name']) ?? [];
  });
}

function siteOf(entities: Entity[]): string | null {
  return text(entities.find((entity) => hasType(entity, /^WebSite$/))?.['name']);
}

/** Text, of lists the first, of language-tagged values the value; entities of HTML are resolved. */
function text(value: unknown): string | null {
  if (Array.isArray(value)) return text(value.find((one) => typeof one === 'string'));
  if (isEntity(value)) return typeof value['@value'] === 'string' ? text(value['@value']) : null;
  if (typeof value !== 'string') return null;
  const plain = collapsed(decodeEntities(value));
  return plain === '' ? null : plain;
}

const NAMED = new Map(
  Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }),
);

/** In JSON no entity means anything, yet many sites write `&amp;` and `&#8217;` there. */
function decodeEntities(written: string): string {
  return written.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi,
    (whole, decimal, hex, name) => {
      if (name !== undefined) return NAMED.get(String(name).toLowerCase()) ?? whole;
      const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : whole;
    },
  );
}
