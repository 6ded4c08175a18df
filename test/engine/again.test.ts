import { expect, test } from 'vitest';
import { CarrelError } from '../../contract/errors.ts';
import type { Job } from '../../db/jobs.ts';
import { HttpStatusError } from '../../main/engine/fetch/errors.ts';
import { waitBeforeNextAttempt } from '../../main/engine/jobs/again.ts';

const job: Job = {
  id: 1,
  kind: 'page',
  feedId: null,
  articleId: 1,
  captureId: null,
  versionId: null,
  ordinal: null,
  host: 'example.org',
  attempts: 0,
  runAt: 0,
};
const status = (code: number, retryAfterMs: number | null = null) =>
  new HttpStatusError('page: answered', code, retryAfterMs);

test('does not come back to what will not pass', () => {
  for (const error of [
    status(404),
    status(410),
    new CarrelError('no-article', 'none'),
    new CarrelError('too-large', 'large'),
    new Error('a fault of our own'),
  ]) {
    expect(waitBeforeNextAttempt(job, error)).toEqual({ waitMs: null, reason: 'final' });
  }
});

test('comes back when the server asked, and is not counted as failed', () => {
  expect(waitBeforeNextAttempt(job, status(429, 1000))).toEqual({ waitMs: 1000, reason: 'asked' });
});

test('does not believe a server that puts it off for a day, or for ever', () => {
  expect(waitBeforeNextAttempt(job, status(503, 86_400_000)).reason).toBe('may-pass');
  expect(waitBeforeNextAttempt({ ...job, attempts: 5 }, status(503, 1000)).reason).not.toBe(
    'asked',
  );
});

test('tries what may pass three times, ever later, then gives up', () => {
  const waits = [0, 1, 2, 3].map(
    (attempts) =>
      waitBeforeNextAttempt({ ...job, attempts }, new CarrelError('network', 'gone')).waitMs,
  );
  expect(waits[3]).toBeNull();
  const [first, second, third] = waits.map(Number);
  expect(first).toBeLessThan(second ?? 0);
  expect(second).toBeLessThan(third ?? 0);
});

test('leaves a feed to its schedule', () => {
  expect(waitBeforeNextAttempt({ ...job, kind: 'refresh' }, status(503)).waitMs).toBeNull();
});
