import { closeSync, existsSync, mkdirSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { CarrelError } from '../contract/errors.ts';
import { asLibraryError } from './errors.ts';
import { APPLICATION_ID, copyBefore, migrate, newerLibrary, SCHEMA, schemaOf } from './migrate.ts';
import { spaced } from './spaced.ts';
import { forgetStatements } from './statement.ts';

export type Db = Database.Database;

/** The lock that goes with each open library, held until it is closed. */
const locks = new Map<Db, Db>();

/**
 * Opens the library in a folder for reading and writing, making both where they are not there.
 *
 * 1. The folder, and the folder for media in it.
 * 2. The lock: one Carrel at a time.
 * 3. A look at the file, before SQLite may change a byte of it.
 * 4. A copy of the file, where it is of an older schema.
 * 5. The database, brought to the newest schema.
 * @throws CarrelError 'newer-library' when a newer Carrel made it; it is then untouched
 * @throws CarrelError 'library' or 'disk-full' when it cannot be opened, naming the cause
 */
export function openLibrary(folder: string): Db {
  const file = join(folder, 'library.sqlite');
  try {
    mkdirSync(join(folder, 'media'), { recursive: true });
  } catch (error) {
    throw asLibraryError(`open ${folder}`, error);
  }
  const lock = lockLibrary(folder);
  let db: Db | undefined;
  try {
    const schema = refuseOthers(file);
    if (schema > 0 && schema < SCHEMA) copyBefore(file, SCHEMA);
    db = new Database(file);
    configure(db);
    migrate(db);
  } catch (error) {
    db?.close();
    lock.close();
    throw asLibraryError(`open ${file}`, error);
  }
  locks.set(db, lock);
  return db;
}

/** Closes a library and lets another Carrel open it. */
export function closeLibrary(db: Db): void {
  forgetStatements(db);
  db.close();
  locks.get(db)?.close();
  locks.delete(db);
}

/**
 * Closes a library so that its file can be copied: all of it is in the file, and none in a log beside
 * it. No other Carrel can open it until the function that is returned is called.
 * @throws where the log cannot be written into the file; the library is then still open
 */
export function closeToCopy(db: Db): () => void {
  const isHindered = db.pragma('wal_checkpoint(TRUNCATE)', { simple: true });
  if (isHindered !== 0) {
    throw new CarrelError('library', 'library: another program is reading its database');
  }
  const lock = locks.get(db);
  locks.delete(db);
  closeLibrary(db);
  return () => lock?.close();
}

/**
 * Lets no Carrel open the library in a folder, which has to be there, until the function that is
 * returned is called.
 * @throws CarrelError 'library' when it is open
 */
export function holdLibrary(folder: string): () => void {
  const lock = lockLibrary(folder);
  return () => lock.close();
}

/** Opens a library to read from it beside the Carrel that has it open; nothing is migrated. */
export function openReadOnly(folder: string): Db {
  const db = new Database(join(folder, 'library.sqlite'), { readonly: true, fileMustExist: true });
  db.function('spaced', { deterministic: true }, spaced);
  return db;
}

/**
 * A transaction on a file of its own that is never committed. The system drops its lock with
 * the process, however that ends.
 */
function lockLibrary(folder: string): Db {
  let lock: Db | undefined;
  try {
    lock = new Database(join(folder, 'lock'), { timeout: 0 });
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock?.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
      throw new CarrelError('library', `library: ${folder} is open in another Carrel`, {
        cause: error,
      });
    }
    throw asLibraryError(`lock ${folder}`, error);
  }
}

/**
 * Refuses a file that is no library of this Carrel or an older one, before a connection that
 * may write touches it. First the file is read as a file, by
 * https://www.sqlite.org/fileformat.html#the_database_header (user_version at 60,
 * application_id at 68, big-endian); then through a connection that may only read, because a
 * write-ahead log beside it may hold a newer header.
 * @returns its schema; 0 for a library that is still to be made
 */
function refuseOthers(file: string): number {
  if (!existsSync(file) || statSync(file).size === 0) return 0;
  const header = readHeader(file);
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0') throw notALibrary(file);
  if (header.readUInt32BE(68) === APPLICATION_ID) refuseNewer(file, header.readUInt32BE(60));
  const reader = new Database(file, { readonly: true });
  try {
    const id = reader.pragma('application_id', { simple: true });
    const isEmpty = reader.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined;
    if (id !== APPLICATION_ID && !isEmpty) throw notALibrary(file);
    refuseNewer(file, schemaOf(reader));
    return schemaOf(reader);
  } finally {
    reader.close();
  }
}

function notALibrary(file: string): CarrelError {
  return new CarrelError('library', `library: cannot open ${file}: it is not a Carrel library`);
}

function refuseNewer(file: string, schema: number): void {
  if (schema > SCHEMA) throw newerLibrary(file, schema);
}

function readHeader(file: string): Buffer {
  const header = Buffer.alloc(100);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, header, 0, header.length, 0);
  } finally {
    closeSync(handle);
  }
  return header;
}

function configure(db: Db): void {
  db.pragma('journal_mode = WAL');
  // FULL: a commit is on the disk when it returns. NORMAL would lose bookmarks, imported files
  // and everything fetched since the last checkpoint when the power fails, after the window
  // said they are kept. It costs one fsync a commit.
  db.pragma('synchronous = FULL');
  db.pragma('checkpoint_fullfsync = ON');
  db.pragma('foreign_keys = ON');
  db.pragma('busy_timeout = 5000');
  // 8 MB: of 4, 8, 16 and 64, a first refresh was slowest with 64, and twice as large; the system
  // keeps the pages all the same. No mmap, under which a failing or unplugged disk ends the process
  // instead of a query.
  db.pragma('cache_size = -8192');
  db.pragma('temp_store = MEMORY');
  // A thread writes the log into the database (`checkpoint-thread.ts`), since that waits for the
  // disk. Should it not run, this connection does so when the log has 128 MB.
  db.pragma('wal_autocheckpoint = 32768');
  // The log is cut back to 64 MB after a large import.
  db.pragma('journal_size_limit = 67108864');
  db.function('spaced', { deterministic: true }, spaced);
}
