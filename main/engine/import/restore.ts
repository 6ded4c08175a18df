import { createHash, randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdir, open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { CarrelError } from '../../../contract/errors.ts';
import type { ArticleId, MediaHash } from '../../../contract/types.ts';
import type { Taken } from '../../../db/imports.ts';
import { mediaFile, mediaPath } from '../../../db/media.ts';
import {
  articlesInBackup,
  attachBackup,
  detachBackup,
  restoreArticles,
  restoreMedia,
  restoreSources,
  type RestoredFeeds,
} from '../../../db/restore.ts';
import { restoreRemoved } from '../../../db/restore-known.ts';
import { fileNamed, type Manifest } from '../backup-format.ts';
import type { Context } from '../context.ts';
import { holdGarbage } from '../garbage.ts';
import { keepPart, newPart, removePart } from '../media-files.ts';
import { checkedDatabase } from './check-backup.ts';
import type { Prepared } from './keep-page.ts';
import { readBackup, type BackupEntry } from './read-backup.ts';
import type { Taking } from './take-file.ts';
import type { StagedFile } from './types.ts';

/** So many articles, of a few milliseconds each, before the library answers others again. */
const ARTICLES_AT_ONCE = 24;

/** So many of the others, of which next to nothing is known. */
const REMOVED_AT_ONCE = 500;

/** So many files get their rows together. */
const FILES_AT_ONCE = 64;

/** How often it is looked how far the other thread is. */
const LOOK_EVERY_MS = 250;

const NO_FEEDS: RestoredFeeds = { here: new Map(), added: [] };

/** What a backup is restored with. */
type RestoreTaking = Pick<Taking, 'context' | 'unpackers' | 'signal' | 'restoring'>;

/** What is restored into each library now: one backup after another. */
const latestOf = new WeakMap<Context, Promise<unknown>>();

/**
 * Restores a backup into the library, by the rules of docs/backup.md; all of it is kept when this
 * returns, and what the report is to say of it is left to be kept.
 *
 * 1. The backup is read to its end and checked, on another thread, before anything is touched.
 * 2. Its files are put beside those of the library.
 * 3. Its rows are put among those of the library, a few articles in a transaction.
 *
 * Ended in between and begun again, it goes on: what is there is known by its identity.
 * @throws CarrelError 'invalid' or 'newer-library' where it cannot be restored from, and nothing was
 *   changed; 'engine-down' where it was stopped; 'disk-full' or 'library'
 */
export async function prepareRestore(taking: RestoreTaking, file: StagedFile): Promise<Prepared> {
  const { context } = taking;
  const earlier = latestOf.get(context);
  const restored = (earlier ?? Promise.resolve())
    .catch(() => undefined)
    .then(() => restore(taking, file));
  latestOf.set(context, restored);
  const taken = await restored;
  return { keep: () => taken, release() {} };
}

async function restore(taking: RestoreTaking, file: StagedFile): Promise<Taken> {
  const { context, signal, restoring } = taking;
  // Not a number, as the folder of an import is: what is left of it is removed at the next start.
  const folder = join(context.folder, 'imports', `restore-${randomUUID()}`);
  try {
    await mkdir(folder, { recursive: true });
    const { holds } = await check(taking, file, folder); // 1
    stopIf(signal);
    const release = holdGarbage(context);
    attachBackup(context.db, checkedDatabase(folder));
    try {
      await keepFiles(taking, file); // 2
      return await keepRows(taking, holds); // 3
    } finally {
      detachBackup(context.db);
      release();
    }
  } finally {
    restoring(null);
    await rm(folder, { recursive: true, force: true });
  }
}

async function check(
  taking: RestoreTaking,
  file: StagedFile,
  folder: string,
): Promise<Pick<Manifest, 'holds'>> {
  const { path, name, sizeBytes } = file;
  const bytesRead = new BigInt64Array(new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT));
  const look = (): void =>
    taking.restoring({ step: 'checked', done: Number(Atomics.load(bytesRead, 0)), of: sizeBytes });
  look();
  const looking = setInterval(look, LOOK_EVERY_MS);
  try {
    return await taking.unpackers.run('checkBackup', { path, name, folder, bytesRead });
  } finally {
    clearInterval(looking);
  }
}

