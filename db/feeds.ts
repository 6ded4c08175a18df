import { CarrelError } from '../contract/errors.ts';
import type {
  ArticleId,
  Feed,
  FeedId,
  FolderId,
  Login,
  MediaHash,
  Scope,
  TextFrom,
  Timestamp,
} from '../contract/types.ts';
import { removeArticles } from './articles.ts';
import type { Db } from './open.ts';
import { FEEDS_OF_FOLDER } from './scope.ts';
import { prepared } from './statement.ts';
import { toFailure, type FailureColumns } from './summary.ts';
import { transact } from './transact.ts';

const COLUMNS = `
  id, folder_id, address, site_address, coalesce(own_title, title) AS title, own_title, icon_sha256,
  every_minutes, text_from, pictures, keep, enclosures,
  (SELECT kind FROM logins WHERE feed_id = feeds.id) AS login, article_count, last_tried_at,
  last_succeeded_at, next_fetch_at, gone, error_kind, error_message`;

/** Feeds stand by the title that is shown. */
const BY_TITLE = 'ORDER BY coalesce(own_title, title) COLLATE NOCASE, id';

/** A reader may set a month; a tenth of chance comes on top (`main/engine/schedule.ts`). */
const LONGEST_WAIT_MS = 34 * 24 * 60 * 60_000;

export interface NewFeed {
  address: string;
  /** What the feed calls itself, or its address. */
  title: string;
  /** The title the reader gave it; `null` where there is none. */
  ownTitle?: string | null;
  /** Whether the reader typed the address; one that others wrote is not fetched from this network. */
  typed?: boolean;
  siteAddress: string | null;
  folderId: FolderId | null;
  textFrom: TextFrom;
  now: Timestamp;
}

/** Adds a feed that is due at once; one that is in the library already is left as it is. */
export function addFeed(db: Db, feed: NewFeed): { feed: Feed; added: boolean } {
  const present = feedByAddress(db, feed.address);
  if (present !== undefined) return { feed: present, added: false };
  const row = prepared<FeedRow>(
    db,
    `INSERT INTO feeds (address, identity_address, title, own_title, typed, site_address, folder_id,
       text_from, added_at, next_fetch_at)
     VALUES (:address, :address, :title, :ownTitle, :typed, :siteAddress, :folderId,
       :textFrom, :now, :now)
     RETURNING ${COLUMNS}`,
  ).get({ ownTitle: null, ...feed, typed: feed.typed === false ? 0 : 1 });
  if (row === undefined) throw new Error(`feed: ${feed.address} was not added`);
  return { feed: toFeed(row), added: true };
}

/** All feeds, by title. */
export function listFeeds(db: Db): Feed[] {
  return prepared<FeedRow>(db, `SELECT ${COLUMNS} FROM feeds ${BY_TITLE}`).all().map(toFeed);
}

export function getFeed(db: Db, id: FeedId): Feed | undefined {
  const row = prepared<FeedRow>(db, `SELECT ${COLUMNS} FROM feeds WHERE id = ?`).get(id);
  return row === undefined ? undefined : toFeed(row);
}

/** Whether there is still a feed: asked for every entry that comes in. */
export function isFeed(db: Db, id: FeedId): boolean {
  return prepared<1>(db, 'SELECT 1 FROM feeds WHERE id = ?').pluck().get(id) === 1;
}

export function feedByAddress(db: Db, address: string): Feed | undefined {
  const row = prepared<FeedRow>(db, `SELECT ${COLUMNS} FROM feeds WHERE address = ?`).get(address);
  return row === undefined ? undefined : toFeed(row);
}

/** The feeds to fetch for a place: one, a folder's (with the folders in it), or all. */
export function feedsOfScope(db: Db, scope: Scope): FeedId[] {
  if (scope.kind === 'feed') {
    return prepared<FeedId>(db, 'SELECT id FROM feeds WHERE id = ?').pluck().all(scope.id);
  }
  if (scope.kind === 'folder') {
    return prepared<FeedId>(db, FEEDS_OF_FOLDER).pluck().all({ place: scope.id });
  }
  return prepared<FeedId>(db, 'SELECT id FROM feeds ORDER BY id').pluck().all();
}

/**
 * The feeds whose time to be fetched has come, the longest due first. A time further ahead than
 * any schedule goes was set by a clock that was wrong.
 */
export function dueFeeds(db: Db, now: Timestamp, limit: number): Feed[] {
  return prepared<FeedRow>(
    db,
    `SELECT ${COLUMNS} FROM feeds
     WHERE gone = 0 AND (next_fetch_at <= :now OR next_fetch_at > :now + ${LONGEST_WAIT_MS})
     ORDER BY next_fetch_at, id LIMIT :limit`,
  )
    .all({ now, limit })
    .map(toFeed);
}

/**
 * Removes a feed, and those of its articles that nothing else keeps (docs/retention.md).
 * @returns the feed as it was
 */
export function removeFeed(db: Db, id: FeedId): Feed {
  return transact(db, () => {
    const feed = getFeed(db, id);
    if (feed === undefined) {
      throw new CarrelError('not-found', `feed: there is no feed ${id} in the library`);
    }
    removeArticlesOf(db, id, ALL);
    prepared(db, 'DELETE FROM feeds WHERE id = ?').run(id);
    return feed;
  });
}

/** No limit, as SQLite has it. */
const ALL = -1;

/**
 * Removes at most `limit` of the articles that would go with a feed. It takes about 2 ms an
 * article, most of it for the full-text index: a feed of thousands is removed in such steps
 * first, so that the library answers in between.
 * @returns how many it removed; 0 when none are left
 */
export function removeArticlesOf(db: Db, id: FeedId, limit: number): number {
  const ids = prepared<ArticleId>(
    db,
    `SELECT a.id FROM entries e JOIN articles a ON a.id = e.article_id
     WHERE e.feed_id = :id AND a.origin = 'feed' AND a.bookmarked = 0
       AND NOT EXISTS (
         SELECT 1 FROM entries other WHERE other.article_id = a.id AND other.feed_id <> :id
       )
     LIMIT :limit`,
  )
    .pluck()
    .all({ id, limit });
  removeArticles(db, ids);
  return ids.length;
}

interface FeedRow extends FailureColumns {
  id: FeedId;
  folder_id: FolderId | null;
  address: string;
  site_address: string | null;
  title: string;
  own_title: string | null;
  icon_sha256: MediaHash | null;
  every_minutes: number | null;
  text_from: TextFrom;
  pictures: 0 | 1;
  keep: number | null;
  enclosures: 0 | 1;
  login: Login['kind'] | null;
  article_count: number;
  last_tried_at: Timestamp | null;
  last_succeeded_at: Timestamp | null;
  next_fetch_at: Timestamp;
  gone: 0 | 1;
}

function toFeed(row: FeedRow): Feed {
  return {
    id: row.id,
    folderId: row.folder_id,
    address: row.address,
    siteAddress: row.site_address,
    title: row.title,
    ownTitle: row.own_title,
    icon: row.icon_sha256,
    settings: {
      everyMinutes: row.every_minutes,
      textFrom: row.text_from,
      pictures: row.pictures === 1,
      keep: row.keep,
      enclosures: row.enclosures === 1,
    },
    login: row.login,
    articles: row.article_count,
    lastTriedAt: row.last_tried_at,
    lastSucceededAt: row.last_succeeded_at,
    nextFetchAt: row.gone === 1 ? null : row.next_fetch_at,
    failure: toFailure(row),
  };
}
