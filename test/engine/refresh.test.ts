import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Feed } from '../../contract/types.ts';
import { addFeed, getFeed, listFeeds } from '../../db/feeds.ts';
import { restingHost } from '../../db/hosts.ts';
import { siteOf } from '../../main/engine/fetch/site.ts';
import { rss, startSite, type Answer, type FeedSite } from './feed-site.ts';
import { newWork, type Work } from './open-work.ts';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const ITEM =
  '<title>Storm</title><guid isPermaLink="false">1</guid><description>Wind.</description>';

let site: FeedSite;
let work: Work;

beforeEach(async () => {
  site = await startSite();
  work = await newWork();
});
afterEach(async () => {
  await work.close();
});

/** A feed that keeps its own text, fetched once. */
async function aFeedAt(path: string, address = site.at(path)): Promise<Feed> {
  const { feed } = addFeed(work.context.db, {
    address,
    title: address,
    siteAddress: null,
    folderId: null,
    textFrom: 'feed',
    now: 0,
  });
  await refresh();
  return now(feed);
}

async function refresh(): Promise<void> {
  await work.api.refresh({ kind: 'all' });
  await work.idle();
}

function now(feed: Feed): Feed {
  const found = getFeed(work.context.db, feed.id);
  if (found === undefined) throw new Error('the feed is gone');
  return found;
}

describe('a feed that fails', () => {
  test('is gone for good after 410, says so, and is not fetched any more by itself', async () => {
    site.set('/feed', rss([ITEM]));
    const feed = await aFeedAt('/feed');
    site.set('/feed', { status: 410 });
    await refresh();
    expect(now(feed)).toMatchObject({ nextFetchAt: null, failure: { kind: 'gone' } });
    expect(now(feed).failure?.message).toContain('gone for good');
    expect(now(feed).articles).toBe(1);
    const asked = site.asked.length;
    work.pass(40 * DAY);
    await work.idle();
    expect(site.asked).toHaveLength(asked);
    // Its reader may ask all the same.
    site.set('/feed', rss([ITEM]));
    await refresh();
    expect(now(feed)).toMatchObject({ failure: null });
    expect(now(feed).nextFetchAt).not.toBeNull();
  });

  test('is asked ever more seldom, and as before when it answers again', async () => {
    site.set('/feed', { status: 500 });
    const feed = await aFeedAt('/feed');
    const waits: number[] = [];
    for (let failures = 0; failures < 3; failures += 1) {
      const { nextFetchAt, lastTriedAt } = now(feed);
      waits.push((nextFetchAt ?? 0) - (lastTriedAt ?? 0));
      await refresh();
    }
    const [first = 0, second = 0, third = 0] = waits;
    expect(second).toBeGreaterThan(first);
    expect(third).toBeGreaterThan(second);
    site.set('/feed', rss([ITEM]));
    await refresh();
    expect(now(feed)).toMatchObject({ failure: null, articles: 1 });
  });

  test.each([
    ['seconds', () => '7200'],
    ['a date', (at: number) => new Date(at + 2 * HOUR).toUTCString()],
  ])('that says when to come back, in %s, is not asked before', async (_form, retryAfter) => {
    site.set('/feed', (_request, response) => {
      const after = retryAfter(work.context.now());
      response.writeHead(503, { 'retry-after': after }).end();
    });
    const feed = await aFeedAt('/feed');
    const rest = restingHost(work.context.db, siteOf(site.at('/')));
    expect(rest).toMatchObject({ asked: true });
    expect(Math.abs((rest?.retryAt ?? 0) - work.context.now() - 2 * HOUR)).toBeLessThan(HOUR / 10);
    expect((now(feed).nextFetchAt ?? 0) - work.context.now()).toBeGreaterThan(HOUR);
    const asked = site.asked.length;
    // Not even when its reader asks: it said so itself.
    await work.api.refresh({ kind: 'all' });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(site.asked).toHaveLength(asked);
  });

  test('leaves what else is to be fetched from its host for later', async () => {
    site.set('/busy', { status: 503 });
    site.set('/feed', rss([ITEM]));
    await aFeedAt('/busy');
    expect(restingHost(work.context.db, siteOf(site.at('/')))).toMatchObject({ asked: false });
    // A reader who asks is not put off by it.
    const other = await aFeedAt('/feed');
    expect(other.failure).toBeNull();
    expect(restingHost(work.context.db, siteOf(site.at('/')))?.asked ?? false).toBe(false);
  });

  test('says of the other feeds of a server that is down that they cannot be had either', async () => {
    const feeds = [];
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      const address = `http://127.0.0.1:9/${name}`;
      const more = { title: address, siteAddress: null, folderId: null, now: 0 };
      feeds.push(addFeed(work.context.db, { address, textFrom: 'feed', ...more }).feed);
    }
    await refresh();
    for (const feed of feeds) {
      expect(now(feed).failure).toMatchObject({ kind: 'network' });
      expect(now(feed).failure?.message).toContain(feed.address);
      expect(now(feed).failure?.message).toContain('refused');
      expect(now(feed).nextFetchAt).toBeGreaterThan(work.context.now());
    }
    expect(work.jobs('refresh')).toBe(0);
  });

  test.each(['/not-a-feed', '/endless-redirect'])('at %s says why in words', async (path) => {
    site.set('/not-a-feed', '<html><body>Hello</body></html>');
    site.set('/endless-redirect', { status: 302, headers: { location: '/endless-redirect' } });
    const feed = await aFeedAt(path);
    expect(feed.failure?.message).toContain(site.at(path));
    expect(feed.nextFetchAt).toBeGreaterThan(work.context.now());
  });
});

