import { statfs } from 'node:fs/promises';

/** What is free on the disk that a folder is on, for this user; `null` where nothing says. */
export async function freeBytes(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}
