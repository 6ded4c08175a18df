import type { RunResult } from 'better-sqlite3';
import type { RESTORED_TABLES } from './check-copy.ts';
import type { Db } from './open.ts';
import { prepared } from './statement.ts';

export type RestoredTable = (typeof RESTORED_TABLES)[number];

/** Which rows of a table to copy, and what becomes of their columns. */
export interface Rows {
  /** Of a row `b` of the backup. */
  where: string;
  /** Columns whose value is another one, as SQL: ids are, which are new. */
  but: Record<string, string>;
  values: Record<string, unknown>;
  /** What to do with a row that is there, as SQL; it is an error where this is left out. */
  present?: string;
}

/**
 * Copies rows of the backup (the database that is attached as `backup`) into the library: every
 * column that the schema has, so that none is forgotten which a later migration adds.
 */
export function copyRows(db: Db, table: RestoredTable, rows: Rows): RunResult {
  const columns = columnsOf(db, table);
  const taken = columns.map((column) => rows.but[column] ?? `b.${column}`);
  return prepared(
    db,
    `INSERT INTO main.${table} (${columns.join(', ')})
     SELECT ${taken.join(', ')} FROM backup.${table} b
     WHERE ${rows.where} ${rows.present ?? ''}`,
  ).run(rows.values);
}

const known = new Map<RestoredTable, string[]>();

function columnsOf(db: Db, table: RestoredTable): string[] {
  let columns = known.get(table);
  if (columns === undefined) {
    const sql = `SELECT name FROM pragma_table_info('${table}', 'main')`;
    columns = prepared<string>(db, sql).pluck().all();
    known.set(table, columns);
  }
  return columns;
}

/** Of a row `b` that names a file: where the backup had lost it, it is to be fetched again. */
export const OF_LOST_FILE = {
  sha256: '(SELECT sha256 FROM main.media WHERE sha256 = b.sha256)',
  error_kind: ifLost(`'library'`, 'b.error_kind'),
  error_message: ifLost(`'file: it was lost before the backup was made'`, 'b.error_message'),
};

function ifLost(value: string, otherwise: string): string {
  return `iif(b.sha256 IS NULL OR EXISTS (SELECT 1 FROM main.media WHERE sha256 = b.sha256),
    ${otherwise}, ${value})`;
}
