import { describe, expect, test } from 'vitest';
import { healthOf, nextAttemptInWords, troubleInWords } from '../../../renderer/sources/health.ts';
import { makeFeed } from '../made.ts';

const failure = { kind: 'timeout', message: 'feed: no answer in 30 s' } as const;
const now = new Date(2026, 10, 12, 12).getTime();

describe('the health of a feed', () => {
  test('is told with the error, since when, and when it is tried next', () => {
    const feed = makeFeed({
      id: 1,
      failure,
      lastSucceededAt: new Date(2026, 10, 11, 9).getTime(),
      nextFetchAt: new Date(2026, 10, 13, 8, 30).getTime(),
    });
    expect(troubleInWords(feed, now)).toMatch(
      /^feed: no answer in 30 s\nLast fetched yesterday at 0?9:00.*, tried next tomorrow at 0?8:30.*\.$/u,
    );
  });

  test('of one that was never fetched says so', () => {
    const feed = makeFeed({ id: 1, failure, lastSucceededAt: null, nextFetchAt: now - 1 });
    expect(troubleInWords(feed, now)).toContain('Never fetched yet, tried next now.');
  });

  test('tells one that is gone from one that fails', () => {
    const gone = makeFeed({ id: 1, failure: { ...failure, kind: 'gone' }, nextFetchAt: null });
    expect(healthOf(gone)).toBe('gone');
    expect(healthOf({ ...gone, failure: null })).toBe('gone');
    expect(nextAttemptInWords(gone, now)).toBe('not tried any more');
    expect(healthOf(makeFeed({ id: 1, failure }))).toBe('failing');
  });

  test('is not spoken of where all is well', () => {
    expect(troubleInWords(makeFeed({ id: 1 }), now)).toBeNull();
  });
});
