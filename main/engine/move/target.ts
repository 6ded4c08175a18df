import { rmSync } from 'node:fs';
import { mkdir, open, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { z } from 'zod';
import { CarrelError } from '../../../contract/errors.ts';
import { holdLibrary } from '../../../db/open.ts';
import { freeBytes } from '../free-space.ts';
import { syncFolder } from '../media-files.ts';
import { isAbsent } from './copy-files.ts';
import { namesIn, removeDatabase, removeIfEmpty, removeKeptFiles } from './library-files.ts';
import { POINTER, type Place } from './place.ts';

/** The folder that a library is being moved into. */
export interface Target {
  folder: string;
  /** Whether it is on the disk that the library is on: then kept files take no more space. */
  sharesDisk: boolean;
  /** Lets others open a library there. */
  release(): void;
}

/**
 * Stands in a folder from the beginning of a move to its end: what else of ours is there is a part of a
 * copy, unless the library is opened there.
 */
const MARKER = 'moving.json';

const marker = z.object({
  /** The library that is being moved. */
  from: z.string(),
  /** The first of the folders that were made for it; `null` where it was there. */
  made: z.string().nullable(),
});
type Marker = z.infer<typeof marker>;

/** What systems put into a folder that their user calls empty. */
const NOTHING = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);

/**
 * Makes a folder ready to take a library: it is there and empty, can be written, has the space, and no
 * Carrel opens a library in it. What an earlier move of the same library left there is removed.
 * @param needed the bytes to be copied in any case, and those of kept files
 * @throws CarrelError with the reason where it cannot take it; it is then as it was
 */
export async function openTarget(
  place: Place,
  typed: string,
  needed: { bytes: number; keptBytes: number },
): Promise<Target> {
  if (!isAbsolute(typed)) throw refusal('type the whole path of a folder, from its beginning');
  const folder = resolve(typed);
  const sharesDisk = await checkPosition(place.folder, folder);
  await checkEmpty(place, folder);
  await clearTarget(folder, place.folder);
  const made = await makeFolder(folder);
  let release: (() => void) | undefined;
  try {
    await writeMarker(folder, { from: place.folder, made });
    release = holdLibrary(folder);
    const bytes = needed.bytes + (sharesDisk ? 0 : needed.keptBytes);
    const free = await freeBytes(folder);
    if (free !== null && free < bytes) {
      const message = `move: the library needs ${inMb(bytes)} in ${folder}, where ${inMb(free)} are free`;
      throw new CarrelError('disk-full', message);
    }
  } catch (error) {
    release?.();
    await clearTarget(folder, place.folder);
    // Where not even the marker could be written.
    if (made !== null) await removeMade(folder, made);
    if (error instanceof CarrelError && error.kind === 'disk-full') throw error;
    throw refusal(`${folder} cannot be written: ${reason(error)}`, error);
  }
  return { folder, sharesDisk, release };
}

/** Removes what a move of the library in `from` that did not end has left in a folder, if it did. */
export async function clearTarget(folder: string, from: string): Promise<void> {
  const mark = await readMarker(folder);
  if (mark?.from !== from) return;
  const release = holdLibrary(folder);
  try {
    await removeDatabase(folder);
  } finally {
    release();
  }
  await removeKeptFiles(folder);
  removeMarker(folder);
  if (mark.made !== null) await removeMade(folder, mark.made);
}

/** Throws where a folder is not the one any more that was made ready, as when its disk is gone. */
export async function checkTarget(folder: string, from: string): Promise<void> {
  if ((await readMarker(folder))?.from === from) return;
  throw new CarrelError('library', `move: ${folder} is not what it was; its disk may be gone`);
}

/** Says of a folder that what is in it is a library, and no part of a copy to be removed. */
export function removeMarker(folder: string): void {
  rmSync(join(folder, MARKER), { force: true });
}

/** Refuses the library's folder and those in it; tells whether another is on the same disk. */
async function checkPosition(library: string, folder: string): Promise<boolean> {
  const own = await stat(library, { bigint: true });
  let above = folder;
  let real = await realpath(above).catch(() => undefined);
  while (real === undefined && dirname(above) !== above) {
    above = dirname(above);
    real = await realpath(above).catch(() => undefined);
  }
  // By what a folder is and not by its name: a name may be written in several ways.
  const start = await stat(real ?? above, { bigint: true });
  for (let path = real ?? above; ; path = dirname(path)) {
    const one = await stat(path, { bigint: true });
    if (one.dev === own.dev && one.ino === own.ino) {
      const isItself = path === real && above === folder;
      if (isItself) throw refusal('the library is in this folder already');
      throw refusal('a library cannot be moved into its own folder');
    }
    if (dirname(path) === path) return start.dev === own.dev;
  }
}

async function checkEmpty(place: Place, folder: string): Promise<void> {
  const there = await stat(folder).catch(() => undefined);
  if (there === undefined) return;
  if (!there.isDirectory()) throw refusal(`${folder} is a file and no folder`);
  const names = (await namesIn(folder)).filter((name) => !NOTHING.has(name));
  if (names.includes(MARKER)) {
    if ((await readMarker(folder))?.from === place.folder) return;
    throw refusal(`another library is being moved to ${folder}, or was`);
  }
  // The file that leads from there to the library is replaced when the library comes back.
  const others = names.filter((name) => name !== POINTER || folder !== place.home);
  if (others.length > 0) {
    throw refusal(`${folder} is not empty; choose an empty folder, or the name of a new one in it`);
  }
}

/**
 * Makes a folder and those above it that are not there; gives the first that was made. One by one:
 * where none can be made, as in `/proc`, Node's own way (`recursive`) never ends.
 */
async function makeFolder(folder: string): Promise<string | null> {
  if ((await stat(folder).catch(() => undefined)) !== undefined) return null;
  const above = dirname(folder);
  const made = above === folder ? null : await makeFolder(above);
  try {
    await mkdir(folder);
    await syncFolder(above);
  } catch (error) {
    if (made !== null) await removeMade(above, made);
    throw refusal(`${folder} cannot be made: ${reason(error)}`, error);
  }
  return made ?? folder;
}

/** Removes folders that were made, as far as nothing is in them. */
async function removeMade(folder: string, made: string): Promise<void> {
  for (let path = folder; await removeIfEmpty(path); path = dirname(path)) {
    if (path === made || path === dirname(path)) return;
  }
}

async function writeMarker(folder: string, content: Marker): Promise<void> {
  const file = await open(join(folder, MARKER), 'w');
  try {
    await file.writeFile(JSON.stringify(content));
    await file.sync();
  } finally {
    await file.close();
  }
}

async function readMarker(folder: string): Promise<Marker | undefined> {
  try {
    return marker.safeParse(JSON.parse(await readFile(join(folder, MARKER), 'utf8'))).data;
  } catch {
    return undefined;
  }
}

function refusal(why: string, cause?: unknown): CarrelError {
  return new CarrelError('invalid', `move: ${why}`, { cause });
}

/** What the system says, in words where there are some. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EACCES' || code === 'EPERM') return 'this user may not write there';
  if (code === 'EROFS') return 'what is there can only be read';
  if (code === 'ENOTDIR') return 'a part of the path is a file';
  if (code === 'ENAMETOOLONG') return 'its name is too long';
  if (isAbsent(error)) return 'there is no such place';
  return error.message;
}

function inMb(bytes: number): string {
  return `${Math.ceil(bytes / 1_000_000).toLocaleString('en')} MB`;
}
