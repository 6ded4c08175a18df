import type { ErrorKind } from '../../../contract/types.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** How long a job waits after its first, second and third attempt; after the fourth it is given up. */
const JOB_WAITS_MS = [MINUTE_MS / 2, 5 * MINUTE_MS, 60 * MINUTE_MS];

/**
 * What may be otherwise an hour later. A picture is among it: cut off files, and pages of
 * overloaded servers in place of a picture, are whole the next time.
 */
const PASSING = new Set<ErrorKind>(['network', 'timeout', 'http', 'not-a-picture', 'disk-full']);

/**
 * How long a feed that failed waits: 5 minutes, doubled with every failure in a row, a day at
 * most; a quarter more or less by chance, so that feeds which failed together do not all come
 * back together.
 * @param failures how often it failed in a row, from 1
 * @param random from 0 to 1
 * @returns milliseconds
 */
export function backoffMs(failures: number, random: number): number {
  // 2^20 is far beyond a day; without the bound, many failures would reach infinity.
  const doublings = Math.min(Math.max(failures, 1) - 1, 20);
  return jittered(Math.min(5 * MINUTE_MS * 2 ** doublings, DAY_MS), random);
}

/**
 * How long a job that failed waits: 30 seconds, 5 minutes, an hour, each a quarter more or less;
 * and no less than the server asked for.
 * @param attempts how often it had failed before, from 0
 * @param kind why it failed now
 * @param retryAfterMs how long the server asks to be left alone
 * @param random from 0 to 1
 * @returns milliseconds; `null` when it is to be given up
 */
export function jobBackoffMs(
  attempts: number,
  kind: ErrorKind,
  retryAfterMs: number | null,
  random: number = Math.random(),
): number | null {
  const waitMs = JOB_WAITS_MS[attempts];
  if (waitMs === undefined || !PASSING.has(kind)) return null;
  return Math.max(jittered(waitMs, random), retryAfterMs ?? 0);
}

function jittered(waitMs: number, random: number): number {
  return Math.round(waitMs * (0.75 + random / 2));
}
