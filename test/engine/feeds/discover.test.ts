import { describe, expect, test } from 'vitest';
import { discoverFeeds } from '../../../main/engine/feeds/discover.ts';

function discover(html: string, address: string | null = 'https://example.org/news/') {
  return discoverFeeds({ bytes: Buffer.from(html), address, contentType: 'text/html' });
}

function addresses(html: string): string[] {
  return discover(html).map(({ address }) => address);
}

describe('no feed is found', () => {
  test.each([
    '',
    'plain text',
    '<link rel="stylesheet" href="/feed.css">',
    '<link rel="alternate" hreflang="de" href="/de/">',
    '<link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/1">',
    '<link rel="alternate" type="application/json+oembed" href="/oembed?url=feed">',
    '<link rel="alternate" type="application/rss+xml">',
    '<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">',
    '<a href="/feedback">Feedback</a><a href="/rss-readers.html">About RSS</a>',
    '<a href="https://feedly.com/i/feeds/rss">Feedly</a>',
    '<a href="javascript:location=\'/feed\'">RSS</a>',
    '<a href="feed:javascript:alert(1)">RSS</a>',
    '<a href="mailto:feed@example.org">Write</a>',
    '<a href="/feed/about-us">About</a>',
  ])('in %s', (html) => {
    expect(discover(html)).toEqual([]);
  });
});

test('declared feeds come first, in the order of the page, absolute and titled', () => {
  const html = `<title>Harbour Post</title>
    <a href="/other.rss">Notices</a>
    <link rel="alternate" type="application/rss+xml" title="All  news" href="../feed.xml">
    <LINK REL="Alternate" TYPE="application/atom+xml; charset=utf-8" HREF="//feeds.example.org/atom">
    <link rel="alternate" type="application/feed+json" title="JSON" href="feed.json#x">
    <link rel="alternate" type="application/json" href="/feeds/json/">`;
  expect(discover(html)).toEqual([
    { address: 'https://example.org/feed.xml', title: 'All news' },
    { address: 'https://feeds.example.org/atom', title: 'Harbour Post' },
    { address: 'https://example.org/news/feed.json', title: 'Harbour Post (JSON)' },
    { address: 'https://example.org/feeds/json/', title: 'Harbour Post' },
    { address: 'https://example.org/other.rss', title: 'Notices' },
  ]);
});

test('a feed that is named twice is found once', () => {
  const html = `
    <link rel="alternate" type="application/rss+xml" title="News" href="https://example.org/feed/">
    <link rel="alternate" type="application/rss+xml" title="Again" href="http://example.org/feed">
    <a href="/feed/">RSS</a>`;
  expect(discover(html)).toEqual([{ address: 'https://example.org/feed/', title: 'News' }]);
});

test('links are found by how sites build the addresses of feeds', () => {
  const paths = [
    '/feed',
    '/blog/feed/',
    '/rss',
    '/feeds/posts/default',
    '/index.xml',
    '/atom.xml',
    '/a.rss',
    '/news_rss.xml',
    '/?feed=rss2',
    '/x?format=feed',
  ];
  const html = paths.map((path, n) => `<a href="${path}">Part ${n}</a>`).join('');
  expect(addresses(html)).toEqual(paths.map((path) => `https://example.org${path}`));
});

test.each([
  'feed:https://example.org/rss',
  'feed://example.org/rss',
  'itpc://example.org/rss',
  'podcast:https://example.org/rss',
  'https://feedly.com/i/subscription/feed/https://example.org/rss',
  'https://www.newsblur.com/?url=https%3A%2F%2Fexample.org%2Frss',
])('a link to %s is one to the feed in it', (address) => {
  expect(discover(`<title>Post</title><a href="${address}">Subscribe</a>`)).toMatchObject([
    { address: 'https://example.org/rss' },
  ]);
});

describe('a hostile page', () => {
  test('of a thousand feeds offers a hundred', () => {
    const links = Array.from(
      { length: 1_000 },
      (_, n) => `<a href="/${n}/feed">Feed ${n} of x</a>`,
    );
    expect(discover(links.join(''))).toHaveLength(100);
  });

  test('of twenty megabytes is looked through at its head and its foot', () => {
    const row = '<p class="row"><b>All work</b> and no play</p>\n';
    const html = `<link rel="alternate" type="application/rss+xml" title="Head" href="/head.xml">
      ${row.repeat(20_000_000 / row.length)}<a href="/foot/feed">Foot</a>`;
    expect(discover(html).map(({ title }) => title)).toEqual(['Head', 'Foot']);
  });

  test('of long attributes that never end takes no time', () => {
    const html = `<a href="/feed" title="${'rss '.repeat(100_000)}">RSS</a>`;
    expect(discover(html)).toMatchObject([{ title: 'RSS' }]);
  });
});

