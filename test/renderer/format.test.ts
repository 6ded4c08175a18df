import { describe, expect, test } from 'vitest';
import {
  formatMachine,
  formatNames,
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
