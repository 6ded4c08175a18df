import { describe, expect, test } from 'vitest';
import { doors, type OpenCarrel } from './doors.ts';
import { fetched, until } from './reader.ts';
import { setStage } from './stage.ts';

describe.each(doors())('killed in the middle of a refresh, through $name', (door) => {
  const stage = setStage(door, 'for each test');

  test('it goes on where it stopped: nothing lost, nothing twice', async () => {
    await stage.carrel.page.evaluate(async (feeds) => {
      for (const { address } of feeds) await window.carrel.subscribe(address);
    }, stage.newsroom.feeds);
    const before = await stage.carrel.page.evaluate(() => window.carrel.counts());
    await until(
      () => stage.carrel.page.evaluate(async () => (await window.carrel.progress()).pictures.done),
      (done) => done >= 5,
    );
    const kept = await keptAddresses(stage.carrel);
    expect(kept.length).toBeGreaterThan(0);
    await stage.carrel.kill();
    const asked = stage.newsroom.requests.length;

    await stage.reopen();
    await fetched(stage.carrel.page);
    const after = await stage.carrel.page.evaluate(() => window.carrel.counts());
    // In the end nothing is missing that was missing in the middle.
    expect(after).toEqual({ ...before, incomplete: 0 });
    const { articles } = await stage.carrel.page.evaluate(() =>
      window.carrel.list({ scope: { kind: 'all' }, limit: 200, after: null }),
    );
    const titles = articles.map(({ title, source }) => `${title} (${source})`);
    expect(new Set(titles).size).toBe(titles.length);
    const unfinished = articles.filter(
      ({ text, pictures }) => text !== 'kept' || pictures.kept !== pictures.of,
    );
    expect(unfinished.map(({ title, failure }) => ({ title, failure }))).toEqual([]);

    const again = stage.newsroom.requests
      .slice(asked)
      .map(({ path }) => stage.newsroom.origin + path);
    expect(again.filter((address) => kept.includes(address))).toEqual([]);
  });
});

/** The addresses of the pages and pictures that are kept. */
async function keptAddresses({ page }: OpenCarrel): Promise<string[]> {
  return await page.evaluate(async () => {
    const { articles } = await window.carrel.list({
      scope: { kind: 'all' },
      limit: 200,
      after: null,
    });
    const whole = await Promise.all(articles.map(({ id }) => window.carrel.article(id)));
    const kept = whole.flatMap((article) => {
      if (article === null || article.text !== 'kept') return [];
      const pictures = article.pictureList.filter(({ hash }) => hash !== null);
      return [{ address: article.address ?? '' }].concat(pictures);
    });
    return kept.map(({ address }) => address);
  });
}
