import type { ArticleId, MediaHash } from '../contract/types.ts';
import type { Db } from './open.ts';
import { countPictures } from './pictures.ts';
import { prepared } from './statement.ts';

/** A picture of a version, before it is fetched. */
export interface NewPicture {
  address: string;
  /** Other addresses of the same picture, the best first. */
  others: string[];
  alt: string;
  caption: string;
  credit: string;
  gallery: number | null;
  width: number | null;
  height: number | null;
}

/** What is searched of a version's pictures. */
export function captionsOf(pictures: NewPicture[]): string {
  return pictures
    .flatMap(({ caption, credit, alt }) => [caption, credit, alt])
    .filter((text) => text !== '')
    .join('\n');
}

/**
 * Adds the pictures of a new version. One that the article had under the same address is kept
 * already, whichever version had it.
 */
export function addPictures(
  db: Db,
  articleId: ArticleId,
  versionId: number,
  pictures: NewPicture[],
): void {
  const kept = keptPictures(db, articleId);
  for (const [ordinal, picture] of pictures.entries()) {
    prepared(
      db,
      `INSERT INTO pictures (version_id, ordinal, address, others, alt, caption, credit, gallery,
         width, height, sha256)
       VALUES (:versionId, :ordinal, :address, :others, :alt, :caption, :credit, :gallery, :width,
         :height, :sha256)`,
    ).run({
      ...picture,
      others: JSON.stringify(picture.others),
      sha256: null,
      ...kept.get(picture.address),
      versionId,
      ordinal,
    });
  }
}

/**
 * Takes over the addresses of the pictures that are missing from a text that came again
 * unchanged; they may have been given a new term.
 * @returns the ordinals to fetch
 */
export function renewPictures(db: Db, versionId: number, pictures: NewPicture[]): number[] {
  for (const [ordinal, { address }] of pictures.entries()) {
    prepared(
      db,
      `UPDATE pictures SET address = :address, error_kind = NULL, error_message = NULL
       WHERE version_id = :versionId AND ordinal = :ordinal AND sha256 IS NULL`,
    ).run({ versionId, ordinal, address });
  }
  countPictures(db, versionId);
  return missingPictures(db, versionId);
}

/** The ordinals of a version's pictures that are not kept, one of each address. */
export function missingPictures(db: Db, versionId: number): number[] {
  return prepared<number>(
    db,
    `SELECT min(ordinal) FROM pictures
     WHERE version_id = ? AND sha256 IS NULL GROUP BY address ORDER BY min(ordinal)`,
  )
    .pluck()
    .all(versionId);
}

/** The other addresses of a picture, the best first. */
export function otherAddresses(db: Db, versionId: number, ordinal: number): string[] {
  const sql = 'SELECT others FROM pictures WHERE version_id = ? AND ordinal = ?';
  const others: unknown = JSON.parse(
    prepared<string>(db, sql).pluck().get(versionId, ordinal) ?? '[]',
  );
  return Array.isArray(others) ? others.filter((one) => typeof one === 'string') : [];
}

interface KeptBefore {
  sha256: MediaHash;
  width: number;
  height: number;
}

/** The pictures of an article's versions that are kept, by address. */
function keptPictures(db: Db, id: ArticleId): Map<string, KeptBefore> {
  const rows = prepared<KeptBefore & { address: string }>(
    db,
    `SELECT p.address, m.sha256, m.width, m.height
     FROM versions v JOIN pictures p ON p.version_id = v.id JOIN media m ON m.sha256 = p.sha256
     WHERE v.article_id = ? ORDER BY v.id`,
  ).all(id);
  return new Map(
    rows.map(({ address, sha256, width, height }) => [address, { sha256, width, height }]),
  );
}
