import type { ArticleId, Failure } from './types.ts';

/** The space that a library takes, and copies of it. */

/** The space that a library takes, in bytes. */
export interface Space {
  captureBytes: number;
  versionBytes: number;
  pictureBytes: number;
  attachmentBytes: number;
  /** The database's file as a whole, the search index included. */
  databaseBytes: number;
  /** What is free where the library is; `null` where the system does not say. */
  freeBytes: number | null;
}

/** What would go, were pictures to take no more than some space. */
export interface SpacePreview {
  articles: number;
  pictures: number;
  bytes: number;
  /** What all pictures would take then: more than allowed, where nothing more may go. */
  leftBytes: number;
  /** Some of those articles, those first that would lose theirs first; at most 20. */
  first: { id: ArticleId; title: string }[];
}

/** A copy of the library in one file. */
export interface Backup {
  state: 'running' | 'done' | 'failed';
  /** What to ask `backup/<name>` for, once it is done. */
  name: string;
  doneBytes: number;
  ofBytes: number;
  /** SHA-256 of the file, once it is done. */
  sha256: string | null;
  failure: Failure | null;
}
