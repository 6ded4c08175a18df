import type { ArticleId, Failure } from './types.ts';

/** The space that a library takes, copies of it, and its move into another folder. */

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

/** A move of the library into another folder (docs/library.md). */
export interface LibraryMove {
  /**
   * `copying`: kept files are copied while all goes on, and it can be stopped. `changing`: the rest is
   * copied while nothing else goes on. `removing`: the library is in its new folder, and its files in
   * the old one are being removed. `failed`: it is where it was.
   */
  state: 'copying' | 'changing' | 'removing' | 'done' | 'failed';
  from: string;
  to: string;
  doneBytes: number;
  ofBytes: number;
  /** Why it failed; or, of one that is done, why files in the old folder could not be removed. */
  failure: Failure | null;
}

/** A file that is made out of the library, to be saved elsewhere. */
export interface Making {
  state: 'running' | 'done' | 'failed';
  /** What it is called where it is saved. */
  name: string;
  doneBytes: number;
  ofBytes: number;
  /** SHA-256 of the file, once it is done. */
  sha256: string | null;
  failure: Failure | null;
}

/** A copy of the library in one file: what to ask `backup/<name>` for, once it is done. */
export type Backup = Making;
