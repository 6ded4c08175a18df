import { CarrelError } from '../../../contract/errors.ts';
import type { ArticleId } from '../../../contract/types.ts';
import { addJob, finishJob, type Job } from '../../../db/jobs.ts';
import type { KeptFile } from '../../../db/media.ts';
import { otherAddresses } from '../../../db/picture-places.ts';
import {
  failPicture,
  keepPicture,
  keptUnder,
  pictureOf,
  placeOfPicture,
} from '../../../db/pictures.ts';
import type { Context } from '../context.ts';
import { isSavedWithPage } from '../extract/addresses.ts';
import { HttpStatusError } from '../fetch/errors.ts';
import { checkPicture, type CheckedPicture } from '../fetch/picture.ts';
import { dataOf } from '../fetch/data-address.ts';
import { siteOf } from '../fetch/site.ts';
import { hashOf, writeMediaFile } from '../media-files.ts';
import { fetchForArticle } from '../fetch-for-article.ts';
import type { JobStep, Slot } from './job.ts';
import { transact } from '../../../db/transact.ts';

const WHAT = {
  accept: 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.1',
  maxBytes: 50 * 1024 * 1024,
};
/** A picture that another article brought this recently is not fetched once more. */
const FRESH_MS = 24 * 60 * 60_000;

/** Fetches under way, by address: the versions of an article name one picture, and articles do. */
const fetchesOfLibrary = new WeakMap<Context, Map<string, Promise<void>>>();

function fetchesOf(context: Context): Map<string, Promise<void>> {
  const fetches = fetchesOfLibrary.get(context) ?? new Map<string, Promise<void>>();
  fetchesOfLibrary.set(context, fetches);
  return fetches;
}

/** Fetches one picture of a version and keeps its bytes by their hash. */
export const pictureStep: JobStep = {
  async run(context, job, slot) {
    const { db } = context;
    const place = placeOf(job);
    const picture = place === undefined ? undefined : pictureOf(db, place.versionId, place.ordinal);
    if (place === undefined || picture === undefined || picture.hash !== null) {
      finishJob(db, job.id);
      return;
    }

    const { address } = picture;
    const fetches = fetchesOf(context);
    const underWay = fetches.get(address);
    if (underWay !== undefined) {
      await slot.away(underWay.catch(() => undefined));
      slot.signal.throwIfAborted();
      // By now it is there, under whichever version, or is to be fetched after all.
      return await pictureStep.run(context, job, slot);
    }

    const known = keptUnder(db, address, context.now() - FRESH_MS);
    if (known === undefined) {
      const fetching = fetchAndKeep(context, job, place, address, slot);
      fetches.set(address, fetching);
      await fetching.finally(() => fetches.delete(address));
    } else keepRow(context, job, place, known);
    tell(context, job);
  },

  fail(context, job, failure) {
    const place = placeOf(job);
    if (place === undefined) return;
    failPicture(context.db, place, failure);
    tell(context, job);
  },
};

/** Has a picture of a version fetched as soon as there is a slot, where it is to be fetched at all. */
export function queuePicture(context: Context, picture: Place & { address: string }): void {
  const { address, ...place } = picture;
  if (isSavedWithPage(address)) return;
  const host = siteOf(address);
  addJob(context.db, { kind: 'picture', ...place, host, runAt: context.now() });
}

async function fetchAndKeep(
  context: Context,
  job: Job,
  place: Place,
  address: string,
  slot: Slot,
): Promise<void> {
  const { bytes, ...checked } = await pictureAt(context, place, address, slot);
  const sha256 = hashOf(bytes);
  context.keeping.add(sha256);
  try {
    // The file is whole on the disk before the row that names it (design, "What is kept").
    await writeMediaFile(context.folder, sha256, bytes);
    const now = placeOfPicture(context.db, place.articleId, address) ?? place;
    keepRow(
      context,
      job,
      { ...place, ...now },
      { ...checked, sha256, sizeBytes: bytes.byteLength },
    );
  } finally {
    context.keeping.delete(sha256);
  }
}

/**
 * The picture at its address or, where there is none for good, at another one that the page names
 * for it: a smaller size is better than a hole.
 * @throws what the first address threw
 */
async function pictureAt(
  context: Context,
  place: Place,
  address: string,
  slot: Slot,
): Promise<CheckedPicture & { bytes: Uint8Array }> {
  const checkedAt = async (at: string): Promise<CheckedPicture & { bytes: Uint8Array }> => {
    const { bytes, contentType } = await bytesOf(context, place.articleId, at, slot);
    return { ...checkPicture(bytes, contentType, at), bytes };
  };
  try {
    return await checkedAt(address);
  } catch (error) {
    if (!isForGood(error)) throw error;
    for (const other of fallbacksOf(context, place)) {
      const picture = await checkedAt(other).catch((cause: unknown) => {
        slot.signal.throwIfAborted();
        if (cause instanceof CarrelError) return null;
        throw cause;
      });
      if (picture !== null) return picture;
    }
    throw error;
  }
}

/** Whether another attempt at the same address would say the same. */
function isForGood(error: unknown): boolean {
  if (error instanceof HttpStatusError) return /^4(?!08|25|29)/.test(String(error.status));
  return error instanceof CarrelError && /^(?:not-a-picture|too-large)$/.test(error.kind);
}

/** More attempts would be a burden to the server, and none of them likely to help. */
const MOST_FALLBACKS = 3;

/** A `data:` address beside others is a blurred stand-in. */
function fallbacksOf({ db }: Context, { versionId, ordinal }: Place): string[] {
  return otherAddresses(db, versionId, ordinal)
    .filter((other) => /^https?:/.test(other))
    .slice(0, MOST_FALLBACKS);
}

function keepRow(context: Context, job: Job, place: Place, file: KeptFile): void {
  const { db } = context;
  transact(db, () => {
    keepPicture(db, { ...file, ...place, now: context.now() });
    finishJob(db, job.id);
  });
}

interface Place {
  articleId: ArticleId;
  versionId: number;
  ordinal: number;
}

function placeOf(job: Job): Place | undefined {
  const { articleId, versionId, ordinal } = job;
  if (articleId === null || versionId === null || ordinal === null) return undefined;
  return { articleId, versionId, ordinal };
}

function tell(context: Context, job: Job): void {
  if (job.articleId !== null) context.changes.articles([job.articleId]);
}

async function bytesOf(
  context: Context,
  articleId: ArticleId,
  address: string,
  slot: Slot,
): Promise<{ bytes: Uint8Array; contentType: string | null }> {
  if (address.startsWith('data:')) return dataOf(address);
  return await fetchForArticle(context, articleId, address, WHAT, slot);
}
