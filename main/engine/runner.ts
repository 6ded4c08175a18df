import { toFailure } from '../../contract/errors.ts';
import type { CarrelEvent } from '../../contract/api.ts';
import type { Failure, Progress } from '../../contract/types.ts';
import { asLibraryError } from '../../db/errors.ts';
import { dueFeeds } from '../../db/feeds.ts';
import {
  dueJobs,
  finishJob,
  nextJobAt,
  pendingCounts,
  postponeJob,
  type Job,
  type JobKind,
} from '../../db/jobs.ts';
import type { Context } from './context.ts';
import { waitBeforeNextAttempt } from './jobs/again.ts';
import { extractStep } from './jobs/extract.ts';
import type { JobStep } from './jobs/job.ts';
import { pageStep } from './jobs/page.ts';
import { pictureStep } from './jobs/picture.ts';
import { queueRefresh, refreshStep } from './jobs/refresh.ts';
import { createProgressCounter } from './progress.ts';

const STEPS: Partial<Record<JobKind, JobStep>> = {
  refresh: refreshStep,
  page: pageStep,
  extract: extractStep,
  picture: pictureStep,
};

/** Jobs under way at once; more would only wait for one another on a home connection. */
const SLOTS = 12;
/** As browsers did for long, and as publishers expect of a guest. Extraction counts as one host. */
const PER_HOST = 2;
/** How often feeds are looked at for being due. */
const SCHEDULE_EVERY_MS = 30_000;
const PROGRESS_EVERY_MS = 200;
/** How long work rests when the library cannot be written. */
const LIBRARY_REST_MS = 30_000;

/**
 * Does the jobs of the library. That a job is under way stands nowhere but in this process: a
 * job leaves the database in the transaction that keeps its result, so that one whose process
 * was killed is simply still due.
 */
export interface Runner {
  /** Looks for due jobs now; to be called after jobs were added. */
  wake(): void;
  progress(): Progress;
  /** Stops: running jobs are cut off and stay due. */
  close(): Promise<void>;
}

export function createRunner(context: Context, emit: (event: CarrelEvent) => void): Runner {
  const { db } = context;
  const running = new Map<number, Job>();
  const ending = new Set<Promise<void>>();
  const counter = createProgressCounter();
  const abort = new AbortController();
  let restUntil = 0;
  let wakeTimer: NodeJS.Timeout | undefined;
  let progressTimer: NodeJS.Timeout | undefined;
  let wasRunning = false;

  const schedule = setInterval(addDueFeeds, SCHEDULE_EVERY_MS);
  schedule.unref();

  function addDueFeeds(): void {
    guarded(() => {
      for (const feed of dueFeeds(db, context.now(), 1000)) queueRefresh(context, feed);
    });
    pump();
  }

  /** Starts as many due jobs as there are slots for; sets the time to look again. */
  function pump(): void {
    clearTimeout(wakeTimer);
    if (abort.signal.aborted) return;
    guarded(() => {
      const now = context.now();
      if (now >= restUntil) {
        const free = SLOTS - running.size;
        const jobs = dueJobs(db, now, {
          limit: free,
          perHost: PER_HOST,
          running: [...running.values()],
        });
        for (const job of jobs) start(job);
      }
      const next = Math.max(nextJobAt(db, now) ?? now + SCHEDULE_EVERY_MS, restUntil);
      wakeTimer = setTimeout(pump, Math.min(Math.max(next - now, 50), SCHEDULE_EVERY_MS));
      wakeTimer.unref();
    });
    tellProgressSoon();
  }

  function start(job: Job): void {
    running.set(job.id, job);
    const end = perform(job).finally(() => {
      running.delete(job.id);
      ending.delete(end);
      pump();
    });
    ending.add(end);
  }

  async function perform(job: Job): Promise<void> {
    const step = STEPS[job.kind];
    if (step === undefined) return;
    try {
      await step.run(context, job, abort.signal);
      // A page that was fetched goes on as its extraction, and is counted there.
      if (job.kind !== 'page') counter.ended(job.kind, false);
    } catch (error) {
      if (abort.signal.aborted) return;
      guarded(() => fail(step, job, error));
    }
  }

  /**
   * 1. A library that cannot be written is no fault of the job: all work rests for a while.
   * 2. A server that says when to come back is believed, and the article goes on waiting.
   * 3. Anything else is shown at once; what may pass is tried again, a few times, ever later.
   */
  function fail(step: JobStep, job: Job, error: unknown): void {
    const cause = asLibraryError('keep what was fetched', error);
    const failure = toFailure(cause);
    if (failure.kind === 'disk-full' || failure.kind === 'library') {
      rest(failure);
      return;
    }
    const again = waitBeforeNextAttempt(job, error);
    if (again.reason !== 'asked') step.fail(context, job, failure);
    if (again.waitMs === null) finishJob(db, job.id);
    else postponeJob(db, job.id, context.now() + again.waitMs);
    if (again.reason !== 'asked') counter.ended(job.kind, true);
  }

  function rest(failure: Failure): void {
    if (restUntil <= context.now()) emit({ kind: 'problem', failure });
    restUntil = context.now() + LIBRARY_REST_MS;
  }

  /** Runs what touches the database; when even that fails, work rests and the window is told. */
  function guarded(act: () => void): void {
    try {
      act();
    } catch (error) {
      rest(toFailure(asLibraryError('go on with the work', error)));
      wakeTimer = setTimeout(pump, LIBRARY_REST_MS);
      wakeTimer.unref();
    }
  }

  function readProgress(): Progress {
    return counter.read(pendingCounts(db, context.now(), [...running.keys()]), null);
  }

  function tellProgressSoon(): void {
    if (progressTimer !== undefined || abort.signal.aborted) return;
    progressTimer = setTimeout(() => {
      progressTimer = undefined;
      guarded(() => {
        const progress = readProgress();
        if (progress.running || wasRunning) emit({ kind: 'progress', progress });
        if (wasRunning && !progress.running) counter.reset();
        wasRunning = progress.running;
      });
    }, PROGRESS_EVERY_MS);
    progressTimer.unref();
  }

  addDueFeeds();

  return {
    wake: pump,
    progress: readProgress,
    async close() {
      abort.abort();
      clearInterval(schedule);
      clearTimeout(wakeTimer);
      clearTimeout(progressTimer);
      await Promise.allSettled(ending);
    },
  };
}