test('a `Link` header declares feeds, other links in it none', () => {
  const found = discoverFeeds({
    bytes: Buffer.from('<title>Post</title>'),
    address: 'https://example.org/news/',
    contentType: 'text/html',
    linkHeaders: [
      '<https://example.org/wp-json/>; rel="https://api.w.org/", </style.css>; rel=preload; as=style',
      '<feed>; rel="alternate"; type="application/rss+xml"; title="Say \\"hi, all\\"; now"',
      '</atom>; type=application/atom+xml; rel=alternate, garbage; <, >; rel=alternate',
    ],
  });
  expect(found).toEqual([
    { address: 'https://example.org/news/feed', title: 'Say "hi, all"; now' },
    { address: 'https://example.org/atom', title: 'Post' },
  ]);
});

describe('titles', () => {
  const declared = (title: string) =>
    discover(
      `<title>The Post</title><link rel="alternate" type="application/rss+xml" title="${title}" href="/feed">`,
    )[0]?.title;

  test.each(['RSS', 'Atom', 'Subscribe', 'RSS 2.0 Feed', 'Subscribe via RSS', 'rss-feed'])(
    'that only say “%s” get the title of the page',
    (title) => {
      expect(declared(title)).toBe(`The Post (${title})`);
    },
  );

  test.each(['News', 'RSS für Küche', 'Feed: 新聞'])('that say more stay: %s', (title) => {
    expect(declared(title)).toBe(title);
  });

  test('of a link that is a picture are what is read aloud', () => {
    const found = discover(
      `<a href="/a/feed"><img src="x.png" alt="Harbour news"></a><a href="/b/feed" aria-label="Sea news"></a>`,
    );
    expect(found.map(({ title }) => title)).toEqual(['Harbour news', 'Sea news']);
  });
});

describe('one feed in several formats', () => {
  const feed = (type: string, href: string, title: string) =>
    `<link rel="alternate" type="application/${type}" title="${title}" href="${href}">`;

  test('is offered once, and not as JSON', () => {
    const html =
      feed('feed+json', '/feed.json', 'Post (JSON)') +
      feed('rss+xml', '/feed.xml', 'Post (RSS)') +
      feed('atom+xml', '/feed/atom/', 'Post (Atom 1.0)');
    expect(addresses(html)).toEqual(['https://example.org/feed.xml']);
  });

  test.each([
    ['of another title', feed('rss+xml', '/rss', 'News') + feed('atom+xml', '/atom', 'Sport')],
    ['of another path', feed('rss+xml', '/a/rss', 'News') + feed('atom+xml', '/b/atom', 'News')],
    ['of another host', feed('rss+xml', '/rss', '') + feed('atom+xml', '//b.example/atom', '')],
    ['of the same format', feed('rss+xml', '/rss', 'RSS') + feed('rss+xml', '/feed', 'RSS')],
    [
      'of other parameters',
      feed('rss+xml', '/rss?c=1', 'RSS') + feed('atom+xml', '/atom?c=2', 'Atom'),
    ],
  ])('is two where it may be another: %s', (_what, html) => {
    expect(addresses(html)).toHaveLength(2);
  });
});

test('feeds of comments come last', () => {
  const html = `
    <link rel="alternate" type="application/rss+xml" title="Post » Comments Feed" href="/a/feed">
    <link rel="alternate" type="application/rss+xml" title="All" href="/feeds/comments/default">
    <link rel="alternate" type="application/rss+xml" title="Post" href="/feed">`;
  expect(discover(html).map(({ title }) => title)).toEqual(['Post', 'Post » Comments Feed', 'All']);
});

test('the page of a podcast names its feed in its source', () => {
  const html = String.raw`<script>{"feedUrl":"https://example.org\/pod"}</script>`;
  expect(discover(html, 'https://podcasts.apple.com/gb/podcast/x/id1')).toMatchObject([
    { address: 'https://example.org/pod' },
  ]);
  expect(discover(html)).toEqual([]);
});

test('addresses are relative to the base of the page, and to nothing in a file', () => {
  const link = '<link rel="alternate" type="application/rss+xml" href="feed">';
  expect(addresses(`<base href="https://other.example/a/">${link}`)).toEqual([
    'https://other.example/a/feed',
  ]);
  expect(discover(link, null)).toEqual([]);
});
