import { CarrelError } from '../../../contract/errors.ts';
import { getCapture } from '../../../db/captures.ts';
import { finishJob } from '../../../db/jobs.ts';
import { joinTwins } from '../join-twins.ts';
import { keepExtracted } from '../keep-extracted.ts';
import { keepTextFailure, type JobStep } from './job.ts';
import { transact } from '../../../db/transact.ts';

/** Extracts a version from a capture in a worker thread, and queues its pictures. */
export const extractStep: JobStep = {
  async run(context, job) {
    const { db } = context;
    const capture = job.captureId === null ? undefined : getCapture(db, job.captureId);
    if (job.articleId === null || capture === undefined) {
      finishJob(db, job.id);
      return;
    }
    const articleId = job.articleId;
    const article = await context.workers
      .run('page', {
        bytes: capture.bytes,
        address: capture.finalAddress ?? capture.address,
        contentType: headerOf(capture.headers, 'content-type'),
      })
      .catch((error: unknown) => {
        throw namingThePage(error, capture.finalAddress ?? capture.fileName ?? 'this page');
      });
    transact(db, () => {
      const joined = joinTwins(context, articleId, article.title, {
        reached: capture.finalAddress,
        canonical: article.canonicalAddress,
      });
      keepExtracted(context, joined, article, {
        captureId: capture.id,
        textFrom: 'page',
        fetchedAt: capture.fetchedAt,
      });
      finishJob(db, job.id);
    });
  },

  fail(context, job, failure) {
    keepTextFailure(context, job, failure);
  },
};

/** The pool knows what went wrong with a task, but not whose task it was. */
function namingThePage(error: unknown, page: string): unknown {
  if (!(error instanceof CarrelError) || error.message.startsWith('extract:')) return error;
  return new CarrelError(error.kind, `extract: cannot read ${page}: ${error.message}`, {
    cause: error,
  });
}

function headerOf(headers: [name: string, value: string][], name: string): string | null {
  return headers.find(([key]) => key.toLowerCase() === name)?.[1] ?? null;
}
