import { createHash } from 'node:crypto';
import type { Timestamp } from '../../../contract/types.ts';
import { webAddress } from '../extract/addresses.ts';
import { languageTag } from '../extract/language.ts';
import { uniqueNames } from '../extract/names.ts';
import { bodyOf } from './body.ts';
import { parseDate } from './dates.ts';
import { parsedEnclosures } from './enclosures.ts';
import type { UnidentifiedEntry } from './identify.ts';
import { personNames } from './persons.ts';
import type { RawEntry } from './raw.ts';
import { plainText, shortened } from './text.ts';

const EXCERPT_CHARACTERS = 300;
const TITLE_CHARACTERS = 500;
/** An entry without a title is called by its first words. */
const DERIVED_TITLE_CHARACTERS = 80;

/** What an entry takes from its feed. */
export interface Surroundings {
  base: string;
  siteAddress: string | null;
  language: string | null;
  now: Timestamp;
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
  });
  const excerpt = shortened(
    plainText(raw.summary) || body?.text.replace(/\s+/g, ' ').trim() || '',
    EXCERPT_CHARACTERS,
  );
  const publishedAt = firstDate([...raw.published, ...raw.modified], feed.now);
  const modifiedAt = firstDate(raw.modified, feed.now);
  return {
    guid: raw.guid?.trim() || null,
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

/** The first of several written dates that is credible. */
export function firstDate(written: unknown[], now: Timestamp): Timestamp | null {
  for (const one of written) {
    const date = parseDate(one, now);
    if (date !== null) return date;
  }
  return null;
}

function sha256(parts: unknown): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
