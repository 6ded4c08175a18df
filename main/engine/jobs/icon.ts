import { CarrelError } from '../../../contract/errors.ts';
import type { Feed } from '../../../contract/types.ts';
import { getFeed } from '../../../db/feeds.ts';
import { failIcon, iconAddressOf, keepIcon } from '../../../db/icons.ts';
import { addJob, finishJob, type Job } from '../../../db/jobs.ts';
import { transact } from '../../../db/transact.ts';
import { typedHostsOf } from '../../../db/typed-hosts.ts';

import type { Context } from '../context.ts';
import { dataOf } from '../fetch/data-address.ts';
import type { Fetched } from '../fetch/fetcher.ts';
import { siteOf } from '../fetch/site.ts';
import { checkPicture, type CheckedPicture } from '../fetch/picture.ts';
import { collectGarbage } from '../garbage.ts';
import { hashOf, writeMediaFile } from '../media-files.ts';
import type { JobStep, Slot } from './job.ts';

const ICON_ACCEPT = 'image/svg+xml,image/png,image/*,*/*;q=0.1';
const ICON_MAX_BYTES = 1024 * 1024;
const PAGE_ACCEPT = 'text/html, application/xhtml+xml;q=0.9, */*;q=0.1';
/** What a page names its icons in is at its beginning, but a page is read whole. */
const PAGE_MAX_BYTES = 5 * 1024 * 1024;
/** A picture of at most this many pixels to a side is an icon, whatever its shape. */
const SMALL = 64;

interface Icon {
  bytes: Uint8Array;
  checked: CheckedPicture;
}

/**
 * Finds the icon of a feed's site and keeps it. The first of these that is a picture is it:
 *
 * 1. what the feed names, if it is square or small: many name a banner;
 * 2. what the site's page names, the best size first;
 * 3. `/favicon.ico` of the site.
 *
 * That there is none is no error: the feed stands in the list without one.
 */
export const iconStep: JobStep = {
  async run(context, job, slot) {
    const { db } = context;
    const feed = job.feedId === null ? undefined : getFeed(db, job.feedId);
    if (feed === undefined) {
      finishJob(db, job.id);
      return;
    }
    const icon = await findIcon(context, job, feed, slot);
    if (icon !== undefined) {
      await keep(context, job, feed, icon);
      return;
    }
    transact(db, () => {
      failIcon(db, feed.id, context.now());
      finishJob(db, job.id);
    });
  },

  fail(context, job) {
    if (job.feedId !== null) failIcon(context.db, job.feedId, context.now());
  },
};

/** Has the icon of a feed's site looked for as soon as there is a slot. */
export function queueIcon(
  context: Context,
  feed: Pick<Feed, 'id' | 'address' | 'siteAddress'>,
): void {
  addJob(context.db, {
    kind: 'icon',
    feedId: feed.id,
    host: siteOf(homeOf(feed)),
    runAt: context.now(),
  });
}

async function findIcon(
  context: Context,
  job: Job,
  feed: Feed,
  slot: Slot,
): Promise<Icon | undefined> {
  const fetchIcon = (address: string) => iconAt(context, job, address, slot);
  const named = iconAddressOf(context.db, feed.id);
  const ofFeed = named === null ? undefined : await fetchIcon(named); // 1
  if (ofFeed !== undefined && isIcon(ofFeed.checked)) return ofFeed;

  const page = await sitePage(context, job, homeOf(feed), slot); // 2
  for (const address of page === undefined ? [] : await iconsOf(context, page)) {
    const icon = await fetchIcon(address);
    if (icon !== undefined) return icon;
  }
  const favicon = URL.parse('/favicon.ico', page?.address ?? homeOf(feed)); // 3
  return favicon === null ? undefined : await fetchIcon(favicon.href);
}

/** The picture at an address; `undefined` where there is none. */
async function iconAt(
  context: Context,
  job: Job,
  address: string,
  slot: Slot,
): Promise<Icon | undefined> {
  try {
    const { bytes, contentType } = address.startsWith('data:')
      ? dataOf(address)
      : await slot.away(
          context.fetcher.get(address, {
            accept: ICON_ACCEPT,
            maxBytes: ICON_MAX_BYTES,
            typedHosts: typedHostsOf(context.db, job),
            signal: slot.signal,
          }),
        );
    return { bytes, checked: checkPicture(bytes, contentType, address) };
  } catch (error) {
    if (!slot.signal.aborted && error instanceof CarrelError) return undefined;
    throw error;
  }
}

/**
 * The page of a feed's site; `undefined` where it cannot be had.
 * @throws CarrelError 'network' or 'timeout': what may pass is tried again before the week is over
 */
async function sitePage(
  context: Context,
  job: Job,
  address: string,
  slot: Slot,
): Promise<Fetched | undefined> {
  try {
    return await slot.away(
      context.fetcher.get(address, {
        accept: PAGE_ACCEPT,
        maxBytes: PAGE_MAX_BYTES,
        typedHosts: typedHostsOf(context.db, job),
        signal: slot.signal,
      }),
    );
  } catch (error) {
    if (slot.signal.aborted || !(error instanceof CarrelError)) throw error;
    if (error.kind === 'network' || error.kind === 'timeout') throw error;
    return undefined;
  }
}

async function iconsOf(context: Context, page: Fetched): Promise<string[]> {
  const { bytes, address, contentType } = page;
  try {
    return await context.workers.run('iconsOfPage', { bytes, address, contentType });
  } catch (error) {
    // A page too deep or too slow to be read names none; a pool that is closing is no page's fault.
    if (error instanceof CarrelError && error.kind !== 'engine-down') return [];
    throw error;
  }
}

/** Keeps the icon and finishes the job; the icon before it goes, if nothing else names it. */
async function keep(context: Context, job: Job, feed: Feed, icon: Icon): Promise<void> {
  const { db } = context;
  const sha256 = hashOf(icon.bytes);
  context.keeping.add(sha256);
  try {
    await writeMediaFile(context.folder, sha256, icon.bytes);
    transact(db, () => {
      const sizeBytes = icon.bytes.byteLength;
      keepIcon(db, feed.id, { ...icon.checked, sha256, sizeBytes }, context.now());
      finishJob(db, job.id);
    });
  } finally {
    context.keeping.delete(sha256);
  }
  // Its own file too: the feed may have been removed meanwhile.
  collectGarbage(context, feed.icon === null ? [sha256] : [feed.icon, sha256]);
  context.changes.sources();
}

/** The page that names the icon: the feed's site, else the front page of where the feed is. */
function homeOf(feed: Pick<Feed, 'address' | 'siteAddress'>): string {
  return feed.siteAddress ?? new URL('/', feed.address).href;
}

/** Square within a tenth, or small. */
function isIcon({ width, height }: CheckedPicture): boolean {
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  return long <= SMALL || long <= short * 1.1;
}