describe('a feed of 100 MB', () => {
  const MB = 1024 * 1024;
  const piece = Buffer.from(`<item>${ITEM}</item>\n`.repeat(4000)).subarray(0, MB / 4);
  const start = '<rss version="2.0"><channel><title>Long</title>';

  /** Writes 100 MB as fast as they are read; tells how many bytes went out before the end. */
  function endless(headers: Record<string, string>, sent: { bytes: number }): Answer {
    return (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/rss+xml', ...headers }).write(start);
      const more = (): void => {
        while (sent.bytes < 100 * MB && !response.destroyed) {
          sent.bytes += piece.length;
          if (!response.write(piece)) {
            response.once('drain', more);
            return;
          }
        }
        response.end('</channel></rss>');
      };
      more();
    };
  }

  test.each([
    ['that says so is not read', { 'content-length': String(100 * MB) }, 5],
    ['that does not say so is cut off', {}, 40],
  ])('%s, and what the feed brought before stays', async (_what, headers, mostMb) => {
    site.set('/feed', rss([ITEM]));
    const feed = await aFeedAt('/feed');
    const sent = { bytes: 0 };
    site.set('/feed', endless(headers, sent));
    await refresh();
    expect(now(feed)).toMatchObject({ articles: 1, failure: { kind: 'too-large' } });
    expect(now(feed).failure?.message).toContain('larger than 20 MB');
    // What is on its way in the system's buffers is sent, and no more.
    expect(sent.bytes).toBeLessThan(mostMb * MB);
  });

  test('in 100 kB of gzip is not unfolded', async () => {
    const body = gzipSync(Buffer.concat([Buffer.from(start), ...Array(400).fill(piece)]));
    expect(body.length).toBeLessThan(MB);
    site.set('/feed', (_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(body);
    });
    const feed = await aFeedAt('/feed');
    expect(feed).toMatchObject({ articles: 0, failure: { kind: 'too-large' } });
  });
});

describe('a feed that moved', () => {
  test('for good has its new address when it has said so for three days, not before', async () => {
    site.set('/old', { status: 301, headers: { location: '/new' } });
    site.set('/new', rss([ITEM]));
    const feed = await aFeedAt('/old');
    work.pass(2 * DAY);
    await refresh();
    expect(now(feed).address).toBe(site.at('/old'));
    work.pass(2 * DAY);
    await refresh();
    expect(now(feed)).toMatchObject({ address: site.at('/new'), articles: 1, failure: null });
    // What it brought before is known by the address it had: nothing is new.
    site.set('/new', rss([ITEM.replace('Wind', 'More wind')]));
    await refresh();
    expect(now(feed).articles).toBe(1);
  });

  test('only for the moment keeps its address, however long', async () => {
    site.set('/old', { status: 302, headers: { location: '/new' } });
    site.set('/new', rss([ITEM]));
    const feed = await aFeedAt('/old');
    for (let days = 0; days < 3; days += 1) {
      work.pass(3 * DAY);
      await refresh();
    }
    expect(now(feed).address).toBe(site.at('/old'));
  });

  test('to where it is not to be had is fetched from where it was', async () => {
    site.set(
      '/old',
      rss(
        [ITEM],
        `<itunes:new-feed-url xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">${site.at('/nowhere')}</itunes:new-feed-url>`,
      ),
    );
    const feed = await aFeedAt('/old');
    work.pass(4 * DAY);
    await refresh();
    expect(now(feed)).toMatchObject({ address: site.at('/old'), failure: null });
    expect(site.asked).toContain('/nowhere');
  });

  test('to where another feed is stays beside it', async () => {
    site.set('/old', { status: 308, headers: { location: '/new' } });
    site.set('/new', rss([ITEM]));
    const feed = await aFeedAt('/old');
    const other = await aFeedAt('/new');
    work.pass(4 * DAY);
    await refresh();
    expect(
      listFeeds(work.context.db)
        .map(({ address }) => address)
        .toSorted(),
    ).toEqual([feed.address, other.address].toSorted());
  });
});

