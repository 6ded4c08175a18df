import { readdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * What makes a folder a library is removed in two steps, and nothing else: names that a library does
 * not have stay, and so does the folder. Killed in between, no Carrel takes what is left for a library
 * that lost its files.
 *
 * This is the first: the database, and what was on its way in or out.
 */
export async function removeDatabase(folder: string): Promise<void> {
  for (const name of ['imports', 'backups', 'exports', join('media', 'parts')]) {
    await rm(join(folder, name), { recursive: true, force: true });
  }
  await removeNamed(folder, /^library\.sqlite(?:-wal|-shm|-journal)?$/);
}

/** The second: kept files, copies of the database from before upgrades, and the lock. */
export async function removeKeptFiles(folder: string): Promise<void> {
  const media = join(folder, 'media');
  for (const name of await namesIn(media)) {
    if (!/^[0-9a-f]{2}$/.test(name)) continue;
    await removeNamed(join(media, name), /^[0-9a-f]{64}$/);
    await removeIfEmpty(join(media, name));
  }
  await removeIfEmpty(media);
  await removeNamed(folder, /^library-before-\d+\.sqlite(?:\.part)?$/);
  await removeNamed(folder, /^lock(?:-journal)?$/);
}

/** The names in a folder; none where there is no folder. */
export async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw error;
  }
}

/** Removes a folder, unless something is in it; tells whether it did. */
export async function removeIfEmpty(folder: string): Promise<boolean> {
  return await rmdir(folder).then(
    () => true,
    () => false,
  );
}

async function removeNamed(folder: string, names: RegExp): Promise<void> {
  for (const name of await namesIn(folder)) {
    if (names.test(name)) await rm(join(folder, name), { force: true });
  }
}
