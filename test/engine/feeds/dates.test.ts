import { describe, expect, test } from 'vitest';
import { parseDate } from '../../../main/engine/feeds/dates.ts';

const NOW = Date.UTC(2024, 5, 1, 12);
const SIX = Date.UTC(2024, 4, 1, 6);
const MIDNIGHT = Date.UTC(2024, 4, 1);

describe('no date is read', () => {
  test.each([
    undefined,
    null,
    {},
    Number.NaN,
    Infinity,
    '',
    '   ',
    'yesterday',
    'Wed',
    '2024',
    '2024-13-01',
    '2024-02-30T06:00:00Z',
    '32 May 2024 06:00:00 GMT',
    'Wed, 01 Foo 2024 06:00:00 GMT',
    '2024-05-01T25:00:00Z',
    '2024-05-01T06:61:00Z',
    '05/01/2024',
    '<b>2024-05-01</b>',
  ])('from %j', (written) => {
    expect(parseDate(written, NOW)).toBeNull();
  });

  test.each([
    'Thu, 01 Jan 1970 00:00:00 GMT',
    '0001-01-01T00:00:00Z',
    '1989-12-31T23:59:59Z',
    '2024-06-03T00:00:00Z',
    '2099-01-01T00:00:00Z',
    0,
  ])('from %j, which is not credible', (written) => {
    expect(parseDate(written, NOW)).toBeNull();
  });
});

describe('six in the morning of 1 May 2024 is read', () => {
  test.each([
    // RFC 3339 and what is near it
    '2024-05-01T06:00:00Z',
    '2024-05-01T06:00:00.000Z',
    '2024-05-01T08:00:00+02:00',
    '2024-05-01T08:00:00+0200',
    '2024-05-01T08:00+02',
    '2024-04-30T23:00:00-07:00',
    '2024-05-01t06:00:00z',
    '2024-05-01 06:00:00',
    '2024-05-01 06:00:00 UTC',
    '2024-05-01 08:00:00 +0200',
    '2024-05-01T06:00',
    '2024/05/01 06:00',
    '20240501T060000Z',
    '  2024-05-01T06:00:00Z\n',
    // RFC 822 and what is near it
    'Wed, 01 May 2024 06:00:00 GMT',
    'Wed, 1 May 2024 06:00:00 +0000',
    'Wed, 01 May 2024 06:00:00 -0000',
    'Wed, 01 May 2024 06:00:00 Z',
    'Wed, 01 May 2024 02:00:00 EDT',
    'Tue, 30 Apr 2024 23:00:00 PDT',
    'Wed, 01 May 2024 08:00:00 CEST',
    'Wed, 01 May 2024 08:00:00 GMT+0200',
    'Wed, 01 May 24 06:00 GMT',
    'Wed,01 May 2024 06:00:00 GMT',
    '01 May 2024 06:00:00',
    'Wednesday, 1 May 2024 6:00:00 GMT',
    'Fri, 01 May 2024 06:00:00 GMT',
    'Mi, 01 Mai 2024 08:00:00 +0200',
    'mer., 1 mai 2024 08:00:00 +0200',
    '01-May-2024 06:00:00',
    // Others
    'Wed May 01 06:00:00 2024',
    'Wed May  1 08:00:00 CEST 2024',
    'Wed May 01 06:00:00 UTC 2024',
    'May 1, 2024 6:00 AM',
    'Wednesday, May 1st, 2024 6:00 am',
    1714543200,
    1714543200000,
    '1714543200',
  ])('from %j', (written) => {
    expect(parseDate(written, NOW)).toBe(SIX);
  });
});

test.each([
  '2024-05-01',
  '2024/5/1',
  '1 May 2024',
  '1. Mai 2024',
  '1 de mayo de 2024',
  'May 1, 2024',
])('a day without a time is its midnight: %s', (written) => {
  expect(parseDate(written, NOW)).toBe(MIDNIGHT);
});

test('a noon and a midnight in halves of a day are told apart', () => {
  expect(parseDate('May 1, 2024 12:00 AM', NOW)).toBe(MIDNIGHT);
  expect(parseDate('May 1, 2024 12:30 PM', NOW)).toBe(Date.UTC(2024, 4, 1, 12, 30));
});

test('a day ahead is credible, for clocks and zones are wrong by that much', () => {
  expect(parseDate('2024-06-02T12:00:00Z', NOW)).toBe(NOW + 24 * 60 * 60_000);
  expect(parseDate('2024-06-02T12:00:01Z', NOW)).toBeNull();
});

test('a leap second is the last one before it', () => {
  expect(parseDate('2016-12-31T23:59:60Z', NOW)).toBe(Date.UTC(2016, 11, 31, 23, 59, 59));
});
