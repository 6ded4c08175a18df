import { createHash, randomUUID } from 'node:crypto';
import { link, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { MediaHash } from '../../contract/types.ts';
import { mediaPath } from '../../db/media.ts';

/** What a file with these bytes is called. */
export function hashOf(bytes: Uint8Array): MediaHash {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Writes a file into the library's media folder under the SHA-256 of its bytes. When this
 * returns the file is whole and on the disk, so that a row naming it can be written; killed in
 * between, it leaves at most a part, which no row names and the next start removes
 * (`downloads.ts`).
 */
export async function writeMediaFile(
  folder: string,
  hash: MediaHash,
  bytes: Uint8Array,
): Promise<void> {
  await keepAs(folder, { sha256: hash, sizeBytes: bytes.byteLength }, async (part) => {
    const file = await open(part, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
  });
}

/**
 * As `writeMediaFile`, for bytes that a file of the library's folder holds which nobody writes any
 * more: the two are then one, which costs no space and no writing. Where the file system has no
 * links, the bytes are written.
 */
export async function linkMediaFile(
  folder: string,
  hash: MediaHash,
  from: { path: string; bytes: Uint8Array },
): Promise<void> {
  const { path, bytes } = from;
  await keepAs(folder, { sha256: hash, sizeBytes: bytes.byteLength }, async (part) => {
    await link(path, part);
    const file = await open(part, 'r+');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
  }).catch(() => writeMediaFile(folder, hash, bytes));
}

/** Keeps what `write` puts into a part, unless it is there already. */
async function keepAs(
  folder: string,
  file: { sha256: MediaHash; sizeBytes: number },
  write: (part: string) => Promise<void>,
): Promise<void> {
  if (await isWhole(mediaPath(folder, file.sha256), file.sizeBytes)) return;
  const part = await newPart(folder);
  try {
    await write(part);
    await keepPart(folder, part, file);
  } finally {
    await removePart(part);
  }
}

/**
 * The path of a file to be written and then kept (`keepPart`); in any case it is to be removed in
 * the end. Its folder is there, the file is not.
 */
export async function newPart(folder: string): Promise<string> {
  await mkdir(partsFolder(folder), { recursive: true });
  return join(partsFolder(folder), randomUUID());
}

/**
 * Moves a part that is whole and synced to where files with its hash are. When this returns the
 * file is on the disk there. One that is there already stays (it may be open, and Windows then
 * lets nobody replace it), and with it the part.
 */
export async function keepPart(
  folder: string,
  part: string,
  file: { sha256: MediaHash; sizeBytes: number },
): Promise<void> {
  const path = mediaPath(folder, file.sha256);
  if (await isWhole(path, file.sizeBytes)) return;
  await mkdir(dirname(path), { recursive: true });
  await rename(part, path);
  await syncFolder(dirname(path));
}

/** Removes a part, if it is there. */
export async function removePart(part: string): Promise<void> {
  await rm(part, { force: true });
}

/** Beside the files, so that a finished one is moved and not copied. */
export function partsFolder(folder: string): string {
  return join(folder, 'media', 'parts');
}

async function isWhole(path: string, sizeBytes: number): Promise<boolean> {
  try {
    return (await stat(path)).size === sizeBytes;
  } catch {
    return false;
  }
}

/** A rename is on the disk when its folder is; Windows neither needs nor allows this. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
