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
    'Wednesday, 05/01/2024',
    '2024-13-01',
    '2024-W54-1',
    '2024-000',
    '2024-367',
    '0000-00-00 00:00:00',
    '1 listopada 2024',
    '2024-02-30T06:00:00Z',
    '32 May 2024 06:00:00 GMT',
    'Wed, 01 Foo 2024 06:00:00 GMT',
    '2024-05-01T25:00:00Z',
    '2024-05-01T06:61:00Z',
    '05/01/2024',
    '12 minutes ago',
    '<b>2024-05-01</b>',
  ])('from %j', (written) => {
    expect(parseDate(written, NOW)).toBeNull();
  });

  test.each([
    'Thu, 01 Jan 1970 00:00:00 GMT',
    '0001-01-01T00:00:00Z',
    '-0001-11-30T00:00:00+00:00',
    '1970',
    '1/1/0001 12:00:00 AM',
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
    'Wed, 01 May 2024 05:00 GMT-01:00',
    'Wed, 01 May 2024 06:00:00 Etc/GMT',
    'Wed, 01 May 2024 08:00:00 +0200 (CEST)',
    'Thu, 2024/05/01 02:00:00 EDT',
    // The rest of ISO 8601
    '2024-W18-3T06:00:00Z',
    '2024W183T06',
    '2024-122T06:00:00Z',
    '2024122T0600',
    '2024-05-01 06:00:00.0',
    '2024-05-01T08:00:00+02:00[Europe/Berlin]',
    // Words of other languages
    'Τετ, 01 Μαΐ 2024 06:00:00 GMT',
    '2024-május-01T8:00+02:00',
    'szerda, 2024. május 1. 06:00',
    'Ср, 1 мая 2024 г. 09:00 MSK',
    'środa, 1 maja 2024 06:00',
    'keskiviikko 1. toukokuuta 2024 klo 06.00',
    'mercredi 1er mai 2024 à 06h00',
    'miércoles, 1 de mayo de 2024 6:00 a. m.',
    'quarta-feira, 1 de maio de 2024 às 6:00',
    'Mittwoch, 1. Mai 2024 um 06:00 Uhr',
    '1 Mayıs 2024 06:00 Çarşamba',
    '1 พฤษภาคม 2567 06:00',
    '1 मई 2024 06:00',
    'الأربعاء، ١ مايو ٢٠٢٤ ٠٦:٠٠',
    '1 أيار 2024 06:00',
    '1 במאי 2024 06:00',
    '2024年5月1日 06:00',
    '2024年5月1日(水) 6時00分',
    '2024年05月01日 上午6:00',
    '2024년 05월 01일  06:00:00',
    '2024-05-01 오전 06:00:00',
    '2024. 5. 1. 오전 6:00',
    '２０２４-０５-０１ ０６:００',
    // Others
    '01.05.2024 06:00',
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
  'May 2024',
  '2024-05',
  '1 May 2024 GMT',
])('a day or a month without a time is its first midnight: %s', (written) => {
  expect(parseDate(written, NOW)).toBe(MIDNIGHT);
});

test('a year alone is its first day', () => {
  expect(parseDate('2024', NOW)).toBe(Date.UTC(2024, 0, 1));
});

test('days and months in figures are read where there is one way to read them', () => {
  expect(parseDate('31/12/2023', NOW)).toBe(Date.UTC(2023, 11, 31));
  expect(parseDate('12/31/2023 6:00 PM', NOW)).toBe(Date.UTC(2023, 11, 31, 18));
  expect(parseDate('05/05/2024', NOW)).toBe(Date.UTC(2024, 4, 5));
});

test('an afternoon is told from a morning in other languages too', () => {
  expect(parseDate('2024-05-01 오후 06:00:00', NOW)).toBe(Date.UTC(2024, 4, 1, 18));
  expect(parseDate('2024年05月01日 下午6:30', NOW)).toBe(Date.UTC(2024, 4, 1, 18, 30));
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
