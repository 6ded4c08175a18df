import { hash } from 'node:crypto';
import type { Timestamp } from '../../../contract/types.ts';
import { webAddress } from '../extract/addresses.ts';
import { languageTag } from '../extract/language.ts';
import { uniqueNames } from '../extract/names.ts';
import type { Originals } from '../extract/types.ts';
import { bodyOf } from './body.ts';
import { parseDate } from './dates.ts';
import { parsedEnclosures } from './enclosures.ts';
import type { UnidentifiedEntry } from './identify.ts';
import { personNames } from './persons.ts';
import type { RawEntry } from './raw.ts';
import { inOneLine, plainText, shortened } from './text.ts';

const EXCERPT_CHARACTERS = 300;
/** Of a text, so much is read for its excerpt: enough, whatever white space and controls it has. */
const READ_FOR_EXCERPT = 2_000;
const TITLE_CHARACTERS = 500;
/** Longer ones are no identifiers. */
const MAX_GUID_CHARACTERS = 2_000;
/** An entry without a title is called by its first words. */
const DERIVED_TITLE_CHARACTERS = 80;

/** What an entry takes from its feed. */
export interface Surroundings {
  base: string;
  siteAddress: string | null;
  language: string | null;
  now: Timestamp;
  originals?: Originals;
}

/** An entry as Carrel keeps it: plain texts, absolute addresses, credible dates, a clean body. */
export function readEntry(raw: RawEntry, feed: Surroundings): UnidentifiedEntry {
  const base = webAddress(raw.base, feed.base) ?? feed.base;
  const address = entryAddress(raw, base, feed.siteAddress);
  const givenTitle = plainText(raw.title);
  const body = bodyOf(raw, {
    address: raw.base === null ? (address ?? base) : base,
    title: givenTitle,
    language: languageTag(raw.language) ?? feed.language,
    originals: feed.originals ?? false,
  });
  const excerpt = shortened(
    plainText(raw.summary) || inOneLine(body?.text.slice(0, READ_FOR_EXCERPT) ?? ''),
    EXCERPT_CHARACTERS,
  );
  const publishedAt = firstDate([...raw.published, ...raw.modified], feed.now);
  const modifiedAt = firstDate(raw.modified, feed.now);
  return {
    guid: guidOf(raw.guid),
    address,
    title:
      shortened(givenTitle, TITLE_CHARACTERS) ||
      shortened(excerpt, DERIVED_TITLE_CHARACTERS) ||
      (address ?? ''),
    authors: uniqueNames(raw.authors.flatMap(personNames)),
    publishedAt,
    modifiedAt: modifiedAt === publishedAt ? null : modifiedAt,
    excerpt,
    body,
    enclosures: parsedEnclosures(raw.enclosures, base),
    contentSha256: sha256(versionOf(raw, givenTitle, address)),
  };
}

/**
 * Addresses are relative to `xml:base` or the feed; but one from the root (`/news/1`) is meant on
 * the site, also where the feed is delivered from another host.
 */
function entryAddress(raw: RawEntry, base: string, siteAddress: string | null): string | null {
  const isFromRoot = raw.base === null && /^\/(?!\/)/.test(raw.address?.trim() ?? '');
  return webAddress(raw.address, isFromRoot ? (siteAddress ?? base) : base);
}

/** The first of several written dates that is credible. */
export function firstDate(written: unknown[], now: Timestamp): Timestamp | null {
  for (const one of written) {
    const date = parseDate(one, now);
    if (date !== null) return date;
  }
  return null;
}

/** A guid is kept as it is, except for one that is a text: then its hash tells it apart as well. */
function guidOf(written: string | null): string | null {
  const guid = written?.trim() ?? '';
  return guid.length > MAX_GUID_CHARACTERS ? `sha256:${sha256(guid)}` : guid || null;
}

/**
 * What of an entry makes it a changed one: title, address, text, authors and files. Not its dates,
 * which tick in some feeds with every fetch, nor its summary, pictures, categories and counts; not
 * the order of authors and files, nor what stands behind the `?` of a file's address, where signed
 * ones have another key each time.
 */
function versionOf(raw: RawEntry, title: string, address: string | null): unknown[] {
  const authors = raw.authors.map(({ value }) => value).toSorted();
  const files = raw.enclosures.map((one) => one.address.replace(/[?#].*$/s, '')).toSorted();
  return [title, address, raw.content?.value ?? null, authors, files];
}

function sha256(parts: unknown): string {
  return hash('sha256', JSON.stringify(parts), 'hex');
}
