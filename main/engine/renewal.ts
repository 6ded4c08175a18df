import { setTimeout as sleep } from 'node:timers/promises';
import { CarrelError } from '../../contract/errors.ts';
import type { ArticleId } from '../../contract/types.ts';
import { nextUnread } from '../../db/readings.ts';
import type { Context } from './context.ts';
import { extractAnew } from './extract-capture.ts';
import { EXTRACTOR } from './extract/types.ts';

/** How long nothing else must have been to do. */
const AFTER_MS = 1_000;

/** A rest after each article, as long as it took: half of a thread is enough for what nobody waits for. */
const LEAST_REST_MS = 20;

/**
 * Reads anew, after an upgrade, what an older extractor read: the newest capture of each article,
 * one after the other, while nothing else is to be done. What was read is told by the library, so
 * that a process that is killed goes on where it was.
 */
export interface Renewal {
  /** Nothing else is to be done: it may go on soon. */
  soon(): void;
  /** Something else is to be done: it stops after the article it is at. */
  pause(): void;
  /** Resolves when nothing is under way; nothing begins after it. */
  close(): Promise<void>;
}

export function createRenewal(context: Context): Renewal {
  const state = { isWanted: false, isAtEnd: false };
  let after: ArticleId = 0;
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> | undefined;

  async function work(): Promise<void> {
    while (state.isWanted && !state.isAtEnd) {
      const next = nextUnread(context.db, EXTRACTOR, after);
      const startedAt = performance.now();
      if (next?.found !== undefined) await extractAnew(context, next.found).catch(ignorePage);
      if (next === null) state.isAtEnd = true;
      else after = next.after;
      await sleep(Math.max(LEAST_REST_MS, performance.now() - startedAt));
    }
  }

  /** A page that cannot be read keeps what was made of it; anything else waits for another day. */
  function ignorePage(error: unknown): void {
    if (!(error instanceof CarrelError) || !IS_OF_ONE_PAGE.has(error.kind)) stop();
  }

  /** Until the next start: a library that cannot be written is told by what is more urgent. */
  function stop(): void {
    state.isAtEnd = true;
  }

  return {
    soon() {
      if (state.isWanted || state.isAtEnd) return;
      state.isWanted = true;
      timer = setTimeout(() => {
        working ??= work()
          .catch(stop)
          .finally(() => {
            working = undefined;
          });
      }, AFTER_MS);
      timer.unref();
    },
    pause() {
      state.isWanted = false;
      clearTimeout(timer);
    },
    async close() {
      state.isWanted = false;
      state.isAtEnd = true;
      clearTimeout(timer);
      await working;
    },
  };
}

const IS_OF_ONE_PAGE = new Set<CarrelError['kind']>([
  'no-article',
  'too-large',
  'timeout',
  'not-found',
  'internal',
]);
