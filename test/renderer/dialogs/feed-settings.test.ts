import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Feed } from '../../../contract/types.ts';
import { FakeCarrel } from '../fake-carrel.ts';
import { noon } from '../made.ts';
import { focused, openWindow, place, resize } from '../window.ts';

const title = () => page.getByRole('textbox', { name: 'Title', exact: true });
const choice = (name: string) => page.getByRole('combobox', { name });
const said = (words: string | RegExp) => page.getByRole('definition').filter({ hasText: words });
const save = async () => page.getByRole('button', { name: 'Save', exact: true }).click();
const saved = async () => {
  await expect.element(page.getByText('Settings saved')).toBeVisible();
};

describe('the settings of a feed', () => {
  let fake: FakeCarrel;
  beforeEach(async () => {
    await resize('three panes');
    fake = new FakeCarrel();
  });

  async function open(given: Partial<Feed> = {}): Promise<Feed> {
    const feed = fake.addFeed({ title: 'The Tern', ...given });
    await openWindow(fake);
    await place(feed.title).click();
    await page.getByRole('button', { name: 'Feed settings' }).click();
    await expect
      .element(page.getByRole('dialog', { name: `Settings of ${feed.title}` }))
      .toBeVisible();
    return feed;
  }

  test('lose nothing that was typed when they cannot be saved', async () => {
    const feed = await open();
    fake.failNext('saveFeed', { kind: 'disk-full', message: 'library: the disk is full' });
    await title().fill('Terns');
    await choice('How often').selectOptions('Every 3 hours');
    await save();
    await expect.element(page.getByText('library: the disk is full')).toBeVisible();
    await expect.element(title()).toHaveValue('Terns');
    await save();
    await saved();
    expect(fake.feeds[0]).toMatchObject({ title: 'Terns', settings: { everyMinutes: 180 } });
    expect(fake.calls.filter(([method]) => method === 'saveFeed')).toHaveLength(2);
    expect(fake.calls).toContainEqual([
      'saveFeed',
      feed.id,
      { title: 'Terns', settings: { everyMinutes: 180 } },
    ]);
  });

  test('stay as they are chosen while the feed is fetched and read again', async () => {
    const feed = await open();
    await title().fill('Terns');
    await page.getByRole('checkbox', { name: 'Pictures' }).click();
    Object.assign(fake.feeds[0] ?? {}, { articles: 12, icon: null, lastTriedAt: noon + 1 });
    fake.emit({ kind: 'sources' });
    await expect.element(page.getByText('12 in the library')).toBeVisible();
    await save();
    await saved();
    expect(fake.calls).toContainEqual([
      'saveFeed',
      feed.id,
      { title: 'Terns', settings: { pictures: false } },
    ]);
  });

  test('change nothing where nothing was changed', async () => {
    await open({ ownTitle: 'The Tern' });
    await save();
    await saved();
    expect(fake.count('saveFeed')).toBe(0);
    expect(fake.count('saveLogin')).toBe(0);
  });

  test('give the feed’s own title back when the reader’s is cleared', async () => {
    const feed = await open({ title: 'Mine', ownTitle: 'Mine' });
    await title().fill('');
    await save();
    await saved();
    expect(fake.calls).toContainEqual(['saveFeed', feed.id, { title: null }]);
  });

  test('keep an interval and an amount that are none of those offered', async () => {
    await open({
      settings: {
        everyMinutes: 45,
        textFrom: 'feed',
        pictures: false,
        keep: 77,
        enclosures: true,
      },
    });
    await expect.element(choice('How often')).toHaveDisplayValue('Every 45 minutes');
    await expect.element(choice('How many to keep')).toHaveDisplayValue('The newest 77');
    await expect
      .element(page.getByRole('radio', { name: 'What the feed itself gives' }))
      .toBeChecked();
    await save();
    await saved();
    expect(fake.count('saveFeed')).toBe(0);
  });

  test('save text, pictures, files and how many to keep', async () => {
    const feed = await open();
    await page.getByRole('radio', { name: 'What the feed itself gives' }).click();
    await page.getByRole('checkbox', { name: 'Pictures' }).click();
    await page.getByRole('checkbox', { name: 'Download sound', exact: false }).click();
    await choice('How many to keep').selectOptions('The newest 500');
    await save();
    await saved();
    const settings = { textFrom: 'feed', pictures: false, enclosures: true, keep: 500 };
    expect(fake.calls).toContainEqual(['saveFeed', feed.id, { settings }]);
  });

  test('put a feed into a folder, also one within another', async () => {
    const coast = fake.putFolder('Coast');
    const birds = fake.putFolder('Birds', coast.id);
    const feed = await open();
    await choice('Folder').selectOptions(String(birds.id));
    await save();
    await saved();
    expect(fake.calls).toContainEqual(['saveFeed', feed.id, { folderId: birds.id }]);
  });

  test('make a new folder once, also when the feed cannot be saved at first', async () => {
    await open();
    await choice('Folder').selectOptions('New folder…');
    await expect.poll(focused).toBe('folder-title');
    await save();
    await expect.element(page.getByText('Give the folder a title.')).toBeVisible();
    await userEvent.keyboard('Coast');
    fake.failNext('saveFeed', { kind: 'library', message: 'library: cannot write' });
    await save();
    await expect.element(page.getByText('library: cannot write')).toBeVisible();
    await save();
    await saved();
    expect(fake.folders.map((folder) => folder.title)).toEqual(['Coast']);
    expect(fake.feeds[0]?.folderId).toBe(fake.folders[0]?.id);
  });

  describe('of the login', () => {
    test('refuse a name with a colon, beside the field', async () => {
      await open();
      await choice('Login').selectOptions('Name and password');
      await page.getByRole('textbox', { name: 'Name', exact: true }).fill('a:b');
      await save();
      await expect.element(page.getByText('A name may hold no colon.')).toBeVisible();
      expect(fake.count('saveLogin')).toBe(0);
    });

    test('keep a token, and say where', async () => {
      const feed = await open();
      await choice('Login').selectOptions('Token');
      await expect
        .element(page.getByText('Kept in the library’s own file', { exact: false }))
        .toBeVisible();
      await page.getByLabelText('Token', { exact: true }).fill('abc.123==');
      await save();
      await saved();
      const login = { kind: 'bearer', token: 'abc.123==' };
      expect(fake.calls).toContainEqual(['saveLogin', feed.id, login]);
    });

    test('leave a kept one alone, and show it as kept', async () => {
      await open({ login: 'basic' });
      await expect.element(choice('Login')).toHaveDisplayValue('A name and password are kept');
      await expect
        .element(page.getByRole('textbox', { name: 'Name', exact: true }))
        .not.toBeInTheDocument();
      await save();
      await saved();
      expect(fake.count('saveLogin')).toBe(0);
    });

    test('take a kept one away', async () => {
      const feed = await open({ login: 'bearer' });
      await choice('Login').selectOptions('None: take it away');
      await save();
      await saved();
      expect(fake.calls).toContainEqual(['saveLogin', feed.id, null]);
    });

    test('are where a feed leads to that asks for one', async () => {
      fake.addFeed({ title: 'Other' });
      fake.addFeed({ title: 'Shut', failure: { kind: 'login', message: 'feed: 401' } });
      await openWindow(fake);
      await place('Shut').click();
      await page.getByRole('button', { name: 'Log in…' }).click();
      await expect.element(page.getByRole('dialog', { name: 'Settings of Shut' })).toBeVisible();
      await expect.poll(focused).toBe('login');
    });
  });

  describe('show how it fares', () => {
    test('says the last error, the last success and the next attempt', async () => {
      await open({
        failure: { kind: 'http', message: 'feed: cannot fetch: 503 Service Unavailable' },
        lastSucceededAt: Date.UTC(2021, 4, 3, 9),
        nextFetchAt: Date.UTC(2061, 4, 3, 9),
        articles: 1234,
      });
      for (const words of ['503 Service Unavailable', /2021 at/u, /2061 at/u, '1,234 in the']) {
        await expect.element(said(words)).toBeVisible();
      }
    });

    test('tells a feed that is gone for good, and lets it be tried again', async () => {
      const failure = { kind: 'gone', message: 'feed: 410 Gone' } as const;
      const feed = await open({ failure, nextFetchAt: null });
      await expect.element(said('this feed is gone for good')).toBeVisible();
      await page.getByRole('button', { name: 'Try again' }).last().click();
      expect(fake.calls).toContainEqual(['refresh', { kind: 'feed', id: feed.id }]);
    });

    test('fetches now, and says what came of it', async () => {
      await open();
      await page.getByRole('button', { name: 'Fetch now' }).click();
      await expect.element(page.getByText('Fetching…')).toBeVisible();
      Object.assign(fake.feeds[0] ?? {}, { lastTriedAt: noon + 9000 });
      fake.emit({ kind: 'sources' });
      await expect.element(page.getByText('Fetched', { exact: true })).toBeVisible();
    });

    test('makes no link of an address that is no page', async () => {
      await open({ siteAddress: 'javascript:alert(1)' });
      await expect.element(page.getByText('javascript:alert(1)')).toBeVisible();
      await expect.element(page.getByRole('link')).not.toBeInTheDocument();
    });
  });
});
