import { addJob, finishJob } from '../../../db/jobs.ts';
import { failureCount, getFeed, recordFetchFailed, validators } from '../../../db/feeds.ts';
import { CarrelError } from '../../../contract/errors.ts';
import type { Feed } from '../../../contract/types.ts';
import { hostOf } from '../address.ts';
import type { Context } from '../context.ts';
import { backoffMs } from '../feeds/retry.ts';
import { FEED_ACCEPT, FEED_MAX_BYTES, takeFeed } from '../take-feed.ts';
import type { JobStep } from './job.ts';

/** Fetches a feed, if it changed, and keeps its new entries at once. */
export const refreshStep: JobStep = {
  async run(context, job, signal) {
    const { db } = context;
    const feed = job.feedId === null ? undefined : getFeed(db, job.feedId);
    if (feed === undefined) {
      finishJob(db, job.id);
      return;
    }
    const { etag, lastModified } = validators(db, feed.id);
    const fetched = await context.fetcher
      .get(feed.address, {
        accept: FEED_ACCEPT,
        maxBytes: FEED_MAX_BYTES,
        validators: { etag, lastModified },
        signal,
      })
      .catch((error: unknown) => {
        throw namingTheAct(error, feed.address);
      });
    await takeFeed(context, feed, fetched, () => finishJob(db, job.id));
  },

  fail(context, job, failure) {
    if (job.feedId === null) return;
    const at = context.now();
    const failures = failureCount(context.db, job.feedId) + 1;
    const nextFetchAt = at + backoffMs(failures, Math.random());
    recordFetchFailed(context.db, job.feedId, failure, { at, nextFetchAt });
    context.changes.sources();
  },
};

/** Has a feed fetched as soon as there is a slot. */
export function queueRefresh(context: Context, feed: Pick<Feed, 'id' | 'address'>): void {
  addJob(context.db, {
    kind: 'refresh',
    feedId: feed.id,
    host: hostOf(feed.address),
    runAt: context.now(),
  });
}

function namingTheAct(error: unknown, address: string): unknown {
  if (!(error instanceof CarrelError) || error.message.includes(address)) return error;
  return new CarrelError(error.kind, `feed: cannot fetch ${address}: ${error.message}`, {
    cause: error,
  });
}
