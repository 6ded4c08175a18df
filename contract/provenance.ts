import type {
  ArticleId,
  Failure,
  FeedId,
  PictureCounts,
  Scope,
  TextState,
  Timestamp,
  Version,
} from './types.ts';

/** What is missing of an article, and where what is there came from. */

/** Something of an article that is not in the library. */
export interface Missing {
  what: 'text' | 'part' | 'picture' | 'attachment';
  /** Where it is; `null` for the text of a file. */
  address: string | null;
  /** Of a picture or an attachment: its ordinal in the article. */
  ordinal: number | null;
  /** Why it could not be had; `null` while it is still to be fetched. */
  failure: Failure | null;
}

/** What is there of an article. */
export interface Completeness {
  text: TextState;
  pictures: PictureCounts;
  /** Those the reader or the feed's settings asked for. */
  attachments: PictureCounts;
  missing: Missing[];
}

/** A page as it was fetched, or a file as it was opened. */
export interface CaptureInfo {
  /** What to ask `capture/<id>` for. */
  id: number;
  addressAsked: string | null;
  addressReached: string | null;
  fileName: string | null;
  status: number | null;
  headers: [name: string, value: string][];
  fetchedAt: Timestamp;
  /** Of the bytes as they were sent. */
  sha256: string;
  sizeBytes: number;
  /** What it takes in the library, compressed. */
  keptBytes: number;
  /** From 1, of an article on several pages. */
  part: number;
  /** The extractor that read it last. */
  extractor: string | null;
}

/** Where an article came from, and when. */
export interface Provenance {
  id: ArticleId;
  /** The article's own address; the canonical one, where its page names one. */
  address: string | null;
  authors: string[];
  publishedAt: Timestamp | null;
  publishedZone: number | null;
  modifiedAt: Timestamp | null;
  modifiedZone: number | null;
  fetchedAt: Timestamp | null;
  /** The feeds that carried it, and how it stood in them. */
  entries: {
    feedId: FeedId;
    title: string;
    guid: string | null;
    address: string | null;
    publishedAt: Timestamp | null;
    firstSeenAt: Timestamp;
  }[];
  /** What a file said that it was brought in with; `null` for what was fetched. */
  brought: Brought | null;
  /** The newest first. */
  captures: CaptureInfo[];
  versions: Version[];
}

export interface Brought {
  /** The file that it was in, as its reader called it. */
  file: string;
  importedAt: Timestamp;
  /** When it was put into the service that the file is from, or saved by a browser. */
  savedAt: Timestamp | null;
  tags: string[];
}

/** Getting all that is missing, before there is no network. */
export interface Travel {
  scope: Scope;
  state: 'running' | 'stopped' | 'done';
  /** How many articles were not complete at the start, and how many of them are by now. */
  of: number;
  done: number;
  /** What is still to be fetched of them now. */
  waiting: number;
  /** How many articles the place holds, complete or not. */
  articles: number;
  receivedBytes: number;
  /** At the end: what could not be had, at most `MOST_TOLD` of it. */
  missed: { id: ArticleId; title: string; missing: Missing[] }[];
  /** How many articles stay incomplete. */
  missedCount: number;
}
