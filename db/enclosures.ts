import type { ArticleId, Enclosure, Failure, MediaHash, Timestamp } from '../contract/types.ts';
import type { KeptFile } from './media.ts';
import type { Db } from './open.ts';
import { prepared } from './statement.ts';
import { toFailure, type FailureColumns } from './summary.ts';
import { transact } from './transact.ts';

const SELECT = `
  SELECT e.ordinal, e.address, ifnull(m.type, e.type) AS type, e.title,
    ifnull(m.size_bytes, e.size_bytes) AS size_bytes, e.duration_seconds, e.wanted, e.sha256,
    e.error_kind, e.error_message
  FROM enclosures e LEFT JOIN media m ON m.sha256 = e.sha256`;

/** What a feed says of a file that it gives with an entry. */
export interface NewEnclosure {
  /** Absolute, http(s) only. */
  address: string;
  type: string | null;
  title: string | null;
  /** A whole number. */
  sizeBytes: number | null;
  /** A whole number. */
  durationSeconds: number | null;
}

/** Which file of which article. */
export interface EnclosurePlace {
  articleId: ArticleId;
  ordinal: number;
}

/** The files that feeds gave with an article, in their order. */
export function enclosuresOf(db: Db, articleId: ArticleId): Enclosure[] {
  return prepared<EnclosureRow>(db, `${SELECT} WHERE e.article_id = ? ORDER BY e.ordinal`)
    .all(articleId)
    .map(toEnclosure);
}

export function getEnclosure(db: Db, place: EnclosurePlace): Enclosure | undefined {
  const sql = `${SELECT} WHERE e.article_id = :articleId AND e.ordinal = :ordinal`;
  const row = prepared<EnclosureRow>(db, sql).get(place);
  return row === undefined ? undefined : toEnclosure(row);
}

/**
 * Keeps what a feed now says of an article's files (docs/retention.md), inside the caller's
 * transaction, after the entry itself. The address tells which file is which: what is known keeps
 * its ordinal, its state and its file; what is new comes after it.
 * @param wanted whether what is new is to be fetched
 * @returns the ordinals of what is to be fetched, each of which needs its job
 */
export function keepEnclosures(
  db: Db,
  articleId: ArticleId,
  enclosures: NewEnclosure[],
  wanted: boolean,
): number[] {
  dropOffered(db, articleId, enclosures);
  if (enclosures.length === 0) return [];

  const ordinals = new Map(
    enclosuresOf(db, articleId).map(({ address, ordinal }) => [address, ordinal]),
  );
  let next = Math.max(-1, ...ordinals.values()) + 1;
  const toFetch: number[] = [];
  for (const enclosure of enclosures) {
    const known = ordinals.get(enclosure.address);
    const ordinal = known ?? next;
    // Another feed, or the feed's second word on the same file, may say less than the first.
    prepared(
      db,
      `INSERT INTO enclosures
         (article_id, ordinal, address, type, title, size_bytes, duration_seconds, wanted)
       VALUES (:articleId, :ordinal, :address, :type, :title, :sizeBytes, :durationSeconds, :wanted)
       ON CONFLICT DO UPDATE SET
         type = coalesce(excluded.type, type), title = coalesce(excluded.title, title),
         size_bytes = coalesce(excluded.size_bytes, size_bytes),
         duration_seconds = coalesce(excluded.duration_seconds, duration_seconds)`,
    ).run({ ...enclosure, articleId, ordinal, wanted: wanted ? 1 : 0 });
    if (known !== undefined) continue;
    ordinals.set(enclosure.address, ordinal);
    next += 1;
    if (wanted) toFetch.push(ordinal);
  }
  return toFetch;
}

/**
 * Drops what nobody asked for and the feed no longer gives. Of an article that several feeds
 * carry nothing is dropped: another of them may give it.
 */
