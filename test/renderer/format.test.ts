import { describe, expect, test } from 'vitest';
import {
  formatBytes,
  formatDay,
  formatDuration,
  formatMachine,
  formatNames,
  formatNear,
  formatReadingTime,
  formatShort,
  formatWhole,
} from '../../renderer/format.ts';

const at = (year: number, month: number, day: number, hour = 12): number =>
  new Date(year, month - 1, day, hour).getTime();

describe('a moment in a list', () => {
  const now = at(2026, 3, 11, 9);
  test.each([
    ['the time, today', at(2026, 3, 11, 8), /8:00/],
    ['the time, later today', at(2026, 3, 11, 23), /11:00|23:00/],
    ['yesterday, though less than a day ago', at(2026, 3, 10, 23), /^Yesterday$/],
    ['the weekday, within a week', at(2026, 3, 6), /^Friday$/],
    ['the day, a week ago', at(2026, 3, 4), /^(4 Mar|Mar 4)/],
    ['the day with its year, from another year', at(2025, 12, 31), /2025/],
    ['the day of a date in the future', at(2026, 3, 20), /20/],
  ])('is %s', (_, moment, shown) => {
    expect(formatShort(moment, now)).toMatch(shown);
  });
});

describe('a day as a heading', () => {
  const now = at(2026, 3, 11, 9);
  test.each([
    ['today', at(2026, 3, 11, 0), /^Today$/],
    ['yesterday, though less than a day ago', at(2026, 3, 10, 23), /^Yesterday$/],
    ['the weekday, within a week', at(2026, 3, 5), /^Thursday$/],
    ['the day and its month, a week ago', at(2026, 3, 4), /^(4 March|March 4)$/],
    ['the day with its year, from another year', at(2025, 12, 31), /2025/],
    ['the day, tomorrow', at(2026, 3, 12), /^(12 March|March 12)$/],
  ])('is %s', (_, moment, shown) => {
    expect(formatDay(moment, now)).toMatch(shown);
  });
});

test('a tooltip has the weekday, the year and the zone', () => {
  expect(formatWhole(at(2026, 3, 9))).toMatch(/Monday.*2026.*(UTC|GMT|[A-Z]{2,5})/);
});

test('a machine reads UTC', () => {
  expect(formatMachine(0)).toBe('1970-01-01T00:00:00.000Z');
});

test('a text of no length takes no time', () => {
  expect(formatReadingTime(0)).toBe('');
  expect(formatReadingTime(6)).toBe('6 min read');
});

test('names are joined as their language joins them, whatever a page calls a language', () => {
  expect(formatNames(['A', 'B'], 'de')).toBe('A und B');
  expect(formatNames(['A', 'B', 'C'], null)).toBe('A, B, and C');
  expect(formatNames(['A', 'B'], 'not a language!')).toBe('A and B');
  expect(formatNames(['A'], '')).toBe('A');
});

describe('a moment in a sentence', () => {
  const now = at(2026, 3, 11, 12);
  test.each([
    ['yesterday, though less than a day ago', at(2026, 3, 10, 23), /^yesterday at (11|23):00/],
    ['today, past', at(2026, 3, 11, 8), /^today at 0?8:00/],
    ['tomorrow', at(2026, 3, 12, 8), /^tomorrow at 0?8:00/],
    ['the weekday, within a week to come', at(2026, 3, 17, 8), /^on Tuesday at 0?8:00/],
    ['the day, a week ago', at(2026, 3, 4, 8), /^on .*March.*2026 at 0?8:00/],
  ])('is %s', (_, moment, words) => {
    expect(formatNear(moment, now)).toMatch(words);
  });
});

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1000, /^1 kB$/],
  [9_940, /^9[.,]9 kB$/],
  [999_499, '999 kB'],
  [999_500, '1 MB'],
  [48_200_000, '48 MB'],
  [3.2e15, /^3.?200 TB$/],
])('%d bytes are written as %s', (bytes, words) => {
  expect(formatBytes(bytes)).toMatch(words);
});

test.each([
  [40, '40 s'],
  [60, '1 min'],
  [3599, '1 h'],
  [4320, '1 h 12 min'],
])('%d seconds are written as %s', (seconds, words) => {
  expect(formatDuration(seconds)).toBe(words);
});
