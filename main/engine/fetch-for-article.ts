import type { ArticleId } from '../../contract/types.ts';
import { typedHostsOf } from '../../db/typed-hosts.ts';
import type { Context } from './context.ts';
import type { Fetched } from './fetch/fetcher.ts';
import type { Slot } from './jobs/job.ts';
import { loginForArticle } from './logins.ts';

/**
 * Fetches something of an article, its page or a picture: with the login of its feed where it is
 * on the feed's own server, and from this machine's own network only where the reader typed it.
 * @throws as `Fetcher.get`
 */
export async function fetchForArticle(
  context: Context,
  articleId: ArticleId,
  address: string,
  what: { accept: string; maxBytes: number },
  slot: Slot,
): Promise<Fetched> {
  const login = await loginForArticle(context, articleId, address);
  const fetched = await slot.away(
    context.fetcher.get(address, {
      ...what,
      typedHosts: typedHostsOf(context.db, { articleId }),
      ...(login === undefined ? {} : { login }),
      signal: slot.signal,
    }),
  );
  slot.received(fetched.bytes.byteLength);
  return fetched;
}
