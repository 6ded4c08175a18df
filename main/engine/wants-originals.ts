import { readSettings } from '../../db/settings.ts';
import type { Context } from './context.ts';

/** Whether the reader wants of each picture the largest file there is, however wide. */
export function wantsOriginals({ db }: Context): boolean {
  return readSettings(db).pictureFiles === 'original';
}
