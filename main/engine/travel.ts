import { isDeepStrictEqual } from 'node:util';
import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import type { CarrelEvent } from '../../contract/api.ts';
import { toFailure } from '../../contract/errors.ts';
import type { Travel } from '../../contract/provenance.ts';
import type { ArticleId, ListCursor, Scope } from '../../contract/types.ts';
import { asLibraryError } from '../../db/errors.ts';
import { START } from '../../db/scope.ts';
import { transact, transactSoon } from '../../db/transact.ts';
import {
  addReceived,
  beginTravel,
  forgetTravel,
  incompleteAfter,
  isTaken,
  jobsUntil,
  putOffTravel,
  readTravel,
  resumeTravel,
  setTravelState,
  takeArticle,
} from '../../db/travel.ts';
import type { Context } from './context.ts';
import { ARTICLES_AT_ONCE, queueMissing } from './missing.ts';
import type { Runner } from './runner.ts';
import { SOON_MS, travelNow } from './travel-now.ts';

/** How often it is looked how far it is, and the window told. */
const LOOK_EVERY_MS = 250;
/** Of a big place, a look takes longer: it takes this share of the time at most. */
const LOOK_SHARE = 1 / 20;
/** How long it rests when the library cannot be written. */
const LIBRARY_REST_MS = 30_000;
/** What was stopped comes by itself after this long, as with `Runner.cancel`. */
const STOPPED_FOR_MS = 60 * 60_000;

/** Gets all that is missing of a place, for a time without a network. One place at a time. */
export interface Travels {
  /** Begins, or goes on with what was stopped; resolves when it has begun. */
  prepare(scope: Scope): Promise<Travel>;
  /** Stops; `null` where there is none. */
  stop(): Promise<Travel | null>;
  end(): Promise<void>;
  current(): Travel | null;
  /** Bytes came of an article. */
  received(articleId: ArticleId, bytes: number): void;
  /** Leaves it as it is; the next start goes on. */
  close(): Promise<void>;
}

/** One stretch of work, from a begin, a continuation or a start to its end. */
interface Stretch {
  scope: Scope;
  isHastened: boolean;
  abort: AbortController;
  ended: Promise<void>;
}

