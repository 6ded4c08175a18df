import { describe, expect, test } from 'vitest';
import { backoffMs, jobBackoffMs } from '../../../main/engine/feeds/retry.ts';

const MINUTE_MS = 60_000;

describe('a feed that failed', () => {
  test('waits twice as long after every failure, a day at most', () => {
    const waits = [1, 2, 3, 9, 10, 5000].map((failures) => backoffMs(failures, 0.5) / MINUTE_MS);
    expect(waits).toEqual([5, 10, 20, 1280, 1440, 1440]);
  });

  test('waits a quarter more or less by chance', () => {
    expect(backoffMs(1, 0)).toBe(3.75 * MINUTE_MS);
    expect(backoffMs(1, 1)).toBe(6.25 * MINUTE_MS);
  });
});

describe('a job that failed', () => {
  test('is tried again after 30 seconds, 5 minutes and an hour, and then given up', () => {
    const waits = [0, 1, 2, 3, 4].map((attempts) => jobBackoffMs(attempts, 'network', null, 0.5));
    expect(waits).toEqual([30_000, 5 * MINUTE_MS, 60 * MINUTE_MS, null, null]);
  });

  test('is given up at once where another attempt cannot help', () => {
    expect(jobBackoffMs(0, 'no-article', null, 0.5)).toBeNull();
    expect(jobBackoffMs(0, 'too-large', null, 0.5)).toBeNull();
    expect(jobBackoffMs(0, 'not-a-picture', null, 0.5)).not.toBeNull();
  });

  test('waits no less than the server asked for', () => {
    expect(jobBackoffMs(0, 'http', 10 * MINUTE_MS, 0.5)).toBe(10 * MINUTE_MS);
    expect(jobBackoffMs(0, 'http', 1000, 0.5)).toBe(30_000);
    expect(jobBackoffMs(3, 'http', 1000, 0.5)).toBeNull();
  });
});
