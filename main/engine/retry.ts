import { CarrelError } from '../../contract/errors.ts';
import type { ArticleId } from '../../contract/types.ts';
import { addressOf, getArticle, setTextState } from '../../db/articles.ts';
import { addJob } from '../../db/jobs.ts';
import { currentVersionId } from '../../db/versions.ts';
import { siteOf } from './fetch/site.ts';
import type { Context } from './context.ts';
import { queuePage } from './jobs/page.ts';
import { transact } from '../../db/transact.ts';

/**
 * Fetches again what failed of an article: its page, or the pictures that could not be had.
 * @throws CarrelError 'not-found' when the article is not in the library
 */
export function retry(context: Context, id: ArticleId): void {
  const { db } = context;
  const article = getArticle(db, id);
  if (article === undefined) {
    throw new CarrelError('not-found', `retry: there is no article ${id} in the library`);
  }
  const runAt = context.now();
  transact(db, () => {
    const address = addressOf(db, id);
    if (article.failure !== null && address !== undefined) {
      queuePage(context, id, address);
      setTextState(db, id, article.text === 'kept' ? 'kept' : 'waiting', null);
    }
    const versionId = currentVersionId(db, id);
    if (versionId === undefined) return;
    for (const picture of article.pictureList.filter(({ failure }) => failure !== null)) {
      addJob(db, {
        kind: 'picture',
        articleId: id,
        versionId,
        ordinal: picture.ordinal,
        host: siteOf(picture.address),
        runAt,
      });
    }
  });
  context.changes.articles([id]);
}
