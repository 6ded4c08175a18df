import type { ArticleId, FeedId, Login } from '../contract/types.ts';
import type { Db } from './open.ts';
import { prepared } from './statement.ts';

/** A login as it is kept: sealed by the system's keychain, or as it is, in the library alone. */
export interface SealedLogin {
  kind: Login['kind'];
  sealed: Uint8Array;
  sealedBy: 'keychain' | 'library';
}

export function getLogin(db: Db, feedId: FeedId): SealedLogin | undefined {
  return prepared<SealedLogin>(
    db,
    'SELECT kind, sealed, sealed_by AS sealedBy FROM logins WHERE feed_id = ?',
  ).get(feedId);
}

/** The feeds that carry an article and have a login. */
export function feedsWithLogin(db: Db, articleId: ArticleId): { id: FeedId; address: string }[] {
  return prepared<{ id: FeedId; address: string }>(
    db,
    `SELECT f.id, f.address
     FROM entries e JOIN feeds f ON f.id = e.feed_id JOIN logins l ON l.feed_id = f.id
     WHERE e.article_id = ?`,
  ).all(articleId);
}

/** Keeps the login of a feed in place of the one before; `null` takes it away. */
export function keepLogin(db: Db, feedId: FeedId, login: SealedLogin | null): void {
  if (login === null) {
    prepared(db, 'DELETE FROM logins WHERE feed_id = ?').run(feedId);
    return;
  }
  prepared(
    db,
    `INSERT INTO logins (feed_id, kind, sealed, sealed_by)
     VALUES (:feedId, :kind, :sealed, :sealedBy)
     ON CONFLICT (feed_id) DO UPDATE SET
       kind = excluded.kind, sealed = excluded.sealed, sealed_by = excluded.sealed_by`,
  ).run({ ...login, feedId });
}
