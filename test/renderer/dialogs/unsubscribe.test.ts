import { beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { FakeCarrel } from '../fake-carrel.ts';
import { openWindow, place, resize, row } from '../window.ts';

describe('unsubscribing', () => {
  let fake: FakeCarrel;
  beforeEach(async () => {
    await resize('three panes');
    fake = new FakeCarrel();
    const { id, title } = fake.addFeed({ title: 'The Tern', articles: 2 });
    fake.add({ title: 'Harbour reopens', feeds: [{ id, title }] });
    fake.add({ title: 'Quinces', feeds: [{ id, title }], bookmarked: true });
    await openWindow(fake);
    await place('The Tern').click();
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('menuitem', { name: 'Unsubscribe from The Tern…' }).click();
  });

  test('says what goes and what stays, and does nothing when declined', async () => {
    const dialog = page.getByRole('dialog', { name: 'Unsubscribe from The Tern?' });
    await expect
      .element(page.getByText('what it brought goes: 2 articles', { exact: false }))
      .toBeVisible();
    await expect
      .element(page.getByText('What you bookmarked stays', { exact: false }))
      .toBeVisible();
    await page.getByRole('button', { name: 'Keep it' }).click();
    await expect.element(dialog).not.toBeInTheDocument();
    expect(fake.count('unsubscribe')).toBe(0);
  });

  test('says in the dialog why it failed', async () => {
    fake.failNext('unsubscribe', { kind: 'library', message: 'library: cannot write' });
    await page.getByRole('button', { name: 'Unsubscribe', exact: true }).click();
    await expect.element(page.getByText('library: cannot write', { exact: false })).toBeVisible();
  });

  test('goes to all articles, where the bookmarked one still is', async () => {
    await page.getByRole('button', { name: 'Unsubscribe', exact: true }).click();
    await expect.element(page.getByRole('heading', { name: 'All articles' })).toBeVisible();
    await expect.element(row('Quinces')).toBeVisible();
    await expect.element(place('The Tern')).not.toBeInTheDocument();
  });
});
