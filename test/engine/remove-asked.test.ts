import { existsSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { mediaPath } from '../../db/media.ts';
import { aPdf, block } from './import/a-pdf.ts';
import { bring } from './import/bring.ts';
import { rss, startSite, type FeedSite } from './feed-site.ts';
import { newWork, type Work } from './open-work.ts';

let site: FeedSite;
let work: Work;

beforeEach(async () => {
  site = await startSite();
  work = await newWork();
});
afterEach(async () => {
  await work.close();
});

function items(count: number): string[] {
  return Array.from(
    { length: count },
    (_, n) =>
      `<title>Storm ${n}</title><guid isPermaLink="false">${n}</guid><description>Wind.</description>`,
  );
}

test('articles that their reader removes are gone, and stay so when their feed is fetched', async () => {
  site.set('/feed', rss(items(12)));
  await work.api.subscribe(site.at('/feed'));
  await work.idle();
  const { articles } = await work.api.list({ scope: { kind: 'all' }, limit: 50, after: null });
  const ids = articles.slice(0, 11).map(({ id }) => id);
  const removed = await work.api.removeArticles([...ids, 999]);
  expect(removed.toSorted((a, b) => b - a)).toEqual(ids);
  expect(work.events).toContainEqual({ kind: 'articles', ids: expect.arrayContaining(ids) });
  site.set('/feed', rss(items(13)));
  await work.api.refresh({ kind: 'all' });
  await work.idle();
  const left = await work.api.list({ scope: { kind: 'all' }, limit: 50, after: null });
  expect(left.articles).toHaveLength(2);
  expect((await work.api.counts()).articles).toBe(2);
  expect(await work.api.search({ words: 'storm', limit: 50 })).toHaveLength(2);
});

test('the files that only a removed article named are gone too', async () => {
  const content = aPdf([block(['A text of a file.'])]);
  const { report } = await bring(work.api, [{ path: 'a.pdf', content }]);
  const id = report.articles[0] ?? 0;
  const [file] = (await work.article(id)).enclosures;
  const path = mediaPath(work.context.folder, file?.hash ?? '');
  expect(existsSync(path)).toBe(true);
  await work.api.removeArticles([id]);
  expect(existsSync(path)).toBe(false);
});
