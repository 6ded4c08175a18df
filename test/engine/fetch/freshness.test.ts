import { describe, expect, test } from 'vitest';
import { parseRetryAfter } from '../../../main/engine/fetch/errors.ts';
import { freshForMs } from '../../../main/engine/fetch/freshness.ts';
import type { Header } from '../../../main/engine/fetch/headers.ts';

const NOW = Date.parse('2026-11-24T10:00:00Z');
const DAY_MS = 24 * 60 * 60_000;

function fresh(...headers: Header[]): number | null {
  return freshForMs(headers, NOW);
}

function control(value: string): Header {
  return ['cache-control', value];
}

function date(afterNowMs: number): string {
  return new Date(NOW + afterNowMs).toUTCString();
}

describe('how long an answer is fresh', () => {
  test('is unknown where it does not say', () => {
    expect(fresh()).toBeNull();
    expect(fresh(['date', date(0)], ['age', '60'], control('private, must-revalidate'))).toBeNull();
    expect(fresh(control('s-maxage=600'))).toBeNull();
  });

  test.each(['max-age=nonsense', 'max-age=-5', 'max-age', 'max-age="', 'no-store', 'no-cache'])(
    'is not at all by what cannot be read or forbids it: %s',
    (value) => {
      expect(fresh(control(value), ['expires', date(600_000)])).toBe(0);
    },
  );

  test.each(['0', '-1', '', 'tomorrow', date(-1)])('is not at all by Expires: “%s”', (expires) => {
    expect(fresh(['expires', expires])).toBe(0);
  });

  test('is not longer than a day, whatever the clocks say', () => {
    expect(fresh(control('max-age=99999999999999999999'))).toBe(DAY_MS);
    expect(fresh(['expires', 'Fri, 31 Dec 9999 23:59:59 GMT'])).toBe(DAY_MS);
    expect(fresh(['expires', date(0)], ['date', 'Thu, 01 Jan 1970 00:00:00 GMT'])).toBe(DAY_MS);
  });

  test('is max-age less Age, before Expires', () => {
    const expires: Header = ['expires', date(5_000)];
    expect(fresh(control('public, Max-Age="600"'), expires)).toBe(600_000);
    expect(fresh(control('max-age=600'), ['age', '100'])).toBe(500_000);
    expect(fresh(control('max-age=600'), ['age', '700'])).toBe(0);
    expect(fresh(control('max-age=600'), ['age', 'old'])).toBe(600_000);
  });

  test('counts Expires from the server’s Date, and from ours where it has none', () => {
    expect(fresh(['expires', date(900_000)])).toBe(900_000);
    expect(fresh(['expires', date(900_000)], ['date', date(600_000)])).toBe(300_000);
  });

  test('is read from all lines together, the first of a name counting', () => {
    expect(fresh(control('private'), control('max-age=60, max-age=600'))).toBe(60_000);
    expect(fresh(control('max-age=60'), control('no-cache'))).toBe(0);
  });
});

describe('Retry-After', () => {
  test.each([null, '', ' ', 'soon', '-5', '1.5', '0x10'])('says nothing by “%s”', (header) => {
    expect(parseRetryAfter(header, NOW)).toBeNull();
  });

  test('never lies in the past or further away than a week', () => {
    expect(parseRetryAfter(date(-DAY_MS), NOW)).toBe(0);
    expect(parseRetryAfter('Thu, 01 Jan 1970 00:00:00 GMT', NOW)).toBe(0);
    expect(parseRetryAfter('Fri, 31 Dec 9999 23:59:59 GMT', NOW)).toBe(7 * DAY_MS);
    expect(parseRetryAfter('99999999999999999999999', NOW)).toBe(7 * DAY_MS);
  });

  test('is seconds or a date', () => {
    expect(parseRetryAfter(' 120 ', NOW)).toBe(120_000);
    expect(parseRetryAfter('0', NOW)).toBe(0);
    expect(parseRetryAfter(date(90_000), NOW)).toBe(90_000);
  });
});
