import type { ArticleId } from '../contract/types.ts';
import { copyRows, OF_LOST_FILE } from './copy-rows.ts';
import type { Db } from './open.ts';
import { prepared } from './statement.ts';

/** What rows of the backup are called here. */
export type Ids = ReadonlyMap<number, number>;

/**
 * Restores the captures of an article: those that it does not have, by their bytes, with the parts
 * that go on from them and which extractor read them.
 */
export function restoreCaptures(db: Db, old: ArticleId, id: ArticleId, isNew: boolean): Ids {
  const here = new Map<number, number>();
  const captures = prepared<{ id: number; sha256: string }>(
    db,
    'SELECT id, sha256 FROM backup.captures WHERE article_id = ? ORDER BY id',
  ).all(old);
  const present = prepared<number>(
    db,
    'SELECT id FROM main.captures WHERE article_id = ? AND sha256 = ? ORDER BY id LIMIT 1',
  ).pluck();
  for (const { id: capture, sha256 } of captures) {
    here.set(capture, (isNew ? undefined : present.get(id, sha256)) ?? add(db, id, capture));
  }
  for (const [capture, captureHere] of here) restoreParts(db, capture, captureHere, here);
  return here;
}

function add(db: Db, id: ArticleId, old: number): number {
  const { lastInsertRowid } = copyRows(db, 'captures', {
    where: 'b.id = :old',
    but: { id: 'NULL', article_id: ':id' },
    values: { old, id },
  });
  const capture = Number(lastInsertRowid);
  copyRows(db, 'readings', {
    where: 'b.capture_id = :old',
    but: { capture_id: ':capture' },
    values: { old, capture },
  });
  return capture;
}

function restoreParts(db: Db, old: number, first: number, here: Ids): void {
  const parts = prepared<{ part: number; captureId: number | null }>(
    db,
    'SELECT part, capture_id AS captureId FROM backup.parts WHERE first_id = ?',
  ).all(old);
  const isPart = prepared<1>(db, 'SELECT 1 FROM main.parts WHERE capture_id = ?').pluck();
  for (const { part, captureId } of parts) {
    const capture = captureId === null ? null : (here.get(captureId) ?? null);
    if (capture !== null && isPart.get(capture) === 1) continue;
    copyRows(db, 'parts', {
      where: 'b.first_id = :old AND b.part = :part',
      but: { first_id: ':first', capture_id: ':capture' },
      values: { old, part, first, capture },
      present: `ON CONFLICT (first_id, part) DO UPDATE SET
        capture_id = excluded.capture_id, is_end = excluded.is_end
        WHERE parts.capture_id IS NULL AND excluded.capture_id IS NOT NULL`,
    });
  }
}

/** The version of an article that is, word for word and picture for picture, one of the backup. */
const SAME_VERSION = `
  SELECT v.id FROM main.versions v JOIN backup.versions b ON b.id = :old
  WHERE v.article_id = :id AND v.text_from = b.text_from AND v.title = b.title
    AND v.html = b.html AND v.text = b.text AND v.captions = b.captions
  ORDER BY v.id LIMIT 1`;

/** Restores the versions of an article that it does not have, and the files of its pictures. */
export function restoreVersions(
  db: Db,
  old: ArticleId,
  id: ArticleId,
  captures: Ids,
  isNew: boolean,
): Ids {
  const here = new Map<number, number>();
  const versions = prepared<{ id: number; captureId: number | null }>(
    db,
    'SELECT id, capture_id AS captureId FROM backup.versions WHERE article_id = ? ORDER BY id',
  ).all(old);
  const same = prepared<number>(db, SAME_VERSION).pluck();
  for (const { id: version, captureId } of versions) {
    const present = isNew ? undefined : same.get({ old: version, id });
    const capture = captureId === null ? null : (captures.get(captureId) ?? null);
    here.set(version, present ?? addVersion(db, id, version, capture));
  }
  if (!isNew) prepared(db, PICTURES_OF_SAME_ADDRESS).run({ old, id });
  return here;
}

function addVersion(db: Db, id: ArticleId, old: number, capture: number | null): number {
  const { lastInsertRowid } = copyRows(db, 'versions', {
    where: 'b.id = :old',
    but: { id: 'NULL', article_id: ':id', capture_id: ':capture' },
    values: { old, id, capture },
  });
  const version = Number(lastInsertRowid);
  copyRows(db, 'pictures', {
    where: 'b.version_id = :old',
    but: { version_id: ':version', ...OF_LOST_FILE },
    values: { old, version },
  });
  return version;
}

/** A picture that was kept once for an article is kept for every version that names its address. */
const PICTURES_OF_SAME_ADDRESS = `
  UPDATE main.pictures SET
    sha256 = kept.sha256, width = kept.width, height = kept.height,
    error_kind = NULL, error_message = NULL
  FROM (
    SELECT b.address, m.sha256, m.width, m.height
    FROM backup.versions v JOIN backup.pictures b ON b.version_id = v.id
      JOIN main.media m ON m.sha256 = b.sha256
    WHERE v.article_id = :old
  ) kept
  WHERE pictures.address = kept.address AND pictures.sha256 IS NULL
    AND pictures.version_id IN (SELECT id FROM main.versions WHERE article_id = :id)`;
