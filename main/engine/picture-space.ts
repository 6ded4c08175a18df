import { setImmediate } from 'node:timers/promises';
import type { Failure } from '../../contract/types.ts';
import { dropPictures, firstToLosePictures, pictureBytes } from '../../db/picture-space.ts';
import { readSettings } from '../../db/settings.ts';
import type { Context } from './context.ts';
import { collectGarbage } from './garbage.ts';

/** So many articles lose their pictures before the library answers others again. */
const ARTICLES_AT_ONCE = 5;

/** What stands at a picture that was removed. */
const REMOVED: Failure = {
  kind: 'skipped',
  message: 'picture: removed to keep pictures within the space that is set for them',
};

/**
 * Removes pictures until they take no more space than their reader allows. Where none may go
 * (all are of bookmarked articles, or of those that the reader brought), more is kept.
 */
export async function keepWithinSpace(context: Context): Promise<void> {
  const { db } = context;
  const { picturesMostMb } = readSettings(db);
  if (picturesMostMb === null) return;
  while (pictureBytes(db) > picturesMostMb * 1_000_000) {
    const articles = firstToLosePictures(db, ARTICLES_AT_ONCE);
    if (articles.length === 0) return;
    for (const id of articles) {
      collectGarbage(context, dropPictures(db, id, REMOVED));
      if (pictureBytes(db) <= picturesMostMb * 1_000_000) break;
    }
    context.changes.articles(articles);
    await setImmediate();
  }
}
