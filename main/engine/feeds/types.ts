import type { Timestamp } from '../../../contract/types.ts';
import type { Body } from '../extract/types.ts';

/** A feed as fetched. */
export interface FeedInput {
  bytes: Uint8Array;
  address: string;
  contentType: string | null;
}

/** What Carrel reads from a feed; every text is plain (no markup, entities resolved). */
export interface ParsedFeed {
  title: string | null;
  siteAddress: string | null;
  language: string | null;
  entries: ParsedEntry[];
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
  /** SHA-256 of the entry's title, address and content: equal means nothing changed. */
  contentSha256: string;
}
