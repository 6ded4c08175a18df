import { finishJob } from '../../../db/jobs.ts';
import { extractCapture } from '../extract-capture.ts';
import { keepTextFailure, type JobStep } from './job.ts';

/** Extracts a version from a capture in a worker thread, and queues its pictures. */
export const extractStep: JobStep = {
  async run(context, job) {
    const { db } = context;
    const { articleId, captureId } = job;
    if (articleId === null || captureId === null) {
      finishJob(db, job.id);
      return;
    }
    await extractCapture(context, { articleId, captureId }, () => finishJob(db, job.id));
  },

  fail(context, job, failure) {
    keepTextFailure(context, job, failure);
  },
};
