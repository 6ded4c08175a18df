import { CarrelError } from '../../../contract/errors.ts';
import type { Job } from '../../../db/jobs.ts';
import { jobBackoffMs } from '../feeds/retry.ts';
import { HttpStatusError } from '../fetch/errors.ts';

/** A server that asks for longer than this is asked again by the user or not at all. */
const LONGEST_ASKED_MS = 60 * 60_000;
/** A server that puts us off this often is taken to have refused. */
const MOST_TIMES_ASKED = 5;

/** When a job that failed is tried again. */
export interface Again {
  /** `null`: it is not. */
  waitMs: number | null;
  /** 'asked': the server said when to come back, so that nothing has failed yet. */
  reason: 'asked' | 'may-pass' | 'final';
}

/**
 * Tells what may pass (no network, a busy server) from what will not (404, no article). A feed
 * is not tried again as a job: it has a schedule of its own.
 */
export function waitBeforeNextAttempt(job: Job, error: unknown): Again {
  const final: Again = { waitMs: null, reason: 'final' };
  if (job.kind === 'refresh') return final;
  if (error instanceof HttpStatusError) {
    const asked = error.retryAfterMs;
    if (asked !== null && asked <= LONGEST_ASKED_MS && job.attempts < MOST_TIMES_ASKED) {
      return { waitMs: asked, reason: 'asked' };
    }
    if (error.status < 500 && error.status !== 408 && error.status !== 429) return final;
  }
  if (!(error instanceof CarrelError)) return final;
  const waitMs = jobBackoffMs(job.attempts, error.kind, null);
  return waitMs === null ? final : { waitMs, reason: 'may-pass' };
}
