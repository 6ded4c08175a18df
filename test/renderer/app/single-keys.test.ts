import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FakeCarrel } from '../fake-carrel.ts';
import { picture } from '../article/sample.ts';
import { focused, openWindow, place, resize, row } from '../window.ts';

const heading = (name: string) => page.getByRole('heading', { level: 1, name });
const item = (name: string) => page.getByRole('menuitem', { name, exact: true });

let fake: FakeCarrel;
beforeEach(async () => {
  await resize('three panes');
  fake = new FakeCarrel();
  fake.addFeed({ title: 'The Tern', folderId: fake.putFolder('Coast').id });
  fake.add({
    title: 'Quinces',
    html: '<figure data-picture="0"></figure><figure data-picture="1"></figure>',
    pictureList: [picture(0), picture(1)],
  });
  fake.add({ title: 'Star trails' });
});
afterEach(async () => {
  vi.restoreAllMocks();
  // What is off stays so for the window's life, and this is one window.
  await open();
  fake.current.singleKeys = true;
  await openWindow(fake);
  await expect.element(page.getByTitle('Refresh (R)')).toBeInTheDocument();
});

async function open(): Promise<void> {
  await openWindow(fake);
  await expect.element(row('Quinces')).toBeVisible();
}

async function openWithout(): Promise<void> {
  fake.current.singleKeys = false;
  await open();
  await expect.element(page.getByTitle('Refresh', { exact: true })).toBeVisible();
}

const acted = () =>
  fake.calls.filter(
    ([method]) =>
      !['sources', 'counts', 'settings', 'progress', 'travel', 'list', 'article'].includes(method),
  );

describe('without single keys', () => {
  test('letters, signs, space and the keys that delete do nothing', async () => {
    await openWithout();
    await row('Quinces').click();
    await expect.element(heading('Quinces')).toBeVisible();
    await expect.poll(() => fake.articles.get(3)?.read).toBe(true);
    const before = acted().length;
    await userEvent.keyboard('jnomsbicfvygpzra/? {Delete}{Backspace}');
    await userEvent.keyboard('{Shift>}ratlnyfuo{/Shift}');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(acted().slice(before)).toEqual([]);
    await expect.element(heading('Quinces')).toBeVisible();
    await expect.element(row('Quinces')).toBeVisible();
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    await expect.element(page.getByRole('listbox')).toBeVisible();
  });

  test('arrow keys, Enter, Escape, F keys and chords act as ever', async () => {
    await openWithout();
    await row('Quinces').click();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect.element(heading('Star trails')).toBeVisible();
    await userEvent.keyboard('{Control>}k{/Control}');
    await expect.poll(focused).toBe('Commands and places');
    await userEvent.keyboard('{Escape}');
    await place('The Tern').click();
    await userEvent.keyboard('{F2}');
    await expect.element(page.getByRole('dialog', { name: 'Settings of The Tern' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await userEvent.keyboard('{Control>}f{/Control}');
    await expect.poll(focused).toBe('Search all articles');
    // What is typed is typed.
    await userEvent.keyboard('quince');
    await expect.element(page.getByRole('searchbox')).toHaveValue('quince');
  });

  test('the sheet of keys says that they are off, and names the others', async () => {
    await openWithout();
    await userEvent.keyboard('{Control>}/{/Control}');
    await expect.element(page.getByText(/^Single keys are turned off/u)).toBeVisible();
    await expect.element(page.getByText('Print the article')).toBeVisible();
    await expect.element(page.getByText('Next article')).not.toBeInTheDocument();
    const printed = page
      .getByRole('definition')
      .elements()
      .map(({ textContent }) => textContent.trim());
    expect(printed).toContain('Ctrl + P');
    expect(printed.filter((keys) => keys.length === 1)).toEqual([]);
  });

  test('neither menus, nor the palette, nor the search, nor tooltips show one', async () => {
    await openWithout();
    await row('Quinces').click({ button: 'right' });
    await expect.element(item('Mark as read')).not.toHaveAttribute('aria-keyshortcuts');
    await expect.element(item('Open')).toHaveAttribute('aria-keyshortcuts', 'Enter');
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByText('/', { exact: true })).not.toBeInTheDocument();
    await expect.element(page.getByTitle('Mark all read', { exact: true })).toBeVisible();
    await userEvent.keyboard('{Control>}k{/Control}');
    await userEvent.keyboard('next article');
    await expect
      .element(page.getByRole('option', { name: 'Next article' }))
      .toHaveTextContent('Next article');
    await userEvent.keyboard('{Enter}');
    await expect.element(heading('Quinces')).toBeVisible();
  });

  test('the gallery turns by the arrow keys, and does nothing on letters', async () => {
    await openWithout();
    await row('Quinces').click();
    await page.getByRole('button', { name: 'Open picture 1 of 2: Caption 1' }).click();
    const counter = page.getByText('2 / 2');
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(counter).toBeVisible();
    await expect.element(page.getByTitle('All pictures', { exact: true })).toBeVisible();
    await userEvent.keyboard('gt+0');
    await expect
      .element(page.getByRole('button', { name: 'All pictures' }))
      .toHaveAttribute('aria-pressed', 'false');
    await expect
      .element(page.getByRole('button', { name: 'Thumbnails' }))
      .toHaveAttribute('aria-pressed', 'true');
    await userEvent.keyboard('{Escape}');
  });
});

test('single keys are turned off and on in the settings, and the window shows it at once', async () => {
  await open();
  await expect.element(page.getByTitle('Refresh (R)')).toBeVisible();
  await page.getByRole('button', { name: 'Settings' }).click();
  const box = page.getByRole('checkbox', { name: 'Single keys' });
  await expect.element(box).toBeChecked();
  await box.click();
  expect(fake.current.singleKeys).toBe(false);
  await expect.element(page.getByTitle('Refresh', { exact: true })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await userEvent.keyboard('r');
  expect(fake.count('refresh')).toBe(0);
  await page.getByRole('button', { name: 'Settings' }).click();
  await box.click();
  await userEvent.keyboard('{Escape}');
  await userEvent.keyboard('r');
  await expect.poll(() => fake.count('refresh')).toBe(1);
});
