import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CarrelError } from '../../../contract/errors.ts';
import { holdLibrary } from '../../../db/open.ts';
import { hashFile } from '../hash-file.ts';
import { removeDatabase, removeKeptFiles } from './library-files.ts';
import type { Left, Place } from './place.ts';
import { clearTarget } from './target.ts';

/**
 * Removes the files of a library in a folder where it is not any more. What is there may be something
 * else by now: it goes only where it is known to be the library that left, by the bytes of its database.
 *
 * 1. A folder that is the library's again, or is not there: nothing is to be done.
 * 2. A part of a copy goes where it still says of itself that it is one.
 * 3. A database with other bytes was opened there since: all of it stays.
 * 4. No database: this was begun before.
 * @throws where another program has one of the files open; to be tried again
 */
export async function removeLeft({ folder }: Place, left: Left): Promise<void> {
  if (!(await isThere(left.folder)) || (await isSame(folder, left.folder))) return; // 1
  if (left.sha256 === null) return clearTarget(left.folder, folder); // 2
  const release = holdLibrary(left.folder);
  try {
    const database = await hashFile(join(left.folder, 'library.sqlite'));
    if (database !== undefined) {
      if (database.sha256 !== left.sha256) throw changed(left.folder); // 3
      await removeDatabase(left.folder);
    } // 4
  } finally {
    release();
  }
  await removeKeptFiles(left.folder);
}

/** Says that something else is in a folder now, which is not to be tried again. */
export function isChanged(error: unknown): boolean {
  return error instanceof CarrelError && error.kind === 'invalid';
}

function changed(folder: string): CarrelError {
  return new CarrelError(
    'invalid',
    `move: the library in ${folder} was changed after it was moved, and stays there`,
  );
}

async function isThere(folder: string): Promise<boolean> {
  return await stat(folder).then(
    (there) => there.isDirectory(),
    () => false,
  );
}

async function isSame(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([stat(one, { bigint: true }), stat(other, { bigint: true })]);
  return a.dev === b.dev && a.ino === b.ino;
}
