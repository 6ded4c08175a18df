import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';

/** What a user does with the window, in words; everything is found by role and name. */

/** Waits for something on the page to become so. */
export async function until<T>(read: () => Promise<T>, wanted: (value: T) => boolean): Promise<T> {
  const deadline = Date.now() + 45_000;
  for (;;) {
    const value = await read();
    if (wanted(value)) return value;
    if (Date.now() > deadline) throw new Error(`still ${JSON.stringify(value)} after 45 s`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export function rows(page: Page): Locator {
  return page.getByRole('option');
}

/** A row of the list by words of its headline. */
export function row(page: Page, words: string): Locator {
  return rows(page).filter({ hasText: words }).first();
}

export function place(page: Page, name: string | RegExp): Locator {
  return page.getByRole('treeitem', { name });
}

/** Subscribes by the welcome’s form or by the dialog, whichever is there. */
export async function subscribe(page: Page, address: string): Promise<void> {
  await typeAddress(page, 'Feed or site', address);
  await page.getByRole('button', { name: 'Subscribe' }).click();
}

export async function savePage(page: Page, address: string): Promise<void> {
  await typeAddress(page, 'One page', address);
  await page.getByRole('button', { name: 'Save the page' }).click();
}

async function typeAddress(page: Page, tab: string, address: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Address' });
  const add = page.getByRole('button', { name: 'Add a feed or a page' });
  await field.or(add).first().waitFor();
  if (!(await field.isVisible())) await add.first().click();
  await page.getByText(tab, { exact: true }).click();
  await field.fill(address);
}

/** Waits until the strip that tells what is being fetched is gone, and every row is whole. */
export async function fetched(page: Page): Promise<void> {
  await until(
    () =>
      page.evaluate(async () => {
        const { running } = await window.carrel.progress();
        const { articles } = await window.carrel.list({
          scope: { kind: 'all' },
          limit: 200,
          after: null,
        });
        const waiting = articles.filter(
          ({ text, pictures }) =>
            text === 'waiting' ||
            (text === 'kept' && pictures.kept + pictures.failed < pictures.of),
        );
        return { running, waiting: waiting.map(({ title }) => title) };
      }),
    ({ running, waiting }) => !running && waiting.length === 0,
  );
}

/** Opens an article from the list and waits for its headline to stand in the reading view. */
export async function open(page: Page, headline: string): Promise<void> {
  await scrollTo(page, headline);
  await row(page, headline).click();
  await expect.poll(() => headlineOf(page), { timeout: 10_000 }).toContain(headline);
}

/** The list draws only the rows in view: scrolls until the wanted one is among them. */
async function scrollTo(page: Page, headline: string): Promise<void> {
  const wanted = row(page, headline);
  if (await wanted.isVisible()) return;
  const list = page.getByRole('listbox');
  await list.hover();
  await page.mouse.wheel(0, -1_000_000);
  for (let turn = 0; turn < 60 && !(await wanted.isVisible()); turn += 1) {
    await page.mouse.wheel(0, 400);
    await page.waitForTimeout(60);
  }
}

export async function headlineOf(page: Page): Promise<string> {
  const heading = page.locator('carrel-article-head h1');
  return (await heading.count()) === 0 ? '' : (await heading.innerText()).trim();
}

/** Presses a key of the reading keys, with the focus outside any field. */
export async function press(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
}

/** The pictures of the open article that show: loaded, with pixels. */
export async function shownPictures(page: Page): Promise<number> {
  const images = page.locator('carrel-article figure img');
  for (const image of await images.all()) await image.scrollIntoViewIfNeeded();
  return await images.evaluateAll(
    async (elements) =>
      (
        await Promise.all(
          elements.map(async (element) => {
            if (!(element instanceof HTMLImageElement)) return false;
            await element.decode().catch(() => undefined);
            return element.complete && element.naturalWidth > 0;
          }),
        )
      ).filter(Boolean).length,
  );
}

/**
 * The bytes behind a link to save. Read by the window: the stand-in answers the window's requests, and
 * Chromium asks for what it saves by itself.
 */
export async function behind(page: Page, link: string): Promise<Buffer> {
  const base64 = await page.getByRole('link', { name: link }).evaluate(async (element) => {
    const response = await fetch(element.getAttribute('href') ?? '');
    const bytes = new Uint8Array(await response.arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  });
  return Buffer.from(base64, 'base64');
}
