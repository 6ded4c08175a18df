import { readFileSync, statSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { CarrelError } from '../../../contract/errors.ts';
import { syncFolder } from '../media-files.ts';

/**
 * Where a library is, seen from the folder that Carrel was started with. Where it was moved
 * (docs/library.md), that folder holds a small file which leads to it; to write that file is the one
 * step by which a library is in another folder.
 */
export interface Place {
  /** The folder whose file says where the library is: the last that leads to it, or where it is. */
  home: string;
  /** Where the library is. */
  folder: string;
  /** Folders with files of this library that are still to be removed. */
  left: Left[];
}

/** Files of a library in a folder where it is not. */
export interface Left {
  folder: string;
  /**
   * SHA-256 of the database as it was when the library left the folder: only one that has these bytes
   * still is removed. `null` where the library never was, and only a part of a copy of it.
   */
  sha256: string | null;
}

/** The file that leads to the library. */
export const POINTER = 'moved.json';

const pointer = z.object({
  folder: z.string().refine((folder) => isAbsolute(folder)),
  left: z.array(z.object({ folder: z.string(), sha256: z.string().nullable() })),
});

/**
 * The place of the library that Carrel is to open.
 * @param started the folder that Carrel was started with
 * @throws CarrelError 'library' where that leads to a folder in which there is no library now: a disk
 *   that is not connected must not become a new and empty library
 */
export function placeOf(started: string): Place {
  const seen = new Set<string>();
  let home = started;
  let read = readPointer(home);
  if (read === undefined) return { home, folder: home, left: [] };
  while (read.folder !== home) {
    if (seen.has(home)) throw circle(started);
    seen.add(home);
    const next = readPointer(read.folder);
    if (next === undefined) break;
    home = read.folder;
    read = next;
  }
  if (read.folder !== started && !isLibraryIn(read.folder)) throw notThere(home, read.folder);
  return { home, ...read };
}

/**
 * Keeps where the library is: whole or not at all, and on the disk when this returns. Where it lies in
 * its home and nothing is left to be removed, there is nothing to say, and no file.
 */
export async function writePlace({ home, folder, left }: Place): Promise<void> {
  const path = join(home, POINTER);
  if (folder === home && left.length === 0) {
    await rm(path, { force: true });
  } else {
    const draft = `${path}.part`;
    const file = await open(draft, 'w');
    try {
      await file.writeFile(`${JSON.stringify({ folder, left }, null, 2)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  }
  await syncFolder(home);
}

function readPointer(home: string): z.infer<typeof pointer> | undefined {
  const path = join(home, POINTER);
  try {
    return pointer.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    const message = `library: cannot open ${home}: ${path} says where the library is, and cannot be read`;
    throw new CarrelError('library', message, { cause: error });
  }
}

function isLibraryIn(folder: string): boolean {
  try {
    return statSync(join(folder, 'library.sqlite')).size > 0;
  } catch {
    return false;
  }
}

function circle(started: string): CarrelError {
  const path = join(started, POINTER);
  return new CarrelError('library', `library: cannot open ${started}: ${path} leads in a circle`);
}

function notThere(home: string, folder: string): CarrelError {
  return new CarrelError(
    'library',
    `library: it was moved from ${home} to ${folder}, and is not there now. Connect the disk that it ` +
      `is on, and start Carrel again. If it lies elsewhere, start Carrel with --library and that ` +
      `folder. If it is lost, remove ${join(home, POINTER)} to begin a new one.`,
  );
}
