import type { FeedHints } from './types.ts';

/**
 * What the formats have in common, as their files say it: nothing resolved, nothing decoded yet.
 * Each of `rss.ts`, `atom.ts`, `json.ts` reads one format into this; `parse.ts` does the rest once.
 */

/**
 * A text, and what its characters mean: plain `text`; `html`; or `unsure`, for the fields of RSS,
 * which never said which of the two they are.
 */
export interface RawText {
  value: string;
  type: 'text' | 'html' | 'unsure';
}

export interface RawPicture {
  address: string;
  caption: RawText | null;
  credit: RawText | null;
  width: number | null;
  height: number | null;
  /** A thumbnail only stands in where there is no picture. */
  isThumbnail: boolean;
}

/** A file that comes with an entry, a picture too. */
export interface RawEnclosure {
  address: string;
  type: string | null;
  title: RawText | null;
  sizeBytes: number | null;
  durationSeconds: number | null;
}

export interface RawEntry {
  guid: string | null;
  /** The entry's page. */
  address: string | null;
  /** `xml:base` of the entry. */
  base: string | null;
  title: RawText | null;
  authors: RawText[];
  /** Dates as written, the first credible one counts. */
  published: unknown[];
  modified: unknown[];
  summary: RawText | null;
  content: RawText | null;
  pictures: RawPicture[];
  enclosures: RawEnclosure[];
  language: string | null;
}

export interface RawFeed {
  title: RawText | null;
  siteAddress: string | null;
  /** The feed's pictures, the preferred first. */
  icons: (string | undefined)[];
  newAddress: string | null;
  hints: FeedHints;
  /** `xml:base` of the feed. */
  base: string | null;
  language: string | null;
  entries: RawEntry[];
}

/** The newest entries of a feed; some carry their whole archive, and a worker has its time. */
export const MAX_ENTRIES = 5_000;

/** A text of a kind, or `null` for one that is absent. */
export function rawText(value: string | undefined, type: RawText['type']): RawText | null {
  return value === undefined || value === '' ? null : { value, type };
}
