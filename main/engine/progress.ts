import type { Progress, ProgressCount } from '../../contract/types.ts';
import type { JobKind } from '../../db/jobs.ts';

/** Which bar of the window a job counts in. A page is done when it has been extracted. */
const BAR = {
  refresh: 'feeds',
  page: 'pages',
  extract: 'pages',
  picture: 'pictures',
  enclosure: 'enclosures',
} as const satisfies Partial<Record<JobKind, keyof Progress>>;

/** Counts work since the engine was last idle. */
export interface ProgressCounter {
  /** One job ended for good (`failed` or not); a page that goes on to be extracted has not. */
  ended(kind: JobKind, failed: boolean): void;
  /** Forgets what was done, for the next run of work. */
  reset(): void;
  /** What was done, and `pending` still to do. */
  read(pending: Record<JobKind, number>, waiting: Progress['waiting']): Progress;
}

export function createProgressCounter(): ProgressCounter {
  const bars = {
    feeds: { done: 0, failed: 0 },
    pages: { done: 0, failed: 0 },
    pictures: { done: 0, failed: 0 },
    enclosures: { done: 0, failed: 0 },
  };

  const count = (bar: { done: number; failed: number }, pending: number): ProgressCount => ({
    ...bar,
    of: bar.done + bar.failed + pending,
  });

  return {
    ended(kind, failed) {
      // An icon is no work that a reader waits for.
      if (kind !== 'icon') bars[BAR[kind]][failed ? 'failed' : 'done'] += 1;
    },
    reset() {
      for (const bar of Object.values(bars)) Object.assign(bar, { done: 0, failed: 0 });
    },
    read(pending, waiting) {
      return {
        running: Object.values(pending).some((jobs) => jobs > 0),
        feeds: count(bars.feeds, pending.refresh),
        pages: count(bars.pages, pending.page + pending.extract),
        pictures: count(bars.pictures, pending.picture),
        enclosures: count(bars.enclosures, pending.enclosure),
        waiting,
      };
    },
  };
}
