import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { describe, expect, onTestFinished, test } from 'vitest';
import { doors } from './doors.ts';
import { fetched, open, shownPictures, until } from './reader.ts';
import { setStage } from './stage.ts';

/** Where the library is, as the window is told. */
function folderOf(page: Page): Promise<string> {
  return page.evaluate(async () => (await window.carrel.library()).folder);
}

/** The first article with pictures in its text. */
function picturedOf(page: Page): Promise<{ title: string; pictures: number }> {
  return page.evaluate(async () => {
    const scope = { kind: 'all' } as const;
    const { articles } = await window.carrel.list({ scope, limit: 200, after: null });
    for (const { id } of articles) {
      const article = await window.carrel.article(id);
      const isPlain = article?.pictureList.every(({ gallery }) => gallery === null);
      if (article === null || article.pictures.of < 2 || isPlain !== true) continue;
      return { title: article.title, pictures: article.pictures.of };
    }
    throw new Error('no article has pictures');
  });
}

describe.each(doors())('a library that is moved, through $name', (door) => {
  const stage = setStage(door, 'for each test');

  test('is refused where it cannot go, read on from its new folder, and found there by the next start', async () => {
    const parent = await mkdtemp(join(tmpdir(), 'carrel-moved-'));
    onTestFinished(() => rm(parent, { recursive: true, force: true, maxRetries: 5 }));
    const to = join(parent, 'library');
    const { page } = stage.carrel;
    const from = await folderOf(page);
    await page.evaluate(async (feeds) => {
      for (const { address } of feeds) await window.carrel.subscribe(address);
    }, stage.newsroom.feeds);
    await fetched(page);
    const { articles } = await page.evaluate(() => window.carrel.counts());
    const pictured = await picturedOf(page);

    await page.getByRole('button', { name: 'Menu' }).first().click();
    await page.getByRole('menuitem', { name: 'Library…' }).click();
    await page.getByRole('button', { name: 'Move…' }).click();
    await page.getByRole('textbox', { name: 'New folder' }).fill(join(from, 'inside'));
    await page.getByRole('button', { name: 'Move the library' }).click();
    await page.getByText('a library cannot be moved into its own folder').waitFor();
    await page.getByRole('textbox', { name: 'New folder' }).fill(to);
    await page.getByRole('button', { name: 'Move the library' }).click();
    await page.getByText(`Moved here from ${from}.`).waitFor();
    expect(await folderOf(page)).toBe(to);
    await until(
      () => Promise.resolve(readdirSync(from)),
      (names) => names.length === 1,
    );
    expect(readdirSync(from)).toEqual(['moved.json']);

    await page.keyboard.press('Escape');
    await open(page, pictured.title);
    expect(await shownPictures(page)).toBe(pictured.pictures);
    await stage.carrel.close();

    await stage.reopen();
    const again = stage.carrel.page;
    expect(await folderOf(again)).toBe(to);
    const counts = await again.evaluate(() => window.carrel.counts());
    expect(counts).toMatchObject({ articles, incomplete: 0 });
    await open(again, pictured.title);
    expect(await shownPictures(again)).toBe(pictured.pictures);
    expect(existsSync(join(from, 'library.sqlite'))).toBe(false);
  });

  test('is not begun anew where its disk is away', async () => {
    const parent = await mkdtemp(join(tmpdir(), 'carrel-moved-'));
    onTestFinished(() => rm(parent, { recursive: true, force: true, maxRetries: 5 }));
    const { page } = stage.carrel;
    await page.evaluate((to) => window.carrel.moveLibrary(to), join(parent, 'library'));
    await until(
      () => page.evaluate(async () => (await window.carrel.libraryMove())?.state),
      (state) => state === 'done',
    );
    await stage.carrel.close();
    await rm(parent, { recursive: true });
    await expect(stage.reopen()).rejects.toThrow('ended with 1 before it opened');
  });
});