function dropOffered(db: Db, articleId: ArticleId, given: NewEnclosure[]): void {
  prepared(
    db,
    `DELETE FROM enclosures
     WHERE article_id = :articleId AND sha256 IS NULL AND wanted = 0
       AND address NOT IN (SELECT value FROM json_each(:given))
       AND (SELECT count(*) FROM entries WHERE article_id = :articleId) < 2`,
  ).run({ articleId, given: JSON.stringify(given.map(({ address }) => address)) });
}

/**
 * Has a file wanted, and forgets why it could not be had; one that is kept stays as it is.
 * @returns the file as it is then; `undefined` where there is none
 */
export function wantEnclosure(db: Db, place: EnclosurePlace): Enclosure | undefined {
  prepared(
    db,
    `UPDATE enclosures SET wanted = 1, error_kind = NULL, error_message = NULL
     WHERE article_id = :articleId AND ordinal = :ordinal AND sha256 IS NULL`,
  ).run(place);
  return getEnclosure(db, place);
}

/**
 * Whether the file of a job is still to be fetched: wanted, not kept, and the job not called off.
 * While it is, the job's place is the same file: what is wanted is never dropped.
 */
export function isAwaited(db: Db, jobId: number): boolean {
  return prepared(db, `SELECT 1 FROM ${AWAITED} AND j.id = ?`).get(jobId) !== undefined;
}

/** Files that are still to be fetched, and their jobs. */
const AWAITED = `jobs j JOIN enclosures e ON e.article_id = j.article_id AND e.ordinal = j.ordinal
  WHERE j.kind = 'enclosure' AND e.wanted = 1 AND e.sha256 IS NULL`;

/** The addresses of the files that are still to be fetched. */
export function awaitedAddresses(db: Db): Set<string> {
  return new Set(prepared<string>(db, `SELECT e.address FROM ${AWAITED}`).pluck().all());
}

/** The file that was kept from an address, for any article, since a time. */
export function enclosureKeptFrom(db: Db, address: string, since: Timestamp): KeptFile | undefined {
  return prepared<KeptFile>(
    db,
    `SELECT m.sha256, m.type, m.width, m.height, m.size_bytes AS sizeBytes
     FROM enclosures e JOIN media m ON m.sha256 = e.sha256
     WHERE e.address = :address AND e.sha256 IS NOT NULL AND m.kept_at >= :since
     ORDER BY m.kept_at DESC LIMIT 1`,
  ).get({ address, since });
}

/** Keeps that a file that is wanted is there: a row of `media` has this hash. */
export function keepEnclosureFile(db: Db, place: EnclosurePlace, sha256: MediaHash): void {
  prepared(
    db,
    `UPDATE enclosures SET sha256 = :sha256, error_kind = NULL, error_message = NULL
     WHERE article_id = :articleId AND ordinal = :ordinal AND wanted = 1 AND sha256 IS NULL`,
  ).run({ ...place, sha256 });
}

/** Keeps why a file could not be had; one that is kept, or not wanted any more, stays as it is. */
export function failEnclosure(db: Db, place: EnclosurePlace, failure: Failure): void {
  prepared(
    db,
    `UPDATE enclosures SET error_kind = :kind, error_message = :message
     WHERE article_id = :articleId AND ordinal = :ordinal AND wanted = 1 AND sha256 IS NULL`,
  ).run({ ...place, ...failure });
}

/**
 * Takes a file's bytes away from its article and calls off its job, so that it is offered as if
 * it had never been asked for.
 * @returns the file as it was; `undefined` where there is none
 */
export function dropEnclosureFile(db: Db, place: EnclosurePlace): Enclosure | undefined {
  return transact(db, () => {
    const before = getEnclosure(db, place);
    prepared(
      db,
      `UPDATE enclosures SET wanted = 0, sha256 = NULL, error_kind = NULL, error_message = NULL
       WHERE article_id = :articleId AND ordinal = :ordinal`,
    ).run(place);
    prepared(
      db,
      `DELETE FROM jobs
       WHERE kind = 'enclosure' AND article_id = :articleId AND ordinal = :ordinal`,
    ).run(place);
    return before;
  });
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
