import { describe, expect, test } from 'vitest';
import { doors } from './doors.ts';
import { fetched, place, rows, until } from './reader.ts';
import { setStage } from './stage.ts';

describe.each(doors())('the first start, through $name', (door) => {
  const stage = setStage(door, 'for each test');

  test('offers to add a feed, to save a page, to open files or a folder, and to try the sample newsroom', async () => {
    const { page } = stage.carrel;
    await page.getByRole('heading', { name: 'Carrel' }).waitFor();
    await page.getByRole('textbox', { name: 'Address' }).waitFor();
    for (const name of ['Subscribe', 'Open files…', 'Open a folder…', 'Try the sample newsroom']) {
      expect(await page.getByRole('button', { name }).isVisible()).toBe(true);
    }
    await page.getByText('One page', { exact: true }).click();
    await page.getByRole('button', { name: 'Save the page' }).waitFor();
    expect(stage.carrel.errors).toEqual([]);
  });

  test('the sample newsroom fills the list at once, then its pages and pictures come', async () => {
    const { page } = stage.carrel;
    await page.getByRole('button', { name: 'Try the sample newsroom' }).click();
    await rows(page).first().waitFor();
    await until(
      () => page.locator('carrel-progress .strip').allInnerTexts(),
      (texts) => /pages \d+ of \d+/.test(texts.join(' ')),
    );

    await fetched(page);
    await page.getByRole('progressbar', { name: 'Fetching' }).waitFor({ state: 'detached' });
    await place(page, /^Unread, \d+ unread/).waitFor();
    const { feeds } = await page.evaluate(() => window.carrel.sources());
    expect(feeds.length).toBeGreaterThanOrEqual(4);
    const counts = await page.evaluate(() => window.carrel.counts());
    expect(counts.articles).toBeGreaterThanOrEqual(40);
    expect(counts.unread).toBe(counts.articles);
    // Pictures in the list show, from the library and from nowhere else.
    await until(
      () =>
        page
          .locator('carrel-row canvas')
          .evaluateAll((canvases) =>
            canvases.map(
              (canvas) => canvas.clientWidth > 0 && canvas.getAttribute('width') !== '1',
            ),
          ),
      (drawn) => drawn.some(Boolean),
    );
    expect(stage.carrel.strangeRequests).toEqual([]);
    expect(stage.carrel.errors).toEqual([]);
  });
});
