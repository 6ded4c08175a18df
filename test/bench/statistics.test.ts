import { expect, it } from 'vitest';
import { summarize } from '../../bench/statistics.ts';

it('refuses to summarize nothing', () => {
  expect(() => summarize([])).toThrow(RangeError);
});

it('sorts by value and not as text', () => {
  expect(summarize([9, 100, 10]).median).toBe(10);
});

it('takes the mean of the two in the middle', () => {
  expect(summarize([4, 1, 3, 2]).median).toBe(2.5);
});

it('interpolates the 95th percentile and keeps the worst', () => {
  const values = Array.from({ length: 101 }, (_, index) => index);
  expect(summarize(values)).toEqual({ runs: 101, median: 50, p95: 95, worst: 100 });
  expect(summarize([0, 10]).p95).toBeCloseTo(9.5);
});

it('leaves the values as they were', () => {
  const values = [3, 1, 2];
  summarize(values);
  expect(values).toEqual([3, 1, 2]);
});
