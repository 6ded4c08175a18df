import { beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { FakeCarrel } from '../fake-carrel.ts';
import { openWindow, resize, row } from '../window.ts';
import { scrollTo } from './stage.ts';

const heightOf = (name: string) => row(name).element().getBoundingClientRect().height;

describe('the density of the list', () => {
  let fake: FakeCarrel;
  beforeEach(async () => {
    await resize('three panes');
    fake = new FakeCarrel();
    for (let index = 0; index < 60; index += 1) fake.add();
  });

  async function choose(name: string): Promise<void> {
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('radio', { name }).click();
    await page.getByRole('button', { name: 'Settings' }).click();
  }

  test('is chosen in the settings, and takes excerpts away', async () => {
    await openWindow(fake);
    await expect.element(row('Article 1\\b')).toBeVisible();
    const excerpt = row('Article 1\\b').getByText('The first words of its text.');
    await expect.element(excerpt).toBeVisible();
    await choose('Compact');
    expect(fake.current.density).toBe('compact');
    await expect.poll(() => heightOf('Article 1\\b')).toBe(56);
    await expect.element(excerpt).not.toBeInTheDocument();
    await choose('With excerpts');
    await expect.element(excerpt).toBeVisible();
    await expect.poll(() => heightOf('Article 1\\b')).toBe(112);
  });

  test('can change without losing the place', async () => {
    await openWindow(fake);
    await expect.element(row('Article 1\\b')).toBeVisible();
    scrollTo(112 * 20);
    await expect.element(row('Article 21\\b')).toBeInViewport();
    await choose('Compact');
    await expect.poll(() => heightOf('Article 21\\b')).toBe(56);
    await expect.element(row('Article 21\\b')).toBeInViewport();
    await expect.element(row('Article 10\\b')).not.toBeInTheDocument();
  });

  test('that is compact still says what an article lacks', async () => {
    fake.current.density = 'compact';
    const failure = { kind: 'http', message: 'page: cannot fetch: 404' } as const;
    fake.add({ title: 'Ice', text: 'failed', failure, sortAt: Date.now() });
    await openWindow(fake);
    await expect.element(row('Ice')).toHaveAccessibleName(/text not fetched: page: .*404/u);
    await expect.element(page.getByTitle('Fetch again')).toBeVisible();
  });
});

test('a row says how long its article takes to read, where it has a text', async () => {
  const fake = new FakeCarrel();
  fake.add({ title: 'Long', readingMinutes: 72 });
  fake.add({ title: 'None', readingMinutes: 0 });
  await openWindow(fake);
  await expect.element(row('Long').getByText('1 h 12 min')).toBeVisible();
  await expect.element(row('None')).not.toHaveAccessibleName(/min/u);
});
