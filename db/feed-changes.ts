import { CarrelError } from '../contract/errors.ts';
import type { Feed, FeedChanges, FeedId } from '../contract/types.ts';
import { getFeed } from './feeds.ts';
import { getFolder } from './folders.ts';
import type { Db } from './open.ts';
import { prepared } from './statement.ts';
import { transact } from './transact.ts';

/**
 * Changes what the reader may set of a feed, all that is named or nothing; returns the feed.
 * @throws CarrelError 'not-found' for a feed or folder that is not in the library
 */
export function changeFeed(db: Db, id: FeedId, changes: FeedChanges): Feed {
  return transact(db, () => {
    const before = getFeed(db, id);
    if (before === undefined) throw noFeed(id);
    const { title = before.ownTitle, folderId = before.folderId } = changes;
    if (folderId !== null && getFolder(db, folderId) === undefined) {
      throw new CarrelError('not-found', `feed: there is no folder ${folderId} in the library`);
    }
    const settings = { ...before.settings, ...changes.settings };
    prepared(
      db,
      `UPDATE feeds SET
         own_title = :title, folder_id = :folderId, every_minutes = :everyMinutes,
         text_from = :textFrom, pictures = :pictures, keep = :keep, enclosures = :enclosures
       WHERE id = :id`,
    ).run({
      ...settings,
      id,
      title,
      folderId,
      pictures: settings.pictures ? 1 : 0,
      enclosures: settings.enclosures ? 1 : 0,
    });
    const after = getFeed(db, id);
    if (after === undefined) throw noFeed(id);
    if (after.title !== before.title) renameSource(db, id, before.title, after.title);
    return after;
  });
}

/** Keeps that the reader typed a feed's address, so that it may be on this machine's own network. */
export function markTyped(db: Db, id: FeedId): void {
  prepared(db, 'UPDATE feeds SET typed = 1 WHERE id = ?').run(id);
}

/** Lists say of an article which feed it is from, by the title the feed had when it came. */
function renameSource(db: Db, id: FeedId, from: string, to: string): void {
  prepared(
    db,
    `UPDATE articles SET source = :to
     WHERE source = :from AND id IN (SELECT article_id FROM entries WHERE feed_id = :id)`,
  ).run({ id, from, to });
}

function noFeed(id: FeedId): CarrelError {
  return new CarrelError('not-found', `feed: there is no feed ${id} in the library`);
}
