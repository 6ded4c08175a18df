import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FakeCarrel } from '../fake-carrel.ts';
import { makeProvenance, whole } from '../made.ts';
import { focused, openWindow, resize, row } from '../window.ts';

const item = (name: string) => page.getByRole('menuitem', { name, exact: true });

describe('the menu of a row', () => {
  let fake: FakeCarrel;
  beforeEach(async () => {
    await resize('three panes');
    fake = new FakeCarrel();
    for (let index = 0; index < 4; index += 1) fake.add();
    fake.provenances.set(2, makeProvenance(2));
    fake.completenesses.set(2, whole);
    await openWindow(fake);
    await row('Article 1 ').click();
    await expect.element(page.getByRole('heading', { name: 'Article 1' })).toBeVisible();
  });
  afterEach(() => vi.restoreAllMocks());

  test('acts on the row it was opened on, not on the open article', async () => {
    await row('Article 2 ').click({ button: 'right' });
    await expect.element(page.getByRole('menu', { name: 'Menu of Article 2' })).toBeVisible();
    await item('Bookmark').click();
    expect(fake.calls).toContainEqual(['bookmark', [2], true]);
    await row('Article 2 ').click({ button: 'right' });
    await item('Mark as read').click();
    expect(fake.calls).toContainEqual(['markRead', [2], true]);
    await row('Article 2 ').click({ button: 'right' });
    await item('Where it came from').click();
    await expect.element(page.getByRole('dialog', { name: 'Where it came from' })).toBeVisible();
    expect(fake.calls).toContainEqual(['provenance', 2]);
  });

  test('opens the original page as a link of the article does', async () => {
    const open = vi.spyOn(window, 'open').mockReturnValue(null);
    await row('Article 2 ').click({ button: 'right' });
    await item('Original page').click();
    await expect
      .poll(() => open.mock.calls)
      .toEqual([['https://tern.example/2', '_blank', 'noopener,noreferrer']]);
    fake.change(3, { address: null });
    await row('Article 3 ').click({ button: 'right' });
    await item('Original page').click();
    await expect.element(page.getByText('This article has no page on the web')).toBeVisible();
    expect(open).toHaveBeenCalledTimes(1);
  });

  test('deletes the row, and opens it', async () => {
    await row('Article 2 ').click({ button: 'right' });
    await item('Delete').click();
    await expect.element(row('Article 2 ')).not.toBeInTheDocument();
    await row('Article 3 ').click({ button: 'right' });
    await item('Open').click();
    await expect.element(page.getByRole('heading', { name: 'Article 3' })).toBeVisible();
  });

  test.each(['{Shift>}{F10}{/Shift}', '{ContextMenu}'])(
    'opens with %s, shows the keys, and gives the keyboard back',
    async (keys) => {
      await userEvent.keyboard(`{ArrowDown}${keys}`);
      await expect.element(page.getByRole('menu', { name: 'Menu of Article 2' })).toBeVisible();
      await expect.poll(focused).toBe('Open');
      expect(item('Delete').element().querySelector('kbd')?.textContent).toBe('Del');
      expect(item('Where it came from').element().querySelector('kbd')?.textContent).toBe('I');
      await userEvent.keyboard('{Escape}');
      await expect.poll(focused).toBe('Article 2');
    },
  );

  test('is that of the selection where the row is in it, and ends one that it is not in', async () => {
    await row('Article 2 ').click({ modifiers: ['Control'] });
    await row('Article 2 ').click({ button: 'right' });
    await expect.element(page.getByRole('menu', { name: 'What is selected' })).toBeVisible();
    await expect.element(item('Open')).not.toBeInTheDocument();
    await item('Bookmark').click();
    expect(fake.calls).toContainEqual(['bookmark', [1, 2], true]);
    await row('Article 4 ').click({ button: 'right' });
    await expect.element(page.getByRole('menu', { name: 'Menu of Article 4' })).toBeVisible();
    await expect.element(page.getByRole('toolbar')).not.toBeInTheDocument();
  });
});
