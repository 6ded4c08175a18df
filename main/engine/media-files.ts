import { createHash, randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { MediaHash } from '../../contract/types.ts';
import { mediaPath } from '../../db/pictures.ts';

/** What a file with these bytes is called. */
export function hashOf(bytes: Uint8Array): MediaHash {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Writes a file into the library's media folder under the SHA-256 of its bytes. When this
 * returns the file is whole and on the disk, so that a row naming it can be written; killed in
 * between, it leaves at most a part, which no row names and the next start removes.
 */
export async function writeMediaFile(
  folder: string,
  hash: MediaHash,
  bytes: Uint8Array,
): Promise<void> {
  const path = mediaPath(folder, hash);
  if (await isWhole(path, bytes.byteLength)) return;

  await mkdir(dirname(path), { recursive: true });
  await mkdir(partsFolder(folder), { recursive: true });
  const part = join(partsFolder(folder), randomUUID());
  try {
    const file = await open(part, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Removes what a killed process left half-written; before anything is written. */
export function removeParts(folder: string): void {
  rmSync(partsFolder(folder), { recursive: true, force: true });
}

/** Beside the files, so that a finished one is moved and not copied. */
function partsFolder(folder: string): string {
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
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