export function createTravels(
  context: Context,
  runner: Runner,
  emit: (event: CarrelEvent) => void,
): Travels {
  const { db } = context;
  let stretch: Stretch | undefined;
  let unwrittenBytes = 0;
  let told: Travel | null = null;

  const current = (): Travel | null => travelNow(db, context.now());

  function tell(): void {
    const now = current();
    if (isDeepStrictEqual(now, told)) return;
    told = now;
    emit({ kind: 'travel', travel: now });
  }

  /** Resolves when the first articles were come to, or when that was not possible. */
  async function start(scope: Scope): Promise<void> {
    const begun = Promise.withResolvers<void>();
    const one: Stretch = {
      scope,
      isHastened: false,
      abort: new AbortController(),
      ended: Promise.resolve(),
    };
    stretch = one;
    one.ended = work(one, () => begun.resolve()).finally(() => {
      if (stretch === one) stretch = undefined;
      begun.resolve();
    });
    await begun.promise;
  }

  /**
   * 1. Every article of the place that is not complete is come to once, and what is missing queued.
   * 2. It waits until nothing of them is to be had soon.
   * 3. What has come into the place meanwhile is come to as well; where there is none, it is the end.
   */
  async function work(one: Stretch, onBegun: () => void): Promise<void> {
    const { signal } = one.abort;
    let isToWalk = true;
    let isTroubled = false;
    while (!signal.aborted) {
      let restMs = LOOK_EVERY_MS;
      try {
        const startedAt = performance.now();
        const taken = isToWalk ? await walk(one, onBegun) : 0; // 1, 3
        if (signal.aborted) return;
        writeReceived();
        const waiting = jobsUntil(db, context.now(), context.now() + SOON_MS);
        if (isToWalk && taken === 0 && waiting === 0) {
          transactSoon(db, () => setTravelState(db, 'done'));
          tell();
          return;
        }
        if (taken > 0 || waiting > 0) hastenOnce(one);
        isToWalk = waiting === 0; // 2
        isTroubled = false;
        tell();
        restMs = Math.max(restMs, (performance.now() - startedAt) / LOOK_SHARE);
      } catch (error) {
        const failure = toFailure(asLibraryError('get ready to travel', error));
        if (!isTroubled) emit({ kind: 'problem', failure });
        isTroubled = true;
        isToWalk = true;
        restMs = LIBRARY_REST_MS;
      }
      onBegun();
      await sleep(restMs, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  /** What was come to, before a process was killed too, is not queued again: it may have failed. */
  async function walk(one: Stretch, onSlice: () => void): Promise<number> {
    let taken = 0;
    for (
      let after: ListCursor | null = START.newest;
      after !== null && !one.abort.signal.aborted;
    ) {
      const { articles, next } = incompleteAfter(db, one.scope, after, ARTICLES_AT_ONCE);
      const ids = articles.filter((article) => !article.isTaken).map(({ id }) => id);
      if (ids.length > 0) {
        transact(db, () => {
          for (const id of ids) {
            queueMissing(context, id);
            takeArticle(db, id);
          }
        });
        hastenOnce(one);
        runner.wake();
        context.changes.articles(ids);
        taken += ids.length;
      }
      after = next;
      if (next === null) break;
      onSlice();
      await setImmediate();
    }
    return taken;
  }

  /** Hosts that rest are asked once more, and no oftener. */
  function hastenOnce(one: Stretch): void {
    if (one.isHastened) return;
    one.isHastened = true;
    runner.hasten();
  }

  function writeReceived(): void {
    if (unwrittenBytes === 0) return;
    const bytes = unwrittenBytes;
    transactSoon(db, () => addReceived(db, bytes));
    unwrittenBytes -= bytes;
  }

  /** One command after the other: a begin in the middle of a stop would leave two at work. */
  let latest: Promise<unknown> = Promise.resolve();
  async function inTurn<T>(act: () => Promise<T>): Promise<T> {
    const result = latest.then(act);
    latest = result.catch(() => undefined);
    return await result;
  }

  /** Ends the stretch that runs, whatever it is at; the library stays as it is. */
  async function halt(): Promise<void> {
    const one = stretch;
    one?.abort.abort();
    await one?.ended;
  }

  async function stop(): Promise<Travel | null> {
    await halt();
    if (readTravel(db)?.state !== 'running') return current();
    writeReceived();
    // First of all: a process that is killed here must not go on with it.
    transact(db, () => setTravelState(db, 'stopped'));
    const until = context.now() + STOPPED_FOR_MS;
    for (let after: ArticleId | null = 0; after !== null;) {
      const from: ArticleId = after;
      after = transact(db, () => putOffTravel(db, from, ARTICLES_AT_ONCE, until));
      await setImmediate();
    }
    runner.abort(({ articleId }) => articleId !== null && isTaken(db, articleId));
    tell();
    return current();
  }

  async function prepare(scope: Scope): Promise<Travel> {
    const before = readTravel(db);
    const isSame = isDeepStrictEqual(before?.scope, scope);
    if (!isSame) await stop();
    if (!isSame || stretch === undefined) {
      const goesOn = isSame && before?.state === 'stopped';
      transactSoon(db, () => (goesOn ? resumeTravel(db) : beginTravel(db, scope)));
      await start(scope);
    }
    const travel = current();
    if (travel === null) throw new Error('travel: it was forgotten while it began');
    return travel;
  }

  async function end(): Promise<void> {
    await stop();
    transact(db, () => forgetTravel(db));
    tell();
  }

  const kept = readTravel(db);
  if (kept?.state === 'running') void start(kept.scope);

  return {
    prepare: (scope) => inTurn(() => prepare(scope)),
    stop: () => inTurn(stop),
    end: () => inTurn(end),
    current,
    received(articleId, bytes) {
      if (stretch !== undefined && isTaken(db, articleId)) unwrittenBytes += bytes;
    },
    close: () =>
      inTurn(async () => {
        await halt();
        writeReceived();
      }),
  };
}
