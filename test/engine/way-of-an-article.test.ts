import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startNewsroom, type Newsroom } from '../newsroom/server.ts';
import { bring } from './import/bring.ts';
import { libraryFolder, openEngine, type TestEngine } from './open-engine.ts';

let newsroom: Newsroom;
let engine: TestEngine;
let library: Awaited<ReturnType<typeof libraryFolder>>;

beforeEach(async () => {
  newsroom = await startNewsroom();
  library = await libraryFolder();
  engine = openEngine(library.folder);
});
afterEach(async () => {
  await engine.close();
  await newsroom.close();
  await library.remove();
});

const at = (path: string) => newsroom.origin + path;
const requestsFor = (path: string) => newsroom.requests.filter((request) => request.path === path);

describe('what cannot be had', () => {
  test('a feed that is not a feed is refused with its address and leaves nothing', async () => {
    const address = at('/special/not-a-feed.xml');
    await expect(engine.api.subscribe(address)).rejects.toMatchObject({
      kind: 'not-a-feed',
      message: expect.stringContaining(address),
    });
    expect((await engine.api.sources()).feeds).toEqual([]);
    expect(await engine.all()).toEqual([]);
  });

  test('an unreachable host is refused with the cause', async () => {
    await newsroom.close();
    await expect(engine.api.subscribe(at('/'))).rejects.toMatchObject({
      kind: 'network',
      message: expect.stringContaining('refused'),
    });
  });

  test('what is no address is refused as it was typed', async () => {
    await expect(engine.api.subscribe('javascript:alert(1)')).rejects.toMatchObject({
      kind: 'invalid',
      message: expect.stringContaining('javascript:alert(1)'),
    });
  });

  test('a page that answers 404 is in the list with the reason, and can be tried again', async () => {
    const id = await engine.api.savePage(at('/special/missing'));
    await engine.idle();
    const article = await engine.whole(id);
    expect(article.text).toBe('failed');
    expect(article.failure?.message).toContain('404');
    await engine.api.retry(id);
    await engine.idle();
    expect(requestsFor('/special/missing')).toHaveLength(2);
  });

  test('a page without an article says so and keeps its capture', async () => {
    const id = await engine.api.savePage(at('/special/login'));
    await engine.idle();
    expect(await engine.whole(id)).toMatchObject({
      text: 'failed',
      failure: { kind: 'no-article' },
    });
  });

  test('a server that says when to come back is asked again then, and not before', async () => {
    const id = await engine.api.savePage(at('/special/busy'));
    await expect.poll(async () => (await engine.whole(id)).text, { timeout: 10_000 }).toBe('kept');
    const [first, second] = requestsFor('/special/busy');
    expect(Number(second?.at) - Number(first?.at)).toBeGreaterThanOrEqual(1000);
  });
});

describe('a picture that cannot be had', () => {
  for (const [path, cause] of [
    ['/special/picture-is-html', 'it is an HTML page'],
    ['/special/truncated-picture', 'cut off'],
  ] as const) {
    test(`is missing with its reason, and the text stays whole: ${path}`, async () => {
      const id = await engine.api.savePage(at(path));
      await engine.idle();
      const article = await engine.whole(id);
      expect(article).toMatchObject({ text: 'kept', failure: null });
      expect(article.pictures.failed).toBe(1);
      const missing = article.pictureList.filter(({ hash }) => hash === null);
      expect(missing).toMatchObject([
        { failure: { kind: 'not-a-picture', message: expect.stringContaining(cause) } },
      ]);
    });
  }
});

describe('the pages that this project began from', () => {
  const checkLightbox = (html: string) => {
    expect(html.match(/<p>/g)).toHaveLength(9);
    expect(html).not.toMatch(/>\s*[X×]\s*</);
    expect(html).not.toContain('1 / 1');
    expect(html).not.toMatch(/&gt; &lt;/);
  };

  for (const path of ['/special/lightbox', '/special/lightbox-plain']) {
    test(`${path} has its title once, nine paragraphs and one picture`, async () => {
      const id = await engine.api.savePage(at(path));
      await engine.idle();
      const article = await engine.whole(id);
      expect(article.text).toBe('kept');
      checkLightbox(article.html);
      expect(article.html).not.toContain(article.title);
      expect(article.pictureList).toHaveLength(1);
      expect(article.pictureList[0]).toMatchObject({ caption: article.title, failure: null });
      expect(article.pictures).toEqual({ of: 1, kept: 1, failed: 0 });
    });
  }

  test('saved as plain text it gives the same title and paragraphs', async () => {
    const id = await engine.api.savePage(at('/special/lightbox'));
    await engine.idle();
    const page = await engine.whole(id);

    const bytes = await readFile(new URL('../newsroom/lightbox.txt', import.meta.url));
    const { report } = await bring(engine.api, [{ path: 'lightbox.txt', content: bytes }]);
    expect(report.refused).toEqual([]);
    const text = await engine.whole(report.articles[0] ?? 0);
    expect(text.title).toBe(page.title);
    checkLightbox(text.html);
  });
});

