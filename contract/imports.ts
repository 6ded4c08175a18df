import type { ArticleId, Failure, FeedId, Timestamp } from './types.ts';

/** Bringing files in. */

/** So many articles, or sentences, are named at most; more are counted. */
export const MOST_TOLD = 200;

export type ImportId = number;

/** A piece of a file that the reader brings; a file of many megabytes comes in several. */
export interface FilePiece {
  /** Its name, or its path within the folder that was chosen: `trip/Report.html`. */
  path: string;
  /** Of the whole file. */
  sizeBytes: number;
  /** When the file was last changed; `null` where the system does not say. */
  modifiedAt: Timestamp | null;
  /** Where in the file the piece stands. Pieces of a file come in order, without gaps. */
  offset: number;
  bytes: Uint8Array;
}

/**
 * How an import stands:
 * `receiving`, files are handed over; `running`; `done`;
 * `stopped` by the reader, or because it could not go on (`failure`): it can be continued.
 */
export type ImportState = 'receiving' | 'running' | 'stopped' | 'done';

/** What became of the files that the reader brought. */
export interface Import {
  id: ImportId;
  state: ImportState;
  /** Why it stopped by itself; else `null`. */
  failure: Failure | null;
  /** Files that were handed over, and those that are read to their end. */
  files: number;
  filesDone: number;
  /** Of the file that is read now: what it holds, and what of that is kept. */
  items: number;
  itemsDone: number;
  /** The file that is read now. */
  file: string | null;
  /** How far a backup that is restored now is; `null` while no backup is. */
  restoring: Restoring | null;
  report: ImportReport;
}

/**
 * How far a backup is restored (docs/backup.md): its bytes are `checked`, then gone through once more
 * for the `files` that are to be kept, and then its `articles` are kept, one after another.
 */
export interface Restoring {
  step: 'checked' | 'files' | 'articles';
  done: number;
  of: number;
}

/** What an import brought. */
export interface ImportReport {
  /** Articles that were not in the library; at most `MOST_TOLD` of them are named. */
  articles: ArticleId[];
  articleCount: number;
  /** Of these, those whose address is there and whose page is fetched now. */
  toFetch: number;
  feeds: FeedId[];
  /** What was in the library before. */
  present: number;
  /** Pages in which no article was found, as start pages and lists. */
  withoutArticle: number;
  /** What was not taken, and why, a sentence each; at most `MOST_TOLD`. */
  refused: string[];
  refusedCount: number;
}

/** What an import brought before it took anything. */
export const NOTHING_TAKEN: Readonly<ImportReport> = {
  articles: [],
  articleCount: 0,
  toFetch: 0,
  feeds: [],
  present: 0,
  withoutArticle: 0,
  refused: [],
  refusedCount: 0,
};
