import { CarrelError } from '../contract/errors.ts';
import type { ArticleId, FeedId, Timestamp } from '../contract/types.ts';
import type { Db } from './open.ts';
import { prepared } from './statement.ts';

/**
 * The article known by any of these keys, the first key before the next (docs/identity.md). An
 * article that is in the library goes before one that was removed; `present` tells which.
 * @throws CarrelError 'internal' when there are no keys: what cannot be found again is not kept
 */
export function articleKnownAs(
  db: Db,
  keys: string[],
): { id: ArticleId; present: boolean } | undefined {
  if (keys.length === 0) {
    throw new CarrelError('internal', 'article: cannot keep an article that has no identity');
  }
  // Key by key: a feed brings thirty entries, and to look a key up takes a microsecond.
  let removed: ArticleId | undefined;
  const known = prepared<ArticleId>(db, 'SELECT article_id FROM identities WHERE key = ?').pluck();
  const isPresent = prepared<1>(db, 'SELECT 1 FROM articles WHERE id = ?').pluck();
  for (const key of keys) {
    const id = known.get(key);
    if (id === undefined) continue;
    if (isPresent.get(id) === 1) return { id, present: true };
    removed ??= id;
  }
  return removed === undefined ? undefined : { id: removed, present: false };
}

/** Whether any of these keys leads to an article. */
export function isAnyKnown(db: Db, keys: string[]): boolean {
  const known = prepared<1>(db, 'SELECT 1 FROM identities WHERE key = ?');
  return keys.some((key) => known.get(key) !== undefined);
}

/** The one article of a feed with this title and date; `undefined` where there are more, or none. */
export function entryLike(
  db: Db,
  feedId: FeedId,
  entry: { title: string; publishedAt: Timestamp },
): ArticleId | undefined {
  const [only, ...others] = prepared<ArticleId>(
    db,
    `SELECT a.id FROM entries e INDEXED BY entries_newest CROSS JOIN articles a ON a.id = e.article_id
     WHERE e.feed_id = :feedId AND e.sort_at = :publishedAt AND a.title = :title LIMIT 2`,
  )
    .pluck()
    .all({ ...entry, feedId });
  return others.length === 0 ? only : undefined;
}

/** Adds keys to an article; a key that leads to another article stays with that. */
export function addIdentities(db: Db, id: ArticleId, keys: string[]): void {
  for (const key of keys) {
    prepared(
      db,
      'INSERT INTO identities (key, article_id) VALUES (?, ?) ON CONFLICT (key) DO NOTHING',
    ).run(key, id);
  }
}
