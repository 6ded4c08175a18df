import { describe, expect, test } from 'vitest';
import { doors } from './doors.ts';
import { fetched, headlineOf, place, rows, row, savePage, subscribe } from './reader.ts';
import { setStage } from './stage.ts';

describe.each(doors())('subscribing and saving, through $name', (door) => {
  const stage = setStage(door, 'for each test');

  test('what is no feed is said beside the field, and what was typed stays', async () => {
    const { page } = stage.carrel;
    const address = `${stage.newsroom.origin}/special/not-a-feed.xml`;
    await subscribe(page, address);
    const alert = page.locator('carrel-add-form').getByRole('alert');
    await alert.waitFor();
    expect(await alert.innerText()).toContain(address);
    expect(await page.getByRole('textbox', { name: 'Address' }).inputValue()).toBe(address);

    await subscribe(page, 'http://127.0.0.1:9/');
    await alert.getByText('refused').waitFor();

    await subscribe(page, 'not an address');
    await alert.getByText('not an address').waitFor();
    const { feeds } = await page.evaluate(() => window.carrel.sources());
    expect(feeds).toEqual([]);
    expect(stage.carrel.strangeRequests).toEqual([]);
  });

  test('a site’s address leads to its feed; a second time to the feed that is there', async () => {
    const { page } = stage.carrel;
    await subscribe(page, `${stage.newsroom.origin}/signal/`);
    await place(page, /^Signal & Noise/).waitFor();
    await rows(page).first().waitFor();
    await fetched(page);

    await subscribe(page, `${stage.newsroom.origin}/signal/`);
    await page.getByText(/was in the library before/).waitFor();
    const { feeds } = await page.evaluate(() => window.carrel.sources());
    expect(feeds).toHaveLength(1);
    expect(stage.carrel.errors).toEqual([]);
  });

  test('a feed that is there is led to, however its address is spelled', async () => {
    const { page } = stage.carrel;
    const address = stage.newsroom.feeds[0]?.address ?? '';
    await subscribe(page, `feed:${address}`);
    await rows(page).first().waitFor();
    await fetched(page);
    await subscribe(page, `${address}/`);
    await page.getByText(/was in the library before/).waitFor();
    const { feeds } = await page.evaluate(() => window.carrel.sources());
    expect(feeds.map((feed) => feed.address)).toEqual([address]);
  });

  test('a site with several feeds offers them with their titles', async () => {
    const { page } = stage.carrel;
    await subscribe(page, `${stage.newsroom.origin}/harbour-post/`);
    await page.getByText('This site offers several feeds').waitFor();
    await page.getByRole('checkbox', { name: /Notices/ }).check();
    await page.getByRole('button', { name: 'Subscribe' }).click();
    await place(page, /^Harbour Post: Notices/).waitFor();
    await place(page, /^The Harbour Post/).waitFor();
    await fetched(page);
    expect(stage.carrel.errors).toEqual([]);
  });

  test('a page that is not there is in the list with its reason, and is fetched again on Retry', async () => {
    const { page } = stage.carrel;
    await savePage(page, `${stage.newsroom.origin}/special/missing`);
    await page.getByText('The full text could not be kept.').waitFor();
    await page.getByText('404 Not Found').first().waitFor();
    const asked = stage.newsroom.requests.length;
    await page.getByRole('button', { name: 'Retry' }).click();
    await expect.poll(() => stage.newsroom.requests.length, { timeout: 10_000 }).toBe(asked + 1);
  });

  test('one page saved by address opens, whole', async () => {
    const { page } = stage.carrel;
    await savePage(page, `${stage.newsroom.origin}/special/one-picture`);
    await fetched(page);
    await expect.poll(() => headlineOf(page), { timeout: 10_000 }).toMatch(/^[A-Z][^:/]+$/);
    const headline = await headlineOf(page);
    await row(page, headline).waitFor();
    await page
      .getByText(/1 picture/)
      .first()
      .waitFor();
    expect(stage.carrel.strangeRequests).toEqual([]);
    expect(stage.carrel.errors).toEqual([]);
  });

  test('a feed that is removed leaves its bookmarked article', async () => {
    const { page } = stage.carrel;
    await subscribe(page, `${stage.newsroom.origin}/signal/`);
    await rows(page).first().waitFor();
    await fetched(page);
    await rows(page).first().click();
    await expect.poll(() => headlineOf(page), { timeout: 10_000 }).not.toBe('');
    const headline = await headlineOf(page);
    await page.keyboard.press('b');
    await page.getByRole('button', { name: 'Bookmark', pressed: true }).waitFor();

    await place(page, /^Signal & Noise/).click();
    await page.getByRole('button', { name: 'Menu' }).first().click();
    await page.getByRole('menuitem', { name: /Unsubscribe/ }).click();
    await page.getByRole('button', { name: 'Unsubscribe', exact: true }).click();
    await place(page, /^Signal & Noise/).waitFor({ state: 'detached' });
    await place(page, /^Bookmarks/).click();
    await row(page, headline).waitFor();
    expect(await rows(page).count()).toBe(1);
  });
});
