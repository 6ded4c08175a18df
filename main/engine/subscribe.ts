import { CarrelError } from '../../contract/errors.ts';
import type { FeedCandidate, Subscription } from '../../contract/types.ts';
import { addFeed, feedByAddress, getFeed } from '../../db/feeds.ts';
import { parseAddress } from './address.ts';
import type { Context } from './context.ts';
import type { Fetched } from './fetch/fetcher.ts';
import { FEED_ACCEPT, FEED_MAX_BYTES, keepFeed, readFeed } from './take-feed.ts';

/**
 * Subscribes to the feed at an address, or to the feed that the site there names.
 *
 * 1. What is in the library already is led to.
 * 2. What is there is fetched; a feed is taken as it is.
 * 3. A page is looked through for feeds: one is taken, several are offered.
 * @throws CarrelError naming what was typed and the cause; nothing is then changed
 */
export async function subscribe(context: Context, typed: string): Promise<Subscription> {
  const address = parseAddress(typed).href;
  const present = feedByAddress(context.db, address);
  if (present !== undefined) return { kind: 'present', feed: present };

  const fetched = await fetchFeed(context, address);
  const taken = await tryAsFeed(context, fetched);
  if (taken !== undefined) return taken;

  const candidates = await feedsOf(context, fetched);
  const [only, ...others] = candidates;
  if (only === undefined) {
    throw new CarrelError(
      'not-a-feed',
      `subscribe: there is no feed at ${address}, and the page there names none`,
    );
  }
  if (others.length > 0) return { kind: 'choose', candidates };

  const already = feedByAddress(context.db, only.address);
  if (already !== undefined) return { kind: 'present', feed: already };
  return await take(context, await fetchFeed(context, only.address));
}

async function fetchFeed(context: Context, address: string): Promise<Fetched> {
  try {
    return await context.fetcher.get(address, {
      accept: FEED_ACCEPT,
      maxBytes: FEED_MAX_BYTES,
      typedHosts: [new URL(address).hostname],
    });
  } catch (error) {
    if (!(error instanceof CarrelError)) throw error;
    throw new CarrelError(error.kind, `subscribe: ${error.message}`, { cause: error });
  }
}

/** The subscription, or `undefined` where the bytes are no feed but may be a page naming one. */
async function tryAsFeed(context: Context, fetched: Fetched): Promise<Subscription | undefined> {
  try {
    return await take(context, fetched);
  } catch (error) {
    if (error instanceof CarrelError && error.kind === 'not-a-feed') return undefined;
    throw error;
  }
}

async function feedsOf(context: Context, fetched: Fetched): Promise<FeedCandidate[]> {
  const { bytes, address, contentType } = fetched;
  return await context.workers.run('feedsOfPage', { bytes, address, contentType });
}

/** Reads the feed before it is added, so that what cannot be read leaves nothing behind. */
async function take(context: Context, fetched: Fetched): Promise<Subscription> {
  const { db } = context;
  const parsed = await readFeed(context, fetched);
  const { feed, added } = addFeed(db, {
    // A redirect that is not for ever may lead elsewhere tomorrow.
    address: fetched.permanent ? fetched.address : (fetched.redirects[0] ?? fetched.address),
    title: parsed.title ?? fetched.address,
    siteAddress: parsed.siteAddress,
    folderId: null,
    textFrom: 'page',
    now: context.now(),
  });
  if (!added) return { kind: 'present', feed };
  await keepFeed(context, feed, fetched, parsed, () => undefined);
  return { kind: 'added', feed: getFeed(db, feed.id) ?? feed };
}
