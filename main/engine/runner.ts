import { toFailure } from '../../contract/errors.ts';
import type { CarrelEvent } from '../../contract/api.ts';
import type { ArticleId, Failure, FeedId, Progress } from '../../contract/types.ts';
import { asLibraryError } from '../../db/errors.ts';
import { dueFeeds, getFeed } from '../../db/feeds.ts';
import { wakeHosts } from '../../db/hosts.ts';
import {
  cancelFetching,
  dueJobs,
  dueRefreshesOf,
  finishJob,
  isRemoteDue,
  mendTimes,
  nextJobAt,
  pendingCounts,
  postponeJob,
  type Job,
  type JobKind,
} from '../../db/jobs.ts';
import { indexWaiting } from '../../db/search-index.ts';
import { readSettings } from '../../db/settings.ts';
import { transactSoon } from '../../db/transact.ts';
import type { Context } from './context.ts';
import { waitBeforeNextAttempt } from './jobs/again.ts';
import { enclosureStep } from './jobs/enclosure.ts';
import { extractStep } from './jobs/extract.ts';
import { noteHostAnswer, noteHostFailure } from './jobs/host-rest.ts';
import { iconStep } from './jobs/icon.ts';
import type { JobStep, Slot } from './jobs/job.ts';
import { pageStep } from './jobs/page.ts';
import { pictureStep } from './jobs/picture.ts';
import { queueRefresh, refreshStep } from './jobs/refresh.ts';
import { keepWithinSpace } from './picture-space.ts';
import { createPauses } from './pauses.ts';
import { createProgressCounter } from './progress.ts';
import { createRenewal } from './renewal.ts';
import { createSlots } from './slots.ts';

const STEPS: Record<JobKind, JobStep> = {
  refresh: refreshStep,
  page: pageStep,
  extract: extractStep,
  picture: pictureStep,
  icon: iconStep,
  enclosure: enclosureStep,
};

/** As browsers did for long, and as publishers expect of a guest. Extraction counts as one host. */
const PER_HOST = 2;
/** So many are started before the library answers others again. */
const STARTED_AT_ONCE = 2;
/** How often feeds are looked at for being due. */
const SCHEDULE_EVERY_MS = 30_000;
const PROGRESS_EVERY_MS = 200;
/** How long work rests when the library cannot be written. */
const LIBRARY_REST_MS = 30_000;
/** What a reader stopped goes on after this long by itself. */
const CANCELLED_FOR_MS = 60 * 60_000;
/** The index is written when nothing was to be done for so long, half of the time, so long at once. */
const INDEX_AFTER_MS = 100;
const INDEX_FOR_MS = 8;

/**
 * Does the jobs of the library. That a job is under way stands nowhere but in this process: a
 * job leaves the database in the transaction that keeps its result, so that one whose process
 * was killed is simply still due.
 */
export interface Runner {
  /** Looks for due jobs now; to be called after jobs were added. */
  wake(): void;
  /**
   * As `wake`, for what the reader asks for at this moment: it is fetched over a metered network
   * too, and hosts that did not answer are asked once more.
   */
  hasten(): void;
  /** Stops all fetching at once; returns the feeds that were to be fetched. */
  cancel(): FeedId[];
  /** Ends the fetching that `which` names, at once; its jobs stay. */
  abort(which: (job: Job) => boolean): void;
  progress(): Progress;
  /** The network came, went, or became another kind. */
  networkChanged(): void;
  /** Stops: running jobs are cut off and stay due. */
  close(): Promise<void>;
}

/** Why a job that the reader stopped ended. */
const CANCELLED = new DOMException('The reader stopped it.', 'AbortError');

