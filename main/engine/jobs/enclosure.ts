import { open } from 'node:fs/promises';
import { CarrelError } from '../../../contract/errors.ts';
import type { ArticleId, Enclosure } from '../../../contract/types.ts';
import {
  enclosureKeptFrom,
  failEnclosure,
  getEnclosure,
  isAwaited,
  keepEnclosureFile,
  type EnclosurePlace,
} from '../../../db/enclosures.ts';
import { addJob, finishJob, type Job } from '../../../db/jobs.ts';
import { keepMedia, type KeptFile } from '../../../db/media.ts';
import { transact } from '../../../db/transact.ts';
import { typedHostsOf } from '../../../db/typed-hosts.ts';
import { siteOf } from '../fetch/site.ts';
import type { Context } from '../context.ts';
import { openDownload, type Download } from '../downloads.ts';
import type { Downloaded } from '../fetch/fetcher.ts';
import { fileType, HEAD_BYTES, isPage } from '../fetch/file-type.ts';
import { collectGarbage } from '../garbage.ts';
import { loginForArticle } from '../logins.ts';
import { keepPart } from '../media-files.ts';
import type { JobStep, Slot } from './job.ts';

/** A file that another article brought this recently is not fetched once more. */
const FRESH_MS = 24 * 60 * 60_000;
/** The largest file that FAT32 holds: a library is a folder that can be copied to a stick. */
const MAX_BYTES = 2 ** 32 - 1;
/** How often it is looked whether the file is still wanted, and the window told that bytes come. */
const LOOK_EVERY_MS = 500;

/**
 * Fetches one file that a feed gave with an article, and keeps its bytes by their hash.
 *
 * 1. What was kept from the same address a short while ago is kept for this article too.
 * 2. The file comes into a part, as long as it is wanted: what the reader takes back is stopped.
 * 3. Its type is told by its bytes; a page in its place is refused.
 * 4. The part, whole and synced, becomes the file; then the row that names it is written.
 *
 * Cut off at any moment, it goes on where it was, if its server can send the rest (`downloads.ts`).
 */
export const enclosureStep: JobStep = {
  async run(context, job, slot) {
    const { db } = context;
    const place = placeOf(job);
    const enclosure = place === undefined ? undefined : getEnclosure(db, place);
    if (place === undefined || enclosure === undefined || !isAwaited(db, job.id)) {
      finishJob(db, job.id);
      return;
    }
    const known = enclosureKeptFrom(db, enclosure.address, context.now() - FRESH_MS); // 1
    if (known === undefined) await fetchAndKeep(context, job, place, enclosure, slot);
    else keepRow(context, job, place, known);
    context.changes.articles([place.articleId]);
  },

  fail(context, job, failure) {
    const place = placeOf(job);
    if (place === undefined || !isAwaited(context.db, job.id)) return;
    failEnclosure(context.db, place, failure);
    context.changes.articles([place.articleId]);
  },
};

/** Has a file that is wanted fetched as soon as there is a slot. */
export function queueEnclosure(context: Context, articleId: ArticleId, ordinal: number): void {
  const enclosure = getEnclosure(context.db, { articleId, ordinal });
  if (enclosure === undefined) return;
  addJob(context.db, {
    kind: 'enclosure',
    articleId,
    ordinal,
    host: siteOf(enclosure.address),
    runAt: context.now(),
  });
}

async function fetchAndKeep(
  context: Context,
  job: Job,
  place: EnclosurePlace,
  enclosure: Enclosure,
  slot: Slot,
): Promise<void> {
  const part = await openDownload(context.folder, enclosure.address);
  let goesOn = false;
  try {
    const downloaded = await download(context, job, enclosure.address, part, slot); // 2
    if (downloaded === undefined) return;
    const type = await typeOf(part.path, enclosure, downloaded); // 3
    const { sha256, sizeBytes } = downloaded;
    context.keeping.add(sha256);
    try {
      await keepPart(context.folder, part.path, { sha256, sizeBytes }); // 4
      keepRow(context, job, place, { sha256, sizeBytes, type, width: 0, height: 0 });
    } finally {
      context.keeping.delete(sha256);
    }
    // Taken back while the file was moved, nothing names it.
    collectGarbage(context, [sha256]);
  } catch (error) {
    goesOn = slot.signal.aborted || mayGoOn(error);
    throw error;
  } finally {
    await part.close(goesOn);
  }
}

/** Whether the rest may come another time; where the disk is full, what came is in the way. */
function mayGoOn(error: unknown): boolean {
  return error instanceof CarrelError && /^(?:network|timeout)$/.test(error.kind);
}

/** Fetches a file into a part; `undefined` when it was taken back meanwhile. */
async function download(
  context: Context,
  job: Job,
  address: string,
  part: Download,
  slot: Slot,
): Promise<Downloaded | undefined> {
  const { db, changes } = context;
  const stop = new AbortController();
  let cameAnything = false;
  let before = part.resume?.fromBytes ?? 0;
  const look = setInterval(() => {
    try {
      if (!isAwaited(db, job.id)) stop.abort();
    } catch (error) {
      stop.abort(error);
    }
    if (cameAnything && job.articleId !== null) changes.articles([job.articleId]);
    cameAnything = false;
  }, LOOK_EVERY_MS);
  try {
    const login =
      job.articleId === null ? undefined : await loginForArticle(context, job.articleId, address);
    return await slot.away(
      context.fetcher.download(address, {
        accept: '*/*',
        maxBytes: MAX_BYTES,
        typedHosts: typedHostsOf(db, job),
        ...(login === undefined ? {} : { login }),
        signal: AbortSignal.any([slot.signal, stop.signal]),
        path: part.path,
        ...(part.resume === undefined ? {} : { resume: part.resume }),
        onAnswer: ({ ifRange }) => part.answered(ifRange),
        onBytes: (received) => {
          cameAnything = true;
          part.received(received);
          slot.received(Math.max(received - before, 0));
          before = received;
        },
      }),
    );
  } catch (error) {
    if (!slot.signal.aborted && !isAwaited(db, job.id)) return undefined;
    throw error;
  } finally {
    clearInterval(look);
  }
}

/** @throws CarrelError 'http' for a page in the file's place: a login, or a network that wants one */
async function typeOf(
  part: string,
  enclosure: Enclosure,
  { contentType }: Downloaded,
): Promise<string> {
  const head = await headOf(part);
  if (isPage(head)) {
    throw new CarrelError(
      'http',
      `enclosure: cannot keep ${enclosure.address}: an HTML page came in its place`,
    );
  }
  return fileType(head, [contentType, enclosure.type]);
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function keepRow(context: Context, job: Job, place: EnclosurePlace, file: KeptFile): void {
  const { db } = context;
  transact(db, () => {
    keepMedia(db, file, context.now());
    if (isAwaited(db, job.id)) keepEnclosureFile(db, place, file.sha256);
    finishJob(db, job.id);
  });
}

function placeOf(job: Job): EnclosurePlace | undefined {
  if (job.articleId === null || job.ordinal === null) return undefined;
  return { articleId: job.articleId, ordinal: job.ordinal };
}
