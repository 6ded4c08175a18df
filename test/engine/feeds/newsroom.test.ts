import { afterAll, beforeAll, expect, test } from 'vitest';
import { discoverFeeds } from '../../../main/engine/feeds/discover.ts';
import { parseFeed } from '../../../main/engine/feeds/parse.ts';
import { createFetcher, type Fetcher } from '../../../main/engine/fetch/fetcher.ts';
import { startNewsroom, type Newsroom } from '../../newsroom/server.ts';

/** The sample newsroom's feeds, fetched and read: every format, whole and as summaries. */

const OPTIONS = { typedHosts: ['127.0.0.1'], accept: '*/*', maxBytes: 20_000_000 };

let newsroom: Newsroom;
let fetcher: Fetcher;

beforeAll(async () => {
  newsroom = await startNewsroom();
  fetcher = createFetcher({ version: '0' });
});

afterAll(async () => {
  await fetcher.close();
  await newsroom.close();
});

test('every feed of the newsroom is read whole', async () => {
  expect(newsroom.feeds.length).toBeGreaterThan(0);
  for (const { address, title } of newsroom.feeds) {
    const feed = parseFeed(await fetcher.get(address, OPTIONS));
    expect(feed).toMatchObject({ title, siteAddress: expect.stringContaining(newsroom.origin) });
    for (const entry of feed.entries) {
      expect(entry, `${title}: ${entry.title}`).toMatchObject({
        guid: expect.any(String),
        address: expect.stringContaining(newsroom.origin),
        ownAddress: true,
        publishedAt: expect.any(Number),
        excerpt: expect.stringMatching(/\w|\p{L}/u),
        body: { text: expect.stringMatching(/\p{L}/u) },
      });
      expect(entry.title).not.toMatch(/&\w+;|<\w+>/);
    }
  }
});

test('the front page of the newsroom names all its feeds', async () => {
  const page = await fetcher.get(newsroom.origin, OPTIONS);
  const found = discoverFeeds(page).map(({ address }) => address);
  expect(found).toEqual(expect.arrayContaining(newsroom.feeds.map(({ address }) => address)));
});

test('a feed that is cut off gives its whole entries', async () => {
  const cut = await fetcher.get(`${newsroom.origin}/special/cut-feed.xml`, OPTIONS);
  expect(parseFeed(cut).entries).toMatchObject([
    { title: 'The first & last entry', address: `${newsroom.origin}/special/one-picture` },
  ]);
});

test('a page that calls itself a feed is none', async () => {
  const page = await fetcher.get(`${newsroom.origin}/special/not-a-feed.xml`, OPTIONS);
  expect(() => parseFeed(page)).toThrow('it is an HTML page');
});
