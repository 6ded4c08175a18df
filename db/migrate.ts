import {
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { CarrelError } from '../contract/errors.ts';
import { migrations, type Migration } from './migrations/index.ts';
import type { Db } from './open.ts';

/** `Carl` in ASCII: what `PRAGMA application_id` of a library is, so that it is told from others. */
export const APPLICATION_ID = 0x4361726c;

/** The newest schema this Carrel knows. */
export const SCHEMA = migrations.at(-1)?.version ?? 0;

/** Brings a database to the newest schema, one transaction a step. */
export function migrate(db: Db, steps: Migration[] = migrations): void {
  const from = schemaOf(db);
  for (const step of steps.filter(({ version }) => version > from)) {
    db.transaction(() => {
      db.exec(step.sql);
      db.pragma(`user_version = ${step.version}`);
      db.pragma(`application_id = ${APPLICATION_ID}`);
    }).exclusive();
  }
}

/**
 * Copies a library that is about to be upgraded, and that nobody has open to write, to
 * `library-before-<n>.sqlite` beside it, n being the schema it goes to.
 *
 * Copied as a file, 2.8 GB take 8 seconds; `VACUUM INTO`, which writes it anew, took 22. It has to be
 * done before the library is opened: a process that closes a file gives up all locks that it has on
 * it (fcntl(2)), those of SQLite too.
 */
export function copyBefore(file: string, version: number): void {
  const copy = join(dirname(file), `library-before-${version}.sqlite`);
  const part = `${copy}.part`;
  rmSync(part, { force: true });
  try {
    if (isWholeAlone(file, part)) copyFileSync(file, part, constants.COPYFILE_FICLONE);
    syncFile(part);
    // Written beside and renamed, so that a copy under its final name is a whole one.
    renameSync(part, copy);
  } catch (error) {
    // Half a copy would take what little room there is.
    rmSync(part, { force: true });
    throw error;
  }
}

function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/**
 * Brings what the log beside a database holds into it. Where somebody who reads it keeps that from
 * ending, the copy is made here.
 * @returns whether the file alone is the whole database
 */
function isWholeAlone(file: string, part: string): boolean {
  const db = new Database(file, { timeout: 0 });
  try {
    const isBusy = db.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) === 1;
    if (isBusy) db.prepare('VACUUM INTO ?').run(part);
    return !isBusy;
  } finally {
    db.close();
  }
}

/** The refusal of a library that a newer Carrel made. */
export function newerLibrary(file: string, schema: number): CarrelError {
  return new CarrelError(
    'newer-library',
    `library: cannot open ${file}: it was made by a newer Carrel (schema ${schema}; this Carrel ` +
      `knows ${SCHEMA}). Install the newer Carrel; nothing was changed.`,
  );
}

export function schemaOf(db: Db): number {
  return Number(db.pragma('user_version', { simple: true }));
}
