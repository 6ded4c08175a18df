import type { ArticleId } from '../contract/types.ts';
import type { Db } from './open.ts';
import { prepared } from './statement.ts';

/**
 * The writing side of the full-text index. Its content is the view `search_content`, so that it
 * must be told of every change, and what it was told before
 * (https://www.sqlite.org/fts5.html#external_content_tables).
 *
 * FTS5 gathers what it is told in memory, but writes it all out whenever another statement needs
 * a savepoint of SQLite's own (triggers, foreign keys) or the same row comes twice. Articles are
 * therefore put into the index together, once each, at the end of their transaction.
 */
const waiting = new Map<Db, Set<ArticleId>>();

/**
 * Puts an article into the index as it is at the end of the transaction; at once in a
 * transaction that `transact` did not begin.
 */
export function indexArticle(db: Db, id: ArticleId): void {
  const ids = waiting.get(db);
  if (ids === undefined) write(db, id);
  else ids.add(id);
}

/** Takes an article out of the index; to be called before the article changes. */
export function unindexArticle(db: Db, id: ArticleId): void {
  if (waiting.get(db)?.delete(id) === true) return;
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

/** Runs `act` and then puts what it changed into the index; for `transact` alone. */
export function indexAtEnd<T>(db: Db, act: () => T): T {
  const ids = new Set<ArticleId>();
  waiting.set(db, ids);
  try {
    const result = act();
    waiting.delete(db);
    // In the order of the ids: a lower one after a higher makes FTS5 write out what it has.
    for (const id of [...ids].toSorted((a, b) => a - b)) write(db, id);
    return result;
  } finally {
    waiting.delete(db);
  }
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

/** Read apart, because `INSERT … SELECT` is one of the statements that need a savepoint. */
function contentOf(db: Db, id: ArticleId): Content | undefined {
  const sql = 'SELECT id, title, authors, body, captions FROM search_content WHERE id = ?';
  return prepared<Content>(db, sql).get(id);
}
