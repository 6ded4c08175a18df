import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FakeCarrel } from '../fake-carrel.ts';
import { focused, openWindow, place, resize } from '../window.ts';

const menu = (name: string) => page.getByRole('menu', { name: `Menu of ${name}` });
const item = (name: string) => page.getByRole('menuitem', { name });

describe('the menu of a place', () => {
  let fake: FakeCarrel;
  beforeEach(async () => {
    await resize('three panes');
    fake = new FakeCarrel();
    const coast = fake.putFolder('Coast');
    const tern = fake.addFeed({ title: 'The Tern', folderId: coast.id });
    fake.addFeed({ title: 'Gull' });
    fake.add({ title: 'Harbour', feeds: [tern] });
    await openWindow(fake);
    await expect.element(place('Gull')).toBeVisible();
  });

  test('acts on the feed it was opened on, not on the chosen one', async () => {
    await place('Gull').click();
    await place('The Tern').click({ button: 'right' });
    await item('Refresh this feed').click();
    expect(fake.calls).toContainEqual(['refresh', { kind: 'feed', id: 2 }]);
    await expect.element(page.getByRole('heading', { level: 2, name: 'Gull' })).toBeVisible();
    await place('The Tern').click({ button: 'right' });
    await item('Mark all read').click();
    expect(fake.calls).toContainEqual(['markAllRead', { kind: 'feed', id: 2 }]);
  });

  test('leads to the settings and to unsubscribing', async () => {
    await place('The Tern').click({ button: 'right' });
    await item('Feed settings…').click();
    await expect.element(page.getByRole('dialog', { name: 'Settings of The Tern' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await place('Gull').click({ button: 'right' });
    await item('Unsubscribe from Gull…').click();
    await expect
      .element(page.getByRole('dialog', { name: 'Unsubscribe from Gull?' }))
      .toBeVisible();
  });

  test('refreshes a folder', async () => {
    await place('Coast').click({ button: 'right' });
    await item('Refresh this folder').click();
    expect(fake.calls).toContainEqual(['refresh', { kind: 'folder', id: 1 }]);
  });

  test.each(['{Shift>}{F10}{/Shift}', '{ContextMenu}'])(
    'opens with %s, and gives the keyboard back',
    async (keys) => {
      await place('Gull').click();
      await userEvent.keyboard(keys);
      await expect.element(menu('Gull')).toBeVisible();
      await expect.poll(focused).toBe('Refresh this feed');
      await userEvent.keyboard('{ArrowDown}');
      await expect.poll(focused).toBe('Prepare it for travel…');
      await userEvent.keyboard('{Escape}');
      await expect.element(menu('Gull')).not.toBeInTheDocument();
      await expect.poll(focused).toBe('Gull');
    },
  );

  test('stays within the window', async () => {
    await resize('one pane');
    await page.getByRole('button', { name: 'Sources' }).click();
    await place('Gull').click({ button: 'right', position: { x: 250, y: 10 } });
    await expect.element(menu('Gull')).toBeVisible();
    await expect
      .poll(() => menu('Gull').element().getBoundingClientRect().right)
      .toBeLessThanOrEqual(innerWidth);
  });

  test('is none for the places that always stand', async () => {
    await place('Unread').click();
    await userEvent.keyboard('{ContextMenu}');
    await expect.element(page.getByRole('menu')).not.toBeInTheDocument();
  });
});

describe('the menu of the window', () => {
  test('has the entries of the chosen folder', async () => {
    const fake = new FakeCarrel();
    fake.addFeed({ title: 'The Tern', folderId: fake.putFolder('Coast').id });
    await resize('three panes');
    await openWindow(fake);
    await place('Coast').click();
    await page.getByRole('button', { name: 'Menu' }).click();
    await item('Refresh this folder').click();
    expect(fake.calls).toContainEqual(['refresh', { kind: 'folder', id: 1 }]);
  });
});
