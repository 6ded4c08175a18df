import type { ArticleId, Failure, MediaHash, Picture, Timestamp } from '../contract/types.ts';
import { keepMedia, type KeptFile } from './media.ts';
import type { Db } from './open.ts';
import { prepared } from './statement.ts';
import { toFailure, type FailureColumns } from './summary.ts';
import { transact } from './transact.ts';

const COLUMNS = `
  ordinal, address, alt, caption, credit, gallery, width, height, sha256, error_kind,
  error_message`;

/** Selects the versions of the article that `:versionId` is one of. */
const VERSIONS_OF_SAME_ARTICLE = `
  SELECT id FROM versions
  WHERE article_id = (SELECT article_id FROM versions WHERE id = :versionId)`;

/** A version's pictures, in their order. */
export function picturesOf(db: Db, versionId: number): Picture[] {
  return prepared<PictureRow>(
    db,
    `SELECT ${COLUMNS} FROM pictures WHERE version_id = ? ORDER BY ordinal`,
  )
    .all(versionId)
    .map(toPicture);
}

export function pictureOf(db: Db, versionId: number, ordinal: number): Picture | undefined {
  const row = prepared<PictureRow>(
    db,
    `SELECT ${COLUMNS} FROM pictures WHERE version_id = ? AND ordinal = ?`,
  ).get(versionId, ordinal);
  return row === undefined ? undefined : toPicture(row);
}

/**
 * Where an article has a picture by now: a version that was fetched for may have given way to one
 * that was made anew of the same capture. `undefined` where no version has it.
 */
export function placeOfPicture(
  db: Db,
  articleId: ArticleId,
  address: string,
): { versionId: number; ordinal: number } | undefined {
  return prepared<{ versionId: number; ordinal: number }>(
    db,
    `SELECT p.version_id AS versionId, p.ordinal
     FROM pictures p JOIN versions v ON v.id = p.version_id
     WHERE v.article_id = ? AND p.address = ?
     ORDER BY v.id DESC, p.ordinal LIMIT 1`,
  ).get(articleId, address);
}

export interface KeptPicture extends KeptFile {
  versionId: number;
  ordinal: number;
  now: Timestamp;
}

/** The file that was kept from an address, for any article, since a time. */
export function keptUnder(db: Db, address: string, since: Timestamp): KeptFile | undefined {
  return prepared<KeptFile>(
    db,
    `SELECT m.sha256, m.type, m.width, m.height, m.size_bytes AS sizeBytes
     FROM pictures p JOIN media m ON m.sha256 = p.sha256
     WHERE p.address = :address AND p.sha256 IS NOT NULL AND m.kept_at >= :since
     ORDER BY m.kept_at DESC LIMIT 1`,
  ).get({ address, since });
}

/**
 * Keeps that a picture's file is in the library. Every picture of the article that has the same
 * address and is still missing is this one, so that none is fetched twice.
 */
export function keepPicture(db: Db, picture: KeptPicture): void {
  transact(db, () => {
    keepMedia(db, picture, picture.now);
    prepared(
      db,
      `UPDATE pictures SET
         sha256 = :sha256, width = :width, height = :height,
         error_kind = NULL, error_message = NULL
       FROM (SELECT address FROM pictures WHERE version_id = :versionId AND ordinal = :ordinal) p
       WHERE pictures.address = p.address AND pictures.sha256 IS NULL
         AND version_id IN (${VERSIONS_OF_SAME_ARTICLE})`,
    ).run(picture);
    countPictures(db, picture.versionId);
  });
}

/** Keeps why a picture could not be had; one that is kept stays so. */
export function failPicture(
  db: Db,
  place: { versionId: number; ordinal: number },
  failure: Failure,
): void {
  transact(db, () => {
    prepared(
      db,
      `UPDATE pictures SET error_kind = :kind, error_message = :message
       FROM (SELECT address FROM pictures WHERE version_id = :versionId AND ordinal = :ordinal) p
       WHERE pictures.address = p.address AND pictures.sha256 IS NULL
         AND version_id IN (${VERSIONS_OF_SAME_ARTICLE})`,
    ).run({ ...place, ...failure });
    countPictures(db, place.versionId);
  });
}

/** Has value where a picture is not fetched because the reader set it so: then it is not missing. */
const SKIPPED = `iif(sha256 IS NULL AND error_kind = 'skipped', 1, NULL)`;

/** Whether an article's pictures are fetched: the reader saved it, or has a feed's fetched. */
export function wantsPictures(db: Db, articleId: ArticleId): boolean {
  const sql = `
    SELECT origin <> 'feed' OR EXISTS (
      SELECT 1 FROM entries e JOIN feeds f ON f.id = e.feed_id
      WHERE e.article_id = articles.id AND f.pictures = 1
    ) FROM articles WHERE id = ?`;
  return prepared<0 | 1>(db, sql).pluck().get(articleId) === 1;
}

/** Counts the pictures of a version's article again, by its current version. */
export function countPictures(db: Db, versionId: number): void {
  prepared(
    db,
    `UPDATE articles SET
       (picture_count, pictures_kept, pictures_failed) = (
         SELECT count(*) - count(${SKIPPED}), count(sha256),
           count(iif(sha256 IS NULL, error_kind, NULL)) - count(${SKIPPED})
         FROM pictures WHERE version_id = articles.version_id
       ),
       lead_sha256 = (
         SELECT sha256 FROM pictures
         WHERE version_id = articles.version_id AND sha256 IS NOT NULL ORDER BY ordinal LIMIT 1
       )
     WHERE id = (SELECT article_id FROM versions WHERE id = ?)`,
  ).run(versionId);
}

interface PictureRow extends FailureColumns {
  ordinal: number;
  address: string;
  alt: string;
  caption: string;
  credit: string;
  gallery: number | null;
  width: number | null;
  height: number | null;
  sha256: MediaHash | null;
}

function toPicture(row: PictureRow): Picture {
  return {
    ordinal: row.ordinal,
    address: row.address,
    alt: row.alt,
    caption: row.caption,
    credit: row.credit,
    gallery: row.gallery,
    hash: row.sha256,
    width: row.width,
    height: row.height,
    failure: toFailure(row),
  };
}
