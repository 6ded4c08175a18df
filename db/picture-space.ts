import type { ArticleId, Failure, MediaHash, Timestamp } from '../contract/types.ts';
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
  return nextToLosePictures(db, limit, null).map(({ id }) => id);
}

/** An article with its place in the order in which pictures go. */
export interface ToLosePictures {
  id: ArticleId;
  unread: 0 | 1;
  sortAt: Timestamp;
}

/** The articles that follow one of them in that order; `null` for the first ones. */
export function nextToLosePictures(
  db: Db,
  limit: number,
  after: ToLosePictures | null,
): ToLosePictures[] {
  return prepared<ToLosePictures>(
    db,
    `SELECT id, unread, sort_at AS sortAt FROM articles INDEXED BY articles_with_pictures
     WHERE pictures_kept > 0 AND bookmarked = 0 AND origin = 'feed'
       AND (unread, sort_at, id) > (:unread, :sortAt, :id)
     ORDER BY unread, sort_at, id LIMIT :limit`,
  ).all({ ...(after ?? BEFORE_ALL), limit });
}

const BEFORE_ALL = { unread: -1, sortAt: 0, id: 0 };

/** A file of an article's pictures. */
export interface PictureFile {
  hash: MediaHash;
  sizeBytes: number;
  /** Whether anything but this article names it. */
  shared: 0 | 1;
}

/** The files of an article's pictures, each once. */
export function pictureFilesOf(db: Db, id: ArticleId): PictureFile[] {
  return prepared<PictureFile>(
    db,
    `WITH own (id) AS MATERIALIZED (SELECT id FROM versions WHERE article_id = ?)
     SELECT sha256 AS hash, size_bytes AS sizeBytes,
       EXISTS (SELECT 1 FROM pictures p WHERE p.sha256 = media.sha256
                 AND p.version_id NOT IN (SELECT id FROM own))
       OR EXISTS (SELECT 1 FROM enclosures e WHERE e.sha256 = media.sha256)
       OR EXISTS (SELECT 1 FROM feeds f WHERE f.icon_sha256 = media.sha256) AS shared
     FROM media WHERE sha256 IN (
       SELECT p.sha256 FROM own JOIN pictures p ON p.version_id = own.id
       WHERE p.sha256 IS NOT NULL
     )`,
  ).all(id);
}

/** How many articles show a file, and whether anything else names it. */
export function namersOf(db: Db, hash: MediaHash): { articles: number; others: 0 | 1 } {
  const namers = prepared<{ articles: number; others: 0 | 1 }>(
    db,
    `SELECT
       (SELECT count(DISTINCT v.article_id) FROM pictures p JOIN versions v ON v.id = p.version_id
        WHERE p.sha256 = :hash) AS articles,
       EXISTS (SELECT 1 FROM enclosures WHERE sha256 = :hash)
         OR EXISTS (SELECT 1 FROM feeds WHERE icon_sha256 = :hash) AS others`,
  ).get({ hash });
  return namers ?? { articles: 0, others: 0 };
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
