import { beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { FakeCarrel } from '../fake-carrel.ts';
import { openWindow, place, resize } from '../window.ts';

/** How deep a line stands: 1 for the outermost. */
const level = (name: string) => Number(place(name).query()?.ariaLevel);

describe('dragging in the sources', () => {
  let fake: FakeCarrel;
  beforeEach(async () => {
    await resize('three panes');
    fake = new FakeCarrel();
    const coast = fake.putFolder('Coast');
    fake.putFolder('Birds', coast.id);
    fake.addFeed({ title: 'The Tern', folderId: coast.id });
    fake.addFeed({ title: 'Gull' });
    await openWindow(fake);
    await expect.element(place('Gull')).toBeVisible();
  });

  test('puts no folder into itself or into one that stands in it', async () => {
    await place('Coast').dropTo(place('Birds'));
    await place('Coast').dropTo(place('The Tern'));
    expect(fake.count('saveFolder')).toBe(0);
  });

  test('says when a move failed, and leaves all where it was', async () => {
    fake.failNext('saveFeed', { kind: 'library', message: 'library: cannot write' });
    await place('Gull').dropTo(place('Coast'));
    await expect.element(page.getByText('library: cannot write')).toBeVisible();
    await expect.poll(() => level('Gull')).toBe(1);
  });

  test('moves a feed onto a folder, and takes that back', async () => {
    await place('Gull').dropTo(place('Coast'));
    await expect.poll(() => level('Gull')).toBe(2);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => level('Gull')).toBe(1);
  });

  test('moves a feed out of its folder, beside one that is in none', async () => {
    await place('The Tern').dropTo(place('Gull'));
    await expect.poll(() => level('The Tern')).toBe(1);
  });

  test('moves a folder out to the free ground below all lines, and into a folder', async () => {
    await place('Birds').dropTo(page.getByRole('tree'), { targetPosition: { x: 100, y: 600 } });
    await expect.poll(() => level('Birds')).toBe(1);
    await place('Birds').dropTo(place('Coast'));
    await expect.poll(() => level('Birds')).toBe(2);
  });
});
