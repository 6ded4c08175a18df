import type { ArticleId, FeedId } from '../contract/types.ts';
import { removeArticles } from './articles.ts';
import type { Db } from './open.ts';
import { prepared } from './statement.ts';

/**
 * Removes articles of a feed beyond its newest `keep`, the oldest first, as far as nothing else
 * keeps them (docs/retention.md), and at most `limit` of them.
 * @returns those it removed
 */
export function removeBeyond(db: Db, id: FeedId, keep: number, limit: number): ArticleId[] {
  const ids = prepared<ArticleId>(
    db,
    `SELECT a.id
     FROM entries e INDEXED BY entries_newest CROSS JOIN articles a ON a.id = e.article_id
     WHERE e.feed_id = :id AND a.origin = 'feed' AND a.bookmarked = 0
       AND (e.sort_at, e.article_id) < (
         SELECT sort_at, article_id FROM entries INDEXED BY entries_newest
         WHERE feed_id = :id ORDER BY sort_at DESC, article_id DESC LIMIT 1 OFFSET :keep - 1
       )
       AND NOT EXISTS (
         SELECT 1 FROM entries other WHERE other.article_id = a.id AND other.feed_id <> :id
       )
     ORDER BY e.sort_at, e.article_id LIMIT :limit`,
  )
    .pluck()
    .all({ id, keep, limit });
  removeArticles(db, ids);
  return ids;
}
