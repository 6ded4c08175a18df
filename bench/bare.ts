import { openReadOnly, type Db } from '../db/open.ts';

/**
 * The other side of a comparison: the same file, a connection of its own that reads only, with
 * as much memory for pages as Carrel's has (`db/open.ts`).
 */
export function openBare(folder: string): Db {
  const bare = openReadOnly(folder);
  bare.pragma('cache_size = -65536');
  bare.pragma('temp_store = MEMORY');
  return bare;
}
