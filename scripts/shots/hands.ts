import type { Page } from 'playwright';

/** What a reader does, for the states of the window that pictures are taken of. */

/** Opens an article by the beginning of its headline, wherever in the list it is. */
export async function open(page: Page, headline: string): Promise<void> {
  const row = await find(page, headline);
  await row.click();
  await page.locator('carrel-article-head h1').filter({ hasText: headline }).waitFor();
}

/** Scrolls the list until an article's row is in view. */
export async function find(page: Page, headline: string): Promise<ReturnType<Page['getByRole']>> {
  const row = page.getByRole('option').filter({ hasText: headline }).first();
  await page.getByRole('listbox').hover();
  for (let turn = 0; turn < 80 && !(await row.isVisible()); turn += 1) {
    await page.mouse.wheel(0, 400);
    await page.waitForTimeout(60);
  }
  return row;
}

/** Gives a command by the palette, as everything can be given. */
export async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill(name);
  await page.keyboard.press('Enter');
}

/** In a narrow window, the sources are behind the list, and the list behind an article. */
export async function showSources(page: Page): Promise<void> {
  const back = page.getByRole('button', { name: 'Back', exact: true });
  if (await back.isVisible()) await back.click();
  const isShown = await page.getByRole('treeitem', { name: 'All articles' }).isVisible();
  if (!isShown) await page.getByRole('button', { name: 'Sources' }).click();
}

export async function choose(page: Page, place: RegExp): Promise<void> {
  await showSources(page);
  await page.getByRole('treeitem', { name: place }).first().click();
}

export async function fromMenu(page: Page, entry: string): Promise<void> {
  await showSources(page);
  await page.getByRole('button', { name: 'Menu' }).first().click();
  await page.getByRole('menuitem', { name: entry }).click();
}

export async function openSettings(page: Page): Promise<void> {
  await showSources(page);
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('group', { name: 'Theme' }).waitFor();
}
