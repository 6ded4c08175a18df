import { afterAll, describe, expect, test } from 'vitest';
import type { Locator, Page } from 'playwright';
import { doors } from './doors.ts';
import { fetched, headlineOf, savePage } from './reader.ts';
import { setStage } from './stage.ts';

describe.each(doors())('the gallery, through $name', (door) => {
  const stage = setStage(door, 'once');
  afterAll(() => expect(stage.carrel.errors).toEqual([]));

  const counter = (page: Page) => page.locator('carrel-gallery .counter').innerText();
  const dialog = (page: Page): Locator => page.locator('carrel-gallery dialog[open]');

  async function save(path: string): Promise<string> {
    await savePage(stage.carrel.page, stage.newsroom.origin + path);
    await fetched(stage.carrel.page);
    const address = stage.newsroom.origin + path;
    await expect
      .poll(() => headlineOf(stage.carrel.page), { timeout: 10_000 })
      .not.toMatch(new RegExp(`^$|${address}`));
    await fetched(stage.carrel.page);
    return await headlineOf(stage.carrel.page);
  }

  /** Whether the picture in the gallery is loaded and drawn. */
  async function shows(page: Page): Promise<boolean> {
    return await page.locator('carrel-gallery .stage > img').evaluate(async (image) => {
      if (!(image instanceof HTMLImageElement)) return false;
      await image.decode().catch(() => undefined);
      return image.naturalWidth > 0 && image.getBoundingClientRect().width > 0;
    });
  }

  test('of twelve goes forth and back by keys and buttons, and gives the focus back', async () => {
    const { page } = stage.carrel;
    await save('/special/gallery');
    const pictures = page.locator('carrel-article').getByRole('button', { name: /^Open picture/ });
    await pictures.nth(2).click();
    await dialog(page).waitFor();
    expect(await counter(page)).toBe('3 / 12');
    await expect.poll(() => shows(page)).toBe(true);

    await page.keyboard.press('ArrowRight');
    await expect.poll(() => counter(page)).toBe('4 / 12');
    await page.getByRole('button', { name: 'Previous picture' }).click();
    await expect.poll(() => counter(page)).toBe('3 / 12');
    await page.keyboard.press('End');
    await expect.poll(() => counter(page)).toBe('12 / 12');
    expect(await page.getByRole('button', { name: 'Next picture' }).isDisabled()).toBe(true);
    await page.keyboard.press('Home');
    await expect.poll(() => counter(page)).toBe('1 / 12');
    for (let turn = 1; turn < 12; turn += 1) {
      await expect.poll(() => shows(page)).toBe(true);
      await page.getByRole('button', { name: 'Next picture' }).click();
    }
    expect(await counter(page)).toBe('12 / 12');

    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
    const focused = await page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element?.getAttribute('aria-label') ?? '';
    });
    expect(focused).toMatch(/^Open picture/);
  });

  test('of the page this project began from says 1 / 1, with its title as the caption', async () => {
    const { page } = stage.carrel;
    const title = await save('/special/lightbox');
    const body = page.locator('carrel-article .body');
    expect(await body.locator('> p').count()).toBe(9);
    expect(await page.locator('carrel-article').getByRole('heading', { name: title }).count()).toBe(
      1,
    );
    await page
      .locator('carrel-article')
      .getByRole('button', { name: /^Open picture/ })
      .click();
    await dialog(page).waitFor();
    expect(await counter(page)).toBe('1 / 1');
    expect(await dialog(page).innerText()).toContain(title);
    await expect.poll(() => shows(page)).toBe(true);
    for (const name of ['Previous picture', 'Next picture']) {
      expect(await page.getByRole('button', { name }).isDisabled()).toBe(true);
    }
    await page.getByRole('button', { name: 'Close' }).click();
    await dialog(page).waitFor({ state: 'detached' });
  });

  test('hands a picture over: to be saved, by its caption, and to the clipboard', async () => {
    const { page } = stage.carrel;
    await save('/special/gallery');
    await page
      .locator('carrel-article')
      .getByRole('button', { name: /^Open picture 3/ })
      .click();
    await dialog(page).waitFor();
    const notice = page.locator('carrel-gallery .notice');
    const downloading = page.waitForEvent('download');
    await page.keyboard.press('s');
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(
      /^The ginkgo at the old gate.*\.(?:jpg|png|webp)$/,
    );
    await expect.poll(() => notice.innerText()).toContain('handed over');
    await page.keyboard.press('c');
    await expect.poll(() => notice.innerText()).toBe('Picture copied.');
    await page.keyboard.press('Escape');
  });

  test('shows all pictures, and the one that is chosen there', async () => {
    const { page } = stage.carrel;
    await save('/special/gallery');
    await page
      .locator('carrel-article')
      .getByRole('button', { name: /^Open picture 3/ })
      .click();
    await dialog(page).waitFor();
    await page.keyboard.press('g');
    await page
      .locator('carrel-gallery-grid')
      .getByRole('button', { name: /picture 12 of/ })
      .click();
    await expect.poll(() => counter(page)).toBe('12 / 12');
    await expect.poll(() => shows(page)).toBe(true);
    await page
      .locator('carrel-gallery-strip')
      .getByRole('button', { name: /picture 11 of/ })
      .click();
    await expect.poll(() => counter(page)).toBe('11 / 12');
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
  });
});
