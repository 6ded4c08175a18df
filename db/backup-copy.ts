import Database from 'better-sqlite3';
import type { MediaHash } from '../contract/types.ts';
import { SCHEMA } from './migrate.ts';
import type { Db } from './open.ts';

/** So many pages of 4 kB are copied before the library answers others again. */
const PAGES_AT_ONCE = 256;

/**
 * What a copy does without: logins are no one's but this machine's (SECURITY.md); files that wait to
 * be imported, and what is being prepared for a travel, are not in it.
 */
const LEFT_OUT = ['logins', 'imports', 'travel'];

/** A copied database, as it says of itself. */
export interface CopiedLibrary {
  schema: number;
  articles: number;
  feeds: number;
  files: number;
}

/**
 * Copies a library's database into a file, while it is read and written
 * (https://www.sqlite.org/backup.html): what this connection writes meanwhile is in the copy. The
 * copy is one file, without a log beside it, and holds no logins.
 * @param copied is told how far it is, several times a second; what it throws ends the copying
 * @returns what the copy holds
 */
export async function copyDatabase(
  db: Db,
  file: string,
  copied: (bytes: number) => void,
): Promise<CopiedLibrary> {
  const pageBytes = Number(db.pragma('page_size', { simple: true }));
  await db.backup(file, {
    progress({ totalPages, remainingPages }) {
      copied((totalPages - remainingPages) * pageBytes);
      return PAGES_AT_ONCE;
    },
  });
  const copy = new Database(file);
  try {
    copy.pragma('journal_mode = DELETE');
    copy.pragma('foreign_keys = ON');
    // What is removed is written over.
    copy.pragma('secure_delete = ON');
    for (const table of LEFT_OUT) copy.exec(`DELETE FROM ${table}`);
    const count = (table: string): number =>
      copy.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0;
    return {
      schema: SCHEMA,
      articles: count('articles'),
      feeds: count('feeds'),
      files: count('media'),
    };
  } finally {
    copy.close();
  }
}

/** The kept files that a copied database names, by their hashes and in the order of these. */
export function* filesOf(copy: Db): Generator<MediaHash, void, void> {
  yield* copy.prepare<[], MediaHash>('SELECT sha256 FROM media ORDER BY sha256').pluck().iterate();
}

/** Opens a copied database to read from it. */
export function openCopy(file: string): Db {
  return new Database(file, { readonly: true, fileMustExist: true });
}
