import { hash } from 'node:crypto';
import { CarrelError } from '../../contract/errors.ts';
import type { Feed } from '../../contract/types.ts';
import { fetchState, newestEntries, recordFetched, type Hints } from '../../db/feed-fetches.ts';
import { isFeed } from '../../db/feeds.ts';
import { isAnyKnown } from '../../db/identities.ts';
import { wantIcon } from '../../db/icons.ts';
import type { Context } from './context.ts';
import type { ParsedFeed } from './feeds/types.ts';
import type { Fetched } from './fetch/fetcher.ts';
import { queueIcon } from './jobs/icon.ts';
import { keysOf, takeEntry, type TakenFrom } from './take-entry.ts';
import { nextFetchAt } from './schedule.ts';
import { wantsOriginals } from './wants-originals.ts';

export const FEED_ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, application/json;q=0.9, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1';
export const FEED_MAX_BYTES = 20 * 1024 * 1024;

/** So many of a feed's newest entries tell how often it changes. */
const TELLING_ENTRIES = 20;

/**
 * Takes what a feed's server answered into the library; an answer that says the same as the one
 * before changes nothing.
 * @param done runs in the last transaction, with the feed's new validators
 * @returns where the feed says that it has moved to; `null` where it does not
 * @throws CarrelError as `readFeed`; nothing of the feed is then kept
 */
export async function takeFeed(
  context: Context,
  feed: Feed,
  fetched: Fetched,
  done: () => void,
): Promise<string | null> {
  const before = fetchState(context.db, feed.id);
  if (!fetched.notModified && sha256Of(fetched.bytes) !== before.bodySha256) {
    const parsed = await readFeed(context, fetched);
    await keepFeed(context, feed, fetched, parsed, done);
    return parsed.newAddress;
  }
  await context.keeper.keep({
    steps: 1,
    write() {
      wantIconOf(context, feed, null);
      recordFetched(context.db, feed.id, {
        ...whenNext(context, feed, before.hints, fetched),
        etag: fetched.etag ?? before.etag,
        lastModified: fetched.lastModified ?? before.lastModified,
        bodySha256: before.bodySha256,
      });
      done();
    },
  });
  context.changes.sources();
  return before.movedTo;
}

/**
 * Reads a feed in a worker thread.
 * @throws CarrelError 'not-a-feed', or what the worker's limits threw, naming the address
 */
export async function readFeed(context: Context, fetched: Fetched): Promise<ParsedFeed> {
  const { bytes, address, contentType } = fetched;
  try {
    return await context.workers.run('feed', {
      bytes,
      address,
      contentType,
      originals: wantsOriginals(context),
    });
  } catch (error) {
    if (!(error instanceof CarrelError) || error.message.startsWith('feed:')) throw error;
    throw new CarrelError(error.kind, `feed: cannot read ${address}: ${error.message}`, {
      cause: error,
    });
  }
}

/**
 * Keeps a feed's entries at once, with the feed's own text, and queues their pages. Subscribing
 * and refreshing both end here.
 */
export async function keepFeed(
  context: Context,
  feed: Feed,
  fetched: Fetched,
  parsed: ParsedFeed,
  done: () => void,
): Promise<void> {
  const { db } = context;
  const from = takenFrom(context, feed, parsed);
  // The oldest first, so that of entries without a date the feed's first is the newest.
  const entries = newestOf(parsed, feed.settings.keep).toReversed();
  await context.keeper.keep({
    steps: entries.length + 1,
    write(step) {
      // The user may unsubscribe while its entries come in.
      if (!isFeed(db, feed.id)) return;
      const entry = entries[step];
      if (entry !== undefined) {
        takeEntry(context, from, entry);
        return;
      }
      wantIconOf(context, { ...feed, siteAddress: parsed.siteAddress }, parsed.iconAddress);
      recordFetched(db, feed.id, {
        ...whenNext(context, feed, parsed.hints, fetched),
        etag: fetched.etag,
        lastModified: fetched.lastModified,
        bodySha256: sha256Of(fetched.bytes),
        hints: parsed.hints,
        title: parsed.title,
        siteAddress: parsed.siteAddress,
      });
      done();
    },
  });
  context.changes.sources();
}

function wantIconOf(context: Context, feed: Feed, iconAddress: string | null): void {
  if (wantIcon(context.db, feed.id, iconAddress, context.now())) queueIcon(context, feed);
}

function takenFrom(context: Context, feed: Feed, parsed: ParsedFeed): TakenFrom {
  const { identityAddress } = fetchState(context.db, feed.id);
  const knew = (entry: ParsedFeed['entries'][number]): boolean =>
    isAnyKnown(context.db, keysOf({ identityAddress }, entry));
  return {
    feed,
    identityAddress,
    language: parsed.language,
    source: sourceOf(feed, parsed),
    hasNewGuids: feed.articles > 0 && !parsed.entries.some(knew),
  };
}

/** What lists call the feed: as its reader does, or as it calls itself. */
function sourceOf(feed: Feed, parsed: ParsedFeed): string {
  return feed.ownTitle ?? parsed.title ?? feed.title;
}

/** Of a feed that lists more than its reader keeps, the newest; what has no date is newest of all. */
function newestOf({ entries }: ParsedFeed, keep: number | null): ParsedFeed['entries'] {
  if (keep === null || entries.length <= keep) return entries;
  const latest = ({ publishedAt }: ParsedFeed['entries'][number]): number =>
    publishedAt ?? Infinity;
  const newest = new Set(entries.toSorted((a, b) => latest(b) - latest(a)).slice(0, keep));
  return entries.filter((entry) => newest.has(entry));
}

function sha256Of(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex');
}

function whenNext(
  context: Context,
  feed: Feed,
  hints: Hints,
  { freshForMs }: Fetched,
): { at: number; nextFetchAt: number } {
  const at = context.now();
  const { everyMinutes } = feed.settings;
  const entriesAt = newestEntries(context.db, feed.id, TELLING_ENTRIES);
  const rhythm = { everyMinutes, entriesAt, hints, freshForMs };
  return { at, nextFetchAt: nextFetchAt(rhythm, at, Math.random()) };
}
