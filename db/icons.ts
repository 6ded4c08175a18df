import type { FeedId, MediaHash, Timestamp } from '../contract/types.ts';
import { keepMedia, type KeptFile } from './media.ts';
import type { Db } from './open.ts';
import { prepared } from './statement.ts';
import { transact } from './transact.ts';

/** A site that had no icon is not asked again for this long. */
const TRY_AGAIN_MS = 7 * 24 * 60 * 60_000;

/**
 * Keeps where a feed says that its icon is, and tells whether an icon is to be looked for: when
 * that address is new, when it was never looked for, or when none was found a week ago or longer.
 * @param iconAddress absolute, http(s) only; `null` where the feed does not say, which changes
 *   nothing
 */
export function wantIcon(
  db: Db,
  feedId: FeedId,
  iconAddress: string | null,
  now: Timestamp,
): boolean {
  const row = prepared<IconRow>(
    db,
    'SELECT icon_address, icon_sha256, icon_tried_at FROM feeds WHERE id = ?',
  ).get(feedId);
  if (row === undefined) return false;
  if (iconAddress !== null && iconAddress !== row.icon_address) {
    prepared(db, 'UPDATE feeds SET icon_address = ? WHERE id = ?').run(iconAddress, feedId);
    return true;
  }
  if (row.icon_tried_at === null) return true;
  return row.icon_sha256 === null && row.icon_tried_at <= now - TRY_AGAIN_MS;
}

/** Where a feed says that its icon is. */
export function iconAddressOf(db: Db, feedId: FeedId): string | null {
  const sql = 'SELECT icon_address FROM feeds WHERE id = ?';
  return prepared<string | null>(db, sql).pluck().get(feedId) ?? null;
}

/** Keeps the icon of a feed, whose file is in the media folder, in place of the one before. */
export function keepIcon(db: Db, feedId: FeedId, file: KeptFile, now: Timestamp): void {
  transact(db, () => {
    keepMedia(db, file, now);
    const sql = 'UPDATE feeds SET icon_sha256 = ?, icon_tried_at = ? WHERE id = ?';
    prepared(db, sql).run(file.sha256, now, feedId);
  });
}

/** Keeps that no icon was found; the one that was kept before stays. */
export function failIcon(db: Db, feedId: FeedId, now: Timestamp): void {
  prepared(db, 'UPDATE feeds SET icon_tried_at = ? WHERE id = ?').run(now, feedId);
}

interface IconRow {
  icon_address: string | null;
  icon_sha256: MediaHash | null;
  icon_tried_at: Timestamp | null;
}
