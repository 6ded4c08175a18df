import { rmSync } from 'node:fs';
import type { MediaHash } from '../../contract/types.ts';
import { forgetMedia, mediaPath, unusedMedia } from '../../db/media.ts';
import type { Context } from './context.ts';

/**
 * Removes kept files that nothing names any more. The row goes first: killed in between, a file
 * without a row is left, which is only space; a row without its file would be a loss.
 * @param candidates the files to look at; all of the library where they are left out
 */
export function collectGarbage(
  context: Context,
  candidates: MediaHash[] = unusedMedia(context.db),
): void {
  for (const hash of candidates) {
    if (!context.keeping.has(hash) && forgetMedia(context.db, hash)) {
      // At once: were it done later, a file with the same bytes could be kept in between.
      rmSync(mediaPath(context.folder, hash), { force: true });
    }
  }
}
