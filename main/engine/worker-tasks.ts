import type { Failure, FeedCandidate } from '../../contract/types.ts';
import type { ExtractedArticle, PageInput } from './extract/types.ts';
import type { FeedsOfPageInput } from './feeds/discover.ts';
import type { FeedInput, ParsedFeed } from './feeds/types.ts';
import type { OpmlList } from './opml/types.ts';

/** What the worker threads do: all that reads bytes which strangers wrote. */
export interface WorkerTasks {
  page: (input: PageInput) => ExtractedArticle;
  textFile: (input: { bytes: Uint8Array; name: string }) => ExtractedArticle;
  feed: (input: FeedInput) => ParsedFeed;
  opml: (input: { bytes: Uint8Array; name: string }) => OpmlList;
  feedsOfPage: (input: FeedsOfPageInput) => FeedCandidate[];
  iconsOfPage: (input: PageInput) => string[];
}

export type TaskName = keyof WorkerTasks;
export type TaskInput<N extends TaskName> = Parameters<WorkerTasks[N]>[0];
export type TaskOutput<N extends TaskName> = ReturnType<WorkerTasks[N]>;

export type ToWorker = { [N in TaskName]: { task: N; input: TaskInput<N> } }[TaskName];

/** A thread answers every task with exactly one of these. */
export type FromWorker<Output = unknown> =
  | { ok: true; output: Output }
  | { ok: false; failure: Failure };
