import type { ArticleId } from '../contract/types.ts';
import { copyRows } from './copy-rows.ts';
import { addIdentities, articleKnownAs } from './identities.ts';
import type { Db } from './open.ts';
import { prepared } from './statement.ts';
import { transact } from './transact.ts';

/**
 * Restores what is known of articles that the backup does not have any more, so that what was read
 * is still read when it comes back (docs/identity.md).
 * @returns the last of them, to go on after; `null` at the end
 */
export function restoreRemoved(db: Db, after: ArticleId, limit: number): ArticleId | null {
  return transact(db, () => {
    const ids = prepared<ArticleId>(
      db,
      `SELECT DISTINCT article_id FROM backup.identities
       WHERE article_id > ? AND article_id NOT IN (SELECT id FROM backup.articles)
       ORDER BY article_id LIMIT ?`,
    )
      .pluck()
      .all(after, limit);
    for (const old of ids) {
      const keys = keysOf(db, old);
      if (keys.length === 0) continue;
      const known = articleKnownAs(db, keys);
      const id = known?.id ?? newArticleId(db);
      addIdentities(db, id, keys);
      restoreState(db, old, id);
      if (known === undefined) {
        copyRows(db, 'dismissed', {
          where: 'b.article_id = :old',
          but: { article_id: ':id' },
          values: { old, id },
        });
      }
    }
    return ids.at(-1) ?? null;
  });
}

/**
 * What an article of the backup is known by, what is surest first: its bytes, its feed's guid, its
 * address. The id it had in another library says nothing here.
 */
export function keysOf(db: Db, old: ArticleId): string[] {
  return prepared<string>(
    db,
    `SELECT key FROM backup.identities WHERE article_id = ? AND key NOT LIKE 'id:%' ORDER BY key`,
  )
    .pluck()
    .all(old);
}

/** Whether and how far an article was read, and its bookmark, where nothing is known of that here. */
export function restoreState(db: Db, old: ArticleId, id: ArticleId): void {
  for (const table of ['states', 'bookmarks'] as const) {
    copyRows(db, table, {
      where: 'b.article_id = :old',
      but: { article_id: ':id' },
      values: { old, id },
      present: 'ON CONFLICT DO NOTHING',
    });
  }
}

/** An id that is never given to another article. */
function newArticleId(db: Db): ArticleId {
  const next = prepared<ArticleId>(
    db,
    `UPDATE main.sqlite_sequence SET seq = seq + 1 WHERE name = 'articles' RETURNING seq`,
  )
    .pluck()
    .get();
  if (next !== undefined) return next;
  prepared(db, `INSERT INTO main.sqlite_sequence (name, seq) VALUES ('articles', 1)`).run();
  return 1;
}
