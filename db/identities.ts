import { CarrelError } from '../contract/errors.ts';
import type { ArticleId } from '../contract/types.ts';
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
  const row = prepared<{ id: ArticleId; present: 0 | 1 }>(
    db,
    `SELECT i.article_id AS id, a.id IS NOT NULL AS present
     FROM json_each(?) wanted
       JOIN identities i ON i.key = wanted.value
       LEFT JOIN articles a ON a.id = i.article_id
     ORDER BY present DESC, wanted.key LIMIT 1`,
  ).get(JSON.stringify(keys));
  return row === undefined ? undefined : { id: row.id, present: row.present === 1 };
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
