import { addJob, finishJob } from '../../../db/jobs.ts';
import {
  changeAddress,
  fetchState,
  recordFetchFailed,
  recordMoved,
  type FetchState,
} from '../../../db/feed-fetches.ts';
import { getFeed } from '../../../db/feeds.ts';
import { typedHostsOf } from '../../../db/typed-hosts.ts';
import { CarrelError } from '../../../contract/errors.ts';
import type { Failure, Feed } from '../../../contract/types.ts';
import { siteOf } from '../fetch/site.ts';
import type { Context } from '../context.ts';
import { backoffMs } from '../feeds/retry.ts';
import { HttpStatusError } from '../fetch/errors.ts';
import type { Fetched } from '../fetch/fetcher.ts';
import { loginOf } from '../logins.ts';
import { removeOld } from '../remove-old.ts';
import { FEED_ACCEPT, FEED_MAX_BYTES, takeFeed } from '../take-feed.ts';
import type { JobStep, Slot } from './job.ts';

/** A feed must say for so long that it has moved for good, before it is believed. */
const MOVED_FOR_MS = 3 * 24 * 60 * 60_000;

/** Fetches a feed, if it changed, and keeps its new entries at once. */
export const refreshStep: JobStep = {
  async run(context, job, slot) {
    const { db } = context;
    const feed = job.feedId === null ? undefined : getFeed(db, job.feedId);
    if (feed === undefined) {
      finishJob(db, job.id);
      return;
    }
    const state = fetchState(db, feed.id);
    const fetched = await fetchWhereItIs(context, feed, state, slot);
    const newAddress = await takeFeed(context, feed, fetched, () => finishJob(db, job.id));
    await removeOld(context, feed);
    noteMove(context, feed, state, fetched.permanent ? fetched.address : newAddress);
  },

  fail(context, job, failure, error) {
    if (job.feedId === null) return;
    const at = context.now();
    const failures = fetchState(context.db, job.feedId).failures + 1;
    const waitMs = Math.max(backoffMs(failures, Math.random()), askedToWait(error));
    recordFetchFailed(context.db, job.feedId, goneOr(failure, error), {
      at,
      nextFetchAt: at + waitMs,
    });
    context.changes.sources();
  },
};

/** Has a feed fetched as soon as there is a slot. */
export function queueRefresh(context: Context, feed: Pick<Feed, 'id' | 'address'>): void {
  addJob(context.db, {
    kind: 'refresh',
    feedId: feed.id,
    host: siteOf(feed.address),
    runAt: context.now(),
  });
}

/**
 * Fetches a feed from the address it moved to, once it has said so for long enough; where that
 * fails, from the address that is known.
 */
async function fetchWhereItIs(
  context: Context,
  feed: Feed,
  state: FetchState,
  slot: Slot,
): Promise<Fetched> {
  const { movedTo, movedSince } = state;
  if (movedTo !== null && movedSince !== null && context.now() - movedSince >= MOVED_FOR_MS) {
    try {
      const fetched = await fetchFrom(context, feed, movedTo, state, slot);
      changeAddress(context.db, feed.id, movedTo);
      return fetched;
    } catch (error) {
      slot.signal.throwIfAborted();
      if (!(error instanceof CarrelError)) throw error;
    }
  }
  return await fetchFrom(context, feed, feed.address, state, slot);
}

async function fetchFrom(
  context: Context,
  feed: Feed,
  address: string,
  { etag, lastModified }: FetchState,
  slot: Slot,
): Promise<Fetched> {
  const login = await loginOf(context, feed.id);
  const isHome = new URL(address).origin === new URL(feed.address).origin;
  try {
    return await slot.away(
      context.fetcher.get(address, {
        accept: FEED_ACCEPT,
        maxBytes: FEED_MAX_BYTES,
        validators: { etag, lastModified },
        typedHosts: typedHostsOf(context.db, { feedId: feed.id }),
        ...(login === undefined || !isHome ? {} : { login }),
        signal: slot.signal,
      }),
    );
  } catch (error) {
    throw namingTheAct(error, address);
  }
}

/** Keeps that a feed says it is elsewhere now, or that it no longer does. */
function noteMove(context: Context, feed: Feed, state: FetchState, to: string | null): void {
  const isElsewhere = to !== null && to !== feed.address;
  const movedTo = isElsewhere ? to : null;
  if (movedTo !== state.movedTo) recordMoved(context.db, feed.id, movedTo, context.now());
}

/** A server that says 410 is believed: the feed is not fetched any more (RFC 9110, 15.5.11). */
function goneOr(failure: Failure, error: unknown): Failure {
  if (!(error instanceof HttpStatusError) || error.status !== 410) return failure;
  return {
    kind: 'gone',
    message: `${failure.message}: it is gone for good, and not fetched any more`,
  };
}

function askedToWait(error: unknown): number {
  return error instanceof HttpStatusError ? (error.retryAfterMs ?? 0) : 0;
}

function namingTheAct(error: unknown, address: string): unknown {
  if (!(error instanceof CarrelError) || error.message.includes(address)) return error;
  return new CarrelError(error.kind, `feed: cannot fetch ${address}: ${error.message}`, {
    cause: error,
  });
}
