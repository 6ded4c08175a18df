import { setImmediate } from 'node:timers/promises';
import type { ArticleId } from '../../contract/types.ts';
import { dismissArticles } from '../../db/articles.ts';
import type { Context } from './context.ts';
import { collectGarbage } from './garbage.ts';

/** Removing takes about 2 ms an article: a list page waits no longer than for so many. */
const AT_ONCE = 5;

/**
 * Removes articles that the reader wants to be gone, and the files that only they named
 * (docs/retention.md). Ended in between, the rest is still there.
 * @returns those it removed
 */
export async function removeAsked(context: Context, ids: ArticleId[]): Promise<ArticleId[]> {
  const removed: ArticleId[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const gone = dismissArticles(context.db, ids.slice(from, from + AT_ONCE));
    context.changes.articles(gone);
    removed.push(...gone);
    await setImmediate();
  }
  if (removed.length > 0) {
    context.changes.sources();
    context.changes.flush();
    collectGarbage(context);
  }
  return removed;
}
