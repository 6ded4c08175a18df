import type { ArticleId } from '../../contract/types.ts';
import { keepSaved } from '../../db/articles.ts';
import { identityKeys, parseAddress } from './address.ts';
import type { Context } from './context.ts';
import { queuePage } from './jobs/page.ts';
import { transact } from '../../db/transact.ts';

/**
 * Saves the page at an address: its article is in the library at once and its text follows. A
 * page that is kept already is fetched again: what changed becomes another version beside it.
 * @throws CarrelError 'invalid' when what was typed is no address
 */
export function savePage(context: Context, typed: string): ArticleId {
  const { db } = context;
  const address = parseAddress(typed).href;
  const now = context.now();
  const articleId = transact(db, () => {
    const saved = keepSaved(db, {
      identityKeys: identityKeys({ feedAddress: null, guid: null, address }),
      origin: 'saved',
      address,
      title: address,
      source: new URL(address).hostname,
      sortAt: now,
      now,
    });
    queuePage(context, saved.articleId, address);
    return saved.articleId;
  });
  context.changes.articles([articleId]);
  return articleId;
}
