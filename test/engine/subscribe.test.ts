import { beforeEach, describe, expect, test } from 'vitest';
import type { Login, Subscription } from '../../contract/types.ts';
import { listFeeds } from '../../db/feeds.ts';
import type { Db } from '../../db/open.ts';
import { feedAtUsualPaths } from '../../main/engine/feed-at-usual-paths.ts';
import { loginOf } from '../../main/engine/logins.ts';
import { subscribe } from '../../main/engine/subscribe.ts';
import { aFeed, newLibrary } from '../db/library.ts';
import { contextOn } from './context-on.ts';
import { rss, webOf, type Page, type Web } from './web.ts';

let db: Db;
let web: Web;

beforeEach(() => {
  db = newLibrary();
});

async function typed(
  address: string,
  pages: Record<string, Page>,
  login?: Login,
): Promise<Subscription> {
  web = webOf(pages);
  return await subscribe(contextOn(db, { fetcher: web }), address, login);
}

const fetchedAddresses = () => web.requests.map(({ address }) => address);
const addresses = () => listFeeds(db).map(({ address }) => address);
const typedFlags = () => db.prepare('SELECT typed FROM feeds ORDER BY id').pluck().all();
const link = (href: string, title = '') =>
  `<link rel="alternate" type="application/rss+xml" title="${title}" href="${href}">`;

describe('nothing is subscribed to', () => {
  test('where neither the page nor a usual address of the site is a feed', async () => {
    const act = typed('https://example.org/news/', { 'https://example.org/news/': '<p>News</p>' });
    await expect(act).rejects.toMatchObject({
      kind: 'not-a-feed',
      message:
        'subscribe: there is no feed at https://example.org/news/, and the page there names none',
    });
    expect(addresses()).toEqual([]);
    expect(web.requests.length).toBeLessThan(25);
    expect(new Set(fetchedAddresses()).size).toBe(web.requests.length);
  });

  test('where what is there is a file of another kind; nothing is then guessed', async () => {
    const act = typed('https://example.org/a.xml', {
      'https://example.org/a.xml': '<rss',
    });
    await expect(act).rejects.toMatchObject({ kind: 'not-a-feed' });
    expect(web.requests).toHaveLength(1);
  });

  test('where the only feed that is named is not there', async () => {
    const act = typed('https://example.org/', { 'https://example.org/': link('/gone.xml') });
    await expect(act).rejects.toMatchObject({
      kind: 'http',
      message: 'subscribe: fetch: https://example.org/gone.xml answered 404',
    });
    expect(addresses()).toEqual([]);
  });

  test('where a page leads into the network of the reader', async () => {
    const inside = [
      'http://192.168.1.1/feed',
      'http://localhost/feed',
      'http://[::1]/feed',
      'http://nas.local/rss',
      'http://router/rss',
    ];
    const act = typed('https://example.org/', {
      'https://example.org/': inside.map((address) => link(address)).join(''),
      ...Object.fromEntries(inside.map((address) => [address, rss('Inside')])),
    });
    await expect(act).rejects.toMatchObject({ kind: 'not-a-feed' });
    expect(fetchedAddresses().filter((address) => inside.includes(address))).toEqual([]);
  });
});

describe('the usual addresses', () => {
  test('are tried where a page names no feed, until one is a feed', async () => {
    const subscription = await typed('https://example.org/', {
      'https://example.org/': '<p>News</p>',
      'https://example.org/feed': '<p>All pages look like this</p>',
      'https://example.org/atom.xml': rss('Found'),
    });
    expect(subscription).toMatchObject({ kind: 'added', feed: { title: 'Found' } });
    expect(addresses()).toEqual(['https://example.org/atom.xml']);
    expect(fetchedAddresses()).not.toContain('https://example.org/feed.json');
  });

  test('are tried below the typed path first, and where the page was moved to', async () => {
    await typed('https://example.org/blog', {
      'https://example.org/blog': { to: 'https://www.example.org/blog/' },
      'https://www.example.org/blog/': '<p>Blog</p>',
      'https://www.example.org/blog/rss.xml': rss('Blog'),
      'https://www.example.org/rss.xml': rss('Site'),
    });
    expect(addresses()).toEqual(['https://www.example.org/blog/rss.xml']);
  });

  test('are not tried on at a site that asks to be left alone', async () => {
    const act = typed('https://example.org/', {
      'https://example.org/': '<p>News</p>',
      'https://example.org/feed': { status: 429 },
    });
    await expect(act).rejects.toMatchObject({ kind: 'not-a-feed' });
    expect(web.requests).toHaveLength(3);
  });

  test('are given up when the site does not answer in time', async () => {
    web = webOf({ 'https://example.org/feed': { hangs: true } });
    const asked = { address: 'https://example.org/', host: 'example.org', login: null };
    const context = contextOn(db, { fetcher: web });
    expect(await feedAtUsualPaths(context, asked, 'https://example.org/', 20)).toBeNull();
    expect(web.requests).toHaveLength(2);
  });
});

