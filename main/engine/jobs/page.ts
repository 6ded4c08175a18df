import { CarrelError } from '../../../contract/errors.ts';
import type { ArticleId } from '../../../contract/types.ts';
import { addressOf } from '../../../db/articles.ts';
import { addCapture } from '../../../db/captures.ts';
import { addJob, finishJob } from '../../../db/jobs.ts';
import { siteOf } from '../fetch/site.ts';
import type { Context } from '../context.ts';
import type { Fetched } from '../fetch/fetcher.ts';
import { fetchForArticle } from '../fetch-for-article.ts';
import { keepTextFailure, type JobStep } from './job.ts';
import { transact } from '../../../db/transact.ts';

const ACCEPT = 'text/html, application/xhtml+xml;q=0.9, */*;q=0.1';
const MAX_BYTES = 20 * 1024 * 1024;

/** Fetches an article's page and keeps it as a capture, to be extracted. */
export const pageStep: JobStep = {
  async run(context, job, slot) {
    const { db } = context;
    const articleId = job.articleId;
    const address = articleId === null ? undefined : addressOf(db, articleId);
    if (articleId === null || address === undefined) {
      finishJob(db, job.id);
      return;
    }

    const what = { accept: ACCEPT, maxBytes: MAX_BYTES };
    const fetched = await fetchForArticle(context, articleId, address, what, slot);
    refuseOtherTypes(fetched);
    transact(db, () => {
      const captureId = keepCapture(context, articleId, address, fetched);
      addJob(db, { kind: 'extract', articleId, captureId, host: '', runAt: context.now() });
      finishJob(db, job.id);
    });
  },

  fail(context, job, failure) {
    keepTextFailure(context, job, failure);
  },
};

/** Has an article's page fetched as soon as there is a slot. */
export function queuePage(context: Context, articleId: ArticleId, address: string): void {
  addJob(context.db, { kind: 'page', articleId, host: siteOf(address), runAt: context.now() });
}

function keepCapture(
  context: Context,
  articleId: ArticleId,
  address: string,
  fetched: Fetched,
): number {
  return addCapture(context.db, {
    articleId,
    address,
    finalAddress: fetched.address,
    fileName: null,
    status: fetched.status,
    headers: fetched.headers,
    fetchedAt: context.now(),
    bytes: fetched.bytes,
  }).captureId;
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
