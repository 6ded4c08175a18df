import { CarrelError } from '../../contract/errors.ts';
import type { ArticleId, ReadAnew } from '../../contract/types.ts';
import { picturesOf } from '../../db/pictures.ts';
import { newestCapture } from '../../db/readings.ts';
import { listVersions, showVersion as showVersionOf } from '../../db/shown-version.ts';
import { transact } from '../../db/transact.ts';
import type { Context } from './context.ts';
import { extractCapture } from './extract-capture.ts';
import { queuePicture } from './jobs/picture.ts';

/**
 * Reads an article anew from its newest capture, while its reader waits.
 * @throws CarrelError 'not-found' where none is kept of it; as `extractCapture` where it cannot be
 *   read
 */
export async function extractAgain(context: Context, articleId: ArticleId): Promise<ReadAnew> {
  const captureId = newestCapture(context.db, articleId);
  if (captureId === undefined) {
    throw new CarrelError(
      'not-found',
      `extract: no page or file is kept of article ${articleId} to read it from`,
    );
  }
  const [before] = listVersions(context.db, articleId);
  await extractCapture(context, { articleId, captureId });
  const [newest] = listVersions(context.db, articleId);
  if (newest?.id === before?.id) return 'same';
  return newest?.shown === false ? 'kept' : 'shown';
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
