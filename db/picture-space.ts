import type { ArticleId, Failure, MediaHash } from '../contract/types.ts';
import type { Db } from './open.ts';
import { countPictures } from './pictures.ts';
import { prepared } from './statement.ts';
import { transact } from './transact.ts';

/** The space that kept pictures take, in bytes. */
export function pictureBytes(db: Db): number {
  return prepared<number>(db, 'SELECT picture_bytes FROM counts').pluck().get() ?? 0;
}

/**
 * The articles whose pictures go first where space is limited: read ones before unread ones, the
 * oldest first. Never one that is bookmarked, or that its reader saved or opened (docs/retention.md).
 */
export function firstToLosePictures(db: Db, limit: number): ArticleId[] {
  return prepared<ArticleId>(
    db,
    `SELECT id FROM articles INDEXED BY articles_with_pictures
     WHERE pictures_kept > 0 AND bookmarked = 0 AND origin = 'feed'
     ORDER BY unread, sort_at LIMIT ?`,
  )
    .pluck()
    .all(limit);
}

/**
 * Takes the pictures of an article from the library; their places stay, with the reason.
 * @returns the files that nothing else of this article names, to be removed where nothing does
 */
export function dropPictures(db: Db, id: ArticleId, reason: Failure): MediaHash[] {
  return transact(db, () => {
    const dropped = prepared<{ sha256: MediaHash; versionId: number }>(
      db,
      `SELECT DISTINCT sha256, version_id AS versionId FROM pictures
       WHERE sha256 IS NOT NULL AND version_id IN (SELECT id FROM versions WHERE article_id = ?)`,
    ).all(id);
    prepared(
      db,
      `UPDATE pictures SET sha256 = NULL, error_kind = :kind, error_message = :message
       WHERE sha256 IS NOT NULL AND version_id IN (SELECT id FROM versions WHERE article_id = :id)`,
    ).run({ id, ...reason });
    const [one] = dropped;
    if (one !== undefined) countPictures(db, one.versionId);
    return [...new Set(dropped.map(({ sha256 }) => sha256))];
  });
}
