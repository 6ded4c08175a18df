import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FakeCarrel } from '../fake-carrel.ts';
import { openWindow, place, resize, row } from '../window.ts';

async function violations(): Promise<string[]> {
  const { violations: found } = await axe.run(document);
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
  );
}

function library(theme: 'light' | 'sepia' | 'dark'): FakeCarrel {
  const fake = new FakeCarrel();
  fake.current.theme = theme;
  const folder = fake.putFolder('Coast');
  const failure = { kind: 'http', message: 'feed: cannot fetch: 403 Forbidden' } as const;
  // One of each hue that marks a feed.
  for (let hue = 0; hue < 8; hue += 1) {
    fake.addFeed({ title: `Feed ${hue}`, folderId: hue > 4 ? folder.id : null, failure });
  }
  const gone = { kind: 'gone', message: 'feed: 410 Gone' } as const;
  fake.addFeed({ title: 'Lost', failure: gone, nextFetchAt: null });
  fake.addFeed({ title: 'Shut', login: 'basic', failure: { ...gone, kind: 'login' } });
  fake.add({ title: 'Quinces', bookmarked: true, pictures: { of: 5, kept: 3, failed: 0 } });
  fake.add({ title: 'Star trails', text: 'failed', failure });
  fake.add({ title: 'Harbour', text: 'waiting', read: true, language: 'de' });
  fake.work = {
    running: true,
    feeds: { done: 1, failed: 1, of: 3 },
    pages: { done: 0, failed: 0, of: 0 },
    pictures: { done: 0, failed: 0, of: 0 },
    enclosures: { done: 0, failed: 0, of: 0 },
    waiting: null,
  };
  return fake;
}

describe.each(['light', 'sepia', 'dark'] as const)('in the %s theme', (theme) => {
  const steps: [name: string, act: () => Promise<void>][] = [
    ['the list', async () => {}],
    ['an open article', async () => row('Quinces').click()],
    ['a feed that failed', async () => page.getByRole('treeitem', { name: /^Feed 1/u }).click()],
    ['a search', async () => userEvent.keyboard('/quin')],
    ['a search without hits', async () => userEvent.keyboard('/zebra')],
    ['the add dialog', async () => userEvent.keyboard('a')],
    ['the keys', async () => userEvent.keyboard('?')],
    ['the menu', async () => page.getByRole('button', { name: 'Menu' }).click()],
    ['the settings', async () => page.getByRole('button', { name: 'Settings' }).click()],
    ['a feed that is gone', async () => place('Lost').click()],
    ['a feed that asks for a login', async () => place('Shut').click()],
    ['the menu of a feed', async () => place('Shut').click({ button: 'right' })],
    ['the menu of a folder', async () => place('Coast').click({ button: 'right' })],
    [
      'the settings of a feed',
      async () => {
        await place('Shut').click();
        await page.getByRole('button', { name: 'Feed settings' }).click();
      },
    ],
    [
      'the login of a feed, with what is wrong in it',
      async () => {
        await place('Shut').click();
        await page.getByRole('button', { name: 'Log in…' }).click();
        await page.getByRole('combobox', { name: 'Login' }).selectOptions('A token instead');
        await page.getByRole('button', { name: 'Save', exact: true }).click();
      },
    ],
    [
      'the title of a folder, when it has none',
      async () => {
        await page.getByRole('button', { name: 'Menu' }).click();
        await page.getByRole('menuitem', { name: 'New folder…' }).click();
        await page.getByRole('button', { name: 'Make the folder' }).click();
      },
    ],
    [
      'the question of an export',
      async () => {
        await page.getByRole('button', { name: 'Menu' }).click();
        await page.getByRole('menuitem', { name: 'Export OPML' }).click();
      },
    ],
    ['a message', async () => page.getByRole('button', { name: 'Mark all read' }).click()],
  ];

  test.each(steps)('%s has nothing that axe objects to', async (_, act) => {
    await resize('three panes');
    document.title = 'Carrel';
    document.documentElement.lang = 'en';
    await openWindow(library(theme));
    await expect.element(row('Quinces')).toBeVisible();
    await act();
    await new Promise((resolve) => {
      setTimeout(resolve, 300);
    });
    expect(await violations()).toEqual([]);
  });

  test('the welcome has nothing that axe objects to', async () => {
    const fake = new FakeCarrel();
    fake.current.theme = theme;
    await openWindow(fake);
    await expect.element(page.getByRole('heading', { name: 'Carrel' })).toBeVisible();
    await expect.poll(() => document.documentElement.dataset['theme']).toBe(theme);
    expect(await violations()).toEqual([]);
  });
});
