import { keepSaved } from '../../../db/articles.ts';
import { articleKnownAs } from '../../../db/identities.ts';
import type { Taken } from '../../../db/imports.ts';
import { identityKeys } from '../address.ts';
import type { Context } from '../context.ts';
import { queuePage } from '../jobs/page.ts';
import { keepSaid } from './keep-page.ts';
import type { BroughtLink } from './types.ts';

/**
 * Keeps an article of which only the address was brought, and has its page fetched. One that is in
 * the library stays as it is. Runs inside the caller's transaction.
 * @param file the file that it was in, as its reader called it
 */
export function keepLink(context: Context, link: BroughtLink, file: string): Taken {
  const { db } = context;
  const { address } = link;
  const keys = identityKeys({ feedAddress: null, guid: null, address });
  if (articleKnownAs(db, keys)?.present === true) return { present: 1 };
  const now = context.now();
  const saved = keepSaved(db, {
    identityKeys: keys,
    // Of a file: what it names, nobody typed (db/typed-hosts.ts).
    origin: 'file',
    address,
    title: link.title ?? address,
    source: link.siteName ?? URL.parse(address)?.hostname ?? file,
    sortAt: Math.min(link.publishedAt ?? link.savedAt ?? now, now),
    now,
  });
  queuePage(context, saved.articleId, address);
  keepSaid(context, saved, link, file);
  context.changes.articles([saved.articleId]);
  return { article: saved.articleId, toFetch: true };
}