/** @param onReceived is told of the bytes that come of an article's page, pictures and files */
export function createRunner(
  context: Context,
  emit: (event: CarrelEvent) => void,
  onReceived: (articleId: ArticleId, bytes: number) => void = () => {},
): Runner {
  const { db } = context;
  const slots = createSlots(({ articleId }, bytes) => {
    if (articleId !== null) onReceived(articleId, bytes);
  });
  const pauses = createPauses();
  const ending = new Set<Promise<void>>();
  const counter = createProgressCounter();
  const renewal = createRenewal(context);
  let isClosed = false;
  let restUntil = 0;
  /** Whether the reader asked for what is fetched now. */
  let isAsked = false;
  let wasOnline = context.network.state().online;
  let wakeTimer: NodeJS.Timeout | undefined;
  let pumpTimer: NodeJS.Immediate | undefined;
  let progressTimer: NodeJS.Timeout | undefined;
  let indexTimer: NodeJS.Timeout | undefined;
  let wasRunning = false;

  const schedule = setInterval(addDueFeeds, SCHEDULE_EVERY_MS);
  schedule.unref();

  function addDueFeeds(): void {
    guarded(() => {
      mendTimes(db, context.now());
      for (const feed of dueFeeds(db, context.now(), 1000)) queueRefresh(context, feed);
    });
    void keepWithinSpace(context).catch((error: unknown) => {
      rest(toFailure(asLibraryError('make room for pictures', error)));
    });
    pump();
  }

  /** Why nothing may be fetched from beyond this machine; `null` where it may. */
  function waitingFor(): Progress['waiting'] {
    const { online, metered } = context.network.state();
    if (!online) return 'offline';
    return metered && !isAsked && readSettings(db).onMetered === 'wait' ? 'metered' : null;
  }

  /** Starts as many due jobs as there are slots for; sets the time to look again. */
  function pump(): void {
    clearTimeout(wakeTimer);
    if (isClosed) return;
    guarded(() => {
      const now = context.now();
      if (now >= restUntil) {
        const among = {
          limit: Math.min(slots.free(), STARTED_AT_ONCE),
          perHost: PER_HOST,
          running: slots.running(),
          paused: pauses.hosts(),
          onlyLocal: waitingFor() !== null,
        };
        const jobs = dueJobs(db, now, among);
        for (const job of jobs) start(job);
        if (jobs.length === STARTED_AT_ONCE) pumpSoon();
      }
      const next = Math.max(nextJobAt(db, now) ?? now + SCHEDULE_EVERY_MS, restUntil);
      const waitMs = Math.min(Math.max(next - now, 50), SCHEDULE_EVERY_MS, pauses.nextMs());
      wakeTimer = setTimeout(pump, waitMs);
      wakeTimer.unref();
    });
    tellProgressSoon();
    indexSoon();
    if (slots.running().length === 0) renewal.soon();
    else renewal.pause();
  }

  /** Jobs that end together make room together. */
  function pumpSoon(): void {
    pumpTimer ??= setImmediate(() => {
      pumpTimer = undefined;
      pump();
    });
  }

  function start(job: Job): void {
    const end = slots
      .run(job, pumpSoon, (slot) => perform(job, slot))
      .finally(() => {
        if (job.kind === 'page') pauses.after(job.host);
        ending.delete(end);
        pumpSoon();
      });
    ending.add(end);
  }

  async function perform(job: Job, slot: Slot): Promise<void> {
    const step = STEPS[job.kind];
    try {
      await step.run(context, job, slot);
      noteHostAnswer(context, job);
      // A page that was fetched goes on as its extraction, and is counted there.
      if (job.kind !== 'page') counter.ended(job.kind, false);
    } catch (error) {
      if (slot.signal.aborted) return;
      // Failures of many feeds at once would each wait for the disk, several times.
      guarded(() => transactSoon(db, () => fail(step, job, error)));
    }
  }

  /**
   * 1. A library that cannot be written is no fault of the job: all work rests for a while.
   * 2. Where there is no network, nothing has failed: it goes on when there is one.
   * 3. A server that says when to come back is believed, and the article goes on waiting.
   * 4. Anything else is shown at once; what may pass is tried again, a few times, ever later.
   */
  function fail(step: JobStep, job: Job, error: unknown): void {
    const cause = asLibraryError('keep what was fetched', error);
    const failure = toFailure(cause);
    if (failure.kind === 'disk-full' || failure.kind === 'library') {
      rest(failure);
      return;
    }
    if (failure.kind === 'network' && waitingFor() === 'offline') return;
    const isResting = noteHostFailure(context, job, error);
    const again = waitBeforeNextAttempt(job, error);
    if (again.reason !== 'asked') step.fail(context, job, failure, error);
    if (again.waitMs === null) finishJob(db, job.id);
    else postponeJob(db, job.id, context.now() + again.waitMs);
    if (again.reason !== 'asked') counter.ended(job.kind, true);
    if (isResting && job.kind === 'refresh') failOthersOf(job.host, failure, error);
  }

  /** The other feeds of a host that does not answer would wait for it without a word. */
  function failOthersOf(host: string, failure: Failure, error: unknown): void {
    const running = new Set(slots.running().map(({ id }) => id));
    for (const other of dueRefreshesOf(db, host, context.now())) {
      const feed = other.feedId === null ? undefined : getFeed(db, other.feedId);
      if (feed === undefined || running.has(other.id)) continue;
      const cause = failure.message.split(': ').at(-1) ?? '';
      const message = `feed: cannot fetch ${feed.address}: its server has just failed (${cause})`;
      refreshStep.fail(context, other, { kind: failure.kind, message }, error);
      finishJob(db, other.id);
      counter.ended('refresh', true);
    }
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
    const running = slots.running().map(({ id }) => id);
    const now = context.now();
    const waiting = waitingFor();
    const pending = pendingCounts(db, now, { running, onlyLocal: waiting !== null });
    return counter.read(pending, waiting !== null && isRemoteDue(db, now) ? waiting : null);
  }

  function tellProgressSoon(): void {
    if (progressTimer !== undefined || isClosed) return;
    progressTimer = setTimeout(() => {
      progressTimer = undefined;
      guarded(() => {
        const progress = readProgress();
        if (progress.running || progress.waiting !== null || wasRunning)
          emit({ kind: 'progress', progress });
        if (wasRunning && !progress.running) counter.reset();
        if (!progress.running) isAsked = false;
        wasRunning = progress.running;
      });
    }, PROGRESS_EVERY_MS);
    progressTimer.unref();
  }

  /** Writes the full-text index a little at a time, while nothing else is to be done. */
  function indexSoon(afterMs = INDEX_AFTER_MS): void {
    clearTimeout(indexTimer);
    if (isClosed || slots.running().length > 0) return;
    indexTimer = setTimeout(() => {
      guarded(() => {
        if (indexWaiting(db, INDEX_FOR_MS)) indexSoon(INDEX_FOR_MS);
      });
    }, afterMs);
    indexTimer.unref();
  }

  addDueFeeds();

  return {
    wake: pump,
    hasten() {
      isAsked = true;
      guarded(() => wakeHosts(db));
      pumpSoon();
    },
    cancel() {
      const queued = cancelFetching(db, context.now() + CANCELLED_FOR_MS);
      slots.abort((job) => job.kind !== 'extract', CANCELLED);
      isAsked = false;
      pump();
      return queued;
    },
    abort(which) {
      slots.abort((job) => job.kind !== 'extract' && which(job), CANCELLED);
      pumpSoon();
    },
    progress: readProgress,
    networkChanged() {
      const { online } = context.network.state();
      // Hosts that were not reached without a network did nothing wrong.
      if (online && !wasOnline) guarded(() => wakeHosts(db));
      wasOnline = online;
      addDueFeeds();
    },
    async close() {
      isClosed = true;
      slots.abort(() => true, new DOMException('Carrel is closing.', 'AbortError'));
      clearInterval(schedule);
      for (const timer of [wakeTimer, progressTimer, indexTimer]) clearTimeout(timer);
      await Promise.allSettled([...ending, renewal.close()]);
      clearImmediate(pumpTimer);
    },
  };
}
