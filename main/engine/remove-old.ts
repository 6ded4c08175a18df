import { setImmediate } from 'node:timers/promises';
import type { Feed } from '../../contract/types.ts';
import { removeBeyond } from '../../db/keep.ts';
import type { Context } from './context.ts';

/** Removing takes about 2 ms an article: a list page waits no longer than for so many. */
const AT_ONCE = 5;

/** Removes the articles beyond those that a feed is set to keep (docs/retention.md). */
export async function removeOld(
  context: Context,
  feed: Pick<Feed, 'id' | 'settings'>,
): Promise<void> {
  const { keep } = feed.settings;
  if (keep === null) return;
  for (;;) {
    const removed = removeBeyond(context.db, feed.id, keep, AT_ONCE);
    if (removed.length === 0) return;
    context.changes.articles(removed);
    context.changes.sources();
    await setImmediate();
  }
}
