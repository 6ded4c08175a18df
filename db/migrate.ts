import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CarrelError } from '../contract/errors.ts';
import { migrations, type Migration } from './migrations/index.ts';
import type { Db } from './open.ts';

/** `Carl` in ASCII: what `PRAGMA application_id` of a library is, so that it is told from others. */
export const APPLICATION_ID = 0x4361726c;

/** The newest schema this Carrel knows. */
export const SCHEMA = migrations.at(-1)?.version ?? 0;

/**
 * Brings a database to the newest schema, one transaction a step. A database that holds a
 * library is copied to `library-before-<n>.sqlite` first, n being the schema it goes to.
 */
export function migrate(db: Db, folder: string, steps: Migration[] = migrations): void {
  const from = schemaOf(db);
  const due = steps.filter((step) => step.version > from);
  const newest = due.at(-1);
  if (newest === undefined) return;
  if (from > 0) copyBefore(db, folder, newest.version);
  for (const step of due) {
    db.transaction(() => {
      db.exec(step.sql);
      db.pragma(`user_version = ${step.version}`);
      db.pragma(`application_id = ${APPLICATION_ID}`);
    }).exclusive();
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

/** Written beside and renamed, so that a copy under its final name is a whole one. */
function copyBefore(db: Db, folder: string, version: number): void {
  const copy = join(folder, `library-before-${version}.sqlite`);
  const part = `${copy}.part`;
  rmSync(part, { force: true });
  db.prepare('VACUUM INTO ?').run(part);
  renameSync(part, copy);
}