describe('a site', () => {
  test('with one feed is subscribed to, wherever that stands', async () => {
    await typed('example.org', {
      'https://example.org/': link('https://feeds.example.net/all'),
      'https://feeds.example.net/all': rss('All'),
    });
    expect(listFeeds(db)).toMatchObject([
      { address: 'https://feeds.example.net/all', title: 'All' },
    ]);
    // Nobody typed that host.
    expect(typedFlags()).toEqual([0]);
    expect(new Set(web.requests.flatMap(({ options }) => options.typedHosts))).toEqual(
      new Set(['example.org']),
    );
  });

  test('with several offers them with their titles, the comments last', async () => {
    const subscription = await typed('https://example.org/', {
      'https://example.org/': `<title>The Post</title>${link('/comments/feed/', 'Comments')}
        ${link('/feed/', 'RSS')}${link('/notices.xml', 'Notices')}`,
    });
    expect(subscription).toEqual({
      kind: 'choose',
      candidates: [
        { address: 'https://example.org/feed/', title: 'The Post (RSS)' },
        { address: 'https://example.org/notices.xml', title: 'Notices' },
        { address: 'https://example.org/comments/feed/', title: 'Comments' },
      ],
    });
    expect(addresses()).toEqual([]);
  });

  test('that says its feed in a header is subscribed to', async () => {
    await typed('https://example.org/', {
      'https://example.org/': {
        body: '<p>News</p>',
        headers: [
          ['link', '</style.css>; rel=preload, </f>; rel="alternate"; type="application/atom+xml"'],
        ],
      },
      'https://example.org/f': rss('F'),
    });
    expect(addresses()).toEqual(['https://example.org/f']);
  });

  test('on this machine may name feeds on it, because it was typed', async () => {
    await typed('http://localhost:8080/', {
      'http://localhost:8080/': link('/feed'),
      'http://localhost:8080/feed': rss('Mine'),
    });
    expect(addresses()).toEqual(['http://localhost:8080/feed']);
    expect(typedFlags()).toEqual([1]);
  });
});

describe('an address of another kind', () => {
  test.each([
    'https://feedly.com/i/subscription/feed/https://example.org/rss',
    'https://www.inoreader.com/?add_feed=https%3A%2F%2Fexample.org%2Frss',
    'feed:https://example.org/rss',
    'podcast://example.org/rss',
  ])('is that of the feed in it: %s', async (address) => {
    await typed(address, { 'https://example.org/rss': rss('In it') });
    expect(addresses()).toEqual(['https://example.org/rss']);
    expect(typedFlags()).toEqual([1]);
    expect(web.requests).toHaveLength(1);
  });

  test('of a channel leads to its feed without the page', async () => {
    const channel = `UC${'a'.repeat(22)}`;
    const feed = `https://www.youtube.com/feeds/videos.xml?channel_id=${channel}`;
    await typed(`https://m.youtube.com/channel/${channel}/videos`, { [feed]: rss('Channel') });
    expect(addresses()).toEqual([feed]);
  });

  test('of a person of a channel leads to its feed by the page', async () => {
    const channel = `UC${'b'.repeat(22)}`;
    const feed = `https://www.youtube.com/feeds/videos.xml?channel_id=${channel}`;
    await typed('https://www.youtube.com/@somebody', {
      'https://www.youtube.com/@somebody': `<script>{"externalId":"${channel}"}</script>`,
      [feed]: rss('Channel'),
    });
    expect(addresses()).toEqual([feed]);
  });

  test('that only looks like a known one is taken as it was typed', async () => {
    await typed('https://vimeo.com/blog', {
      'https://vimeo.com/blog': link('/blog/rss'),
      'https://vimeo.com/blog/rss': rss('Blog'),
    });
    expect(addresses()).toEqual(['https://vimeo.com/blog/rss']);
  });

  test('of a project offers what it has', async () => {
    expect(await typed('https://github.com/ada/engine', {})).toMatchObject({
      kind: 'choose',
      candidates: [{ title: 'ada/engine: releases' }, { title: 'ada/engine: commits' }],
    });
  });
});

