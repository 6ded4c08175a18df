import { CarrelError } from '../../contract/errors.ts';
import type { ArticleId } from '../../contract/types.ts';
import { addJob } from '../../db/jobs.ts';
import { picturesOf } from '../../db/pictures.ts';
import { newestCapture } from '../../db/readings.ts';
import { showVersion as showVersionOf } from '../../db/shown-version.ts';
import { transact } from '../../db/transact.ts';
import type { Context } from './context.ts';
import { queuePicture } from './jobs/picture.ts';

/**
 * Has an article read anew from its newest capture.
 * @throws CarrelError 'not-found' where none is kept of it
 */
export function extractAgain(context: Context, articleId: ArticleId): void {
  const captureId = newestCapture(context.db, articleId);
  if (captureId === undefined) {
    throw new CarrelError(
      'not-found',
      `extract: no page or file is kept of article ${articleId} to read it from`,
    );
  }
  addJob(context.db, { kind: 'extract', articleId, captureId, host: '', runAt: context.now() });
}

/**
 * Shows another version of an article, and has its pictures fetched.
 * @throws CarrelError 'not-found' when the article has no such version
 */
export function showVersion(context: Context, articleId: ArticleId, versionId: number): void {
  const { db } = context;
  transact(db, () => {
    const missing = new Set(showVersionOf(db, articleId, versionId));
    for (const { ordinal, address } of picturesOf(db, versionId)) {
      if (missing.has(ordinal)) queuePicture(context, { articleId, versionId, ordinal, address });
    }
  });
  context.changes.articles([articleId]);
}
