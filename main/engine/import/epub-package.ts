import type { Timestamp } from '../../../contract/types.ts';
import { parseDate } from '../extract/dates.ts';
import type { XmlElement } from './xml.ts';

/** A file of a book. */
export interface BookItem {
  /** Its address within the book: `saved://book/text/1.xhtml`. */
  address: string;
  /** Its MIME type, in lower case. */
  type: string;
  properties: string[];
}

/** What the package document of a book says (EPUB 3.3, 5; OPF 2.0.1). */
export interface BookPackage {
  title: string | null;
  authors: string[];
  publishedAt: Timestamp | null;
  items: BookItem[];
  /** The documents in the order of reading; what is beside that order (`linear="no"`) is not here. */
  spine: BookItem[];
  /** The table of contents, for programs: XHTML in EPUB 3, NCX in EPUB 2. */
  contents: BookItem | undefined;
  /** Documents that are there to find the others: cover, table of contents. */
  furniture: Set<string>;
}

/** What programs that make books of articles write where the author should stand. */
const NO_AUTHOR = /^(?:calibre|wallabag|instapaper|pocket|unknown|unknown author)$/i;

/**
 * Reads the package document of a book. Total: what is missing is missing.
 * @param home the address of the document itself, to which those in it are relative
 */
export function readPackage(elements: XmlElement[], home: string): BookPackage {
  const named = (name: string): XmlElement[] => elements.filter((one) => one.name === name);
  const byId = new Map<string, BookItem>();
  for (const { attributes } of named('item')) {
    const address = addressIn(attributes.get('href'), home);
    if (address === null) continue;
    byId.set(attributes.get('id') ?? '', {
      address,
      type: attributes.get('media-type')?.trim().toLowerCase() ?? '',
      properties: (attributes.get('properties') ?? '').split(/\s+/),
    });
  }
  const items = [...byId.values()];
  const spine = new Set(
    named('itemref')
      .filter(({ attributes }) => attributes.get('linear')?.toLowerCase() !== 'no')
      .flatMap(({ attributes }) => byId.get(attributes.get('idref') ?? '') ?? []),
  );
  const nav = items.find(({ properties }) => properties.includes('nav'));
  const toc = named('spine')[0]?.attributes.get('toc');
  const ncx = byId.get(toc ?? '') ?? items.find(({ type }) => type === 'application/x-dtbncx+xml');
  return {
    title: named('title').find(({ text }) => text !== '')?.text ?? null,
    authors: authorsOf(named('creator')),
    publishedAt: dateOf(named('date')),
    items,
    spine: [...spine],
    contents: nav ?? ncx,
    furniture: furnitureOf(named('reference'), home, nav),
  };
}

/**
 * An address in a book, absolute and without fragment; `null` for one on the web, or none.
 * `URL` lets nothing climb out of `saved://book/`.
 */
export function addressIn(href: string | undefined, home: string): string | null {
  const url = href === undefined ? null : URL.parse(href.trim(), home);
  if (url === null || url.protocol !== 'saved:' || url.host !== 'book') return null;
  url.hash = '';
  url.search = '';
  return url.href;
}

/**
 * Cover and contents by what the guide (EPUB 2) or the landmarks (EPUB 3) call them. One with a
 * fragment is a place within a document of which the rest may be the whole book.
 */
export function furnitureOf(references: XmlElement[], home: string, nav?: BookItem): Set<string> {
  const found = references
    .filter(({ attributes }) => /^(?:cover|toc)$/i.test(attributes.get('type')?.trim() ?? ''))
    .filter(({ attributes }) => attributes.get('href')?.includes('#') === false)
    .flatMap(({ attributes }) => addressIn(attributes.get('href'), home) ?? []);
  return new Set(nav === undefined ? found : [...found, nav.address]);
}

/** Those whose role is that of an author, where roles are given (MARC relators). */
function authorsOf(creators: XmlElement[]): string[] {
  const authors = creators.filter(({ attributes }) => attributes.get('role') === 'aut');
  const names = (authors.length > 0 ? authors : creators).map(({ text }) => text);
  return [...new Set(names)].filter((name) => name !== '' && !NO_AUTHOR.test(name));
}

/** EPUB 2 has several dates, and says of each what happened then. */
function dateOf(dates: XmlElement[]): Timestamp | null {
  const event = (one: XmlElement): string => one.attributes.get('event')?.toLowerCase() ?? '';
  const date =
    dates.find((one) => event(one) === 'publication') ?? dates.find((one) => event(one) === '');
  return parseDate(date?.text)?.at ?? null;
}