function stopIf(signal: AbortSignal): void {
  if (signal.aborted) throw new CarrelError('engine-down', 'restore: it was stopped');
}

/**
 * The rows of files come soon after them, so that what nothing names in the end is removed again;
 * files that get no row are removed here.
 */
async function keepFiles(taking: RestoreTaking, { path, sizeBytes }: StagedFile): Promise<void> {
  const { context, signal, restoring } = taking;
  let there: MediaHash[] = [];
  let written: MediaHash[] = [];
  const keepThem = (): void => {
    restoreMedia(context.db, there);
    there = [];
    written = [];
  };
  try {
    const onRead = (done: number): void => restoring({ step: 'files', done, of: sizeBytes });
    for await (const entry of readBackup(path, onRead)) {
      stopIf(signal);
      const hash = fileNamed(entry.name);
      if (hash === undefined || (await isKept(context, hash, entry.sizeBytes))) {
        await pass(entry);
      } else {
        await writeFile(context, entry, hash);
        written.push(hash);
      }
      if (hash !== undefined) there.push(hash);
      if (there.length === FILES_AT_ONCE) keepThem();
    }
    keepThem();
  } catch (error) {
    for (const hash of written) removeIfUnknown(context, hash);
    throw error;
  }
}

async function writeFile({ folder }: Context, entry: BackupEntry, hash: MediaHash): Promise<void> {
  const part = await newPart(folder);
  try {
    const bytes = createHash('sha256');
    const file = await open(part, 'wx');
    try {
      for await (const piece of entry.bytes) {
        bytes.update(piece);
        await file.writeFile(piece);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    if (bytes.digest('hex') !== hash) {
      throw new CarrelError('invalid', `restore: the file ${hash} changed while it was restored`);
    }
    await keepPart(folder, part, { sha256: hash, sizeBytes: entry.sizeBytes });
  } finally {
    await removePart(part);
  }
}

/** As `collectGarbage`, of a file that no row is about. */
function removeIfUnknown({ db, folder, keeping }: Context, hash: MediaHash): void {
  if (keeping.has(hash) || mediaFile(db, hash) !== undefined) return;
  rmSync(mediaPath(folder, hash), { force: true });
}

async function isKept({ folder }: Context, hash: MediaHash, sizeBytes: number): Promise<boolean> {
  try {
    return (await stat(mediaPath(folder, hash))).size === sizeBytes;
  } catch {
    return false;
  }
}

async function pass({ bytes }: BackupEntry): Promise<void> {
  for await (const _ of bytes);
}

/** Of exported articles nothing is kept but these: no feeds, no settings, nothing that was removed. */
async function keepRows(
  { context, signal, restoring }: RestoreTaking,
  holds: Manifest['holds'],
): Promise<Taken> {
  const { db, changes } = context;
  const of = articlesInBackup(db);
  const feeds = holds === 'articles' ? NO_FEEDS : restoreSources(db);
  changes.sources();
  const articles: ArticleId[] = [];
  let present = 0;
  let after: ArticleId | null = 0;
  while (after !== null) {
    stopIf(signal);
    const restored = restoreArticles(db, after, ARTICLES_AT_ONCE, { feeds: feeds.here, holds });
    for (const id of restored.added) articles.push(id);
    present += restored.present.length;
    restoring({ step: 'articles', done: articles.length + present, of });
    changes.articles([...restored.added, ...restored.present]);
    after = restored.after;
    await setImmediate();
  }
  after = holds === 'articles' ? null : 0;
  while (after !== null) {
    stopIf(signal);
    after = restoreRemoved(db, after, REMOVED_AT_ONCE);
    await setImmediate();
  }
  changes.sources();
  return { articles, feeds: feeds.added, present };
}
