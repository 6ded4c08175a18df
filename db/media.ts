import { join } from 'node:path';
import type { MediaHash, Timestamp } from '../contract/types.ts';
import type { Db } from './open.ts';
import { prepared } from './statement.ts';

/** What is known of a kept file. */
export interface Media {
  /** MIME type, as sniffed from the bytes. */
  type: string;
  sizeBytes: number;
  /** Pixels as shown (EXIF orientation applied); 0 for what was not measured, as an enclosure. */
  width: number;
  height: number;
}

/** A file in the media folder, as it is to be kept. */
export interface KeptFile extends Media {
  sha256: MediaHash;
}

/** What may name a kept file; a file that none of these names is garbage. */
const IS_NAMED = `(
  EXISTS (SELECT 1 FROM pictures WHERE pictures.sha256 = media.sha256)
  OR EXISTS (SELECT 1 FROM enclosures WHERE enclosures.sha256 = media.sha256)
  OR EXISTS (SELECT 1 FROM feeds WHERE feeds.icon_sha256 = media.sha256))`;

/**
 * Keeps that a file is in the media folder, so that rows can name it. One that came first as an
 * enclosure is measured when it comes again as a picture.
 */
export function keepMedia(db: Db, file: KeptFile, now: Timestamp): void {
  const { sha256, type, width, height, sizeBytes } = file;
  prepared(
    db,
    `INSERT INTO media (sha256, type, width, height, size_bytes, kept_at)
     VALUES (:sha256, :type, :width, :height, :sizeBytes, :now)
     ON CONFLICT (sha256) DO UPDATE SET
       type = excluded.type, width = excluded.width, height = excluded.height
     WHERE media.width = 0 AND excluded.width > 0`,
  ).run({ sha256, type, width, height, sizeBytes, now });
}

export function mediaFile(db: Db, sha256: MediaHash): Media | undefined {
  return prepared<Media>(
    db,
    'SELECT type, size_bytes AS sizeBytes, width, height FROM media WHERE sha256 = ?',
  ).get(sha256);
}

/** What all kept files take together. */
export function mediaBytes(db: Db): number {
  return prepared<number>(db, 'SELECT total(size_bytes) FROM media').pluck().get() ?? 0;
}

/** Kept files in the order of their hashes, those after `after`. */
export function mediaAfter(db: Db, after: MediaHash, limit: number): MediaHash[] {
  const sql = 'SELECT sha256 FROM media WHERE sha256 > ? ORDER BY sha256 LIMIT ?';
  return prepared<MediaHash>(db, sql).pluck().all(after, limit);
}

/** The kept files that nothing names any more: no picture, no enclosure and no feed's icon. */
export function unusedMedia(db: Db): MediaHash[] {
  const sql = `SELECT sha256 FROM media WHERE NOT ${IS_NAMED}`;
  return prepared<MediaHash>(db, sql).pluck().all();
}

/** Forgets a kept file, unless something names it; tells whether it did. */
export function forgetMedia(db: Db, sha256: MediaHash): boolean {
  const sql = `DELETE FROM media WHERE sha256 = ? AND NOT ${IS_NAMED}`;
  return prepared(db, sql).run(sha256).changes > 0;
}

/** Where a kept file is: `media/ab/abcd…`, so that no folder holds more than a 256th of them. */
export function mediaPath(folder: string, sha256: MediaHash): string {
  return join(folder, 'media', sha256.slice(0, 2), sha256);
}
