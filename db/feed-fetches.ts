import type { Failure, FeedId, Timestamp } from '../contract/types.ts';
import type { Db } from './open.ts';
import { prepared } from './statement.ts';

/** What the server gave with the body that was last taken, to ask whether it changed. */
export interface Validators {
  etag: string | null;
  lastModified: string | null;
  bodySha256: string | null;
}

/** What the publisher says of when to come: milliseconds, hours and days in UTC. */
export interface Hints {
  everyMs: number | null;
  skipHours: number[];
  skipDays: number[];
}

/** What is known of fetching a feed, beyond what its reader sees of it. */
export interface FetchState extends Validators {
  /** The address its guids are known by: the first it had (docs/identity.md). */
  identityAddress: string;
  hints: Hints;
  /** Where it says that it has moved for good, and since when it says so. */
  movedTo: string | null;
  movedSince: Timestamp | null;
  /** How many times in a row it failed; 0 after it succeeded. */
  failures: number;
}

/** @throws Error for a feed that is not in the library */
export function fetchState(db: Db, id: FeedId): FetchState {
  const row = prepared<FetchRow>(
    db,
    `SELECT etag, last_modified, body_sha256, coalesce(identity_address, address)
       AS identity_address, hints, moved_to, moved_since, failures
     FROM feeds WHERE id = ?`,
  ).get(id);
  if (row === undefined) throw new Error(`feed: there is no feed ${id} in the library`);
  return toFetchState(row);
}

/** What a fetch that succeeded says of its feed. */
export interface FetchSuccess extends Validators {
  at: Timestamp;
  nextFetchAt: Timestamp;
  /** What is left out is as it was. */
  hints?: Hints;
  title?: string | null;
  siteAddress?: string | null;
}

/** Keeps that a feed was fetched, and what it calls itself. */
export function recordFetched(db: Db, id: FeedId, fetched: FetchSuccess): void {
  prepared(
    db,
    `UPDATE feeds SET
       last_tried_at = :at, last_succeeded_at = :at, next_fetch_at = :nextFetchAt,
       etag = :etag, last_modified = :lastModified, body_sha256 = :bodySha256,
       failures = 0, error_kind = NULL, error_message = NULL, gone = 0,
       hints = coalesce(:hints, hints),
       title = coalesce(nullif(:title, ''), title),
       site_address = coalesce(:siteAddress, site_address)
     WHERE id = :id`,
  ).run({
    ...fetched,
    id,
    hints: fetched.hints === undefined ? null : JSON.stringify(fetched.hints),
    title: fetched.title ?? null,
    siteAddress: fetched.siteAddress ?? null,
  });
}

/** Keeps why a feed could not be fetched; what was fetched before stays. */
export function recordFetchFailed(
  db: Db,
  id: FeedId,
  failure: Failure,
  when: { at: Timestamp; nextFetchAt: Timestamp },
): void {
  prepared(
    db,
    `UPDATE feeds SET
       last_tried_at = :at, next_fetch_at = :nextFetchAt, failures = failures + 1,
       gone = :gone, error_kind = :kind, error_message = :message
     WHERE id = :id`,
  ).run({ ...failure, ...when, id, gone: failure.kind === 'gone' ? 1 : 0 });
}

/** Sets when a feed that did not fail is fetched next. */
export function recordNextFetch(db: Db, id: FeedId, nextFetchAt: Timestamp): void {
  const sql = 'UPDATE feeds SET next_fetch_at = ? WHERE id = ? AND failures = 0';
  prepared(db, sql).run(nextFetchAt, id);
}

/** Keeps where a feed says that it has moved, from `now` on; `null` when it no longer says so. */
export function recordMoved(db: Db, id: FeedId, to: string | null, now: Timestamp): void {
  prepared(
    db,
    `UPDATE feeds SET
       moved_since = CASE WHEN :to IS NULL THEN NULL WHEN moved_to IS :to THEN moved_since ELSE :now END,
       moved_to = :to
     WHERE id = :id AND (moved_to IS NOT :to)`,
  ).run({ id, to, now });
}

/**
 * Gives a feed the address it moved to. Where another feed has that address, nothing changes: the
 * reader has both, and may unsubscribe from one.
 * @returns whether it was changed
 */
export function changeAddress(db: Db, id: FeedId, address: string): boolean {
  const { changes } = prepared(
    db,
    `UPDATE feeds SET address = :address, moved_to = NULL, moved_since = NULL
     WHERE id = :id AND NOT EXISTS (SELECT 1 FROM feeds other WHERE other.address = :address)`,
  ).run({ id, address });
  return changes > 0;
}

/** When the newest entries of a feed came, the newest first. */
export function newestEntries(db: Db, id: FeedId, limit: number): Timestamp[] {
  return prepared<Timestamp>(
    db,
    'SELECT sort_at FROM entries WHERE feed_id = ? ORDER BY sort_at DESC, article_id DESC LIMIT ?',
  )
    .pluck()
    .all(id, limit);
}

interface FetchRow {
  etag: string | null;
  last_modified: string | null;
  body_sha256: string | null;
  identity_address: string;
  hints: string;
  moved_to: string | null;
  moved_since: Timestamp | null;
  failures: number;
}

function toFetchState(row: FetchRow): FetchState {
  const hints: Partial<Hints> = JSON.parse(row.hints);
  return {
    etag: row.etag,
    lastModified: row.last_modified,
    bodySha256: row.body_sha256,
    identityAddress: row.identity_address,
    hints: { everyMs: null, skipHours: [], skipDays: [], ...hints },
    movedTo: row.moved_to,
    movedSince: row.moved_since,
    failures: row.failures,
  };
}
