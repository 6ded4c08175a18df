import { rmSync } from 'node:fs';
import { forgetMedia, mediaPath, unusedMedia } from '../../db/pictures.ts';
import type { Context } from './context.ts';

/**
 * Removes kept files that no picture names any more. The row goes first: killed in between, a
 * file without a row is left, which is only space; a row without its file would be a loss.
 */
export function collectGarbage(context: Context): void {
  for (const hash of unusedMedia(context.db)) {
    if (!context.keeping.has(hash) && forgetMedia(context.db, hash)) {
      // At once: were it done later, a picture with the same bytes could be kept in between.
      rmSync(mediaPath(context.folder, hash), { force: true });
    }
  }
}
