import { setImmediate } from 'node:timers/promises';
import type { ArticleId, ListCursor, Scope } from '../../contract/types.ts';
import { setTextState } from '../../db/articles.ts';
import { completenessOf } from '../../db/completeness.ts';
import { isExtracting } from '../../db/jobs.ts';
import { partToFetch } from '../../db/parts.ts';
import { newestCapture } from '../../db/readings.ts';
import { START } from '../../db/scope.ts';
import { transact } from '../../db/transact.ts';
import { incompleteAfter } from '../../db/travel.ts';
import { currentVersionId } from '../../db/versions.ts';
import type { Context } from './context.ts';
import { queueEnclosure } from './jobs/enclosure.ts';
import { queuePage, queuePart } from './jobs/page.ts';
import { queuePicture } from './jobs/picture.ts';

/** Articles queued in one transaction: with ten pictures each, it takes some ten milliseconds. */
export const ARTICLES_AT_ONCE = 50;

/**
 * Has all that is missing of an article fetched now, inside the caller's transaction. What is queued
 * already is not queued twice, but comes at once.
 */
export function queueMissing(context: Context, id: ArticleId): void {
  const { db } = context;
  const versionId = currentVersionId(db, id);
  const queuedAddresses = new Set<string>();
  for (const { what, address, ordinal } of completenessOf(db, id)?.missing ?? []) {
    // A page that was fetched and is about to be read is not fetched once more.
    if (what === 'text' && address !== null && !isExtracting(db, id)) {
      queuePage(context, id, address);
      setTextState(db, id, 'waiting', null);
    }
    if (what === 'part') queueNextPart(context, id);
    if (what === 'picture' && address !== null && ordinal !== null && versionId !== undefined) {
      // One job keeps all pictures of the article that have its address.
      if (queuedAddresses.has(address)) continue;
      queuedAddresses.add(address);
      queuePicture(context, { articleId: id, versionId, ordinal, address });
    }
    if (what === 'attachment' && ordinal !== null) queueEnclosure(context, id, ordinal);
  }
}

function queueNextPart(context: Context, articleId: ArticleId): void {
  const captureId = newestCapture(context.db, articleId);
  if (captureId === undefined) return;
  const part = partToFetch(context.db, captureId);
  if (part !== undefined) queuePart(context, { articleId, captureId }, part);
}

/**
 * Has what is missing of a place's articles fetched again.
 * @returns how many articles there are of which something is missing
 */
export async function retryAll(context: Context, scope: Scope): Promise<number> {
  const { db } = context;
  let queued = 0;
  for (let after: ListCursor | null = START.newest; after !== null;) {
    const { articles, next } = incompleteAfter(db, scope, after, ARTICLES_AT_ONCE);
    transact(db, () => {
      for (const { id } of articles) queueMissing(context, id);
    });
    context.changes.articles(articles.map(({ id }) => id));
    queued += articles.length;
    after = next;
    if (next !== null) await setImmediate();
  }
  return queued;
}
