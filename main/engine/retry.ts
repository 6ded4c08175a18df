import { CarrelError } from '../../contract/errors.ts';
import type { ArticleId } from '../../contract/types.ts';
import { addressOf, getArticle, setTextState } from '../../db/articles.ts';
import { currentVersionId } from '../../db/versions.ts';
import type { Context } from './context.ts';
import { queuePage } from './jobs/page.ts';
import { queuePicture } from './jobs/picture.ts';
import { queueMissing } from './missing.ts';
import { transact } from '../../db/transact.ts';

/**
 * Fetches again what failed of an article: its page, and all that is missing of it.
 * @throws CarrelError 'not-found' when the article is not in the library
 */
export function retry(context: Context, id: ArticleId): void {
  const { db } = context;
  const article = getArticle(db, id);
  if (article === undefined) {
    throw new CarrelError('not-found', `retry: there is no article ${id} in the library`);
  }
  transact(db, () => {
    const page = addressOf(db, id);
    // Nothing is missing of a text whose page could not be fetched once more; it is tried all the same.
    if (article.text === 'kept' && article.failure !== null && page !== undefined) {
      queuePage(context, id, page);
      setTextState(db, id, 'kept', null);
    }
    queueMissing(context, id);
    // What the settings leave out is not missing, and is fetched when it is asked for.
    const versionId = currentVersionId(db, id);
    if (versionId === undefined) return;
    for (const { ordinal, address, failure } of article.pictureList) {
      if (failure?.kind !== 'skipped') continue;
      queuePicture(context, { articleId: id, versionId, ordinal, address });
    }
  });
  context.changes.articles([id]);
}
