import type { Completeness, Missing } from '../contract/provenance.ts';
import type { ArticleId, Failure, PictureCounts, TextState } from '../contract/types.ts';
import type { Db } from './open.ts';
import { partsOf } from './parts.ts';
import { newestCapture } from './readings.ts';
import { prepared } from './statement.ts';
import { toFailure, type FailureColumns } from './summary.ts';

/**
 * What is there of an article, and what is missing of it and why (docs/travel.md); `undefined` for one
 * that is not in the library. What the reader's settings leave out, as pictures of a feed that is
 * set to have none, is not missing.
 */
export function completenessOf(db: Db, id: ArticleId): Completeness | undefined {
  const row = prepared<ArticleRow>(
    db,
    `SELECT address, text_state, error_kind, error_message, version_id, picture_count,
       pictures_kept, pictures_failed
     FROM articles WHERE id = ?`,
  ).get(id);
  if (row === undefined) return undefined;
  const attachments = wantedAttachments(db, id);
  return {
    text: row.text_state,
    pictures: { of: row.picture_count, kept: row.pictures_kept, failed: row.pictures_failed },
    attachments: countsOf(attachments),
    missing: [
      ...missingText(row),
      ...missingParts(db, id, row),
      ...missingPictures(db, row.version_id),
      ...attachments.filter(({ isKept }) => !isKept).map((file) => toMissing('attachment', file)),
    ],
  };
}

function missingText(row: ArticleRow): Missing[] {
  if (row.text_state === 'kept') return [];
  return [{ what: 'text', address: row.address, ordinal: null, failure: toFailure(row) }];
}

/**
 * The parts of the newest page: those of an older one are of a text that was replaced. Why a part could
 * not be had is kept with the article, as why its page could not.
 */
function missingParts(db: Db, id: ArticleId, row: ArticleRow): Missing[] {
  const firstId = newestCapture(db, id);
  if (firstId === undefined) return [];
  const failure = row.text_state === 'kept' ? toFailure(row) : null;
  return partsOf(db, firstId)
    .filter(({ captureId }) => captureId === null)
    .map(({ address }) => ({ what: 'part', address, ordinal: null, failure }));
}

function missingPictures(db: Db, versionId: number | null): Missing[] {
  if (versionId === null) return [];
  return prepared<FileRow>(
    db,
    `SELECT ordinal, address, error_kind, error_message FROM pictures
     WHERE version_id = ? AND sha256 IS NULL AND error_kind IS NOT 'skipped' ORDER BY ordinal`,
  )
    .all(versionId)
    .map((row) => toMissing('picture', { ...row, failure: toFailure(row) }));
}

interface Attachment {
  ordinal: number;
  address: string;
  isKept: boolean;
  failure: Failure | null;
}

function wantedAttachments(db: Db, id: ArticleId): Attachment[] {
  return prepared<FileRow & { is_kept: 0 | 1 }>(
    db,
    `SELECT ordinal, address, sha256 IS NOT NULL AS is_kept, error_kind, error_message
     FROM enclosures WHERE article_id = ? AND wanted = 1 ORDER BY ordinal`,
  )
    .all(id)
    .map((row) => ({
      ordinal: row.ordinal,
      address: row.address,
      isKept: row.is_kept === 1,
      failure: toFailure(row),
    }));
}

function countsOf(attachments: Attachment[]): PictureCounts {
  return {
    of: attachments.length,
    kept: attachments.filter(({ isKept }) => isKept).length,
    failed: attachments.filter(({ isKept, failure }) => !isKept && failure !== null).length,
  };
}

function toMissing(
  what: 'picture' | 'attachment',
  { address, ordinal, failure }: { address: string; ordinal: number; failure: Failure | null },
): Missing {
  return { what, address, ordinal, failure };
}

interface ArticleRow extends FailureColumns {
  address: string | null;
  text_state: TextState;
  version_id: number | null;
  picture_count: number;
  pictures_kept: number;
  pictures_failed: number;
}

interface FileRow extends FailureColumns {
  ordinal: number;
  address: string;
}
