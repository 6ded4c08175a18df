import { expect, test } from 'vitest';
import { createProgressCounter } from '../../main/engine/progress.ts';

const nothing = { refresh: 0, page: 0, extract: 0, picture: 0, icon: 0, enclosure: 0 };

test('counts a page once, whether it waits to be fetched or to be extracted', () => {
  const counter = createProgressCounter();
  counter.ended('extract', false);
  counter.ended('page', true);
  const progress = counter.read({ ...nothing, page: 3, extract: 2 }, null);
  expect(progress.pages).toEqual({ done: 1, failed: 1, of: 7 });
  expect(progress.running).toBe(true);
});

test('is not running when nothing is pending, and starts anew after a reset', () => {
  const counter = createProgressCounter();
  counter.ended('picture', false);
  expect(counter.read(nothing, null)).toMatchObject({
    running: false,
    pictures: { done: 1, failed: 0, of: 1 },
  });
  counter.reset();
  expect(counter.read(nothing, null).pictures).toEqual({ done: 0, failed: 0, of: 0 });
});
