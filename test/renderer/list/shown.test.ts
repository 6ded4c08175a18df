import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { allShown, listFilter, withFilter } from '../../../renderer/list/shown.ts';
import { FakeCarrel } from '../fake-carrel.ts';
import { focused, openWindow, place, resize, row } from '../window.ts';

const sheet = page.getByRole('dialog', { name: 'Sort and filter', exact: true });

describe('a filter', () => {
  test('of today begins with the local day', () => {
    const midnight = new Date().setHours(0, 0, 0, 0);
    expect(listFilter(['today', 'long'])).toEqual({ since: midnight, long: true });
  });

  test('that is put in force twice is in force once', () => {
    const once = withFilter(allShown, 'long', true);
    expect(withFilter(once, 'long', true).filters).toEqual(['long']);
    expect(withFilter(once, 'long', false)).toEqual(allShown);
  });
});

describe('what the list shows', () => {
  let fake: FakeCarrel;
  beforeEach(async () => {
    await resize('three panes');
    fake = new FakeCarrel();
  });

  async function choose(name: string): Promise<void> {
    const button = page.getByRole('button', { name: 'Sort and filter', exact: true });
    if (sheet.query() === null) await button.click();
    await sheet.getByLabelText(name).click();
  }

  test('can have the oldest first, and the keys follow that order', async () => {
    for (let index = 0; index < 3; index += 1) fake.add();
    await openWindow(fake);
    await expect.element(row('Article 1 ')).toBeVisible();
    await choose('Oldest first');
    await expect.element(row('Article 3 ')).toHaveAttribute('aria-posinset', '1');
    await userEvent.keyboard('{Escape}');
    await row('Article 3 ').click();
    await userEvent.keyboard('j');
    await expect.element(page.getByRole('heading', { name: 'Article 2' })).toBeVisible();
    await userEvent.keyboard('n');
    await expect.element(page.getByRole('heading', { name: 'Article 1' })).toBeVisible();
    await userEvent.keyboard('k');
    await expect.element(page.getByRole('heading', { name: 'Article 2' })).toBeVisible();
  });

  test('is held to what passes every filter, and each can be taken away', async () => {
    fake.add({ title: 'Harbour', readingMinutes: 12 });
    fake.add({ title: 'Quinces', readingMinutes: 12, bookmarked: true });
    fake.add({ title: 'Fog', bookmarked: true });
    await openWindow(fake);
    await choose('Long reads');
    await expect.element(row('Fog')).not.toBeInTheDocument();
    await choose('Bookmarked');
    await expect.element(row('Harbour')).not.toBeInTheDocument();
    await expect.element(row('Quinces')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await page.getByRole('button', { name: 'Take away: Long reads' }).click();
    await expect.element(row('Fog')).toBeVisible();
    await expect.poll(focused).toBe('Take away: Bookmarked');
    await userEvent.keyboard('{Enter}');
    await expect.element(row('Harbour')).toBeVisible();
    await expect.poll(focused).toBe('Sort and filter');
  });

  test('takes a second choice though the first is not read yet', async () => {
    fake.add({ title: 'Harbour' });
    await openWindow(fake);
    await expect.element(row('Harbour')).toBeVisible();
    fake.gate = new Promise(() => undefined);
    await choose('Oldest first');
    await choose('Unread');
    await expect
      .element(page.getByRole('button', { name: 'Take away: Oldest first' }))
      .toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Take away: Unread' })).toBeVisible();
  });

  test('is remembered of each place', async () => {
    fake.add({ title: 'Harbour' });
    fake.add({ title: 'Fog', read: true, bookmarked: true });
    await openWindow(fake);
    await choose('Unread');
    await expect.element(row('Fog')).not.toBeInTheDocument();
    await place('Bookmarks').click();
    await expect.element(row('Fog')).toBeVisible();
    await expect.element(page.getByRole('button', { name: /^Take away/u })).not.toBeInTheDocument();
    await place('All articles').click();
    await expect.element(page.getByRole('button', { name: 'Take away: Unread' })).toBeVisible();
    await expect.element(row('Harbour')).toBeVisible();
    await expect.element(row('Fog')).not.toBeInTheDocument();
  });

  test('offers no filter that would leave all of a place', async () => {
    fake.add({ title: 'Harbour' });
    await openWindow(fake);
    await place('Unread').click();
    await page.getByRole('button', { name: 'Sort and filter', exact: true }).click();
    await expect.element(sheet.getByLabelText('Bookmarked')).toBeVisible();
    await expect.element(sheet.getByLabelText('Unread')).not.toBeInTheDocument();
  });

  test('says so where no article passes, and offers to clear the filters', async () => {
    fake.add({ title: 'Harbour' });
    await openWindow(fake);
    await choose('With pictures');
    await expect.element(page.getByText('No such article here')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await page.getByRole('button', { name: 'Clear the filters' }).click();
    await expect.element(row('Harbour')).toBeVisible();
    await expect.poll(focused).toBe('Sort and filter');
  });

  test('keeps what was read under the filter of the unread, until the list is left', async () => {
    const { id } = fake.add({ title: 'Harbour' });
    fake.add({ title: 'Fog' });
    await openWindow(fake);
    await choose('Unread');
    await userEvent.keyboard('{Escape}');
    await row('Harbour').click();
    await expect.poll(() => fake.articles.get(id)?.read).toBe(true);
    fake.change(2, { title: 'Thick fog' });
    await expect.element(row('Thick fog')).toBeVisible();
    await expect.element(row('Harbour')).toBeVisible();
  });

  test('is read on where pages are short or empty, until the view is filled', async () => {
    for (let index = 0; index < 300; index += 1) fake.add();
    fake.walked = 7;
    for (const id of [40, 80, 290]) fake.change(id, { readingMinutes: 30 });
    await openWindow(fake);
    await choose('Long reads');
    await expect.element(row('Article 290 ')).toBeVisible();
    await expect.element(row('Article 290 ')).toHaveAttribute('aria-setsize', '3');
    const asked = expect.objectContaining({ filter: { long: true } });
    expect(fake.calls).toContainEqual(['list', asked]);
  });

  test('stays loaded and in order when it changes while pages are short', async () => {
    for (let index = 0; index < 100; index += 1) fake.add({ readingMinutes: index % 9 ? 1 : 30 });
    fake.walked = 10;
    await openWindow(fake);
    await choose('Long reads');
    await expect.element(row('Article 1 ')).toHaveAttribute('aria-setsize', '12');
    fake.change(50, { readingMinutes: 40 });
    fake.change(1, { readingMinutes: 1 });
    await expect.element(row('Article 1 ')).not.toBeInTheDocument();
    await expect.element(row('Article 10 ')).toHaveAttribute('aria-posinset', '1');
  });
});
