import { createHash } from 'node:crypto';
import { access, link, mkdir, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { bytesOf } from '../hash-file.ts';
import { syncFolder } from '../media-files.ts';

/** Who copies is told of every piece, and may end it by throwing. */
export type OnCopied = (bytes: number) => void;

/**
 * Copies a file to where none is. When this returns, the copy is whole and on the disk; its name is
 * when its folder is synced.
 * @returns the size and the SHA-256 of the bytes that were read and written
 */
export async function copyFile(
  from: string,
  to: string,
  copied: OnCopied,
): Promise<{ sizeBytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  // Of a file that is not there, no empty copy is left.
  await access(from);
  const file = await open(to, 'wx');
  try {
    for await (const piece of bytesOf(from)) {
      await file.writeFile(piece);
      hash.update(piece);
      sizeBytes += piece.byteLength;
      copied(piece.byteLength);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sizeBytes, sha256: hash.digest('hex') };
}

/**
 * Gives a file that never changes a second name: no bytes are copied, and none can be lost on the
 * way. `false` where the file system cannot, as between two disks.
 */
export async function linkFile(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    // Whatever hinders it besides, hinders the copying too, which then says what it is.
    if (isAbsent(error)) throw error;
    return false;
  }
}

/** Copies a folder with all that is in it, if it is there; it is on the disk when this returns. */
export async function copyTree(from: string, to: string, copied: OnCopied): Promise<void> {
  const entries = await readdir(from, { withFileTypes: true }).catch((error: unknown) => {
    if (isAbsent(error)) return [];
    throw error;
  });
  if (entries.length === 0) return;
  await mkdir(to, { recursive: true });
  for (const entry of entries) {
    const [source, copy] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await copyTree(source, copy, copied);
    else if (entry.isFile()) await copyFile(source, copy, copied);
  }
  await syncFolder(to);
}

/** Whether an error says that a file is not there. */
export function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
