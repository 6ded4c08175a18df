import type { ArticleId } from '../contract/types.ts';
import type { Db } from './open.ts';
import { prepared } from './statement.ts';

/**
 * The writing side of the full-text index. Its content is the view `indexed_articles`, so that it
 * must be told of every change, and what it was told before
 * (https://www.sqlite.org/fts5.html#external_content_tables).
 *
 * To index a text takes longer than to keep it. An article is therefore noted in `unindexed` in the
 * transaction that changes it, and put into the index later: while nothing else is to be done, or
 * when somebody searches (docs/decisions/0008). Killed in between, it is still noted. The view
 * leaves the noted articles out, so that index and content always agree.
 */

/** Has an article put into the index; inside the transaction that added or changed it. */
export function indexArticle(db: Db, id: ArticleId): void {
  prepared(db, 'INSERT INTO unindexed (article_id) VALUES (?) ON CONFLICT DO NOTHING').run(id);
}

/** Takes an article out of the index; to be called before the article changes or goes. */
export function unindexArticle(db: Db, id: ArticleId): void {
  if (prepared(db, 'DELETE FROM unindexed WHERE article_id = ?').run(id).changes > 0) return;
  const content = contentOf(db, id);
  if (content === undefined) return;
  prepared(
    db,
    `INSERT INTO search (search, rowid, title, authors, body, captions)
     VALUES ('delete', :id, :title, :authors, :body, :captions)`,
  ).run(content);
}

/** Changes an article that is in the library, and the index with it, inside a transaction. */
export function withIndexKept(db: Db, id: ArticleId, change: () => void): void {
  unindexArticle(db, id);
  change();
  indexArticle(db, id);
}

/** How many articles wait to be put into the index. */
export function unindexedCount(db: Db): number {
  return prepared<number>(db, 'SELECT count(*) FROM unindexed').pluck().get() ?? 0;
}

/**
 * Puts articles that wait into the index, the oldest first, in one transaction, until none is left
 * or `forMs` have passed.
 * @returns whether some are left
 */
export function indexWaiting(db: Db, forMs: number): boolean {
  const next = prepared<ArticleId>(db, 'SELECT min(article_id) FROM unindexed').pluck();
  if ((next.get() ?? null) === null) return false;
  return db
    .transaction(() => {
      const until = performance.now() + forMs;
      // In the order of the ids: a lower one after a higher makes FTS5 write out what it has.
      for (let id = next.get(); id !== undefined && id !== null; id = next.get()) {
        prepared(db, 'DELETE FROM unindexed WHERE article_id = ?').run(id);
        write(db, id);
        if (performance.now() > until) return true;
      }
      return false;
    })
    .immediate();
}

function write(db: Db, id: ArticleId): void {
  const content = contentOf(db, id);
  if (content === undefined) return;
  prepared(
    db,
    `INSERT INTO search (rowid, title, authors, body, captions)
     VALUES (:id, :title, :authors, :body, :captions)`,
  ).run(content);
}

interface Content {
  id: ArticleId;
  title: string;
  authors: string;
  body: string;
  captions: string;
}

/** Read apart, because `INSERT … SELECT` makes FTS5 write out what it has. */
function contentOf(db: Db, id: ArticleId): Content | undefined {
  const sql = 'SELECT id, title, authors, body, captions FROM indexed_articles WHERE id = ?';
  return prepared<Content>(db, sql).get(id);
}