describe('a feed that is in the library is led to', () => {
  test.each([
    'https://a.example/feed',
    'a.example/feed',
    'http://a.example/feed/',
    'https://www.a.example/feed#top',
    'feed://a.example/feed',
  ])('from %s, without a request, and counts as typed from then on', async (address) => {
    const id = aFeed(db, 'a');
    db.exec('UPDATE feeds SET typed = 0');
    expect(await typed(address, {})).toMatchObject({ kind: 'present', feed: { id } });
    expect(web.requests).toEqual([]);
    expect(typedFlags()).toEqual([1]);
  });

  test('from its site', async () => {
    const id = aFeed(db, 'a');
    const pages = { 'https://a.example/': link('http://www.a.example/feed/') };
    expect(await typed('https://a.example/', pages)).toMatchObject({
      kind: 'present',
      feed: { id },
    });
    expect(web.requests).toHaveLength(1);
  });

  test('from an address that leads there for good, and not from one that leads there today', async () => {
    const id = aFeed(db, 'a');
    const pages = (permanent: boolean) => ({
      'https://old.example/rss': { to: 'https://a.example/feed', permanent },
      'https://a.example/feed': rss('A'),
    });
    expect(await typed('https://old.example/rss', pages(true))).toMatchObject({
      kind: 'present',
      feed: { id },
    });
    expect(await typed('https://old.example/rss', pages(false))).toMatchObject({ kind: 'added' });
    expect(addresses()).toContain('https://old.example/rss');
  });

  test('by its exact address where another differs little', async () => {
    aFeed(db, 'a');
    db.exec("UPDATE feeds SET address = 'http://a.example/feed'");
    const id = aFeed(db, 'a');
    expect(await typed('https://a.example/feed', {})).toMatchObject({ feed: { id } });
  });
});

describe('a feed behind a login', () => {
  const pages = { 'https://example.org/feed': { body: rss('Private'), name: 'ada' } };
  const login: Login = { kind: 'basic', name: 'ada', password: 'p:ä' };

  test('is asked for, and asked for again when it is refused; nothing is kept', async () => {
    await expect(typed('https://example.org/feed', pages)).rejects.toMatchObject({
      kind: 'login',
      message: expect.stringContaining('the server asks for a login'),
    });
    const wrong: Login = { ...login, name: 'eve' };
    await expect(typed('https://example.org/feed', pages, wrong)).rejects.toMatchObject({
      kind: 'login',
      message: expect.stringContaining('the server refused the login'),
    });
    expect(addresses()).toEqual([]);
  });

  test.each([
    ['https://example.org/feed', login],
    ['https://ada:p%3A%C3%A4@example.org/feed', undefined],
  ])('is kept with it: %s', async (address, given) => {
    const subscription = await typed(address, pages, given);
    expect(subscription).toMatchObject({
      kind: 'added',
      feed: { address: 'https://example.org/feed', login: 'basic' },
    });
    expect(await loginOf(contextOn(db), listFeeds(db)[0]?.id ?? 0)).toEqual(login);
    expect(fetchedAddresses()).toEqual(['https://example.org/feed']);
  });

  test('that another site names does not get it', async () => {
    await typed('https://ada:secret@example.org/', {
      'https://example.org/': link('https://other.example/feed'),
      'https://other.example/feed': rss('Other'),
    });
    expect(web.requests.map(({ options }) => options.login?.kind)).toEqual(['basic', undefined]);
    expect(listFeeds(db)).toMatchObject([{ login: null }]);
  });

  test('that is in the library without one gets it, and keeps the one it has', async () => {
    const id = aFeed(db, 'a');
    const later: Login = { kind: 'basic', name: 'eve', password: '' };
    for (const given of [login, later]) await typed('https://a.example/feed', {}, given);
    expect(await loginOf(contextOn(db), id)).toEqual(login);
  });
});