describe('without a network to use', () => {
  function offline(state: { online: boolean; metered: boolean }): void {
    work.context.network = { state: () => state, close: () => undefined };
  }

  test.each([
    ['offline', { online: false, metered: false }],
    ['metered', { online: true, metered: true }],
  ] as const)('(%s) nothing fails, and what is due waits and says so', async (waiting, state) => {
    await work.api.saveSettings({ onMetered: 'wait' });
    offline(state);
    const address = 'https://feed.example/feed';
    const { feed } = addFeed(work.context.db, {
      address,
      title: address,
      siteAddress: null,
      folderId: null,
      textFrom: 'feed',
      now: 0,
    });
    // As the schedule does; a refresh that the reader asks for is not held by a metered network.
    work.runner.networkChanged();
    await expect.poll(() => work.runner.progress()).toMatchObject({ waiting, running: false });
    expect(work.jobs('refresh')).toBe(1);
    expect(now(feed)).toMatchObject({ failure: null, lastTriedAt: null });
  });

  test('what is on this machine is fetched all the same', async () => {
    offline({ online: false, metered: false });
    site.set('/feed', rss([ITEM]));
    expect(await aFeedAt('/feed')).toMatchObject({ failure: null, articles: 1 });
  });
});

describe('a refresh', () => {
  test('asks whether anything changed, and takes a 304 for an answer', async () => {
    site.set('/feed', (request, response) => {
      if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"1"' }).end(rss([ITEM]));
    });
    const feed = await aFeedAt('/feed');
    await refresh();
    const feedRequests = site.requests.filter(({ url }) => url === '/feed');
    expect(feedRequests.at(-1)?.headers['if-none-match']).toBe('"1"');
    expect(now(feed)).toMatchObject({ articles: 1, failure: null });
  });

  test('comes no sooner than the publisher likes', async () => {
    site.set('/feed', rss([ITEM], '<ttl>300</ttl>'));
    site.set('/cached', { body: rss([ITEM]), headers: { 'cache-control': 'max-age=21600' } });
    for (const [path, ms] of [
      ['/feed', 5 * HOUR],
      ['/cached', 6 * HOUR],
    ] as const) {
      const { nextFetchAt, lastTriedAt } = await aFeedAt(path);
      expect((nextFetchAt ?? 0) - (lastTriedAt ?? 0)).toBeGreaterThanOrEqual(ms);
      expect((nextFetchAt ?? 0) - (lastTriedAt ?? 0)).toBeLessThan(ms * 1.2);
    }
  });

  test('that is cancelled ends at once, and the feeds wait for their schedule', async () => {
    site.set('/slow', () => undefined);
    site.set('/feed', rss([ITEM]));
    const { db } = work.context;
    for (const path of ['/slow', '/slow?2', '/slow?3', '/feed']) {
      site.set(path, site.at(path).includes('slow') ? () => undefined : rss([ITEM]));
      const address = site.at(path);
      addFeed(db, {
        address,
        title: '',
        siteAddress: null,
        folderId: null,
        textFrom: 'feed',
        now: 0,
      });
    }
    await work.api.refresh({ kind: 'all' });
    await expect.poll(() => site.asked.length).toBeGreaterThan(1);
    const cancelled = await work.api.cancelRefresh();
    expect(cancelled.length).toBeGreaterThan(1);
    await work.idle();
    expect(work.jobs('refresh')).toBe(0);
    expect(work.runner.progress().running).toBe(false);
    // That it was stopped is no failure.
    expect(listFeeds(db).map(({ failure }) => failure)).toEqual([null, null, null, null]);
  });

  test('says that a server’s certificate, name or answer is at fault, in words', async () => {
    const feed = await aFeedAt('/', 'http://127.0.0.1:9/feed');
    expect(feed.failure).toMatchObject({
      kind: 'network',
      message: expect.stringContaining('the connection was refused'),
    });
  });
});
