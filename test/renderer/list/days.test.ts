import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { daysOf } from '../../../renderer/list/days.ts';
import { Layout } from '../../../renderer/list/layout.ts';
import { FakeCarrel } from '../fake-carrel.ts';
import { makeArticle } from '../made.ts';
import { focused, openWindow, resize, row } from '../window.ts';
import { scrollTo, scroller } from './stage.ts';

const today = new Date().setHours(0, 0, 0, 0);
const hourMs = 3_600_000;

/** A moment so many days before today, at an hour of the local day. */
function daysAgo(days: number, hour = 9): number {
  return new Date(today).setDate(new Date(today).getDate() - days) + hour * hourMs;
}

describe('the days of rows', () => {
  const rowAt = (id: number, sortAt: number) => ({
    article: makeArticle({ id, sortAt }),
    hit: null,
  });

  test('are local days, each with its rows', () => {
    const moments = [daysAgo(0, 1), daysAgo(0, 0), daysAgo(1, 23), daysAgo(3)];
    const days = daysOf(moments.map((at, index) => rowAt(index + 1, at)));
    expect(days.map(({ first, count }) => [first, count])).toEqual([
      [0, 2],
      [2, 1],
      [3, 1],
    ]);
    expect(days.map(({ startsAt }) => startsAt)).toEqual([today, daysAgo(1, 0), daysAgo(3, 0)]);
  });

  test('are the same with the oldest first', () => {
    const days = daysOf([daysAgo(2), daysAgo(1), daysAgo(1, 10)].map((at, id) => rowAt(id, at)));
    expect(days.map(({ first, count }) => [first, count])).toEqual([
      [0, 1],
      [1, 2],
    ]);
  });
});

test('rows stand below the headings of their days, and are found again by their place', () => {
  const days = [
    { startsAt: 2, first: 0, count: 2 },
    { startsAt: 1, first: 2, count: 3 },
  ];
  const layout = new Layout(5, days, 100, 30);
  const tops = [0, 1, 2, 3, 4].map((index) => layout.topOf(index));
  expect(tops).toEqual([30, 130, 260, 360, 460]);
  expect([0, 1, 2, 3, 4].map((index) => layout.heightOf(index))).toEqual([130, 100, 130, 100, 100]);
  expect(tops.map((top) => layout.rowAt(top))).toEqual([0, 1, 2, 3, 4]);
  expect(layout.rowAt(560)).toBe(5);
});

describe('a list by date', () => {
  let fake: FakeCarrel;
  beforeEach(async () => {
    await resize('three panes');
    fake = new FakeCarrel();
  });

  const group = (name: string) => page.getByRole('group', { name, exact: true });

  test('has its rows in groups that are named after their days', async () => {
    fake.add({ title: 'Harbour', sortAt: daysAgo(0, 0) });
    fake.add({ title: 'Quinces', sortAt: daysAgo(1) });
    fake.add({ title: 'Star trails', sortAt: daysAgo(3) });
    fake.add({ title: 'Fog', sortAt: Date.UTC(2019, 4, 6, 12) });
    await openWindow(fake);
    await expect.element(group('Today').getByRole('option', { name: /Harbour/u })).toBeVisible();
    await expect
      .element(group('Yesterday').getByRole('option', { name: /Quinces/u }))
      .toBeVisible();
    const weekday = new Intl.DateTimeFormat('en', { weekday: 'long' }).format(daysAgo(3));
    await expect
      .element(group(weekday).getByRole('option', { name: /Star trails/u }))
      .toBeVisible();
    await expect.element(page.getByRole('group', { name: /6.*2019|2019.*6/u })).toBeVisible();
  });

  test('has no days in what was found', async () => {
    fake.add({ title: 'Harbour', sortAt: daysAgo(0, 0) });
    await openWindow(fake);
    await expect.element(group('Today')).toBeVisible();
    await userEvent.keyboard('/harb');
    await expect.element(page.getByRole('listbox', { name: 'Articles found' })).toBeVisible();
    await expect.element(group('Today')).not.toBeInTheDocument();
  });

  test('keeps the heading of the day in view, and no row below it that has the keyboard', async () => {
    for (let index = 0; index < 40; index += 1) fake.add({ sortAt: daysAgo(1, 23) - index });
    await openWindow(fake);
    await row('Article 1 ').click();
    await userEvent.keyboard('{End}');
    await expect.poll(focused).toBe('Article 40');
    const heading = group('Yesterday').element().querySelector('.heading');
    const top = () => scroller()?.getBoundingClientRect().top ?? 0;
    expect(heading?.getBoundingClientRect().top).toBeCloseTo(top(), 0);
    await userEvent.keyboard('{PageUp}{PageUp}{ArrowUp}');
    await expect.poll(focused).toBe('Article 29');
    const active = row('Article 29 ').element();
    await expect
      .poll(() => active.getBoundingClientRect().top)
      .toBeGreaterThanOrEqual((heading?.getBoundingClientRect().bottom ?? Infinity) - 1);
  });

  test('says of each row its place among all, whatever day it is of', async () => {
    for (let day = 0; day < 4; day += 1) fake.add({ sortAt: daysAgo(day, 0) });
    await openWindow(fake);
    await expect.element(row('Article 3 ')).toHaveAttribute('aria-posinset', '3');
    await expect.element(row('Article 3 ')).toHaveAttribute('aria-setsize', '4');
  });

  test('holds its place when another day comes in above', async () => {
    for (let index = 0; index < 60; index += 1) fake.add({ sortAt: daysAgo(2, 23) - index });
    await openWindow(fake);
    await expect.element(row('Article 1 ')).toBeVisible();
    scrollTo(112 * 20);
    await expect.element(row('Article 22 ')).toBeInViewport({ ratio: 0.9 });
    const before = row('Article 22 ').element().getBoundingClientRect().top;
    const { id } = fake.add({ title: 'Fresh', sortAt: daysAgo(0, 0) });
    fake.emit({ kind: 'articles', ids: [id] });
    await expect.element(page.getByRole('button', { name: '1 new' })).toBeVisible();
    expect(row('Article 22 ').element().getBoundingClientRect().top).toBeCloseTo(before, 0);
  });
});
