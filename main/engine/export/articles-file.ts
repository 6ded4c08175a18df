import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Export } from '../../../contract/export.ts';
import type { CopiedLibrary } from '../../../db/backup-copy.ts';
import {
  beginArticlesCopy,
  closeArticlesCopy,
  copyArticles,
  endArticlesCopy,
} from '../../../db/copy-articles.ts';
import { backupEntries } from '../backup-entries.ts';
import type { Context } from '../context.ts';
import type { Writing } from '../file-maker.ts';
import { writeTar } from '../write-tar.ts';
import { noneLeft, type ToExport } from './to-export.ts';

/** So many articles, of a few milliseconds each, before the library answers others again. */
const ARTICLES_AT_ONCE = 12;

/**
 * Writes articles as a backup that is limited to them (docs/export.md).
 *
 * 1. They are copied into a database of their own. What they name stays meanwhile (`holdGarbage`).
 * 2. The archive is written as every backup is.
 */
export async function writeArticlesFile(
  context: Context,
  version: string,
  chosen: ToExport,
  { part, tell, signal }: Writing<Export>,
): Promise<{ sizeBytes: number; sha256: string }> {
  const { folder } = context;
  const copy = part.replace(/\.part$/, '.sqlite');
  const counts = await copyAll(context, copy, chosen, (share) => {
    signal.throwIfAborted();
    tell({ doneBytes: Math.round(chosen.textBytes * share), ofBytes: workOf(chosen) });
  });
  const { articles } = counts;
  if (articles === 0) throw noneLeft();
  tell({ articles, gone: chosen.gone + chosen.ids.length - articles });
  const about = { ...counts, folder, copy, version, holds: 'articles' as const };
  const entries = backupEntries({ ...about, madeAt: context.now() }, signal);
  let doneBytes = chosen.textBytes;
  const made = await writeTar(part, entries, (bytes) => {
    doneBytes += bytes;
    tell({ doneBytes, ofBytes: Math.max(workOf(chosen), doneBytes) });
  });
  await rm(copy);
  return made;
}

/** @param copied is told the share that is done, 0 to 1; what it throws ends the copying. */
async function copyAll(
  { folder }: Context,
  file: string,
  { ids }: ToExport,
  copied: (share: number) => void,
): Promise<CopiedLibrary> {
  const copy = beginArticlesCopy(join(folder, 'library.sqlite'), file);
  try {
    for (let from = 0; from < ids.length; from += ARTICLES_AT_ONCE) {
      copyArticles(copy, ids.slice(from, from + ARTICLES_AT_ONCE));
      copied(Math.min(1, (from + ARTICLES_AT_ONCE) / ids.length));
      await setImmediate();
    }
    return endArticlesCopy(copy);
  } catch (error) {
    closeArticlesCopy(copy);
    throw error;
  }
}

/** How many bytes are to be written: texts and captures are, twice. */
function workOf({ textBytes, fileBytes }: ToExport): number {
  return 2 * textBytes + fileBytes;
}
