import type { Timestamp } from '../../../contract/types.ts';
import type { Body, Originals } from '../extract/types.ts';

/** A feed as fetched. */
export interface FeedInput {
  bytes: Uint8Array;
  address: string;
  contentType: string | null;
  originals?: Originals;
}

/** What Carrel reads from a feed; every text is plain (no markup, entities resolved). */
export interface ParsedFeed {
  title: string | null;
  siteAddress: string | null;
  /** The feed's picture, a square one where it has one; absolute, http(s). */
  iconAddress: string | null;
  /** Where the feed says that it has moved (`itunes:new-feed-url`); absolute, http(s). */
  newAddress: string | null;
  hints: FeedHints;
  language: string | null;
  entries: ParsedEntry[];
}

/** When a feed wishes to be fetched. */
export interface FeedHints {
  /** How long to wait between two fetches, from a minute to 30 days; `null` where it does not say. */
  everyMs: number | null;
  /** Hours of the day, UTC, 0 to 23, in which it does not change. */
  skipHours: number[];
  /** Days of the week on which it does not change; 0 is Sunday. */
  skipDays: number[];
}

export interface ParsedEntry {
  guid: string | null;
  /** Absolute, http(s) only. */
  address: string | null;
  /**
   * Whether the address is this entry's alone. False where the feed gives it to several entries
   * (a live blog), where it points into a page (`/changelog#v2`) or at the site's front page:
   * then it does not say which article this is. Such an entry always has a guid.
   */
  ownAddress: boolean;
  title: string;
  authors: string[];
  /** As the feed says; `null` where it says nothing credible. */
  publishedAt: Timestamp | null;
  modifiedAt: Timestamp | null;
  /** At most 300 characters. */
  excerpt: string;
  /** The feed's own text, cleaned; `null` where the feed has none. */
  body: Body | null;
  /** Sound, video, documents and other files; pictures are in the body. Each address once. */
  enclosures: ParsedEnclosure[];
  /** SHA-256 of title, address, text, authors and files (`entry.ts`): equal means nothing changed. */
  contentSha256: string;
}

/** A file that comes with an entry. */
export interface ParsedEnclosure {
  /** Absolute, http(s) only. */
  address: string;
  /** The media type in lower case, guessed from the file's name where the feed gives none. */
  type: string | null;
  title: string | null;
  sizeBytes: number | null;
  durationSeconds: number | null;
}
