import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { CarrelError } from '../../contract/errors.ts';
import type { ArticleId, Feed } from '../../contract/types.ts';
import { keepEntry, setTextState } from '../../db/articles.ts';
import { getFeed, recordFetched, validators } from '../../db/feeds.ts';
import { identityKeys } from './address.ts';
import type { Context } from './context.ts';
import type { ParsedEntry, ParsedFeed } from './feeds/types.ts';
import type { Fetched } from './fetch/fetcher.ts';
import { queuePage } from './jobs/page.ts';
import { keepVersion } from './keep-extracted.ts';
import { transact } from '../../db/transact.ts';

export const FEED_ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, application/json;q=0.9, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1';
export const FEED_MAX_BYTES = 20 * 1024 * 1024;

/** How often a feed is fetched. */
const FETCH_EVERY_MS = 60 * 60_000;

/** How long entries are kept in one transaction: a list page waits no longer than this for one. */
const BATCH_MS = 12;

/**
 * Takes what a feed's server answered into the library; an answer that says the same as the one
 * before changes nothing.
 * @param done runs in the last transaction, with the feed's new validators
 * @throws CarrelError as `readFeed`; nothing of the feed is then kept
 */
export async function takeFeed(
  context: Context,
  feed: Feed,
  fetched: Fetched,
  done: () => void,
): Promise<void> {
  const { db } = context;
  const before = validators(db, feed.id);
  if (!fetched.notModified && sha256Of(fetched.bytes) !== before.bodySha256) {
    await keepFeed(context, feed, fetched, await readFeed(context, fetched), done);
    return;
  }
  transact(db, () => {
    recordFetched(db, feed.id, {
      ...nextFetch(context, feed),
      etag: fetched.etag ?? before.etag,
      lastModified: fetched.lastModified ?? before.lastModified,
      bodySha256: before.bodySha256,
    });
    done();
  });
  context.changes.sources();
}

/**
 * Reads a feed in a worker thread.
 * @throws CarrelError 'not-a-feed', or what the worker's limits threw, naming the address
 */
export async function readFeed(context: Context, fetched: Fetched): Promise<ParsedFeed> {
  const { bytes, address, contentType } = fetched;
  try {
    return await context.workers.run('feed', { bytes, address, contentType });
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
  // The oldest first, so that of entries without a date the feed's first is the newest.
  const waiting = parsed.entries.toReversed();
  let isDone = false;
  while (!isDone) {
    // The user may unsubscribe while its entries come in.
    if (getFeed(db, feed.id) === undefined) return;
    isDone = transact(db, () => {
      const until = performance.now() + BATCH_MS;
      while (waiting.length > 0) {
        const entry = waiting.shift();
        if (entry !== undefined) take(context, feed, parsed, entry);
        if (performance.now() > until) return false;
      }
      recordFetched(db, feed.id, {
        ...nextFetch(context, feed),
        etag: fetched.etag,
        lastModified: fetched.lastModified,
        bodySha256: sha256Of(fetched.bytes),
        ...(parsed.title === null ? {} : { title: parsed.title }),
        ...(parsed.siteAddress === null ? {} : { siteAddress: parsed.siteAddress }),
      });
      done();
      return true;
    });
    await setImmediate();
  }
  context.changes.sources();
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function nextFetch(context: Context, feed: Feed): { at: number; nextFetchAt: number } {
  const at = context.now();
  // A tenth of jitter by feed, so that feeds added together do not stay together.
  const jitter = ((feed.id * 2654435761) % 1000) / 1000 / 10;
  return { at, nextFetchAt: at + Math.round(FETCH_EVERY_MS * (1 + jitter)) };
}

/** Keeps one entry and what follows from it, inside the caller's transaction. */
function take(context: Context, feed: Feed, parsed: ParsedFeed, entry: ParsedEntry): void {
  const { db } = context;
  const now = context.now();
  const language = entry.body?.language ?? parsed.language;
  const { articleId, isNew, changed } = keepEntry(db, {
    feedId: feed.id,
    identityKeys: identityKeys({
      feedAddress: feed.address,
      guid: entry.guid,
      address: entry.address,
      ownAddress: entry.ownAddress,
    }),
    guid: entry.guid,
    address: entry.address,
    title: entry.title,
    authors: entry.authors,
    excerpt: entry.excerpt,
    language,
    direction: entry.body?.direction ?? 'ltr',
    publishedAt: entry.publishedAt,
    modifiedAt: entry.modifiedAt,
    sortAt: entry.publishedAt ?? now,
    contentSha256: entry.contentSha256,
    textState: 'waiting',
    source: parsed.title ?? feed.title,
    now,
  });
  if (!isNew && !changed) return;

  if (entry.body !== null && entry.body.text !== '') {
    keepVersion(
      context,
      articleId,
      entry.body,
      { captureId: null, textFrom: 'feed', fetchedAt: now },
      {
        title: entry.title,
        authors: entry.authors,
        publishedAt: entry.publishedAt,
        modifiedAt: entry.modifiedAt,
      },
    );
  }
  completeText(context, feed, articleId, entry.address);
  context.changes.articles([articleId]);
}

/** The feed's own text is the whole one where the user chose so, or where there is no page. */
function completeText(
  context: Context,
  feed: Feed,
  articleId: ArticleId,
  address: string | null,
): void {
  if (feed.settings.textFrom === 'page' && address !== null) queuePage(context, articleId, address);
  else setTextState(context.db, articleId, 'kept', null);
}
