import type { FeedCandidate } from '../../../contract/types.ts';
import { baseOf, webAddress } from '../extract/addresses.ts';
import { decodePage } from '../extract/decode.ts';
import { all, collapsed, type PageElement } from '../extract/dom.ts';
import { parseDocument } from '../extract/parse.ts';
import type { PageInput } from '../extract/types.ts';
import { offered, type NamedFeed } from './candidates.ts';
import { feedsInSource } from './known-sites.ts';
import { parseLinkHeader } from './link-header.ts';
import { addressInReader, isReaderService } from './reader-services.ts';

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

/** Of a longer page this much is looked through: its head, where feeds are declared, and its foot. */
const HEAD_BYTES = 1_500_000;
const FOOT_BYTES = 500_000;

/** A page to be looked through. */
export interface FeedsOfPageInput extends PageInput {
  /** The values of its `Link` headers. */
  linkHeaders?: string[];
}

/**
 * The feeds a page offers, absolute, each once:
 *
 * 1. those that a well-known site says in its source only (`known-sites.ts`),
 * 2. those it declares: `Link` headers, `<link rel="alternate">`
 *    (https://www.rssboard.org/rss-autodiscovery),
 * 3. links in it that look like feeds, and those to services that read feeds, which hold one,
 * 4. in an order and under titles to choose by (`candidates.ts`).
 *
 * @throws CarrelError 'too-large' for a page nested without end
 */
export function discoverFeeds(input: FeedsOfPageInput): FeedCandidate[] {
  const { address, linkHeaders = [] } = input;
  const html = decodePage(headAndFoot(input.bytes), input.contentType);
  const document = parseDocument(html, address ?? 'a page');
  const base = baseOf(document, address);
  const inSource = address === null ? [] : feedsInSource(address, html);
  return offered(
    [
      ...inSource.flatMap((found) => named(found, base)),
      ...linkHeaders.flatMap((header) => inHeader(header, address)),
      ...all(document, 'link[href]').flatMap((link) => declared(link, base)),
      ...all(document, 'a[href], area[href]').flatMap((link) => linked(link, base)),
    ],
    collapsed(document.querySelector('title')?.textContent ?? ''),
  );
}

function headAndFoot(bytes: Uint8Array): Uint8Array {
  if (bytes.byteLength <= HEAD_BYTES + FOOT_BYTES) return bytes;
  return Buffer.concat([bytes.subarray(0, HEAD_BYTES), bytes.subarray(-FOOT_BYTES)]);
}

function inHeader(header: string, base: string | null): NamedFeed[] {
  return parseLinkHeader(header).flatMap(({ address, parameters }) =>
    alternate({
      address: feedAddress(address, base),
      rel: parameters.get('rel') ?? '',
      type: parameters.get('type') ?? '',
      title: parameters.get('title') ?? '',
    }),
  );
}

function declared(link: PageElement, base: string | null): NamedFeed[] {
  return alternate({
    address: feedAddress(link.getAttribute('href'), base),
    rel: link.getAttribute('rel') ?? '',
    type: link.getAttribute('type') ?? '',
    title: link.getAttribute('title') ?? '',
  });
}

/** A link that says what it is; a feed if it says so, or says little and looks like one. */
function alternate(link: {
  address: string | null;
  rel: string;
  type: string;
  title: string;
}): NamedFeed[] {
  const { address, title } = link;
  const rel = link.rel.toLowerCase().split(/\s+/);
  const type = link.type.split(';')[0]?.trim() ?? '';
  if (address === null || !(rel.includes('alternate') || rel.includes('feed'))) return [];
  const isFeed =
    FEED_TYPE.test(type) ||
    (VAGUE_TYPE.test(type) && looksLikeFeed(address)) ||
    (type === '' && (rel.includes('feed') || looksLikeFeed(address)));
  return isFeed ? [{ address, title: collapsed(title), type }] : [];
}

function linked(link: PageElement, base: string | null): NamedFeed[] {
  const address = feedAddress(link.getAttribute('href'), base);
  if (address === null) return [];
  const held = addressInReader(address);
  if (held === null && !looksLikeFeed(address)) return [];
  // A button to a reader service says the name of the service.
  const title = held === null ? textOf(link) : '';
  return [{ address: held ?? address, title, type: link.getAttribute('type') ?? '' }];
}

/** What is read of a link, or read aloud: many are a picture. */
function textOf(link: PageElement): string {
  return (
    collapsed(link.textContent) ||
    collapsed(link.getAttribute('aria-label')) ||
    collapsed(link.getAttribute('title')) ||
    collapsed(link.querySelector('img[alt]')?.getAttribute('alt') ?? '')
  );
}

function named(written: string, base: string | null): NamedFeed[] {
  const address = feedAddress(written, base);
  return address === null ? [] : [{ address, title: '', type: '' }];
}

function feedAddress(written: string | null, base: string | null): string | null {
  const plain = written
    ?.trim()
    .replace(/^(?:feed|podcast|itpc|pcast):(?=https?:)/i, '')
    .replace(/^(?:feed|podcast|itpc|pcast):\/\//i, 'https://');
  return webAddress(plain ?? null, base)?.replace(/#.*$/, '') ?? null;
}

function looksLikeFeed(address: string): boolean {
  const url = new URL(address);
  if (isReaderService(url)) return false;
  return FEED_PATHS.some((path) => path.test(url.pathname)) || FEED_QUERY.test(url.search);
}
