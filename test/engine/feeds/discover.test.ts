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
    '<a href="https://feedly.com/i/subscription/feed/https://example.org/rss">Feedly</a>',
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
    { address: 'https://example.org/news/feed.json', title: 'JSON' },
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
  const html = paths.map((path) => `<a href="${path}">x</a>`).join('');
  expect(addresses(html)).toEqual(paths.map((path) => `https://example.org${path}`));
});

test('feed: addresses are what they stand for', () => {
  expect(addresses('<a href="feed:https://example.org/rss">RSS</a>')).toEqual([
    'https://example.org/rss',
  ]);
});

test('addresses are relative to the base of the page, and to nothing in a file', () => {
  const link = '<link rel="alternate" type="application/rss+xml" href="feed">';
  expect(addresses(`<base href="https://other.example/a/">${link}`)).toEqual([
    'https://other.example/a/feed',
  ]);
  expect(discover(link, null)).toEqual([]);
});
