import { setImmediate } from 'node:timers/promises';
import type { FolderId } from '../../contract/types.ts';
import { changeFeed } from '../../db/feed-changes.ts';
import { addFeed } from '../../db/feeds.ts';
import { addFolder } from '../../db/folders.ts';
import type { Taken } from '../../db/imports.ts';
import { keepLogin, type SealedLogin } from '../../db/logins.ts';
import type { Db } from '../../db/open.ts';
import { transact } from '../../db/transact.ts';
import type { Context } from './context.ts';
import { presentFeed } from './feeds/same-feed.ts';
import { queueRefresh } from './jobs/refresh.ts';
import { sealLogin } from './logins.ts';
import type { OpmlFeed } from './opml/types.ts';

/** What became of the feeds of a list. */
export type TakenList = Required<Pick<Taken, 'feeds' | 'present' | 'refused'>>;

/** Entries kept in one transaction: it holds up a list page for some ten milliseconds. */
const BATCH = 50;

/**
 * Subscribes to the feeds of an OPML file that are not in the library, in the file's folders, and has
 * them fetched. The file of a stranger does not make Carrel fetch from this machine's own network:
 * what a list names, nobody typed. A few at a time, so that a list of thousands keeps nobody
 * waiting; a list that was cut short is opened again.
 * @param report is told what became of it
 * @throws CarrelError 'invalid' when it is no OPML file; nothing is then changed
 */
export async function importOpml(
  context: Context,
  file: { name: string; bytes: Uint8Array },
  report: TakenList,
): Promise<void> {
  const { db } = context;
  const list = await context.workers.run('opml', file);
  report.refused.push(...list.refused);
  try {
    for (const feeds of batchesOf(list.feeds)) {
      const logins = await sealedLogins(context, feeds);
      transact(db, () => {
        const folders = new Map<string, FolderId>();
        for (const feed of feeds) take(context, feed, { folders, login: logins.get(feed) }, report);
      });
      await setImmediate();
    }
    for (const paths of batchesOf(list.emptyFolders)) {
      transact(db, () => {
        const folders = new Map<string, FolderId>();
        for (const path of paths) folderAt(db, path, folders);
      });
      await setImmediate();
    }
  } finally {
    context.changes.sources();
  }
}

function* batchesOf<T>(all: T[]): Generator<T[]> {
  for (let at = 0; at < all.length; at += BATCH) yield all.slice(at, at + BATCH);
}

/** Before the transaction, because the keychain takes its time. */
async function sealedLogins(
  context: Context,
  feeds: OpmlFeed[],
): Promise<Map<OpmlFeed, SealedLogin>> {
  const sealed = new Map<OpmlFeed, SealedLogin>();
  for (const feed of feeds) {
    if (feed.login !== null) sealed.set(feed, await sealLogin(context, feed.login));
  }
  return sealed;
}

function take(
  context: Context,
  named: OpmlFeed,
  known: { folders: Map<string, FolderId>; login: SealedLogin | undefined },
  report: TakenList,
): void {
  const { db } = context;
  if (presentFeed(db, named.address) !== undefined) {
    report.present += 1;
    return;
  }
  const { feed } = addFeed(db, {
    address: named.address,
    title: named.title || named.address,
    ownTitle: named.isOwnTitle ? named.title : null,
    typed: false,
    siteAddress: named.siteAddress,
    folderId: folderAt(db, named.folders, known.folders),
    textFrom: 'page',
    now: context.now(),
  });
  if (Object.keys(named.settings).length > 0) {
    changeFeed(db, feed.id, { settings: named.settings });
  }
  if (known.login !== undefined) keepLogin(db, feed.id, known.login);
  report.feeds.push(feed.id);
  queueRefresh(context, feed);
}

/** The folder at a path, made where it is not there; `null` for the top. */
function folderAt(db: Db, path: string[], known: Map<string, FolderId>): FolderId | null {
  let id: FolderId | null = null;
  for (const [at, title] of path.entries()) {
    const key = JSON.stringify(path.slice(0, at + 1));
    const next: FolderId = known.get(key) ?? addFolder(db, title, id);
    known.set(key, next);
    id = next;
  }
  return id;
}
