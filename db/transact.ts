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

/**
 * As `transact`, for what is many and can be had again, such as the entries of a refresh. It does not
 * wait for the disk: a killed process loses nothing of it; a power failure may undo the last
 * quarter of a second as if it had not been fetched (`checkpoint-thread.ts` syncs the log that
 * often, and so does every `transact` after it). What is in it is undone together, never in part
 * (https://www.sqlite.org/pragma.html#pragma_synchronous).
 */
export function transactSoon<T>(db: Db, act: () => T): T {
  if (db.inTransaction) return act();
  db.pragma('synchronous = NORMAL');
  try {
    return db.transaction(act).immediate();
  } finally {
    db.pragma('synchronous = FULL');
  }
}
