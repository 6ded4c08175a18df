import type { FeedCandidate } from '../../../contract/types.ts';
import { collapsed } from '../extract/dom.ts';
import { sameFeedKey } from './same-feed.ts';

/** A feed as something on a page names it. */
export interface NamedFeed {
  /** Absolute. */
  address: string;
  /** As it is named there; may be empty. */
  title: string;
  /** The media type that is said of it; may be empty. */
  type: string;
}

/** More is a page that lists the whole world's feeds. */
const MAX_CANDIDATES = 100;
const TITLE_CHARACTERS = 200;

/** Words that say only that something is a feed. */
const FEED_WORD =
  /\b(?:rss ?2?(?:\.0)?|atom ?(?:1\.0|0\.3)?|rdf|json|xml|news ?feeds?|feeds?|syndication|syndicate|subscribe|abonnieren|abonner|suscribirse|via|to|this|our|the|site|page|by|full|feedly|inoreader|netvibes|newsblur)\b/giu;

const COMMENTS_ADDRESS = /\/comments?(?:\/|[-_.]|$)|[-_./]comments?\.(?:xml|rss|atom)|=comments/i;
const COMMENTS_TITLE =
  /\bcomments?\b|\bkommentare?\b|\bcommentaires?\b|\bcomentarios?\b|コメント|评论/iu;

/**
 * The feeds to offer of those a page names.
 *
 * 1. Each once, under the name it was first given.
 * 2. One feed in several formats once, where it surely is one.
 * 3. With a title that tells it from others: not “RSS” alone.
 * 4. Feeds of comments last; else in the order they were named.
 */
export function offered(named: NamedFeed[], pageTitle: string): FeedCandidate[] {
  const byKey = new Map<string, NamedFeed>();
  for (const feed of named) {
    const key = sameFeedKey(feed.address);
    if (!byKey.has(key)) byKey.set(key, feed);
  }
  const feeds = inOneFormat([...byKey.values()], pageTitle);
  const candidates = feeds.map(({ address, title }) => ({
    address,
    title: shownTitle(title, pageTitle) || address,
  }));
  return [
    ...candidates.filter((one) => !isOfComments(one)),
    ...candidates.filter(isOfComments),
  ].slice(0, MAX_CANDIDATES);
}

function isOfComments({ address, title }: FeedCandidate): boolean {
  const { pathname, search } = new URL(address);
  return COMMENTS_ADDRESS.test(pathname + search) || COMMENTS_TITLE.test(title);
}

function shownTitle(title: string, pageTitle: string): string {
  const own = collapsed(title).slice(0, TITLE_CHARACTERS);
  const page = pageTitle.slice(0, TITLE_CHARACTERS);
  if (own === '' || page === '' || ownWords(own) !== '') return own || page;
  return `${page} (${own})`;
}

/** What a title says beyond that it is a feed's. */
function ownWords(title: string): string {
  return collapsed(
    title
      .toLowerCase()
      .replace(FEED_WORD, ' ')
      .replace(/[^\p{L}\p{N}]+/gu, ' '),
  );
}

/**
 * Feeds are one in several formats when their titles, their hosts and their paths are the same but
 * for words of formats, and no format is there twice: two of RSS are two. JSON gives way, because
 * fewer sites look after it.
 */
function inOneFormat(feeds: NamedFeed[], pageTitle: string): NamedFeed[] {
  const kept: NamedFeed[] = [];
  const groups = new Map<string, { at: number; formats: Set<string> }>();
  for (const feed of feeds) {
    const format = formatOf(feed);
    const key = `${stemOf(feed.address)} ${ownWords(feed.title) || ownWords(pageTitle)}`;
    const group = groups.get(key);
    if (format === null || group === undefined || group.formats.has(format)) {
      if (format !== null && group === undefined) {
        groups.set(key, { at: kept.length, formats: new Set([format]) });
      }
      kept.push(feed);
      continue;
    }
    if (group.formats.size === 1 && group.formats.has('json')) kept[group.at] = feed;
    group.formats.add(format);
  }
  return kept;
}

function formatOf({ type, address }: NamedFeed): string | null {
  const { pathname, search } = new URL(address);
  for (const said of [type, pathname + search]) {
    const format = /atom|json|rdf|rss/i.exec(said)?.[0];
    if (format !== undefined) return format.toLowerCase();
  }
  return null;
}

/** A part of a path that only says the format, without its extension. */
const FORMAT_PART = /^(?:rss2?|atom(?:10)?|rdf|feeds?|json(?:-?feed)?|index|xml|default)$/i;
const FORMAT_PARAMETER =
  /^(?:feed|format|type|output|alt)=(?:rss2?|atom|rdf|feed|json-?feed|json|xml)$/i;

/** An address without what says the format: `example.org/blog` of `https://example.org/blog/rss.xml`. */
function stemOf(address: string): string {
  const url = new URL(address);
  const parts = url.pathname.split('/').filter((part) => part !== '');
  const last = parts.at(-1)?.replace(/\.(?:rss|atom|rdf|json)$/i, '');
  if (last !== undefined) parts.splice(-1, 1, last);
  while (FORMAT_PART.test(parts.at(-1)?.replace(/\.(?:xml|php)$/i, '') ?? '')) parts.pop();
  const parameters = url.search.slice(1).split('&');
  const others = parameters.filter((one) => one !== '' && !FORMAT_PARAMETER.test(one));
  return [url.host.replace(/^www\./, ''), ...parts, ...others].join('/');
}
