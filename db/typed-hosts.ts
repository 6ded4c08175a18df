import type { ArticleId, FeedId } from '../contract/types.ts';
import type { Db } from './open.ts';
import { prepared } from './statement.ts';

/** What is fetched for: a feed, or an article. */
export interface FetchedFor {
  feedId?: FeedId | null;
  articleId?: ArticleId | null;
}

/**
 * The hosts (as `URL.hostname` has them) that the reader typed for what is fetched: those of the
 * feed, or of the feeds that carry the article, as far as they were typed, and the article's own if
 * it was saved by its address. Only these may lead to this machine and its own network
 * (SECURITY.md): a feed at home may have its pages and pictures there.
 */
export function typedHostsOf(db: Db, { feedId = null, articleId = null }: FetchedFor): string[] {
  const addresses = prepared<string>(
    db,
    `SELECT address FROM feeds WHERE typed = 1 AND (
       id = :feedId OR id IN (SELECT feed_id FROM entries WHERE article_id = :articleId))
     UNION ALL
     SELECT address FROM articles
     WHERE id = :articleId AND origin = 'saved' AND address IS NOT NULL`,
  )
    .pluck()
    .all({ feedId, articleId });
  return [...new Set(addresses.flatMap((address) => URL.parse(address)?.hostname ?? []))];
}
