import type { ArticleId, Timestamp } from '../contract/types.ts';
import type { Db } from './open.ts';
import { prepared } from './statement.ts';

/** Adds or removes bookmarks; returns those whose state changed. Unknown ids are ignored. */
export function bookmark(
  db: Db,
  ids: ArticleId[],
  bookmarked: boolean,
  now: Timestamp,
): ArticleId[] {
  const wanted = JSON.stringify(ids);
  if (!bookmarked) {
    return prepared<ArticleId>(
      db,
      `DELETE FROM bookmarks WHERE article_id IN (
         SELECT id FROM articles
         WHERE id IN (SELECT value FROM json_each(:wanted)) AND bookmarked = 1
       ) RETURNING article_id`,
    )
      .pluck()
      .all({ wanted });
  }
  return prepared<ArticleId>(
    db,
    `INSERT INTO bookmarks (article_id, added_at)
     SELECT id, :now FROM articles
     WHERE id IN (SELECT value FROM json_each(:wanted)) AND bookmarked = 0
     RETURNING article_id`,
  )
    .pluck()
    .all({ wanted, now });
}
