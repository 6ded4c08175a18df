import { expect } from 'vitest';
import { page } from 'vitest/browser';
import type { FakeCarrel } from '../fake-carrel.ts';
import { openWindow, place } from '../window.ts';

/** Opens the window and, by its menu, what it says of the library. */
export async function openLibrary(fake: FakeCarrel): Promise<void> {
  await openWindow(fake);
  await expect.element(place('All articles')).toBeVisible();
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('menuitem', { name: 'Library…' }).click();
  await expect.element(page.getByRole('heading', { name: 'Folder' })).toBeVisible();
}