describe('a subscription', () => {
  test('has its entries at once, then their pages and pictures', async () => {
    const feed = newsroom.feeds[0]?.address ?? '';
    const subscription = await engine.api.subscribe(feed);
    expect(subscription.kind).toBe('added');
    const atOnce = await engine.all();
    expect(atOnce.length).toBeGreaterThan(5);
    expect(atOnce.every(({ title }) => title !== '')).toBe(true);

    await engine.idle();
    const kept = await engine.all();
    expect(new Set(kept.map(({ id }) => id))).toEqual(new Set(atOnce.map(({ id }) => id)));
    const unfinished = kept.filter(
      ({ text, pictures }) => text !== 'kept' || pictures.kept !== pictures.of,
    );
    expect(unfinished.map(({ title, failure }) => ({ title, failure }))).toEqual([]);
  });

  test('of a site leads to its feed, and a second time to the feed that is there', async () => {
    const site = at('/signal/');
    const first = await engine.api.subscribe(site);
    if (first.kind === 'choose') throw new Error('this site names one feed');
    const again = await engine.api.subscribe(site);
    expect(again).toMatchObject({ kind: 'present', feed: { id: first.feed.id } });
    expect((await engine.api.sources()).feeds).toHaveLength(1);
  });

  test('fetched again unchanged transfers nothing and changes nothing', async () => {
    const address = newsroom.feeds[0]?.address ?? '';
    await engine.api.subscribe(address);
    await engine.idle();
    const before = await engine.all();
    const asked = newsroom.requests.length;
    await engine.api.refresh({ kind: 'all' });
    await engine.idle();
    expect(newsroom.requests).toHaveLength(asked + 1);
    expect(await engine.all()).toEqual(before);
  });

  test('makes one article of what two feeds carry', async () => {
    for (const { address } of newsroom.feeds) await engine.api.subscribe(address);
    await engine.idle();
    const articles = await engine.all();
    const shared = await Promise.all(articles.map(({ id }) => engine.whole(id)));
    expect(shared.some(({ feeds }) => feeds.length === 2)).toBe(true);
    expect(new Set(articles.map(({ id }) => id)).size).toBe(articles.length);
  });

  test('removed, leaves its bookmarked article whole', async () => {
    const subscription = await engine.api.subscribe(newsroom.feeds[0]?.address ?? '');
    await engine.idle();
    const [first] = await engine.all();
    if (first === undefined || subscription.kind !== 'added') throw new Error('nothing was added');
    const before = await engine.whole(first.id);
    await engine.api.bookmark([first.id], true);
    await engine.api.unsubscribe(subscription.feed.id);
    expect((await engine.all()).map(({ id }) => id)).toEqual([first.id]);
    const after = await engine.whole(first.id);
    expect(after.html).toBe(before.html);
    expect(after.pictureList).toEqual(before.pictureList);
    for (const { hash } of after.pictureList) {
      await expect(readFile(engine.media(hash ?? '')?.path ?? '')).resolves.not.toHaveLength(0);
    }
  });
});

describe('what is kept', () => {
  test('is not fetched again for another article that shows the same picture', async () => {
    await engine.api.savePage(at('/special/lightbox'));
    await engine.idle();
    const first = newsroom.requests.filter(({ path }) => path.startsWith('/pictures/'));
    expect(first).toHaveLength(1);
    const id = await engine.api.savePage(at('/special/lightbox-plain'));
    await engine.idle();
    expect((await engine.whole(id)).pictures).toEqual({ of: 1, kept: 1, failed: 0 });
    expect(newsroom.requests.filter(({ path }) => path.startsWith('/pictures/'))).toEqual(first);
  });

  test('an article that changes gets another version', async () => {
    const id = await engine.api.savePage(at('/special/changing'));
    await engine.idle();
    const before = await engine.whole(id);
    newsroom.revise('changing');
    expect(await engine.api.savePage(at('/special/changing'))).toBe(id);
    await engine.idle();
    const after = await engine.whole(id);
    expect(after.html).not.toBe(before.html);
    expect(after.versions).toHaveLength(2);
  });

  test('stays kept when its page can no longer be had, and says so', async () => {
    const id = await engine.api.savePage(at('/special/changing'));
    await engine.idle();
    const before = await engine.whole(id);
    await newsroom.close();
    await engine.api.savePage(at('/special/changing'));
    await engine.idle();
    const after = await engine.whole(id);
    expect(after).toMatchObject({ text: 'kept', html: before.html, failure: { kind: 'network' } });
  });
});
