import type { Job } from '../../db/jobs.ts';
import type { Slot } from './jobs/job.ts';

/** Jobs at work at once; more would only wait for one another on a home connection. */
const SLOTS = 16;

/**
 * How long a server may take before its job no longer counts. Most answer sooner; one that hangs
 * keeps its connection until the fetcher's time limit, and its slot for a quarter of a second.
 */
const AWAY_AFTER_MS = 250;

/** So many connections may be waited for at once, besides. */
const MOST_AWAY = 112;

/** The jobs under way, and how many more may be started. */
export interface Slots {
  running(): Job[];
  free(): number;
  /**
   * Gives a job its slot until `work` ends.
   * @param onFree is called when the slot is free for another job before that
   */
  run(job: Job, onFree: () => void, work: (slot: Slot) => Promise<void>): Promise<void>;
  /** Ends the jobs that `which` names, at once. */
  abort(which: (job: Job) => boolean, reason: unknown): void;
}

interface Running {
  job: Job;
  abort: AbortController;
  isAway: boolean;
}

/** @param onReceived is told of the bytes that come for a job */
export function createSlots(onReceived: (job: Job, bytes: number) => void = () => {}): Slots {
  const all = new Map<number, Running>();

  function away(one: Running, onFree: () => void): Slot['away'] {
    return async (answer) => {
      const timer = setTimeout(() => {
        one.isAway = true;
        onFree();
      }, AWAY_AFTER_MS);
      try {
        return await answer;
      } finally {
        clearTimeout(timer);
        one.isAway = false;
      }
    };
  }

  return {
    running: () => [...all.values()].map(({ job }) => job),
    free() {
      const gone = [...all.values()].filter(({ isAway }) => isAway).length;
      return gone >= MOST_AWAY ? 0 : Math.max(SLOTS - (all.size - gone), 0);
    },
    async run(job, onFree, work) {
      const one: Running = { job, abort: new AbortController(), isAway: false };
      all.set(job.id, one);
      try {
        await work({
          signal: one.abort.signal,
          away: away(one, onFree),
          received: (bytes) => onReceived(job, bytes),
        });
      } finally {
        all.delete(job.id);
      }
    },
    abort(which, reason) {
      for (const { job, abort } of all.values()) if (which(job)) abort.abort(reason);
    },
  };
}
