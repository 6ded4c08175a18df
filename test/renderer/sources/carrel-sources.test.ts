import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FakeCarrel } from '../fake-carrel.ts';
import { openWindow, place, resize, row } from '../window.ts';

describe('the sources', () => {
  let fake: FakeCarrel;
  beforeEach(async () => {
    await resize('three panes');
    fake = new FakeCarrel();
    const coast = fake.putFolder('Coast');
    const tern = fake.addFeed({ title: 'The Tern', folderId: coast.id });
    const failure = { kind: 'http', message: 'feed: cannot fetch: 403 Forbidden' } as const;
    const notes = fake.addFeed({ title: 'Observatory Notes', failure });
    fake.add({ title: 'Harbour', feeds: [tern] });
    fake.add({ title: 'Stars', feeds: [notes], bookmarked: true });
    fake.add({ title: 'A page', feeds: [] });
    await openWindow(fake);
  });

  test('mark a feed whose last fetch failed, and say why where it is chosen', async () => {
    await place('Observatory Notes, 1 unread, last fetch failed').click();
    await expect.element(page.getByText('feed: cannot fetch: 403 Forbidden')).toBeVisible();
    await page.getByRole('button', { name: 'Try now' }).click();
    expect(fake.calls).toContainEqual(['refresh', { kind: 'feed', id: 3 }]);
  });

  test('say on a line why its feed failed, since when, and when it is tried next', async () => {
    const words = /403 Forbidden\nLast fetched .*, tried next /u;
    await expect
      .element(place('Observatory Notes'))
      .toHaveAttribute('title', expect.stringMatching(words));
    await expect.element(place('The Tern')).not.toHaveAttribute('title');
  });

  test('with Delete ask whether a feed is to go, let a folder go, and keep the open article', async () => {
    await row('Harbour').click();
    await expect.poll(() => fake.count('article')).toBeGreaterThan(0);
    const press = async (name: string): Promise<void> => {
      const line = place(name).element();
      if (line instanceof HTMLElement) line.focus();
      await userEvent.keyboard('{Delete}');
    };
    await press('All');
    await press('The Tern');
    const question = page.getByRole('dialog', { name: 'Unsubscribe from The Tern?' });
    await expect.element(question).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(question).not.toBeInTheDocument();
    expect(fake.count('removeFolder')).toBe(0);
    await press('Coast');
    await expect.poll(() => fake.count('removeFolder')).toBe(1);
    await expect.element(row('Harbour')).toBeVisible();
  });

  test('tell a feed that is gone for good from one that fails', async () => {
    const failure = { kind: 'gone', message: 'feed: 410 Gone' } as const;
    fake.addFeed({ title: 'Lost', failure, nextFetchAt: null });
    fake.emit({ kind: 'sources' });
    await place('Lost, gone for good').click();
    await expect.element(page.getByText('not fetched any more', { exact: false })).toBeVisible();
    await page.getByRole('button', { name: 'Unsubscribe…' }).click();
    await expect
      .element(page.getByRole('dialog', { name: 'Unsubscribe from Lost?' }))
      .toBeVisible();
  });

  test('count what is unread in each place', async () => {
    for (const name of [
      'Unread, 3 unread',
      'Bookmarks, 1',
      'Saved, 1 unread',
      'The Tern, 1 unread',
    ]) {
      await expect.element(place(name)).toBeVisible();
    }
    fake.change(4, { read: true });
    await expect.element(place('Unread, 2 unread')).toBeVisible();
    await expect.element(page.getByRole('treeitem', { name: 'The Tern' })).toBeVisible();
  });

  test('fold a folder, which then counts what is in it', async () => {
    await place('Coast').click();
    await userEvent.keyboard('{ArrowLeft}');
    await expect.element(place('The Tern')).not.toBeInTheDocument();
    await expect.element(place('Coast, 1 unread')).toHaveAttribute('aria-expanded', 'false');
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{Enter}');
    await expect.element(page.getByRole('heading', { name: 'The Tern' })).toBeVisible();
  });

  test('show the articles of a folder, of bookmarks, and of what was saved', async () => {
    const expected: [string, string][] = [
      ['Coast', 'Harbour'],
      ['Bookmarks', 'Stars'],
      ['Saved', 'A page'],
    ];
    for (const [name, title] of expected) {
      await place(name).click();
      await expect.element(page.getByRole('option')).toHaveAccessibleName(new RegExp(title));
    }
  });
});
