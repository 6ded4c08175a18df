import type { Timestamp } from '../../../contract/types.ts';
import { webAddress } from '../extract/addresses.ts';
import { languageTag } from '../extract/language.ts';
import { readEntry, type Surroundings } from './entry.ts';
import { identified } from './identify.ts';
import type { RawFeed } from './raw.ts';
import { readRawFeed } from './read.ts';
import { plainText, shortened } from './text.ts';
import type { FeedInput, ParsedFeed } from './types.ts';

const TITLE_CHARACTERS = 500;

/**
 * Reads a feed: RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed, with what real feeds do to them.
 *
 * 1. Bytes to text (`decode.ts`), and to the part of it that is a feed (`root.ts`).
 * 2. Text to what the formats have in common (`read-xml.ts`, `json.ts`).
 * 3. That to entries: plain texts, absolute addresses, credible dates, a clean body (`entry.ts`).
 * 4. Which entry is which (`identify.ts`).
 *
 * @param now what "the future" of a date is seen from
 * @throws CarrelError 'not-a-feed' naming what it is instead; single broken entries throw nothing
 */
export function parseFeed(input: FeedInput, now: Timestamp = Date.now()): ParsedFeed {
  const feed = readRawFeed(input);
  const { originals = false } = input;
  const around = { ...surroundings(feed, input.address, now), originals };
  const { base, siteAddress, language } = around;
  const entries = feed.entries.map((entry) => readEntry(entry, around));
  return {
    title: feedTitle(feed),
    siteAddress,
    iconAddress: firstAddress(feed.icons, base),
    newAddress: webAddress(feed.newAddress, null),
    hints: feed.hints,
    language,
    entries: identified(entries, siteAddress),
  };
}

/** What the entries of a feed take from it. */
export function surroundings(feed: RawFeed, address: string, now: Timestamp): Surroundings {
  const base = webAddress(feed.base, address) ?? address;
  return {
    base,
    siteAddress: webAddress(feed.siteAddress, base),
    language: languageTag(feed.language),
    now,
  };
}

export function feedTitle(feed: RawFeed): string | null {
  return shortened(plainText(feed.title), TITLE_CHARACTERS) || null;
}

function firstAddress(written: (string | undefined)[], base: string): string | null {
  for (const one of written) {
    const address = webAddress(one ?? null, base);
    if (address !== null) return address;
  }
  return null;
}
