import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FakeCarrel } from '../fake-carrel.ts';
import { focused, openWindow, resize, row } from '../window.ts';

async function openSearch(fake: FakeCarrel): Promise<void> {
  await openWindow(fake);
  await expect.element(row('Quinces')).toBeVisible();
  await userEvent.keyboard('/');
}

describe('the search', () => {
  let fake: FakeCarrel;
  beforeEach(async () => {
    await resize('three panes');
    fake = new FakeCarrel();
    fake.add({ title: 'Harbour reopens', excerpt: 'The ferries left at dawn.' });
    fake.add({ title: 'Quinces', excerpt: 'Wait until the frost.' });
    await openSearch(fake);
  });

  test('says why it failed', async () => {
    fake.failNext('search', { kind: 'invalid', message: 'search: cannot read the words' });
    await userEvent.keyboard('frost');
    await expect
      .element(page.getByText('search: cannot read the words', { exact: false }))
      .toBeVisible();
  });

  test('finds as one types, and marks what was found', async () => {
    await userEvent.keyboard('fro');
    await expect.element(row('Quinces')).toBeVisible();
    await expect.element(row('Harbour reopens')).not.toBeInTheDocument();
    const found = page.getByText('fro', { exact: true }).element();
    expect(found.tagName).toBe('MARK');
  });

  test('says that nothing was found', async () => {
    await userEvent.keyboard('zebra');
    await expect.element(page.getByText('Nothing found')).toBeVisible();
  });

  test('shows the answer to the last words, though an older one comes later', async () => {
    let open: (() => void) | undefined;
    fake.gate = new Promise((resolve) => {
      open = resolve;
    });
    await userEvent.keyboard('harbour');
    await expect.poll(() => fake.count('search')).toBe(1);
    fake.gate = null;
    await userEvent.clear(page.getByRole('searchbox'));
    await userEvent.keyboard('frost');
    await expect.element(row('Quinces')).toBeVisible();
    open?.();
    await expect.poll(() => fake.count('search')).toBe(2);
    await expect.element(row('Harbour reopens')).not.toBeInTheDocument();
  });

  test('gives the keyboard to the first article found, and ends with Escape', async () => {
    await userEvent.keyboard('frost');
    await expect.element(row('Harbour reopens')).not.toBeInTheDocument();
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(focused).toBe('Quinces');
    await userEvent.keyboard('{Escape}');
    await expect.element(row('Harbour reopens')).toBeVisible();
    await expect.element(page.getByRole('searchbox')).toHaveValue('');
  });

  test('gives the keyboard back to the list when it is ended in its field', async () => {
    await userEvent.keyboard('frost');
    await expect.element(row('Harbour reopens')).not.toBeInTheDocument();
    await userEvent.keyboard('{Escape}');
    await expect.poll(focused).toBe('Harbour reopens');
    await userEvent.keyboard('?');
    await expect.element(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  });
});
