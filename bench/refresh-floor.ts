import { join } from 'node:path';
import Database from 'better-sqlite3';
import { parseFeed } from 'feedsmith';
import { Agent } from 'undici';

/** As many requests at once as Carrel's runner has slots. */
const concurrency = 12;

interface Item {
  feed: string;
  guid: string;
  address: string;
  title: string;
  publishedAt: string;
  html: string;
}

/**
 * The floor of a refresh: every feed fetched, parsed by the same parser, and all entries kept in
 * one transaction, without the app: no identity, no versions, no search index, no cleaning.
 */
export interface RefreshFloor {
  /** Fetches all feeds and keeps their entries; gives how many there are after it. */
  refresh(): Promise<number>;
  close(): Promise<void>;
}

/** Opens a new database in a folder, for these feeds. */
export function openRefreshFloor(folder: string, feeds: readonly string[]): RefreshFloor {
  const agent = new Agent({ connections: 2 });
  const db = new Database(join(folder, 'floor.sqlite'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(`
    CREATE TABLE feeds (address TEXT PRIMARY KEY, etag TEXT) STRICT;
    CREATE TABLE items (
      feed TEXT NOT NULL, guid TEXT NOT NULL, address TEXT, title TEXT, published_at TEXT, html TEXT,
      PRIMARY KEY (feed, guid)
    ) STRICT, WITHOUT ROWID`);
  const keepFeed = db.prepare('INSERT OR REPLACE INTO feeds VALUES (?, ?)');
  const etagOf = db.prepare<[string], string>('SELECT etag FROM feeds WHERE address = ?').pluck();
  const keepItem = db.prepare(
    'INSERT OR REPLACE INTO items VALUES (:feed, :guid, :address, :title, :publishedAt, :html)',
  );

  async function fetchFeed(address: string): Promise<{ etag: string | null; items: Item[] }> {
    const etag = etagOf.get(address);
    const { origin, pathname } = new URL(address);
    const response = await agent.request({
      origin,
      path: pathname,
      method: 'GET',
      headers: etag === undefined ? {} : { 'if-none-match': etag },
    });
    const text = await response.body.text();
    if (response.statusCode === 304) return { etag: etag ?? null, items: [] };
    const given = response.headers['etag'];
    return { etag: typeof given === 'string' ? given : null, items: itemsOf(address, text) };
  }

  return {
    async refresh() {
      const waiting = [...feeds];
      const fetched: { address: string; etag: string | null; items: Item[] }[] = [];
      const lane = async (): Promise<void> => {
        for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
          fetched.push({ address, ...(await fetchFeed(address)) });
        }
      };
      await Promise.all(Array.from({ length: concurrency }, lane));
      db.transaction(() => {
        for (const { address, etag, items } of fetched) {
          keepFeed.run(address, etag);
          for (const item of items) keepItem.run(item);
        }
      })();
      return db.prepare<[], number>('SELECT count(*) FROM items').pluck().get() ?? 0;
    },
    async close() {
      await agent.close();
      db.close();
    },
  };
}

function itemsOf(address: string, text: string): Item[] {
  const parsed = parseFeed(text);
  if (parsed.format !== 'rss') throw new Error(`bench: ${address} is ${parsed.format}, not RSS`);
  return (parsed.feed.items ?? []).map((item) => ({
    feed: address,
    guid: item.guid?.value ?? '',
    address: item.link ?? '',
    title: item.title ?? '',
    publishedAt: item.pubDate ?? '',
    html: item.content?.encoded ?? '',
  }));
}
