import type { Db } from './open.ts';
import type { Job } from './jobs.ts';
import { prepared } from './statement.ts';

/**
 * The hosts (as `URL.hostname` has them) that the reader typed and that a job may therefore reach
 * on this machine and its network: those of the job's feed, or of the feeds of its article.
 */
export function typedHostsOf(db: Db, job: Pick<Job, 'feedId' | 'articleId'>): string[] {
  const addresses = prepared<string>(
    db,
    `SELECT address FROM feeds WHERE typed = 1 AND (
       id = :feedId OR id IN (SELECT feed_id FROM entries WHERE article_id = :articleId))`,
  )
    .pluck()
    .all({ feedId: job.feedId, articleId: job.articleId });
  return addresses.flatMap((address) => URL.parse(address)?.hostname ?? []);
}
