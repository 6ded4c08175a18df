import { rmSync } from 'node:fs';
import type { MediaHash } from '../../contract/types.ts';
import { forgetMedia, mediaPath, unusedMedia } from '../../db/media.ts';
import type { Context } from './context.ts';

/** How often the kept files of a library are held, where they are. */
const holds = new WeakMap<Context, number>();

/**
 * Removes kept files that nothing names any more; nothing while they are held. The row goes first:
 * killed in between, a file without a row is left, which is only space; a row without its file
 * would be a loss.
 * @param candidates the files to look at; all of the library where they are left out
 */
export function collectGarbage(context: Context, candidates?: MediaHash[]): void {
  if (isGarbageHeld(context)) return;
  for (const hash of candidates ?? unusedMedia(context.db)) {
    if (!context.keeping.has(hash) && forgetMedia(context.db, hash)) {
      // At once: were it done later, a file with the same bytes could be kept in between.
      rmSync(mediaPath(context.folder, hash), { force: true });
    }
  }
}

/**
 * Lets no kept file go until the function that is returned is called, which then removes what
 * nothing names: a backup copies files that its copy of the database names, and a restored library
 * has files before it has the rows that name them.
 */
export function holdGarbage(context: Context): () => void {
  holds.set(context, (holds.get(context) ?? 0) + 1);
  let isHeld = true;
  return () => {
    if (!isHeld) return;
    isHeld = false;
    holds.set(context, (holds.get(context) ?? 1) - 1);
    try {
      collectGarbage(context);
    } catch {
      // A library that cannot be written now is cleaned at the next start.
    }
  };
}

export function isGarbageHeld(context: Context): boolean {
  return (holds.get(context) ?? 0) > 0;
}
