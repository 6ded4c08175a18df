import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Article } from '../../contract/types.ts';
import { addFeed } from '../../db/feeds.ts';
import { contradictionsOf } from '../db/consistency.ts';
import { page, rss, startSite, type FeedSite } from './feed-site.ts';
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

function subscribe(path: string, textFrom: 'page' | 'feed' = 'feed'): number {
  const { feed } = addFeed(work.context.db, {
    address: site.at(path),
    title: path,
    siteAddress: null,
    folderId: null,
    textFrom,
    now: 0,
  });
  return feed.id;
}

async function refresh(): Promise<void> {
  await work.api.refresh({ kind: 'all' });
  await work.idle();
}

async function articles(): Promise<Article[]> {
  const { articles: listed } = await work.api.list({
    scope: { kind: 'all' },
    limit: 200,
    after: null,
  });
  const whole: Article[] = [];
  for (const { id } of listed) {
    const article = await work.api.article(id);
    if (article !== null) whole.push(article);
  }
  return whole;
}

function item(
  n: number | string,
  changes: { guid?: string; link?: string; text?: string } = {},
): string {
  const { guid = `guid-${n}`, link = `/articles/${n}`, text = `Text ${n}` } = changes;
  return `<title>Article ${n}</title><guid isPermaLink="false">${guid}</guid>
    <link>${link.startsWith('/') ? site.at(link) : link}</link>
    <pubDate>Tue, 0${Number(n) % 9 || 1} Sep 2026 08:00:00 GMT</pubDate>
    <description>${text}</description>`;
}

test('one article from five feeds is one article with five sources', async () => {
  const links = ['/a', '/a?utm_source=rss', '/a#comments', '/a?fbclid=x&utm_medium=y', '/a'];
  for (const [n, link] of links.entries()) {
    subscribe(`/feed-${n}`);
    site.set(`/feed-${n}`, rss([item(1, { link, guid: `of feed ${n}` })]));
  }
  await refresh();
  const found = await articles();
  expect(found).toHaveLength(1);
  expect(found[0]?.feeds).toHaveLength(5);
});

test('two feeds that claim one guid have an article each', async () => {
  for (const name of ['a', 'b']) {
    subscribe(`/${name}`);
    site.set(`/${name}`, rss([item(1, { guid: 'the same', link: `/${name}/1` })]));
  }
  await refresh();
  expect(await articles()).toHaveLength(2);
});

test('an entry that is edited is a new version of its article, still read', async () => {
  subscribe('/feed');
  site.set('/feed', rss([item(1)]));
  await refresh();
  const [before] = await articles();
  await work.api.markRead([before?.id ?? 0], true);
  site.set('/feed', rss([item(1, { text: 'Text 1, corrected.' })]));
  await refresh();
  const [after, ...others] = await articles();
  expect(others).toEqual([]);
  expect(after).toMatchObject({ id: before?.id, versions: [{}, {}], read: true });
  expect(after?.html).toContain('corrected');
});

describe('a feed that changes all its guids makes nothing unread', () => {
  test.each([
    ['and keeps its addresses', (n: number) => ({ guid: `new-${n}` })],
    ['and its addresses too', (n: number) => ({ guid: `new-${n}`, link: `/moved/${n}` })],
  ])('%s', async (_what, changed) => {
    subscribe('/feed');
    site.set('/feed', rss([1, 2, 3].map((n) => item(n))));
    await refresh();
    const before = await articles();
    await work.api.markRead(
      before.map(({ id }) => id),
      true,
    );
    site.set('/feed', rss([1, 2, 3, 4].map((n) => item(n, changed(n)))));
    await refresh();
    const after = await articles();
    expect(after.filter(({ read }) => !read).map(({ title }) => title)).toEqual(['Article 4']);
    expect(after).toHaveLength(4);
  });
});

describe('the dates of entries', () => {
  const dated = (n: number, date: string): string =>
    item(n).replace(/<pubDate>.*<\/pubDate>/, date === '' ? '' : `<pubDate>${date}</pubDate>`);

  test('none, from 1970 or in the future: the time it was first seen stands for it', async () => {
    subscribe('/feed');
    site.set(
      '/feed',
      rss([
        dated(1, ''),
        dated(2, 'Thu, 01 Jan 1970 00:00:00 GMT'),
        dated(3, new Date(Date.now() + 9 * 60 * 60_000).toUTCString()),
        dated(4, new Date(Date.now() + 90 * 24 * 60 * 60_000).toUTCString()),
        dated(5, '0'),
      ]),
    );
    const startedAt = Date.now();
    await refresh();
    for (const { sortAt, publishedAt } of await articles()) {
      expect(sortAt).toBeGreaterThanOrEqual(startedAt);
      expect(sortAt).toBeLessThanOrEqual(Date.now());
      expect(publishedAt ?? sortAt).toBeLessThanOrEqual(Date.now());
    }
  });
});

