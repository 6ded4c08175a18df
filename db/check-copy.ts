import Database from 'better-sqlite3';
import { CarrelError } from '../contract/errors.ts';
import { APPLICATION_ID, migrate, SCHEMA, schemaOf } from './migrate.ts';
import type { Db } from './open.ts';
import { spaced } from './spaced.ts';

/** What no row may be that Carrel wrote: whoever reads it later would trip over it. */
const BROKEN_ROWS: Record<string, string> = {
  'an article has no identity': `
    SELECT 1 FROM articles WHERE id NOT IN (SELECT article_id FROM identities WHERE key NOT LIKE 'id:%')`,
  'an article shows the text of another': `
    SELECT 1 FROM articles a JOIN versions v ON v.id = a.version_id WHERE v.article_id <> a.id`,
  'a file has no name': `
    SELECT 1 FROM media WHERE length(sha256) <> 64 OR sha256 GLOB '*[^0-9a-f]*'`,
  'the authors of an article cannot be read': isNoJson('articles', 'authors'),
  'the headers of a capture cannot be read': isNoJson('captures', 'headers'),
  'the addresses of a picture cannot be read': isNoJson('pictures', 'others'),
  'the tags of an article cannot be read': isNoJson('brought', 'tags'),
  'the hints of a feed cannot be read': isNoJson('feeds', 'hints'),
};

function isNoJson(table: string, column: string): string {
  return `SELECT 1 FROM ${table} WHERE NOT json_valid(${column})`;
}

/**
 * Looks whether a copied database can be restored from, and brings it to this schema.
 *
 * 1. It is a Carrel library, and of no newer Carrel.
 * 2. Its pages and its references hold together.
 * 3. It is migrated; its tables are tables, since what is read as one might be something else.
 * 4. No row is one that Carrel would not have written.
 * @throws CarrelError 'newer-library'; 'invalid' with the cause alone
 */
export function checkCopy(file: string): void {
  const copy = new Database(file, { fileMustExist: true });
  try {
    copy.pragma('trusted_schema = OFF');
    copy.function('spaced', { deterministic: true }, spaced);
    refuseOthers(copy); // 1
    if (copy.pragma('quick_check(1)', { simple: true }) !== 'ok') throw broken('its pages'); // 2
    copy.pragma('foreign_keys = ON');
    migrate(copy); // 3
    const references = copy.prepare('SELECT 1 FROM pragma_foreign_key_check LIMIT 1').get();
    if (references !== undefined) throw broken('its references');
    refuseOtherTables(copy);
    for (const [what, sql] of Object.entries(BROKEN_ROWS)) {
      if (copy.prepare(`${sql} LIMIT 1`).get() !== undefined) throw broken(what); // 4
    }
  } catch (error) {
    throw error instanceof Database.SqliteError && ofTheFile(error) ? broken(error.message) : error;
  } finally {
    copy.close();
  }
}

function refuseOthers(copy: Db): void {
  if (copy.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
    throw new CarrelError('invalid', 'its database is no Carrel library');
  }
  const schema = schemaOf(copy);
  if (schema > SCHEMA) throw newerSchema(schema);
  if (schema < 1) throw new CarrelError('invalid', 'its database is no Carrel library');
}

/** The refusal of a schema that a newer Carrel made, with the cause alone. */
export function newerSchema(schema: number): CarrelError {
  return new CarrelError(
    'newer-library',
    `it was made by a newer Carrel (schema ${schema}; this Carrel knows ${SCHEMA})`,
  );
}

/** The tables that a restore reads, with what it leaves to their indexes. */
export const RESTORED_TABLES = [
  'settings',
  'folders',
  'feeds',
  'articles',
  'identities',
  'entries',
  'states',
  'dismissed',
  'bookmarks',
  'captures',
  'versions',
  'media',
  'pictures',
  'enclosures',
  'readings',
  'parts',
  'brought',
  'jobs',
] as const;

function refuseOtherTables(copy: Db): void {
  const tables = copy
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE TABLE%'`,
    )
    .pluck()
    .all();
  const absent = RESTORED_TABLES.find((table) => !tables.includes(table));
  if (absent !== undefined) throw broken(`it has no ${absent}`);
}

function broken(what: string): CarrelError {
  return new CarrelError('invalid', `its database is broken: ${what}`);
}

/** What the file itself is to blame for, and no full disk or lack of rights. */
function ofTheFile({ code }: { code: string }): boolean {
  return !/^SQLITE_(?:FULL|IOERR|READONLY|CANTOPEN|PERM|NOMEM)/.test(code);
}
