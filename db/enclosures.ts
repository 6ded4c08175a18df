import type { ArticleId, Enclosure, MediaHash } from '../contract/types.ts';
import type { Db } from './open.ts';
import { prepared } from './statement.ts';
import { toFailure, type FailureColumns } from './summary.ts';

/** The files that feeds gave with an article, in their order. */
export function enclosuresOf(db: Db, articleId: ArticleId): Enclosure[] {
  return prepared<EnclosureRow>(
    db,
    `SELECT e.ordinal, e.address, ifnull(m.type, e.type) AS type, e.title,
       ifnull(m.size_bytes, e.size_bytes) AS size_bytes, e.duration_seconds, e.wanted, e.sha256,
       e.error_kind, e.error_message
     FROM enclosures e LEFT JOIN media m ON m.sha256 = e.sha256
     WHERE e.article_id = ? ORDER BY e.ordinal`,
  )
    .all(articleId)
    .map(toEnclosure);
}

interface EnclosureRow extends FailureColumns {
  ordinal: number;
  address: string;
  type: string | null;
  title: string | null;
  size_bytes: number | null;
  duration_seconds: number | null;
  wanted: 0 | 1;
  sha256: MediaHash | null;
}

function toEnclosure(row: EnclosureRow): Enclosure {
  return {
    ordinal: row.ordinal,
    address: row.address,
    type: row.type,
    title: row.title,
    sizeBytes: row.size_bytes,
    durationSeconds: row.duration_seconds,
    state: stateOf(row),
    hash: row.sha256,
    failure: toFailure(row),
  };
}

function stateOf(row: EnclosureRow): Enclosure['state'] {
  if (row.sha256 !== null) return 'kept';
  if (row.error_kind !== null) return 'failed';
  return row.wanted === 1 ? 'waiting' : 'offered';
}
