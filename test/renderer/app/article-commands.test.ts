import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FakeCarrel } from '../fake-carrel.ts';
import { focused, openWindow, resize, row } from '../window.ts';

let fake: FakeCarrel;
beforeEach(async () => {
  await resize('three panes');
  fake = new FakeCarrel();
  fake.add({
    title: 'The report',
    address: 'https://tern.example/report',
    html: '<p>Of eels.</p>',
  });
  fake.add({ title: 'The second' });
  await openWindow(fake);
  await row('The report').click();
  await expect.element(page.getByRole('heading', { name: 'The report' })).toBeVisible();
});

async function choose(entry: string): Promise<void> {
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: entry }).click();
}

describe('focus mode', () => {
  const list = page.getByRole('listbox');

  test('leaves the article alone, and Escape leaves it', async () => {
    await userEvent.keyboard('f');
    await expect.element(list).not.toBeInTheDocument();
    const main = page.getByRole('main').element().getBoundingClientRect();
    expect(main.width).toBe(innerWidth);
    await userEvent.keyboard('{Escape}');
    await expect.element(list).toBeVisible();
  });

  test('goes on to the next article', async () => {
    await userEvent.keyboard('f');
    await userEvent.keyboard('j');
    await expect.element(page.getByRole('heading', { name: 'The second' })).toBeVisible();
    await expect.element(list).not.toBeInTheDocument();
  });

  test('is left for a search, and by its button', async () => {
    await choose('Only the article');
    await expect.element(list).not.toBeInTheDocument();
    await page.getByRole('button', { name: 'Show all panes (Esc)' }).click();
    await expect.element(list).toBeVisible();
    await userEvent.keyboard('f/');
    await expect.poll(() => focused()).toBe('Search all articles');
  });

  test('works in a window of one pane', async () => {
    await resize('one pane');
    await userEvent.keyboard('f');
    await expect.element(page.getByRole('button', { name: 'Show all panes (Esc)' })).toBeVisible();
    await expect.element(page.getByRole('heading', { name: 'The report' })).toBeVisible();
  });
});

describe('Ctrl and F', () => {
  const field = page.getByRole('textbox', { name: 'Find in the article' });

  test('finds in the article while it has the keyboard', async () => {
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard('{Control>}f{/Control}');
    await expect.poll(() => focused()).toBe('Find in the article');
    await userEvent.keyboard('eels');
    await expect.element(page.getByText('1 of 1')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(field).not.toBeInTheDocument();
    await expect.element(page.getByRole('heading', { name: 'The report' })).toBeVisible();
  });

  test('searches in all articles elsewhere', async () => {
    await userEvent.keyboard('{Control>}f{/Control}');
    await expect.poll(() => focused()).toBe('Search all articles');
  });
});

describe('the menu of the article', () => {
  test('copies the link and the whole text', async () => {
    const written: string[] = [];
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockImplementation((text) => {
      written.push(text);
      return Promise.resolve();
    });
    await choose('Copy the link');
    await expect.element(page.getByText('The link is on the clipboard.')).toBeVisible();
    await choose('Copy the whole text');
    await expect.poll(() => written[1]).toContain('Of eels.');
    expect(written[0]).toBe('https://tern.example/report');
    write.mockRejectedValue(new Error('denied'));
    await choose('Copy the link');
    await expect.element(page.getByText('The clipboard could not be written.')).toBeVisible();
    write.mockRestore();
  });

  test('opens the original, prints, and fills the screen', async () => {
    const open = vi.spyOn(window, 'open').mockReturnValue(null);
    const print = vi.spyOn(window, 'print').mockReturnValue(undefined);
    const fill = vi.spyOn(document.documentElement, 'requestFullscreen').mockResolvedValue();
    await choose('Open the original page');
    await expect.poll(() => open.mock.calls[0]?.[0]).toBe('https://tern.example/report');
    await choose('Full screen');
    await expect.poll(() => fill.mock.calls).toHaveLength(1);
    await choose('Print…');
    await expect.poll(() => print.mock.calls).toHaveLength(1);
    await userEvent.keyboard('{Control>}p{/Control}');
    await expect.poll(() => print.mock.calls).toHaveLength(2);
    window.dispatchEvent(new Event('afterprint'));
    vi.restoreAllMocks();
  });
});

test('the menu is written in the direction of its own words, whatever the article’s', async () => {
  fake.add({ title: 'مكتبة الميناء', direction: 'rtl', language: 'ar' });
  await openWindow(fake);
  await row('مكتبة').click();
  await expect.element(page.getByRole('heading', { name: 'مكتبة الميناء' })).toBeVisible();
  await page.getByRole('button', { name: 'More' }).click();
  const entry = page.getByRole('menuitem', { name: 'Listen' });
  await expect.element(entry).toBeVisible();
  expect(getComputedStyle(entry.element()).direction).toBe('ltr');
});
