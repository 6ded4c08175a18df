import { CarrelError } from '../../../contract/errors.ts';
import type { ArticleId } from '../../../contract/types.ts';
import { addressOf } from '../../../db/articles.ts';
import { addCapture, keepPart, type NewCapture } from '../../../db/captures.ts';
import { addJob, finishJob, type Job } from '../../../db/jobs.ts';
import { addPart, partToFetch, type Part } from '../../../db/parts.ts';
import type { CaptureOf } from '../../../db/readings.ts';
import { siteOf } from '../fetch/site.ts';
import type { Context } from '../context.ts';
import type { Fetched } from '../fetch/fetcher.ts';
import { fetchForArticle } from '../fetch-for-article.ts';
import { keepTextFailure, type JobStep } from './job.ts';
import { transact } from '../../../db/transact.ts';

const ACCEPT = 'text/html, application/xhtml+xml;q=0.9, */*;q=0.1';
const MAX_BYTES = 20 * 1024 * 1024;

/** Fetches an article's page, or a further part of it, and keeps it as a capture, to be extracted. */
export const pageStep: JobStep = {
  async run(context, job, slot) {
    const { db } = context;
    const { articleId, captureId: firstId } = job;
    const part = firstId === null ? undefined : partToFetch(db, firstId);
    const address = part?.address ?? pageAddress(context, job);
    if (articleId === null || address === undefined) {
      finishJob(db, job.id);
      return;
    }

    const what = { accept: ACCEPT, maxBytes: MAX_BYTES };
    const fetched = await fetchForArticle(context, articleId, address, what, slot);
    refuseOtherTypes(fetched);
    const capture = captureOf(context, articleId, address, fetched);
    transact(db, () => {
      const captureId =
        part === undefined || firstId === null
          ? addCapture(db, capture).captureId
          : keepPart(db, firstId, part.part, capture).firstId;
      addJob(db, { kind: 'extract', articleId, captureId, host: '', runAt: context.now() });
      finishJob(db, job.id);
    });
  },

  fail(context, job, failure) {
    keepTextFailure(context, job, failure);
  },
};

/** The page of the article itself; a job for a further part has nothing to fetch without one. */
function pageAddress(context: Context, { articleId, captureId }: Job): string | undefined {
  return articleId === null || captureId !== null ? undefined : addressOf(context.db, articleId);
}

/** Has an article's page fetched as soon as there is a slot. */
export function queuePage(context: Context, articleId: ArticleId, address: string): void {
  addJob(context.db, { kind: 'page', articleId, host: siteOf(address), runAt: context.now() });
}

/** Has the next part of an article fetched, `firstId` being the capture of its first. */
export function queuePart(
  context: Context,
  { articleId, captureId: firstId }: CaptureOf,
  { part, address }: Pick<Part, 'part' | 'address'>,
): void {
  const { db } = context;
  if (!addPart(db, firstId, part, address)) return;
  const host = siteOf(address);
  addJob(db, { kind: 'page', articleId, captureId: firstId, host, runAt: context.now() });
}

function captureOf(
  context: Context,
  articleId: ArticleId,
  address: string,
  fetched: Fetched,
): NewCapture {
  return {
    articleId,
    address,
    finalAddress: fetched.address,
    fileName: null,
    status: fetched.status,
    headers: fetched.headers,
    fetchedAt: context.now(),
    bytes: fetched.bytes,
  };
}

/** Only what can be a page goes on; a server that names no type is given the benefit. */
function refuseOtherTypes(fetched: Fetched): void {
  const type = fetched.contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === '' || type.startsWith('text/') || type.includes('html') || type.includes('xml'))
    return;
  if (type === 'application/octet-stream') return;
  throw new CarrelError(
    'no-article',
    `page: cannot read an article from ${fetched.address}: it is ${type}, not a page`,
  );
}
