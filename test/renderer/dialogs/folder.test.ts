import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FakeCarrel } from '../fake-carrel.ts';
import { focused, openWindow, place, resize } from '../window.ts';

const choose = async (name: string, entry: string) => {
  await place(name).click({ button: 'right' });
  await page.getByRole('menuitem', { name: entry }).click();
};
const title = () => page.getByRole('textbox', { name: 'Title' });
const inside = () => page.getByRole('combobox', { name: 'Inside' });

describe('a folder', () => {
  let fake: FakeCarrel;
  beforeEach(async () => {
    await resize('three panes');
    fake = new FakeCarrel();
    fake.addFeed({ title: 'The Tern', folderId: fake.putFolder('Coast').id });
    fake.putFolder('Birds', fake.folders[0]?.id ?? null);
    fake.putFolder('Town');
    await openWindow(fake);
    await expect.element(place('The Tern')).toBeVisible();
  });

  test('has a title, and keeps what was typed when it cannot be saved', async () => {
    await choose('Coast', 'Rename or move…');
    await title().fill('  ');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Give the folder a title.')).toBeVisible();
    fake.failNext('saveFolder', { kind: 'library', message: 'library: cannot write' });
    await title().fill('Shore');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('library: cannot write')).toBeVisible();
    await expect.element(title()).toHaveValue('Shore');
    await userEvent.keyboard('{Enter}');
    await expect.element(place('Shore')).toBeVisible();
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  });

  test('is not offered itself or what is in it as the place to stand in', async () => {
    await choose('Coast', 'Rename or move…');
    const offered = inside().getByRole('option');
    await expect
      .poll(() => offered.elements().map((option) => option.textContent.trim()))
      .toEqual(['No folder', 'Town']);
    await inside().selectOptions('Town');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.element(place('Coast')).toHaveAttribute('aria-level', '2');
  });

  test('is made from the menu, with its title typed at once', async () => {
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('menuitem', { name: 'New folder…' }).click();
    await expect.poll(focused).toBe('title');
    await userEvent.keyboard('Weather{Enter}');
    await expect.element(place('Weather')).toBeVisible();
    expect(fake.calls).toContainEqual(['addFolder', 'Weather', null]);
  });

  test('leaves its feeds where it stood when it is removed, and comes back with them', async () => {
    await choose('Coast', 'Remove the folder');
    await expect.element(place('Coast')).not.toBeInTheDocument();
    await expect.element(place('The Tern')).toHaveAttribute('aria-level', '1');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.element(place('The Tern')).toHaveAttribute('aria-level', '2');
    await expect.element(place('Birds')).toHaveAttribute('aria-level', '2');
  });
});
