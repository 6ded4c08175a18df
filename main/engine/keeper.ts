import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Db } from '../../db/open.ts';
import { transactSoon } from '../../db/transact.ts';

/** Something to be kept, in steps that each take a millisecond or less. */
export interface Writing {
  steps: number;
  /**
   * Does one step, from 0. May be called again for a step whose transaction was undone; keeps
   * nothing outside of the library, therefore.
   */
  write(step: number): void;
}

/** Keeps what comes in from many feeds at once. */
export interface Keeper {
  /**
   * Does all steps of a writing, in their order, in one transaction or several.
   * @returns when the last one is committed; the disk has it a moment later (`transactSoon`)
   * @throws what a step threw; the steps of earlier transactions stay
   */
  keep(writing: Writing): Promise<void>;
}

/** How long one transaction goes on. A list page waits for it and its commit, which takes as long again. */
const TURN_MS = 3;

/** How long what comes first waits for others to come. */
const GATHER_MS = 15;

interface Waiting {
  writing: Writing;
  /** The steps that are committed. */
  done: number;
  resolve: () => void;
  reject: (error: unknown) => void;
}

/**
 * Makes a keeper. Feeds that arrive together share transactions, so that two hundred unchanged
 * ones are a few commits and not two hundred; and in between, the library answers.
 *
 * 1. A turn does steps of the writings that wait, until its time is over, in one transaction.
 * 2. Where a step throws, the turn is undone; the writing that threw has a turn of its own.
 * 3. Where it throws alone too, it fails; the others never notice.
 */
export function createKeeper(db: Db): Keeper {
  let waiting: Waiting[] = [];
  let isAtWork = false;

  async function work(): Promise<void> {
    if (isAtWork) return;
    isAtWork = true;
    while (waiting.length > 0) {
      // More feeds join; a transaction for each would write the same pages again and again.
      await setTimeout(GATHER_MS);
      let isAnyLeft = true;
      while (isAnyLeft) {
        turn(waiting);
        isAnyLeft = waiting.length > 0;
        // Lets what came in meanwhile be answered.
        await setImmediate();
      }
    }
    isAtWork = false;
  }

  function turn(together: Waiting[]): void {
    const reached = new Map<Waiting, number>();
    let current: Waiting | undefined;
    try {
      transactSoon(db, () => {
        const until = performance.now() + TURN_MS;
        for (const one of together) {
          current = one;
          for (let step = one.done; step < one.writing.steps; step += 1) {
            one.writing.write(step);
            reached.set(one, step + 1);
            if (performance.now() > until) return;
          }
        }
        current = undefined;
      });
    } catch (error) {
      if (current !== undefined && together.length > 1) turn([current]);
      // A commit that fails is nobody's fault: it fails all that were in it.
      else for (const one of current === undefined ? together : [current]) end(one, error);
      return;
    }
    for (const [one, step] of reached) {
      one.done = step;
      if (step === one.writing.steps) end(one);
    }
  }

  function end(one: Waiting, ...errors: unknown[]): void {
    waiting = waiting.filter((other) => other !== one);
    if (errors.length === 0) one.resolve();
    else one.reject(errors[0]);
  }

  return {
    keep(writing) {
      return new Promise<void>((resolve, reject) => {
        waiting.push({ writing, done: 0, resolve, reject });
        void work();
      });
    },
  };
}
