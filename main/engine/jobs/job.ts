import type { Failure } from '../../../contract/types.ts';
import { setTextState, textStateOf } from '../../../db/articles.ts';
import type { Job } from '../../../db/jobs.ts';
import type { Context } from '../context.ts';

/** What a job runs in. */
export interface Slot {
  /** Ends the job: Carrel closes, or the reader wants it to stop. */
  signal: AbortSignal;
  /**
   * Waits for a server. One that keeps Carrel waiting costs its own connection only: after a
   * moment, the slot is given to another job.
   */
  away<T>(answer: Promise<T>): Promise<T>;
  /** To be told how many bytes of a page, a picture or a file came. */
  received(bytes: number): void;
}

/** How one kind of job is done. Each step of the way of an article is one of these. */
export interface JobStep {
  /**
   * Does the job and, in the same transaction as its result, finishes it and adds the jobs that
   * follow from it: a process killed at any moment has either all of that or none.
   * @throws CarrelError when it cannot be done now
   */
  run(context: Context, job: Job, slot: Slot): Promise<void>;
  /** Keeps why it failed where the user sees it. Does not finish the job. */
  fail(context: Context, job: Job, failure: Failure, error: unknown): void;
}

/**
 * Keeps why an article's page could not be had. A text that was kept before stays kept, with the
 * reason beside it: a failed fetch takes nothing away.
 */
export function keepTextFailure(context: Context, job: Job, failure: Failure): void {
  const { articleId } = job;
  if (articleId === null) return;
  const state = textStateOf(context.db, articleId) === 'kept' ? 'kept' : 'failed';
  setTextState(context.db, articleId, state, failure);
  context.changes.articles([articleId]);
}
