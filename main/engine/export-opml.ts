import { CarrelError } from '../../contract/errors.ts';
import type { Feed, FeedId, Login } from '../../contract/types.ts';
import { listFeeds } from '../../db/feeds.ts';
import { listFolders } from '../../db/folders.ts';
import type { Context } from './context.ts';
import { loginOf } from './logins.ts';
import { writeOpml } from './opml/write.ts';

/**
 * The subscriptions as an OPML 2.0 document.
 * @param options.logins whether names and passwords stand in the addresses, where any program can
 *   read them. A token cannot stand there and is left out, and so is a login that this machine's
 *   keychain cannot open.
 */
export async function exportOpml(
  context: Context,
  options: { logins: boolean } = { logins: false },
): Promise<string> {
  const { db } = context;
  const feeds = listFeeds(db);
  const logins = options.logins ? await basicLogins(context, feeds) : undefined;
  return writeOpml({ folders: listFolders(db), feeds }, context.now(), logins);
}

async function basicLogins(
  context: Context,
  feeds: Feed[],
): Promise<Map<FeedId, Extract<Login, { kind: 'basic' }>>> {
  const logins = new Map<FeedId, Extract<Login, { kind: 'basic' }>>();
  for (const { id, login } of feeds) {
    if (login !== 'basic') continue;
    const kept = await loginOf(context, id).catch((error: unknown) => {
      if (error instanceof CarrelError && error.kind === 'login') return undefined;
      throw error;
    });
    if (kept?.kind === 'basic') logins.set(id, kept);
  }
  return logins;
}