describe('twins become one article with the sources of both', () => {
  test('when a redirect leads to an article that is there', async () => {
    subscribe('/direct', 'page');
    subscribe('/counted', 'page');
    site.set('/direct', rss([item(1)]));
    site.set('/counted', rss([item(1, { guid: 'x', link: '/click?to=1' })]));
    site.set('/click?to=1', { status: 302, headers: { location: '/articles/1' } });
    site.set('/articles/1', page('Article 1'));
    await refresh();
    const [only, ...others] = await articles();
    expect(others).toEqual([]);
    expect(only?.feeds).toHaveLength(2);
    expect(only?.text).toBe('kept');
  });

  test('when an AMP page names its canonical one, whichever came first', async () => {
    for (const [first, second] of [
      ['/amp/2', '/articles/2'],
      ['/articles/3', '/amp/3'],
    ] as const) {
      const n = first.at(-1) ?? '';
      site.set(`/amp/${n}`, page(`Article ${n}`, `<link rel="canonical" href="/articles/${n}">`));
      site.set(`/articles/${n}`, page(`Article ${n}`));
      subscribe(`/first-${n}`, 'page');
      site.set(`/first-${n}`, rss([item(n, { guid: 'one', link: first })]));
      await refresh();
      subscribe(`/second-${n}`, 'page');
      site.set(`/second-${n}`, rss([item(n, { guid: 'two', link: second })]));
      await refresh();
    }
    const found = await articles();
    expect(found.map(({ title, feeds }) => [title, feeds.length])).toEqual([
      ['Article 3', 2],
      ['Article 2', 2],
    ]);
  });

  test('read if either was read, bookmarked if either was, and found by either id', async () => {
    site.set('/articles/1', page('Article 1'));
    site.set('/m/1', page('Article 1'));
    subscribe('/a', 'page');
    subscribe('/b', 'page');
    site.set('/a', rss([item(1)]));
    site.set('/b', rss([item(1, { guid: 'b', link: '/m/1' })]));
    await refresh();
    const before = await articles();
    const [first = 0, second = 0] = before.map(({ id }) => id).toSorted((a, b) => a - b);
    expect(before).toHaveLength(2);
    await work.api.markRead([second], true);
    await work.api.bookmark([second], true);
    // From now on the mobile page says whose twin it is.
    site.set('/m/1', page('Article 1', '<link rel="canonical" href="/articles/1">'));
    site.set('/b', rss([item(1, { guid: 'b', link: '/m/1', text: 'Changed' })]));
    await refresh();
    const [only, ...others] = await articles();
    expect(others).toEqual([]);
    expect(only).toMatchObject({ id: first, read: true, bookmarked: true });
    expect(await work.api.article(second)).toMatchObject({ id: first });
  });

  test('but not when a site gives all its pages one canonical address', async () => {
    const head = '<link rel="canonical" href="/articles/all">';
    for (const n of [1, 2]) site.set(`/articles/${n}`, page(`Article ${n}`, head));
    subscribe('/feed', 'page');
    site.set('/feed', rss([item(1), item(2)]));
    await refresh();
    expect(await articles()).toHaveLength(2);
  });
});

describe('what a feed is set to', () => {
  test('keeps its newest articles only, and never removes a bookmarked one', async () => {
    const id = subscribe('/feed');
    site.set('/feed', rss([1, 2, 3].map((n) => item(n))));
    await refresh();
    const oldest = (await articles()).at(-1);
    await work.api.bookmark([oldest?.id ?? 0], true);
    await work.api.saveFeed(id, { settings: { keep: 2 } });
    site.set('/feed', rss([1, 2, 3, 4, 5].map((n) => item(n))));
    await refresh();
    const titles = (await articles()).map(({ title }) => title);
    expect(titles).toEqual(['Article 5', 'Article 4', oldest?.title]);
    // What is beyond is not brought back by the next refresh.
    site.set('/feed', rss([1, 2, 3, 4, 5].map((n) => item(n, { text: 'again' }))));
    await refresh();
    expect(await articles()).toHaveLength(3);
  });

  test('fetches no pictures, says so at each, and fetches them when asked', async () => {
    const id = subscribe('/feed');
    await work.api.saveFeed(id, { settings: { pictures: false } });
    site.set('/feed', rss([item(1, { text: `&lt;img src="${site.at('/p.png')}"&gt; A text` })]));
    await refresh();
    const [article] = await articles();
    expect(article?.pictures).toEqual({ of: 0, kept: 0, failed: 0 });
    expect(article?.pictureList[0]?.failure?.kind).toBe('skipped');
    expect(site.asked).not.toContain('/p.png');
    await work.api.retry(article?.id ?? 0);
    await work.idle();
    expect(site.asked).toContain('/p.png');
  });

  test('fetches the pages of what is unread when its text is wanted from there', async () => {
    const id = subscribe('/feed');
    site.set('/feed', rss([item(1)]));
    site.set('/articles/1', page('Article 1'));
    await refresh();
    expect(site.asked).not.toContain('/articles/1');
    await work.api.saveFeed(id, { settings: { textFrom: 'page' } });
    await work.idle();
    expect((await articles())[0]?.html).toContain('small guild');
  });
});
