import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FakeCarrel } from '../fake-carrel.ts';
import { makeProvenance, whole } from '../made.ts';
import { openWindow, place, resize, row } from '../window.ts';

async function violations(): Promise<string[]> {
  const { violations: found } = await axe.run(document);
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
  );
}

async function choose(entry: string): Promise<void> {
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('menuitem', { name: entry }).click();
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
  const pictures = { of: 5, kept: 3, failed: 1 };
  const { id } = fake.add({ title: 'Quinces', bookmarked: true, pictures });
  fake.provenances.set(id, makeProvenance(id));
  fake.completenesses.set(id, {
    ...whole,
    pictures,
    missing: [
      { what: 'picture', ordinal: 3, address: 'https://tern.example/4.jpg', failure: null },
      { what: 'picture', ordinal: 4, address: 'https://tern.example/5.jpg', failure },
    ],
  });
  fake.wouldGo = {
    articles: 1,
    pictures: 3,
    bytes: 9_000_000,
    leftBytes: 0,
    first: [{ id, title: 'Quinces' }],
  };
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
  const steps: [name: string, act: (fake: FakeCarrel) => Promise<void>][] = [
    ['the list', async () => {}],
    [
      'the compact list with several rows selected',
      async (fake) => {
        fake.current.density = 'compact';
        await openWindow(fake);
        await row('Quinces').click();
        await row('Harbour').click({ modifiers: ['Shift'] });
      },
    ],
    [
      'what the list shows, and a filter in force',
      async () => {
        await page.getByRole('button', { name: 'Sort and filter', exact: true }).click();
        await page.getByRole('checkbox', { name: 'Unread' }).click();
      },
    ],
    [
      'a list that its filters leave empty',
      async () => {
        await page.getByRole('button', { name: 'Sort and filter', exact: true }).click();
        await page.getByRole('checkbox', { name: 'Long reads' }).click();
        await userEvent.keyboard('{Escape}');
      },
    ],
    ['the menu of a row', async () => row('Quinces').click({ button: 'right' })],
    [
      'an article that was deleted',
      async () => {
        await row('Quinces').click();
        await userEvent.keyboard('{Delete}');
      },
    ],
    ['an open article', async () => row('Quinces').click()],
    ['a feed that failed', async () => page.getByRole('treeitem', { name: /^Feed 1/u }).click()],
    ['a search', async () => userEvent.keyboard('/quin')],
    ['a search without hits', async () => userEvent.keyboard('/zebra')],
    ['the add dialog', async () => userEvent.keyboard('a')],
    ['the keys', async () => userEvent.keyboard('?')],
    ['the palette', async () => userEvent.keyboard('{Control>}k{/Control}')],
    ['the palette, with nothing found', async () => userEvent.keyboard('{Control>}k{/Control}zz')],
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
    ['the place of what is not complete', async () => place('Not complete').click()],
    [
      'where an article came from',
      async () => {
        await row('Quinces').click();
        await page.getByRole('button', { name: 'Where it came from' }).click();
        await page.getByText('What the server said').click();
      },
    ],
    [
      'a page as it was fetched',
      async () => {
        await row('Quinces').click();
        await page.getByRole('button', { name: 'Where it came from' }).click();
        await page.getByRole('button', { name: 'Look at it as it was fetched' }).click();
      },
    ],
    ['the question before a travel', async () => choose('Prepare for travel…')],
    [
      'a travel that missed something',
      async (fake) => {
        const [one] = fake.articles.values();
        const failure = { kind: 'http' as const, message: 'page: cannot fetch it: 404' };
        fake.journey = {
          scope: { kind: 'all' },
          state: 'done',
          of: 2,
          done: 1,
          waiting: 0,
          articles: 3,
          receivedBytes: 5000,
          missed: [
            {
              id: one?.id ?? 0,
              title: 'Quinces',
              missing: [{ what: 'text', address: null, ordinal: null, failure }],
            },
          ],
          missedCount: 1,
        };
        fake.emit({ kind: 'travel', travel: fake.journey });
        await choose('Prepare for travel…');
      },
    ],
    [
      'the library, and a backup that is being made',
      async () => {
        await choose('Library…');
        await page.getByRole('button', { name: 'Back up' }).click();
      },
    ],
    [
      'pictures that would go',
      async () => {
        await page.getByRole('button', { name: 'Settings' }).click();
        const space = page.getByRole('combobox', { name: 'Space for pictures' });
        await space.selectOptions('At most 1 GB');
      },
    ],
    [
      'files that are brought in',
      async (fake) => {
        fake.brought.areSlow = true;
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(['One'], 'one.txt'));
        for (const type of ['dragenter', 'drop']) {
          window.dispatchEvent(new DragEvent(type, { dataTransfer, cancelable: true }));
        }
        await page.getByRole('heading', { name: 'Bringing in' }).findElement();
        const [begun] = fake.brought.begun;
        if (begun !== undefined) {
          const report = { ...begun.report, articleCount: 2, refused: ['no'], refusedCount: 1 };
          fake.emit({ kind: 'import', import: { ...begun, report } });
        }
      },
    ],
    ['a message', async () => page.getByRole('button', { name: 'Mark all read' }).click()],
  ];

  test.each(steps)('%s has nothing that axe objects to', async (_, act) => {
    await resize('three panes');
    document.title = 'Carrel';
    document.documentElement.lang = 'en';
    const fake = library(theme);
    await openWindow(fake);
    await expect.element(row('Quinces')).toBeVisible();
    await act(fake);
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
