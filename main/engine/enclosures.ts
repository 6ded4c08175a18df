import { CarrelError } from '../../contract/errors.ts';
import type { ArticleId } from '../../contract/types.ts';
import { dropEnclosureFile, getEnclosure, wantEnclosure } from '../../db/enclosures.ts';
import { transact } from '../../db/transact.ts';
import type { Context } from './context.ts';
import { isSavedWithPage } from './extract/addresses.ts';
import { collectGarbage } from './garbage.ts';
import { queueEnclosure } from './jobs/enclosure.ts';

/**
 * Has a file that a feed gave with an article fetched; one that is kept stays as it is.
 * @throws CarrelError 'not-found' when there is no such file in the library
 */
export function fetchEnclosure(context: Context, articleId: ArticleId, ordinal: number): void {
  transact(context.db, () => {
    const enclosure = wantEnclosure(context.db, { articleId, ordinal });
    if (enclosure === undefined) throw notFound('fetch', articleId, ordinal);
    if (enclosure.state !== 'kept') queueEnclosure(context, articleId, ordinal);
  });
  context.changes.articles([articleId]);
}

/**
 * Removes the kept file of an article, unless something else names it too, or stops fetching it;
 * one that is being fetched stops within a second. It can be fetched again.
 * @throws CarrelError 'not-found' when there is no such file in the library; 'invalid' where the file
 *   was brought in, and could not be had again
 */
export function removeEnclosure(context: Context, articleId: ArticleId, ordinal: number): void {
  if (isSavedWithPage(getEnclosure(context.db, { articleId, ordinal })?.address ?? '')) {
    throw new CarrelError(
      'invalid',
      `enclosure: cannot remove file ${ordinal} of article ${articleId}: it was brought in, and cannot be fetched again`,
    );
  }
  const before = dropEnclosureFile(context.db, { articleId, ordinal });
  if (before === undefined) throw notFound('remove', articleId, ordinal);
  context.changes.articles([articleId]);
  if (before.hash !== null) collectGarbage(context, [before.hash]);
}

function notFound(act: string, articleId: ArticleId, ordinal: number): CarrelError {
  return new CarrelError(
    'not-found',
    `enclosure: cannot ${act} file ${ordinal} of article ${articleId}: it is not in the library`,
  );
}
