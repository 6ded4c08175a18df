import type { Db } from './open.ts';

/**
 * Runs `act` in a transaction and returns what it returns; in one that is open already, as a
 * part of it. What throws undoes the whole of it: a caller must not catch and go on.
 *
 * Not better-sqlite3's nested transactions: each is a savepoint, at which FTS5 writes out all it
 * has gathered, and a page more is written for each.
 */
export function transact<T>(db: Db, act: () => T): T {
  if (db.inTransaction) return act();
  return db.transaction(act).immediate();
}
