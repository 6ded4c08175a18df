import type { FeedCandidate } from '../../../contract/types.ts';
import { baseOf, webAddress } from '../extract/addresses.ts';
import { decodePage } from '../extract/decode.ts';
import { all, collapsed, type PageDocument, type PageElement } from '../extract/dom.ts';
import { parseDocument } from '../extract/parse.ts';
import type { PageInput } from '../extract/types.ts';

/** Media types that are feeds and nothing else. */
const FEED_TYPE = /^(?:application|text)\/(?:rss|atom|rdf|feed)\+(?:xml|json)$/i;
/** Media types that may be feeds; `wp-json` and oEmbed are of these too. */
const VAGUE_TYPE = /^(?:application|text)\/(?:xml|json|rss|atom)$/i;

/** Addresses of feeds as sites build them. */
const FEED_PATHS = [
  // `/feed/`, `/blog/rss`
  /\/(?:feeds?|rss|atom|rdf)\/?$/i,
  // `/feeds/all`, `/feeds/posts/default`
  /\/feeds?\/(?:\w+\/)?(?:rss2?|atom|rdf|json|xml|all|main|news|default)\/?$/i,
  // `/index.xml`, `/feed.json`, `/news_rss.php`
  /(?:\/(?:index|rss2?|atom|feeds?)|[-_.](?:rss|atom|feed))\.(?:xml|json|php)$/i,
  // `/news.rss`
  /\.(?:rss|atom|rdf)$/i,
];
/** `?feed=rss2`, `?format=feed` */
const FEED_QUERY =
  /(?:^|[?&])(?:feed|format|type|output)=(?:rss2?|atom|rdf|feed|json-?feed|xml)(?:&|$)/i;

/** Services that subscribe elsewhere: their addresses end like feeds. */
const SERVICES = /(?:^|\.)(?:feedly|inoreader|newsblur|netvibes|theoldreader|bloglovin)\.com$/i;

/** More is a page that lists the whole world's feeds. */
const MAX_CANDIDATES = 100;

/**
 * The feeds a page offers: those it declares (`<link rel="alternate">`, https://www.rssboard.org/rss-autodiscovery),
 * in the order of the page, then the links in it that look like feeds. Each once, absolute.
 * @throws CarrelError 'too-large' for a page nested without end
 */
export function discoverFeeds(input: PageInput): FeedCandidate[] {
  const html = decodePage(input.bytes, input.contentType);
  const document = parseDocument(html, input.address ?? 'a page');
  const base = baseOf(document, input.address);
  const title = collapsed(document.querySelector('title')?.textContent ?? '');
  const found = [...declared(document, base, title), ...linked(document, base)];
  const candidates = new Map<string, FeedCandidate>();
  for (const candidate of found) {
    const key = candidate.address.replace(/^https?:/, '').replace(/\/$/, '');
    if (!candidates.has(key)) candidates.set(key, candidate);
  }
  return [...candidates.values()].slice(0, MAX_CANDIDATES);
}

function declared(document: PageDocument, base: string | null, pageTitle: string): FeedCandidate[] {
  return all(document, 'link[href]').flatMap((link) => {
    const rel = (link.getAttribute('rel') ?? '').toLowerCase().split(/\s+/);
    const type = (link.getAttribute('type') ?? '').split(';')[0]?.trim() ?? '';
    const address = feedAddress(link, base);
    if (address === null || !(rel.includes('alternate') || rel.includes('feed'))) return [];
    const isFeed =
      FEED_TYPE.test(type) ||
      (VAGUE_TYPE.test(type) && looksLikeFeed(address)) ||
      (type === '' && (rel.includes('feed') || looksLikeFeed(address)));
    if (!isFeed) return [];
    return [{ address, title: collapsed(link.getAttribute('title')) || pageTitle || address }];
  });
}

function linked(document: PageDocument, base: string | null): FeedCandidate[] {
  return all(document, 'a[href]').flatMap((link) => {
    const address = feedAddress(link, base);
    if (address === null || !looksLikeFeed(address)) return [];
    const text = collapsed(link.textContent) || collapsed(link.getAttribute('title'));
    return [{ address, title: text.slice(0, 200) || address }];
  });
}

function feedAddress(link: PageElement, base: string | null): string | null {
  const written = link
    .getAttribute('href')
    ?.trim()
    .replace(/^feed:(?=https?:)/i, '');
  const absolute = webAddress(written?.replace(/^feed:\/\//i, 'https://') ?? null, base);
  return absolute?.replace(/#.*$/, '') ?? null;
}

function looksLikeFeed(address: string): boolean {
  const { hostname, pathname, search } = new URL(address);
  if (SERVICES.test(hostname)) return false;
  return FEED_PATHS.some((path) => path.test(pathname)) || FEED_QUERY.test(search);
}
