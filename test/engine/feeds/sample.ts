import { parseFeed } from '../../../main/engine/feeds/parse.ts';
import type { ParsedEntry, ParsedFeed } from '../../../main/engine/feeds/types.ts';

/** Small feeds for the tests of parsing, and how they read them. */

export const NOW = Date.UTC(2024, 5, 1, 12);
export const ADDRESS = 'https://example.org/feeds/news.xml';

const NAMESPACES =
  'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" ' +
  'xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"';

/** Reads a feed as if it came from `ADDRESS` on 1 June 2024. */
export function parse(text: string | Uint8Array, contentType: string | null = null): ParsedFeed {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  return parseFeed({ bytes, address: ADDRESS, contentType }, NOW);
}

/** An RSS feed with these items, of a site that is not at the feed's own host. */
export function rss(items: string): string {
  return `<?xml version="1.0"?><rss version="2.0" ${NAMESPACES}><channel><title>News</title><link>https://www.example.org/</link><language>en-gb</language>${items}</channel></rss>`;
}

/** An Atom feed with these entries. */
export function atom(entries: string, attributes = ''): string {
  return `<feed xmlns="http://www.w3.org/2005/Atom" ${attributes}><title>News</title><author><name>The Desk</name></author>${entries}</feed>`;
}

/** A JSON feed with these items. */
export function json(items: unknown[], more: object = {}): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'News',
    items,
    ...more,
  });
}

/** The only entry of a feed. */
export function entryOf(text: string): ParsedEntry {
  const { entries } = parse(text);
  const [entry] = entries;
  if (entry === undefined || entries.length > 1) throw new Error(`${entries.length} entries`);
  return entry;
}

export function titles(feed: ParsedFeed): string[] {
  return feed.entries.map(({ title }) => title);
}
