import { CarrelError } from '../../contract/errors.ts';
import type { Feed, FeedCandidate, Login, Subscription } from '../../contract/types.ts';
import { markTyped } from '../../db/feed-changes.ts';
import { addFeed, getFeed } from '../../db/feeds.ts';
import { keepLogin } from '../../db/logins.ts';
import { transact } from '../../db/transact.ts';
import type { Context } from './context.ts';
import { feedsOfKnownSite } from './feeds/known-sites.ts';
import { isLocalName, isPrivateHost } from './fetch/private-address.ts';
import { addressInReader } from './feeds/reader-services.ts';
import { presentFeed } from './feeds/same-feed.ts';
import type { ParsedFeed } from './feeds/types.ts';
import type { Fetched } from './fetch/fetcher.ts';
import { feedAtUsualPaths } from './feed-at-usual-paths.ts';
import { fetchAsked, loginFor, type Asked } from './fetch-asked.ts';
import { queueRefresh } from './jobs/refresh.ts';
import { saveLogin, sealLogin } from './logins.ts';
import { keepFeed, readFeed } from './take-feed.ts';
import { readTypedAddress } from './typed-address.ts';

/**
 * Subscribes to the feed at an address, or to the feed that the site there names.
 *
 * 1. Of an address of a service that reads feeds, the one in it counts.
 * 2. What is in the library already is led to.
 * 3. Of a well-known site the feed is known.
 * 4. What is there is fetched; a feed is taken as it is.
 * 5. A page is looked through for feeds: one is taken, several are offered.
 * 6. Of a page that names none, the usual addresses are tried.
 *
 * @param login what the server asks for; a name and password in the address are one, too
 * @throws CarrelError naming what was typed and the cause, 'login' where the server asks for one;
 *   nothing is then changed
 */
export async function subscribe(
  context: Context,
  typed: string,
  login?: Login,
): Promise<Subscription> {
  const asked = whatIsAsked(typed, login);
  const present = presentFeed(context.db, asked.address);
  if (present !== undefined)
    return { kind: 'present', feed: await leadTo(context, present, asked) };

  const known = feedsOfKnownSite(asked.address);
  if (known.length > 1) return { kind: 'choose', candidates: known };
  const direct = known[0] === undefined ? undefined : await tryKnown(context, asked, known[0]);
  if (direct !== undefined) return direct;

  const fetched = await fetchAsked(context, asked, asked.address);
  const taken = await tryAsFeed(context, asked, fetched);
  if (taken !== undefined) return taken;

  const candidates = await feedsOf(context, asked, fetched);
  const [only, ...others] = candidates;
  if (others.length > 0) return { kind: 'choose', candidates };
  if (only !== undefined) return await takeNamed(context, asked, only.address);

  const found = isPage(fetched) ? await feedAtUsualPaths(context, asked, fetched.address) : null;
  if (found !== null) return await take(context, asked, found.fetched, found.parsed);
  throw new CarrelError(
    'not-a-feed',
    `subscribe: there is no feed at ${asked.address}, and the page there names none`,
  );
}

function whatIsAsked(typed: string, login: Login | undefined): Asked {
  const outer = readTypedAddress(typed);
  const inner = addressInReader(outer.address);
  const { address, login: inAddress } = inner === null ? outer : readTypedAddress(inner);
  return { address, host: new URL(address).hostname, login: login ?? inAddress };
}

/** A feed of the library, which the reader has now typed; a login it lacks is kept. */
async function leadTo(context: Context, feed: Feed, asked: Asked): Promise<Feed> {
  const { db } = context;
  markTyped(db, feed.id);
  if (asked.login !== null && feed.login === null) {
    await saveLogin(context, feed.id, asked.login);
    queueRefresh(context, feed);
    context.changes.sources();
  }
  return getFeed(db, feed.id) ?? feed;
}

/** The subscription, or `undefined` where the site is not what its address looks like. */
async function tryKnown(
  context: Context,
  asked: Asked,
  { address }: FeedCandidate,
): Promise<Subscription | undefined> {
  try {
    return await takeNamed(context, asked, address);
  } catch (error) {
    if (error instanceof CarrelError && /^(?:http|gone|not-a-feed)$/.test(error.kind))
      return undefined;
    throw error;
  }
}

/** The subscription to a feed at an address that nobody typed. */
async function takeNamed(context: Context, asked: Asked, address: string): Promise<Subscription> {
  const present = presentFeed(context.db, address);
  if (present !== undefined) return { kind: 'present', feed: present };
  const fetched = await fetchAsked(context, asked, address);
  return await take(context, asked, fetched, await readFeed(context, fetched));
}

/** The subscription, or `undefined` where the bytes are no feed but may be a page naming one. */
async function tryAsFeed(
  context: Context,
  asked: Asked,
  fetched: Fetched,
): Promise<Subscription | undefined> {
  try {
    return await take(context, asked, fetched, await readFeed(context, fetched));
  } catch (error) {
    if (error instanceof CarrelError && error.kind === 'not-a-feed') return undefined;
    throw error;
  }
}

/** What a page names; what lies on this machine's own network only where the reader typed it. */
async function feedsOf(context: Context, asked: Asked, fetched: Fetched): Promise<FeedCandidate[]> {
  const { bytes, address, contentType, headers } = fetched;
  const linkHeaders = headers.filter(([name]) => name === 'link').map(([, value]) => value);
  const found = await context.workers.run('feedsOfPage', {
    bytes,
    address,
    contentType,
    linkHeaders,
  });
  return found.filter((candidate) => {
    const { hostname } = new URL(candidate.address);
    const isOfThisNetwork = isPrivateHost(hostname) || isLocalName(hostname);
    return hostname === asked.host || !isOfThisNetwork;
  });
}

function isPage({ contentType }: Fetched): boolean {
  return contentType === null || /html/i.test(contentType);
}

/** Adds a feed that was read before, so that what cannot be read leaves nothing behind. */
async function take(
  context: Context,
  asked: Asked,
  fetched: Fetched,
  parsed: ParsedFeed,
): Promise<Subscription> {
  const { db } = context;
  // A redirect that is not for ever may lead elsewhere tomorrow.
  const address = fetched.permanent ? fetched.address : (fetched.redirects[0] ?? fetched.address);
  const present = presentFeed(db, address);
  if (present !== undefined) return { kind: 'present', feed: present };

  const login = loginFor(asked, address);
  const sealed = login === null ? null : await sealLogin(context, login);
  const { feed, added } = transact(db, () => {
    const row = addFeed(db, {
      address,
      title: parsed.title ?? address,
      typed: new URL(address).hostname === asked.host,
      siteAddress: parsed.siteAddress,
      folderId: null,
      textFrom: 'page',
      now: context.now(),
    });
    if (row.added) keepLogin(db, row.feed.id, sealed);
    return row;
  });
  if (!added) return { kind: 'present', feed };
  await keepFeed(context, feed, fetched, parsed, () => undefined);
  return { kind: 'added', feed: getFeed(db, feed.id) ?? feed };
}
