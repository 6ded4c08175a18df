import { describe, expect, test } from 'vitest';
import { doors } from './doors.ts';
import { fetched, headlineOf, open, place, row, rows, shownPictures } from './reader.ts';
import { setStage } from './stage.ts';

describe.each(doors())('without a network, through $name', (door) => {
  const stage = setStage(door, 'for each test');

  test('after a restart everything opens, searches, shows its pictures and keeps its marks', async () => {
    await stage.carrel.page.evaluate(async (feeds) => {
      for (const { address } of feeds) await window.carrel.subscribe(address);
    }, stage.newsroom.feeds);
    await rows(stage.carrel.page).first().waitFor();
    await fetched(stage.carrel.page);
    const kept = await stage.carrel.page.evaluate(async () => {
      const { articles } = await window.carrel.list({
        scope: { kind: 'all' },
        limit: 200,
        after: null,
      });
      const first = articles[0];
      if (first !== undefined) {
        await window.carrel.bookmark([first.id], true);
        await window.carrel.markRead([first.id], true);
      }
      return await Promise.all(articles.map(({ id }) => window.carrel.article(id)));
    });
    expect(kept.length).toBeGreaterThanOrEqual(40);
    await stage.carrel.close();
    await stage.newsroom.close();

    await stage.reopen();
    const { page } = stage.carrel;
    await rows(page).first().waitFor();
    const again = await page.evaluate(async () => {
      const { articles } = await window.carrel.list({
        scope: { kind: 'all' },
        limit: 200,
        after: null,
      });
      return await Promise.all(articles.map(({ id }) => window.carrel.article(id)));
    });
    expect(again).toEqual(
      kept.map((article, index) =>
        index === 0 ? { ...article, read: true, bookmarked: true } : article,
      ),
    );

    // Every kept picture shows: each is decoded by the window itself.
    const broken = await page.evaluate(async () => {
      const { articles } = await window.carrel.list({
        scope: { kind: 'all' },
        limit: 200,
        after: null,
      });
      const whole = await Promise.all(articles.map(({ id }) => window.carrel.article(id)));
      const hashes = new Set(
        whole.flatMap((article) => article?.pictureList.map(({ hash }) => hash) ?? []),
      );
      const failed: (string | null)[] = [];
      for (const hash of hashes) {
        const image = new Image();
        image.src = `media/${hash}`;
        await image.decode().catch(() => failed.push(hash));
      }
      return { failed, count: hashes.size };
    });
    expect(broken.count).toBeGreaterThan(40);
    expect(broken.failed).toEqual([]);

    const pictured = kept.find(
      (article) =>
        (article?.pictures.of ?? 0) > 1 &&
        article?.pictureList.every(({ gallery }) => gallery === null),
    );
    await open(page, pictured?.title ?? '');
    expect(await shownPictures(page)).toBe(pictured?.pictures.of);

    await place(page, /^Bookmarks, 1/).click();
    await row(page, kept[0]?.title ?? '').waitFor();

    await page.keyboard.press('/');
    await page.keyboard.type('harbour');
    await page.locator('carrel-row mark').first().waitFor();
    await rows(page).first().click();
    await expect.poll(() => headlineOf(page), { timeout: 10_000 }).not.toBe('');

    // Fetching says what is wrong, and takes nothing away.
    await page.evaluate(() => window.carrel.refresh({ kind: 'all' }));
    await expect
      .poll(
        async () =>
          (await page.evaluate(() => window.carrel.sources())).feeds.map(
            ({ failure }) => failure?.message ?? '',
          ),
        { timeout: 20_000 },
      )
      .toEqual(stage.newsroom.feeds.map(() => expect.stringContaining('refused')));
    expect((await page.evaluate(() => window.carrel.counts())).articles).toBe(kept.length);
    expect(stage.carrel.strangeRequests).toEqual([]);
    expect(stage.carrel.errors).toEqual([]);
  });
});
