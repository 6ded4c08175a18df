import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Travel } from '../../contract/provenance.ts';
import type { ArticleId, FeedId, Scope } from '../../contract/types.ts';
import { contradictionsOf } from '../db/consistency.ts';
import { SOUND } from './enclosure-site.ts';
import { rss, startSite, type FeedSite } from './feed-site.ts';
import { aPage, aPng } from './import/pages.ts';
import { newWork, type Work } from './open-work.ts';

let site: FeedSite;
let work: Work;

beforeEach(async () => {
  site = await startSite();
  work = await newWork();
});
afterEach(async () => {
  expect(contradictionsOf(work.context.db)).toEqual([]);
  await work.close();
});

/** Subscribes to a feed of two articles, `<name>-1` and `<name>-2`, whose pages are not there. */
async function subscribe(name: string): Promise<FeedId> {
  const item = (n: number): string =>
    `<title>${name}-${n}</title><guid>${name}-${n}</guid><link>${site.at(`/${name}-${n}`)}</link>`;
  site.set(`/${name}.xml`, rss([item(1), item(2)], `<description>${name}</description>`));
  const subscription = await work.api.subscribe(site.at(`/${name}.xml`));
  if (subscription.kind !== 'added') throw new Error('the feed was not added');
  return subscription.feed.id;
}

async function idOf(title: string): Promise<ArticleId> {
  const { articles } = await work.api.list({ scope: { kind: 'all' }, limit: 50, after: null });
  const id = articles.find((article) => article.title === title)?.id;
  if (id === undefined) throw new Error(`there is no article ${title}`);
  return id;
}

async function travelled(scope: Scope): Promise<Travel> {
  await work.api.prepareTravel(scope);
  await expect
    .poll(async () => (await work.api.travel())?.state, { timeout: 20_000 })
    .not.toBe('running');
  const travel = await work.api.travel();
  if (travel === null) throw new Error('there is no travel');
  return travel;
}

describe('fetches what is missing of its place, and of no other:', () => {
  const names = ['world', 'asia', 'japan', 'home'];
  let feeds: FeedId[];
  let world: number;

  beforeEach(async () => {
    feeds = [];
    for (const name of names) feeds.push(await subscribe(name));
    world = (await work.api.addFolder('World', null)).id;
    const asia = (await work.api.addFolder('Asia', world)).id;
    const japan = (await work.api.addFolder('Japan', asia)).id;
    for (const [at, folderId] of [world, asia, japan].entries()) {
      await work.api.saveFeed(feeds[at] ?? 0, { folderId });
    }
    await work.idle();
    for (const name of names) site.set(`/${name}-1`, aPage(`${name}-1`));
    site.asked.length = 0;
  });

  test('a feed', async () => {
    const travel = await travelled({ kind: 'feed', id: feeds[1] ?? 0 });
    expect(site.asked.toSorted()).toEqual(['/asia-1', '/asia-2']);
    expect(travel).toMatchObject({ articles: 2, of: 2, done: 1, missedCount: 1 });
    expect(travel.missed.map(({ title }) => title)).toEqual(['asia-2']);
  });

  test('a folder with the folders in it', async () => {
    const travel = await travelled({ kind: 'folder', id: world });
    const inside = ['world', 'asia', 'japan'].flatMap((name) => [`/${name}-1`, `/${name}-2`]);
    expect(site.asked.toSorted()).toEqual(inside.toSorted());
    expect(travel).toMatchObject({ articles: 6, of: 6, done: 3, missedCount: 3 });
  });

  test('the bookmarks', async () => {
    const ids = [await idOf('home-1'), await idOf('japan-2')];
    await work.api.bookmark(ids, true);
    const travel = await travelled({ kind: 'bookmarks' });
    expect(site.asked.toSorted()).toEqual(['/home-1', '/japan-2']);
    expect(travel).toMatchObject({ articles: 2, of: 2, done: 1, missedCount: 1 });
  });

  test('two feeds that carry one article, which is come to once', async () => {
    site.set('/also.xml', rss([`<title>asia-1</title><link>${site.at('/asia-1')}</link>`]));
    const also = await work.api.subscribe(site.at('/also.xml'));
    if (also.kind !== 'added') throw new Error('the feed was not added');
    await work.api.saveFeed(also.feed.id, { folderId: world });
    await work.idle();
    site.asked.length = 0;
    const travel = await travelled({ kind: 'folder', id: world });
    expect(travel).toMatchObject({ articles: 6, missedCount: 3 });
    expect(new Set(site.asked).size).toBe(site.asked.length);
  });
});

