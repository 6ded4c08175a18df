import type { ArticleId, ReadingPosition, Scope, Timestamp } from '../contract/types.ts';
import type { Db } from './open.ts';
import { whereFor } from './scope.ts';
import { prepared } from './statement.ts';

/** Marks articles read or unread; returns those whose state changed. Unknown ids are ignored. */
export function markRead(db: Db, ids: ArticleId[], read: boolean, now: Timestamp): ArticleId[] {
  return prepared<ArticleId>(
    db,
    `INSERT INTO states (article_id, read_at)
     SELECT id, :readAt FROM articles
     WHERE id IN (SELECT value FROM json_each(:ids)) AND unread = :unread
     ON CONFLICT (article_id) DO UPDATE SET read_at = excluded.read_at
     RETURNING article_id`,
  )
    .pluck()
    .all({ ids: JSON.stringify(ids), unread: read ? 1 : 0, readAt: read ? now : null });
}

/** Marks all articles of a place read; returns those whose state changed. */
export function markAllRead(db: Db, scope: Scope, now: Timestamp): ArticleId[] {
  const { unread, values } = whereFor(scope);
  return prepared<ArticleId>(
    db,
    `INSERT INTO states (article_id, read_at)
     SELECT id, :now FROM (${unread}) WHERE TRUE
     ON CONFLICT (article_id) DO UPDATE SET read_at = excluded.read_at
     RETURNING article_id`,
  )
    .pluck()
    .all({ ...values, now });
}

/** Keeps where the reader stopped in an article; an unknown id is ignored. */
export function setPosition(db: Db, id: ArticleId, position: ReadingPosition | null): void {
  prepared(
    db,
    `INSERT INTO states (article_id, position_block, position_fraction)
     SELECT id, :block, :fraction FROM articles WHERE id = :id
     ON CONFLICT (article_id) DO UPDATE SET
       position_block = excluded.position_block, position_fraction = excluded.position_fraction`,
  ).run({ id, block: position?.block ?? null, fraction: position?.fraction ?? null });
}
