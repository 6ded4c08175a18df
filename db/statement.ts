import type Database from 'better-sqlite3';
import type { Db } from './open.ts';

const statements = new Map<Db, Map<string, Database.Statement>>();

/**
 * A prepared statement, made once for each text of SQL: preparing takes longer than most
 * queries here. Values are bound when it runs.
 *
 * `Row` is what the SQL gives, by column name; with `.pluck()` the first column alone.
 */
export function prepared<Row>(db: Db, sql: string): Database.Statement<unknown[], Row>;
export function prepared(db: Db, sql: string): Database.Statement {
  let ofDb = statements.get(db);
  if (ofDb === undefined) {
    ofDb = new Map();
    statements.set(db, ofDb);
  }
  let statement = ofDb.get(sql);
  if (statement === undefined) {
    statement = db.prepare(sql);
    ofDb.set(sql, statement);
  }
  return statement;
}

/** Lets go of a database that is closed. */
export function forgetStatements(db: Db): void {
  statements.delete(db);
}
