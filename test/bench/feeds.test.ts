import { parseFeed } from 'feedsmith';
import { expect, it } from 'vitest';
import { feedXml } from '../../bench/feeds.ts';

const feeds = { count: 2, entries: 3, entryBytes: 4000 };

it('writes feeds that the parser takes whole', () => {
  const parsed = parseFeed(feedXml(feeds, 0));
  if (parsed.format !== 'rss') throw new Error(`it is ${parsed.format}`);
  const items = parsed.feed.items ?? [];
  expect(items).toHaveLength(3);
  expect(new Set(items.map((item) => item.guid?.value)).size).toBe(3);
  for (const item of items) {
    expect(item.content?.encoded?.length).toBeGreaterThan(4000);
    expect(Date.parse(item.pubDate ?? '')).toBeGreaterThan(0);
  }
});

it('writes the same feed again, and another one for another place', () => {
  expect(feedXml(feeds, 1)).toBe(feedXml(feeds, 1));
  expect(feedXml(feeds, 1)).not.toBe(feedXml(feeds, 0));
});
