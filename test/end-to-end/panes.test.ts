import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { doors } from './doors.ts';
import { fetched, open, rows, until } from './reader.ts';
import { setStage } from './stage.ts';

const separator = (page: Page) => page.getByRole('separator', { name: 'Width of the list' });
const widthOf = (page: Page, pane: string) =>
  page.locator(pane).evaluate((element) => element.getBoundingClientRect().width);

describe.each(doors())('the widths of the panes, through $name', (door) => {
  const stage = setStage(door, 'once');
  const wide = { viewport: { width: 1440, height: 900 } };

  beforeAll(async () => {
    await stage.carrel.page.evaluate(async (feeds) => {
      for (const { address } of feeds) await window.carrel.subscribe(address);
    }, stage.newsroom.feeds);
    await rows(stage.carrel.page).first().waitFor();
    await fetched(stage.carrel.page);
    await stage.carrel.page.setViewportSize(wide.viewport);
  });
  afterAll(() => expect(stage.carrel.errors).toEqual([]));

  /** Drags the list's separator so many pixels to the right, in steps as a hand does. */
  async function drag(page: Page, byPx: number, look?: () => Promise<void>): Promise<void> {
    const box = await separator(page).boundingBox();
    if (box === null) throw new Error('there is no separator');
    const [x, y] = [box.x + box.width / 2, box.y + 300];
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let step = 1; step <= 10; step += 1) {
      await page.mouse.move(x + (byPx * step) / 10, y + step);
      await look?.();
    }
    await page.mouse.up();
  }

  test('the reading place and the place in the list hold while one is dragged', async () => {
    const { page } = stage.carrel;
    const title = await page.evaluate(async () => {
      const { articles } = await window.carrel.list({
        scope: { kind: 'all' },
        limit: 200,
        after: null,
      });
      const sorted = articles.toSorted((a, b) => b.readingMinutes - a.readingMinutes);
      return sorted.find(({ direction }) => direction === 'ltr')?.title ?? '';
    });
    await open(page, title);
    await page.locator('carrel-article').hover();
    await page.mouse.wheel(0, 1800);
    const article = page.locator('carrel-article .page');
    await until(
      () => article.evaluate(({ scrollTop }) => scrollTop),
      (top) => top > 1000,
    );
    await page.waitForTimeout(300);
    /** How far above the view the block begins that is at its top, as a part of the block. */
    const readingPlace = () =>
      article.evaluate((scroller) => {
        const { top } = scroller.getBoundingClientRect();
        const blocks = [...(scroller.querySelector('.body')?.children ?? [])];
        const at = blocks.findLastIndex((block) => block.getBoundingClientRect().top <= top + 1);
        const rect = blocks[at]?.getBoundingClientRect();
        return rect === undefined ? -1 : at + (top - rect.top) / rect.height;
      });
    const listTop = () =>
      page.locator('carrel-list .scroller').evaluate(({ scrollTop }) => scrollTop);
    const before = { place: await readingPlace(), list: await listTop() };
    await drag(page, 200, async () => {
      expect(Math.abs((await readingPlace()) - before.place)).toBeLessThan(0.25);
      expect(await listTop()).toBe(before.list);
    });
    await drag(page, -200);
    await expect
      .poll(async () => Math.abs((await readingPlace()) - before.place))
      .toBeLessThan(0.1);
    expect(await page.evaluate(() => getSelection()?.toString() ?? '')).toBe('');
  });

  test('a width that was dragged is there after a restart, and Enter gives the usual back', async () => {
    const { page } = stage.carrel;
    const before = await widthOf(page, 'carrel-list-pane');
    await drag(page, 112);
    expect(await widthOf(page, 'carrel-list-pane')).toBe(before + 112);
    await until(
      () => page.evaluate(async () => (await window.carrel.settings()).listWidthRem),
      (rem) => rem === 31,
    );
    await stage.carrel.close();
    await stage.reopen(wide);
    const { page: again } = stage.carrel;
    await rows(again).first().waitFor();
    expect(await widthOf(again, 'carrel-list-pane')).toBe(31 * 16);
    await separator(again).focus();
    await again.keyboard.press('Enter');
    await expect.poll(() => widthOf(again, 'carrel-list-pane')).toBe(384);
  });

  test('a double click gives the usual width back', async () => {
    const { page } = stage.carrel;
    await drag(page, 80);
    await expect.poll(() => widthOf(page, 'carrel-list-pane')).toBe(464);
    await separator(page).dblclick();
    await expect.poll(() => widthOf(page, 'carrel-list-pane')).toBe(384);
  });
});
