import type { Failure, FeedCandidate } from '../../contract/types.ts';
import type { ExtractedArticle, PageInput } from './extract/types.ts';
import type { Manifest } from './backup-format.ts';
import type { FeedsOfPageInput } from './feeds/discover.ts';
import type { FeedInput, ParsedFeed } from './feeds/types.ts';
import type { BackupToCheck } from './import/check-backup.ts';
import type { PdfArticle } from './import/pdf-article.ts';
import type { SavedArticle, SavedInput } from './import/read-saved.ts';
import type { Unpacked } from './import/staged-items.ts';
import type { UnpackInput } from './import/unpack.ts';
import type { OpmlList } from './opml/types.ts';

/** What the worker threads do: all that reads bytes which strangers wrote. */
export interface WorkerTasks {
  page: (input: PageInput) => ExtractedArticle;
  savedPage: (input: SavedInput) => SavedArticle;
  pdf: (input: { bytes: Uint8Array; name: string }) => Promise<PdfArticle>;
  /** Reads a staged file and writes what it holds into a folder; both are on the disk. */
  unpack: (input: UnpackInput) => Promise<Unpacked>;
  /** Reads a backup to its end, writes its database into a folder, and says what it holds. */
  checkBackup: (input: BackupToCheck) => Promise<Pick<Manifest, 'holds'>>;
  feed: (input: FeedInput) => ParsedFeed;
  opml: (input: { bytes: Uint8Array; name: string }) => OpmlList;
  feedsOfPage: (input: FeedsOfPageInput) => FeedCandidate[];
  iconsOfPage: (input: PageInput) => string[];
}

export type TaskName = keyof WorkerTasks;
export type TaskInput<N extends TaskName> = Parameters<WorkerTasks[N]>[0];
export type TaskOutput<N extends TaskName> = Awaited<ReturnType<WorkerTasks[N]>>;

export type ToWorker = { [N in TaskName]: { task: N; input: TaskInput<N> } }[TaskName];

/** A thread answers every task with exactly one of these. */
export type FromWorker<Output = unknown> =
  | { ok: true; output: Output }
  | { ok: false; failure: Failure };
