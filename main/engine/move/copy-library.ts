import { access, mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { CarrelError } from '../../../contract/errors.ts';
import type { MediaHash } from '../../../contract/types.ts';
import { mediaAfter, mediaPath } from '../../../db/media.ts';
import { closeToCopy, type Db } from '../../../db/open.ts';
import { hashFile } from '../hash-file.ts';
import { partsFolder, syncFolder } from '../media-files.ts';
import { copyFile, copyTree, isAbsent, linkFile, type OnCopied } from './copy-files.ts';
import { namesIn } from './library-files.ts';
import { checkTarget, type Target } from './target.ts';

/** So many names are read of the library at once. */
const NAMES_AT_ONCE = 500;

/** So many files are copied at once: each waits for the disk when it is synced. */
const FILES_AT_ONCE = 4;

/** The kept files of a library that are in its new folder, or are nowhere. */
export type Copied = Set<MediaHash>;

/**
 * Copies the kept files that have not been copied yet, while the library is read and written. On one
 * disk they get a second name instead. A file that is damaged is copied as it is; one that is lost
 * stays lost.
 */
export async function copyKeptFiles(
  db: Db,
  from: string,
  target: Target,
  done: Copied,
  copied: OnCopied,
): Promise<void> {
  let after = '';
  for (;;) {
    const hashes = mediaAfter(db, after, NAMES_AT_ONCE);
    if (hashes.length === 0) return;
    after = hashes.at(-1) ?? after;
    const waiting = hashes.filter((hash) => !done.has(hash)).values();
    const copy = async (): Promise<void> => {
      for (const hash of waiting) {
        await copyKept(mediaPath(from, hash), mediaPath(target.folder, hash), target, copied);
        done.add(hash);
      }
    };
    await allOf(Array.from({ length: FILES_AT_ONCE }, copy));
  }
}

/**
 * Copies what is left of a library in which nobody works any more, and closes it.
 *
 * 1. The kept files that came meanwhile.
 * 2. The database: closed, copied, and read again from where it was copied to.
 * 3. What is on its way in: files that are being brought in, parts of downloads.
 * 4. All is on the disk, the names too, and the disk is the one that it was at the beginning.
 * @returns the SHA-256 of the database, and the way to let others open the library
 */
export async function copyRest(
  db: Db,
  from: string,
  target: Target,
  done: Copied,
  copied: OnCopied,
): Promise<{ sha256: string; release: () => void }> {
  await copyKeptFiles(db, from, target, done, copied); // 1
  const release = closeToCopy(db);
  try {
    const copy = join(target.folder, 'library.sqlite');
    const { sha256 } = await copyFile(join(from, 'library.sqlite'), copy, copied); // 2
    if ((await hashFile(copy))?.sha256 !== sha256) {
      throw new Error(`move: ${copy} has other bytes than were written`);
    }
    for (const name of await namesIn(from)) {
      if (!/^library-before-\d+\.sqlite$/.test(name)) continue;
      await copyFile(join(from, name), join(target.folder, name), copied);
    }
    await copyTree(join(from, 'imports'), join(target.folder, 'imports'), copied); // 3
    await copyTree(partsFolder(from), partsFolder(target.folder), copied);
    await syncFolders(target.folder); // 4
    await checkTarget(target.folder, from);
    return { sha256, release };
  } catch (error) {
    release();
    throw error;
  }
}

async function copyKept(from: string, to: string, target: Target, copied: OnCopied): Promise<void> {
  // Not the folders above: of a disk that was pulled out, none is to be made in its place.
  await makeIfAbsent(dirname(dirname(to)));
  await makeIfAbsent(dirname(to));
  try {
    if (target.sharesDisk && (await linkFile(from, to))) return copied(0);
    const { sha256 } = await copyFile(from, to, copied);
    if (sha256 === basename(from) || (await hashFile(from))?.sha256 === sha256) return;
    // Not damaged, which stays the same: the disk gives other bytes each time.
    throw new CarrelError('library', `move: ${from} cannot be read reliably`);
  } catch (error) {
    if (!isAbsent(error) || (await isThere(from))) throw error;
  }
}

async function makeIfAbsent(folder: string): Promise<void> {
  await mkdir(folder).catch((error: unknown) => {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'EEXIST') throw error;
  });
}

async function isThere(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}

/** As `Promise.all`, but returns only when none of them is at work any more. */
async function allOf(work: Promise<void>[]): Promise<void> {
  const ended = await Promise.allSettled(work);
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
}

async function syncFolders(folder: string): Promise<void> {
  const media = join(folder, 'media');
  for (const name of await namesIn(media)) await syncFolder(join(media, name));
  if (await isThere(media)) await syncFolder(media);
  await syncFolder(folder);
}