describe('of one article', () => {
  const first = aPage('Ice', '<img src="/a.png" width="640" height="480">');
  const withNext = first.replace('</body>', '<a rel="next" href="/ice?page=2">next</a></body>');
  const second = aPage('Ice', '<p>This is the second part.</p>');
  let feed: FeedId;
  let ice: ArticleId;

  /** Of an article with a picture, two attachments and a second page, only the first page is there. */
  beforeEach(async () => {
    const file = (name: string): string =>
      `<enclosure url="${site.at(name)}" type="audio/mpeg" length="${SOUND.length}"/>`;
    const item = `<title>Ice</title><link>${site.at('/ice')}</link>${file('/a.mp3')}${file('/b.mp3')}`;
    site.set('/feed.xml', rss([item]));
    site.set('/ice', withNext);
    const subscription = await work.api.subscribe(site.at('/feed.xml'));
    if (subscription.kind !== 'added') throw new Error('the feed was not added');
    feed = subscription.feed.id;
    await work.idle();
    ice = await idOf('Ice');
    await work.api.fetchEnclosure(ice, 0);
    await work.idle();
    site.asked.length = 0;
  });

  test('tells its picture, its further part and its attachment, each with its reason', async () => {
    const travel = await travelled({ kind: 'feed', id: feed });
    expect(travel).toMatchObject({ of: 1, done: 0, missedCount: 1 });
    const [missed] = travel.missed;
    expect(missed?.missing).toMatchObject([
      { what: 'part', address: site.at('/ice?page=2'), failure: { kind: 'http' } },
      { what: 'picture', address: site.at('/a.png'), ordinal: 0, failure: { kind: 'http' } },
      { what: 'attachment', address: site.at('/a.mp3'), ordinal: 0, failure: { kind: 'http' } },
    ]);
    expect(site.asked.toSorted()).toEqual(['/a.mp3', '/a.png', '/ice?page=2']);
  });

  test('fetches them, counts their bytes, and leaves an attachment that is only offered', async () => {
    const png = aPng();
    site.set('/ice?page=2', second);
    site.set('/a.png', (_request, response) => {
      response.writeHead(200, { 'content-type': 'image/png' }).end(png);
    });
    site.set('/a.mp3', (_request, response) => {
      response.writeHead(200, { 'content-type': 'audio/mpeg' }).end(SOUND);
    });
    const travel = await travelled({ kind: 'feed', id: feed });
    expect(travel).toMatchObject({ of: 1, done: 1, waiting: 0, missed: [], missedCount: 0 });
    expect(travel.receivedBytes).toBe(second.length + png.length + SOUND.length);
    expect(await work.api.completeness(ice)).toEqual({
      text: 'kept',
      pictures: { of: 1, kept: 1, failed: 0 },
      attachments: { of: 1, kept: 1, failed: 0 },
      missing: [],
    });
    expect((await work.article(ice)).html).toContain('the second part');
    expect(site.asked.toSorted()).toEqual(['/a.mp3', '/a.png', '/ice?page=2']);
  });

  test('fetches a picture once whose version gives way while it comes', async () => {
    const png = aPng();
    site.set('/ice?page=2', second);
    site.set('/a.png', (_request, response) => {
      const answer = async (): Promise<void> => {
        for (;;) {
          if ((await work.article(ice)).html.includes('the second part')) break;
          await new Promise((resolve) => setTimeout(resolve, 10));
        }
        response.writeHead(200, { 'content-type': 'image/png' }).end(png);
      };
      void answer();
    });
    await travelled({ kind: 'feed', id: feed });
    await work.idle();
    expect(await work.api.completeness(ice)).toMatchObject({ pictures: { of: 1, kept: 1 } });
    expect(site.asked.filter((path) => path === '/a.png')).toEqual(['/a.png']);
  });
});
