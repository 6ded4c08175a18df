import { createHash } from 'node:crypto';
import { parseJsonFeed } from 'feedsmith';
import { CarrelError } from '../../../contract/errors.ts';
import type { Timestamp } from '../../../contract/types.ts';
import { webAddress } from '../extract/addresses.ts';
import { languageTag } from '../extract/language.ts';
import { uniqueNames } from '../extract/names.ts';
import { bodyOf } from './body.ts';
import { parseDate } from './dates.ts';
import { decodeFeed } from './decode.ts';
import { identified, type UnidentifiedEntry } from './identify.ts';
import { readJson } from './json.ts';
import type { RawEntry, RawFeed, RawText } from './raw.ts';
import { readXmlFeed } from './read-xml.ts';
import { feedDocument, type FeedDocument } from './root.ts';
import { plainText, shortened } from './text.ts';
import type { FeedInput, ParsedFeed } from './types.ts';

const EXCERPT_CHARACTERS = 300;
const TITLE_CHARACTERS = 500;
/** An entry without a title is called by its first words. */
const DERIVED_TITLE_CHARACTERS = 80;

/** The newest entries of a feed; some feeds carry their whole archive, and a worker has its time. */
const MAX_ENTRIES = 5_000;

/**
 * Reads a feed: RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed, with what real feeds do to them.
 *
 * 1. Bytes to text (`decode.ts`), and to the part of it that is a feed (`root.ts`).
 * 2. Text to what the formats have in common (`read-xml.ts`, `json.ts`).
 * 3. That to entries: plain texts, absolute addresses, credible dates, a clean body.
 * 4. Which entry is which (`identify.ts`).
 *
 * @param now what "the future" of a date is seen from
 * @throws CarrelError 'not-a-feed' naming what it is instead; single broken entries throw nothing
 */
export function parseFeed(input: FeedInput, now: Timestamp = Date.now()): ParsedFeed {
  const document = feedDocument(decodeFeed(input.bytes, input.contentType));
  if (document.format === null) throw notAFeed(input.address, `it is ${document.instead}`);
  const feed = readDocument(document, input.address);

  const base = webAddress(feed.base, input.address) ?? input.address;
  const siteAddress = webAddress(feed.siteAddress, base);
  const language = languageTag(feed.language);
  const entries = feed.entries
    .slice(0, MAX_ENTRIES)
    .map((entry) => toEntry(entry, { base, siteAddress, language, now }));
  return {
    title: shortened(plainText(feed.title), TITLE_CHARACTERS) || null,
    siteAddress,
    language,
    entries: identified(entries, siteAddress),
  };
}

function notAFeed(address: string, cause: string, error?: unknown): CarrelError {
  const message = `feed: ${address} is not a feed: ${cause}`;
  return new CarrelError('not-a-feed', message, error === undefined ? {} : { cause: error });
}

function readDocument(document: Extract<FeedDocument, { text: string }>, address: string): RawFeed {
  const { format, text } = document;
  if (format === 'json') return readJsonText(text, address);
  try {
    return readXmlFeed(text, format);
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw notAFeed(address, `its XML is broken (${why.slice(0, 200)})`, error);
  }
}

function readJsonText(text: string, address: string): RawFeed {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw notAFeed(address, 'its JSON is broken', error);
  }
  try {
    return readJson(parseJsonFeed(value));
  } catch (error) {
    throw notAFeed(address, 'it is JSON of another kind', error);
  }
}

/** What an entry takes from its feed. */
interface Surroundings {
  base: string;
  siteAddress: string | null;
  language: string | null;
  now: Timestamp;
}

function toEntry(raw: RawEntry, feed: Surroundings): UnidentifiedEntry {
  const base = webAddress(raw.base, feed.base) ?? feed.base;
  const address = entryAddress(raw, base, feed.siteAddress);
  const givenTitle = plainText(raw.title);
  const body = bodyOf(raw, {
    address: raw.base === null ? (address ?? base) : base,
    title: givenTitle,
    language: languageTag(raw.language) ?? feed.language,
  });
  const excerpt = shortened(
    plainText(raw.summary) || body?.text.replace(/\s+/g, ' ').trim() || '',
    EXCERPT_CHARACTERS,
  );
  const publishedAt = firstDate(raw.published, feed.now);
  const modifiedAt = firstDate(raw.modified, feed.now);
  return {
    guid: raw.guid?.trim() || null,
    address,
    title:
      shortened(givenTitle, TITLE_CHARACTERS) ||
      shortened(excerpt, DERIVED_TITLE_CHARACTERS) ||
      (address ?? ''),
    authors: uniqueNames(raw.authors.flatMap(authorNames)),
    publishedAt,
    modifiedAt: modifiedAt === publishedAt ? null : modifiedAt,
    excerpt,
    body,
    contentSha256: sha256([givenTitle, address, raw.content?.value ?? null]),
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

/** RSS has one field for all authors; `Doe, Jane` is one of them, as no part is a whole name. */
function authorNames(raw: RawText): string[] {
  const text = plainText(raw).replace(/^by\s+/i, '');
  const names = text.split(/\s*[,;]\s+|\s+and\s+/);
  return names.every((name) => name.includes(' ')) ? names : [text];
}

function firstDate(written: unknown[], now: Timestamp): Timestamp | null {
  for (const one of written) {
    const date = parseDate(one, now);
    if (date !== null) return date;
  }
  return null;
}

function sha256(parts: unknown): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
