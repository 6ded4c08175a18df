import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FakeCarrel } from '../fake-carrel.ts';
import { noon } from '../made.ts';
import { focused, openWindow, place, resize, row } from '../window.ts';

const heading = (name: string) => page.getByRole('heading', { level: 1, name });

describe('the window', () => {
  let fake: FakeCarrel;
  beforeEach(async () => {
    await resize('three panes');
    fake = new FakeCarrel();
    fake.add({ title: 'Harbour reopens' });
    fake.add({ title: 'Quinces' });
    fake.add({ title: 'Star trails' });
  });

  test('says that the engine is down until it is back', async () => {
    await openWindow(fake);
    fake.emit({ kind: 'engine', state: 'down', message: 'The engine is being restarted' });
    await expect.element(page.getByText('The engine is being restarted')).toBeVisible();
    fake.emit({ kind: 'engine', state: 'up', message: '' });
    await expect.element(page.getByText('The engine is being restarted')).not.toBeInTheDocument();
  });

  test('says a problem of the whole library until it is dismissed', async () => {
    await openWindow(fake);
    fake.emit({ kind: 'problem', failure: { kind: 'disk-full', message: 'The disk is full' } });
    await expect.element(page.getByText('The disk is full', { exact: false })).toBeVisible();
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await expect.element(page.getByText('The disk is full')).not.toBeInTheDocument();
  });

  test('says a failed command in words', async () => {
    await openWindow(fake);
    await expect.element(row('Quinces')).toBeVisible();
    fake.failNext('refresh', { kind: 'engine-down', message: 'engine: is being restarted' });
    await userEvent.keyboard('r');
    await expect.element(page.getByText('engine: is being restarted')).toBeVisible();
  });

  test('marks an article read by opening it, and unread by M', async () => {
    await openWindow(fake);
    await row('Quinces').click();
    await expect.element(heading('Quinces')).toBeVisible();
    await expect.poll(() => fake.articles.get(2)?.read).toBe(true);
    await userEvent.keyboard('m');
    await expect.poll(() => fake.articles.get(2)?.read).toBe(false);
    await expect.element(row('Quinces')).toHaveAccessibleName(/^Unread/);
  });

  test('shows an article and its row as open in the same frame', async () => {
    const app = await openWindow(fake);
    await row('Harbour').click();
    await expect.element(heading('Harbour reopens')).toBeVisible();
    const reader = app.shadowRoot?.querySelector('carrel-reader')?.shadowRoot;
    const chosen = (): string | undefined =>
      reader
        ?.querySelector('carrel-list-pane')
        ?.shadowRoot?.querySelector('carrel-list')
        ?.shadowRoot?.querySelector('[data-open]')
        ?.shadowRoot?.querySelector('.title')
        ?.textContent.trim();
    const shown = (): string | undefined =>
      reader
        ?.querySelector('carrel-article')
        ?.shadowRoot?.querySelector('carrel-article-head')
        ?.shadowRoot?.querySelector('h1')
        ?.textContent.trim();
    const frames = new Set<string>();
    let gate = (): void => {};
    fake.gate = new Promise((resolve) => (gate = resolve));
    await userEvent.keyboard('j');
    for (let frame = 0; frame < 12; frame += 1) {
      if (frame === 2) gate();
      frames.add(`${chosen()} | ${shown()}`);
      await new Promise(requestAnimationFrame);
    }
    fake.gate = null;
    expect([...frames]).toEqual(['Harbour reopens | Harbour reopens', 'Quinces | Quinces']);
  });

  test('says that an article is on its way where its text will stand', async () => {
    await openWindow(fake);
    await row('Harbour').click();
    await expect.element(heading('Harbour reopens')).toBeVisible();
    let gate = (): void => {};
    fake.gate = new Promise((resolve) => (gate = resolve));
    await row('Quinces').click();
    await expect.element(page.getByText('Opening…')).toBeVisible();
    await expect.element(row('Quinces')).toHaveAttribute('aria-selected', 'true');
    await expect.element(heading('Harbour reopens')).not.toBeInTheDocument();
    gate();
    await expect.element(heading('Quinces')).toBeVisible();
    await expect.element(page.getByText('Opening…')).not.toBeInTheDocument();
  });

  test('goes through articles with J and K', async () => {
    await openWindow(fake);
    await expect.element(row('Quinces')).toBeVisible();
    await userEvent.keyboard('j');
    await expect.element(heading('Harbour reopens')).toBeVisible();
    await userEvent.keyboard('jj');
    await expect.element(heading('Star trails')).toBeVisible();
    await userEvent.keyboard('k');
    await expect.element(heading('Quinces')).toBeVisible();
  });

  test('goes to the next unread article with N, and past the end to the first', async () => {
    fake.change(2, { read: true });
    await openWindow(fake);
    await row('Quinces').click();
    await userEvent.keyboard('n');
    await expect.element(heading('Star trails')).toBeVisible();
    await userEvent.keyboard('n');
    await expect.element(heading('Harbour reopens')).toBeVisible();
    await userEvent.keyboard('n');
    await expect.element(page.getByText('No unread articles here')).toBeVisible();
  });

  test('reads on with Space, and at the end goes to the next unread article', async () => {
    fake.change(1, { html: '<p>A long text.</p>'.repeat(200) });
    await openWindow(fake);
    await row('Harbour reopens').click();
    await expect.element(heading('Harbour reopens')).toBeVisible();
    await userEvent.keyboard(' ');
    await expect.element(heading('Harbour reopens')).toBeInTheDocument();
    fake.change(1, { html: '<p>A short text.</p>' });
    await expect.element(page.getByText('A short text.')).toBeVisible();
    await userEvent.keyboard(' ');
    await expect.element(heading('Quinces')).toBeVisible();
  });

  test('keeps an article in the unread list after it is read, until the list is left', async () => {
    await openWindow(fake);
    await place('Unread').click();
    await row('Quinces').click();
    await expect.poll(() => fake.articles.get(2)?.read).toBe(true);
    fake.emit({ kind: 'articles', ids: [1, 2, 3] });
    await expect.element(place('Unread, 2 unread')).toBeVisible();
    await expect.element(row('Quinces')).toBeVisible();
    await place('All articles').click();
    await place('Unread').click();
    await expect.element(row('Star trails')).toBeVisible();
    await expect.element(row('Quinces')).not.toBeInTheDocument();
  });

  test('takes back a removed bookmark', async () => {
    fake.change(2, { bookmarked: true });
    await openWindow(fake);
    await place('Bookmarks').click();
    await row('Quinces').click();
    await userEvent.keyboard('b');
    await expect.element(row('Quinces')).not.toBeInTheDocument();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.element(row('Quinces')).toBeVisible();
    expect(fake.articles.get(2)?.bookmarked).toBe(true);
  });

  test('takes back marking all read', async () => {
    await openWindow(fake);
    await page.getByRole('button', { name: 'Mark all read' }).click();
    await expect.element(page.getByText('3 articles marked read')).toBeVisible();
    await userEvent.keyboard('z');
    await expect.element(place('Unread, 3 unread')).toBeVisible();
  });

  test('leaves the keys to a field that is typed in', async () => {
    await openWindow(fake);
    await expect.element(row('Quinces')).toBeVisible();
    await userEvent.keyboard('/');
    await userEvent.keyboard('jamb?');
    await expect.element(page.getByRole('searchbox')).toHaveValue('jamb?');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    expect(fake.count('bookmark')).toBe(0);
  });

  test('shows the pictures of an open article as they come in', async () => {
    fake.change(1, { pictures: { of: 2, kept: 0, failed: 0 } });
    await openWindow(fake);
    await row('Harbour reopens').click();
    fake.change(1, { pictures: { of: 2, kept: 1, failed: 0 } });
    await expect.element(page.getByText('Text kept · 1 of 2 pictures')).toBeVisible();
    await expect.element(row('Harbour reopens')).toHaveAccessibleName(/1 of 2 pictures/);
  });

  test('shows the work going on, and is quiet when it is done', async () => {
    await openWindow(fake);
    const work = {
      running: true,
      feeds: { done: 3, failed: 0, of: 4 },
      pages: { done: 12, failed: 2, of: 42 },
      pictures: { done: 40, failed: 0, of: 130 },
      enclosures: { done: 0, failed: 0, of: 0 },
      waiting: null,
    };
    fake.emit({ kind: 'progress', progress: work });
    const words = page.getByText('Fetching: feeds 3 of 4 · pages 12 of 42 · pictures 40 of 130');
    await expect.element(words).toBeVisible();
    await expect.element(page.getByText('2 failed')).toBeVisible();
    fake.emit({ kind: 'progress', progress: { ...work, running: false } });
    await expect.element(words).not.toBeInTheDocument();
  });

  test('wears the theme of the settings, and changes it at once', async () => {
    await openWindow(fake);
    await expect.poll(() => document.documentElement.dataset['theme']).toBe('light');
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByText('Sepia', { exact: false }).click();
    expect(document.documentElement.dataset['theme']).toBe('sepia');
    await expect.poll(() => fake.current.theme).toBe('sepia');
  });

  test('keeps what is to be done on a metered network', async () => {
    await openWindow(fake);
    await page.getByRole('button', { name: 'Settings' }).click();
    await expect.element(page.getByRole('radio', { name: 'Fetch' })).toBeChecked();
    await page.getByRole('radio', { name: 'Wait' }).click();
    await expect.poll(() => fake.current.onMetered).toBe('wait');
  });

  test('keeps which file of a picture is fetched', async () => {
    await openWindow(fake);
    await page.getByRole('button', { name: 'Settings' }).click();
    await expect.element(page.getByRole('radio', { name: 'As wide as a screen' })).toBeChecked();
    await page.getByRole('radio', { name: 'Originals' }).click();
    await expect.poll(() => fake.current.pictureFiles).toBe('original');
  });

  test('lets the settings scroll in a low window, down to the last of them', async () => {
    await openWindow(fake);
    await page.viewport(390, 480);
    await page.getByRole('button', { name: 'Sources' }).click();
    await page.getByRole('button', { name: 'Settings' }).click();
    const sheet = page.getByRole('dialog', { name: 'Settings' });
    await expect.element(sheet).toBeVisible();
    const { bottom } = sheet.element().getBoundingClientRect();
    expect(bottom).toBeLessThanOrEqual(480);
    const last = page.getByRole('combobox', { name: 'Space for pictures' }).element();
    last.scrollIntoView();
    expect(last.getBoundingClientRect().bottom).toBeLessThanOrEqual(bottom);
  });

  test('keeps how much space pictures may take, and says what they take now', async () => {
    await openWindow(fake);
    await page.getByRole('button', { name: 'Settings' }).click();
    await expect.element(page.getByText('3.2 GB in use', { exact: false })).toBeVisible();
    const space = page.getByRole('combobox', { name: 'Space for pictures' });
    await expect.element(space).toHaveValue('0');
    await space.selectOptions('At most 5 GB');
    await expect.poll(() => fake.current.picturesMostMb).toBe(5000);
    await space.selectOptions('As much as there is');
    await expect.poll(() => fake.current.picturesMostMb).toBeNull();
  });

  test('says what came of reading the kept page anew', async () => {
    const version = {
      id: 1,
      madeAt: noon,
      fetchedAt: noon,
      textFrom: 'page',
      wordCount: 900,
    } as const;
    fake.add({ title: 'Eels', versions: [{ ...version, extractor: 'carrel-1', shown: true }] });
    await openWindow(fake);
    await row('Eels').click();
    await page.getByText('of the text is kept', { exact: false }).click();
    await page.getByRole('button', { name: 'Read the kept page anew' }).click();
    await expect.element(page.getByText('Read anew: the text is the same')).toBeVisible();
  });

  test('folds to one pane, and goes back from the article to the list to the sources', async () => {
    await resize('one pane');
    await openWindow(fake);
    await expect.element(place('Unread')).not.toBeInTheDocument();
    await row('Quinces').click();
    await expect.element(heading('Quinces')).toBeVisible();
    await expect.element(row('Star trails')).not.toBeInTheDocument();
    await page.getByRole('button', { name: 'Back' }).click();
    await expect.poll(focused).toBe('Quinces');
    await userEvent.keyboard('{Escape}');
    await expect.poll(focused).toMatch(/^All articles/);
    await place('Unread').click();
    await expect.element(row('Star trails')).toBeVisible();
  });
});
