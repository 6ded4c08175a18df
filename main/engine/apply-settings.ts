import type { Feed, FeedChanges } from '../../contract/types.ts';
import { recordNextFetch } from '../../db/feed-fetches.ts';
import { articlesWithoutPage } from '../../db/articles.ts';
import { transact } from '../../db/transact.ts';
import type { Context } from './context.ts';
import { queuePage } from './jobs/page.ts';
import { removeOld } from './remove-old.ts';

/** So many of the unread articles that a feed brought before get their page, when it is asked for. */
const PAGES = 200;

/**
 * Does at once what a changed setting of a feed means for what is there: what is to go goes, pages
 * that are wanted now are fetched, and a feed that is wanted more often is not waited for.
 */
export function applySettings(context: Context, feed: Feed, { settings = {} }: FeedChanges): void {
  const { db } = context;
  if (settings.keep !== undefined) void removeOld(context, feed);
  if (settings.textFrom === 'page') {
    transact(db, () => {
      for (const { id, address } of articlesWithoutPage(db, feed.id, PAGES)) {
        queuePage(context, id, address);
      }
    });
  }
  const { everyMinutes } = settings;
  if (everyMinutes !== undefined && everyMinutes !== null && feed.lastTriedAt !== null) {
    recordNextFetch(db, feed.id, feed.lastTriedAt + everyMinutes * 60_000);
  }
}
