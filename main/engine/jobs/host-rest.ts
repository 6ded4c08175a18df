import { CarrelError } from '../../../contract/errors.ts';
import { restHost, restingHost, wakeHost } from '../../../db/hosts.ts';
import type { Job } from '../../../db/jobs.ts';
import type { Context } from '../context.ts';
import { HttpStatusError } from '../fetch/errors.ts';

const FIRST_REST_MS = 30_000;
const LONGEST_REST_MS = 6 * 60 * 60_000;

/**
 * Keeps what a failure says of the host: one that does not answer, or is too busy, is left alone,
 * with all that is to be fetched from it. It is asked again after 30 seconds, doubled each time, a
 * quarter more or less by chance, six hours at most; or when it says (`Retry-After`).
 * @param random from 0 to 1
 * @returns whether the host is left alone from now on
 */
export function noteHostFailure(
  context: Context,
  job: Job,
  error: unknown,
  random: number = Math.random(),
): boolean {
  if (job.host === '' || !isOfHost(error)) return false;
  const { db } = context;
  const failures = (restingHost(db, job.host)?.failures ?? 0) + 1;
  const asked = error instanceof HttpStatusError ? error.retryAfterMs : null;
  const waitMs = Math.min(FIRST_REST_MS * 2 ** Math.min(failures - 1, 20), LONGEST_REST_MS);
  restHost(db, job.host, {
    failures,
    retryAt: context.now() + (asked ?? Math.round(waitMs * (0.75 + random / 2))),
    asked: asked !== null,
  });
  return true;
}

/** The host of a job answered. */
export function noteHostAnswer(context: Context, job: Job): void {
  if (job.host !== '' && restingHost(context.db, job.host) !== undefined) {
    wakeHost(context.db, job.host);
  }
}

/** Whether a failure is the host's, and not that of one address on it. */
function isOfHost(error: unknown): boolean {
  if (error instanceof HttpStatusError) {
    return error.retryAfterMs !== null || [429, 502, 503, 504].includes(error.status);
  }
  return error instanceof CarrelError && (error.kind === 'network' || error.kind === 'timeout');
}
