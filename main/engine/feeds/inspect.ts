import type { Timestamp } from '../../../contract/types.ts';
import { firstDate, readEntry } from './entry.ts';
import { feedTitle, surroundings } from './parse.ts';
import { personNames } from './persons.ts';
import type { RawEntry, RawText } from './raw.ts';
import { readRawFeed } from './read.ts';
import { plainText } from './text.ts';

/**
 * What Carrel reads of a feed, to look at and to compare: every entry in the feed's order, nothing
 * left out because it is there twice, nothing made up where the feed says nothing.
 */
export interface InspectedFeed {
  title: string | null;
  link: string | null;
  items: InspectedItem[];
}

export interface InspectedItem {
  /** The guid as written. */
  id: string | null;
  title: string | null;
  link: string | null;
  /** ISO 8601, UTC. */
  published: string | null;
  updated: string | null;
  /** Names; an e-mail address of who gives no name. */
  authors: string[];
  /** Plain. */
  summary: string;
  /** HTML, cleaned. */
  content: string | null;
  /** As the feed encloses them, pictures too. */
  enclosures: InspectedEnclosure[];
  pictures: { url: string; caption: string; credit: string }[];
}

export interface InspectedEnclosure {
  url: string;
  type: string | null;
  sizeBytes: number | null;
  durationSeconds: number | null;
  title: string | null;
}

/** Stands in for the address of a feed that is only known as a file; nothing answers there. */
const NOWHERE = 'https://feed.invalid/';

/**
 * Reads the bytes of a feed whose address is not known: relative addresses without a base stay as
 * they are written.
 * @throws CarrelError 'not-a-feed', 'too-large'
 */
export function inspectFeed(bytes: Uint8Array, now: Timestamp = Date.now()): InspectedFeed {
  const feed = readRawFeed({ bytes, address: NOWHERE, contentType: null });
  const around = surroundings(feed, NOWHERE, now);
  return {
    title: feedTitle(feed),
    link: asWritten(around.siteAddress, feed.siteAddress),
    items: feed.entries.map((raw) => inspectEntry(raw, around)),
  };
}

function inspectEntry(raw: RawEntry, around: ReturnType<typeof surroundings>): InspectedItem {
  const entry = readEntry(raw, around);
  return {
    id: raw.guid?.trim() || null,
    title: plainText(raw.title) || null,
    link: asWritten(entry.address, raw.address),
    published: isoDate(entry.publishedAt),
    updated: isoDate(firstDate(raw.modified, around.now)),
    authors: entry.authors.length > 0 ? entry.authors : unlikelyNames(raw.authors),
    summary: plainText(raw.summary ?? raw.content),
    content: entry.body?.html.replaceAll(NOWHERE, '/') ?? null,
    enclosures: raw.enclosures.map(({ address, title, ...rest }) => ({
      url: address,
      ...rest,
      title: plainText(title) || null,
    })),
    pictures: (entry.body?.pictures ?? []).map(({ address, caption, credit }) => ({
      url: address.replace(NOWHERE, '/'),
      caption,
      credit,
    })),
  };
}

/** What Carrel takes for no name (`admin`, an e-mail address) is shown where there is nothing else. */
function unlikelyNames(authors: RawText[]): string[] {
  return [...new Set(authors.flatMap(personNames))];
}

function asWritten(address: string | null, written: string | null): string | null {
  return address === null || address.startsWith(NOWHERE) ? (written?.trim() ?? null) : address;
}

function isoDate(at: Timestamp | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
