import type { FeedId, FolderId, ListCursor, Scope } from '../contract/types.ts';

/** All that a scope says in SQL. Both take `values`. */
export interface Place {
  /**
   * What follows `SELECT <columns of articles a>` to give a page: the newest articles of the
   * place that come after `:sortAt, :id`, at most `:limit`. It walks one index, named so that
   * the planner has no choice, and stops when it has enough.
   */
  page: string;
  /** Selects `id` of the unread articles of the place. */
  unread: string;
  /** Of a row `a` of articles: that the place holds it. */
  holds: string;
  /** Selects how many articles the place holds. */
  count: string;
  /** `place` is the id of the feed or folder. */
  values: { place: number | null };
}

/** The cursor before the newest article: later than any date can be. */
export const NEWEST: ListCursor = {
  sortAt: Number.MAX_SAFE_INTEGER,
  id: Number.MAX_SAFE_INTEGER,
};

/** Selects a folder's feeds, those of the folders in it included; `:place` is the folder. */
export const FEEDS_OF_FOLDER = `
  WITH RECURSIVE inside (id) AS (
    SELECT :place
    UNION
    SELECT folders.id FROM folders JOIN inside ON folders.parent_id = inside.id
  )
  SELECT feeds.id FROM feeds JOIN inside ON feeds.folder_id = inside.id`;

/** Of a row `a` of articles: that something of it is missing that is to be had. */
export const IS_INCOMPLETE =
  "(a.text_state <> 'kept' OR a.pictures_kept < a.picture_count OR a.missing > 0)";

/** The places that are an index of all articles, and the condition that index is made of. */
const PLACES = {
  all: ['articles_newest', 'TRUE'],
  unread: ['articles_unread', 'a.unread = 1'],
  bookmarks: ['articles_bookmarked', 'a.bookmarked = 1'],
  saved: ['articles_saved', "a.origin <> 'feed'"],
  incomplete: ['articles_incomplete', IS_INCOMPLETE],
} as const;

/** The columns of `counts` that count them. */
const COUNTED = {
  all: 'articles',
  unread: 'unread',
  bookmarks: 'bookmarks',
  saved: 'saved',
} as const;

/** Turns a place in the library into SQL. */
export function whereFor(scope: Scope): Place {
  if (scope.kind === 'feed') return placeOfFeed(scope.id);
  if (scope.kind === 'folder') return placeOfFolder(scope.id);
  const [index, condition] = PLACES[scope.kind];
  return {
    page: `
      FROM articles a INDEXED BY ${index}
      WHERE ${condition} AND (a.sort_at, a.id) < (:sortAt, :id)
      ORDER BY a.sort_at DESC, a.id DESC LIMIT :limit`,
    unread: `SELECT a.id FROM articles a WHERE ${condition} AND a.unread = 1`,
    holds: condition,
    count:
      scope.kind === 'incomplete'
        ? `SELECT count(*) FROM articles a INDEXED BY ${index} WHERE ${condition}`
        : `SELECT ${COUNTED[scope.kind]} FROM counts WHERE id = 1`,
    values: { place: null },
  };
}

function placeOfFeed(id: FeedId): Place {
  return {
    page: `
      FROM entries e INDEXED BY entries_newest CROSS JOIN articles a ON a.id = e.article_id
      WHERE e.feed_id = :place AND (e.sort_at, e.article_id) < (:sortAt, :id)
      ORDER BY e.sort_at DESC, e.article_id DESC LIMIT :limit`,
    unread: `
      SELECT article_id AS id FROM entries INDEXED BY entries_unread
      WHERE feed_id = :place AND unread = 1`,
    holds: 'EXISTS (SELECT 1 FROM entries WHERE feed_id = :place AND article_id = a.id)',
    count: 'SELECT article_count FROM feeds WHERE id = :place',
    values: { place: id },
  };
}

/**
 * A page of each feed, merged: what is sorted is a page a feed, never the folder. An article in
 * two of its feeds has one sort_at, and so becomes one row.
 */
function placeOfFolder(id: FolderId): Place {
  return {
    page: `
      FROM (
        SELECT DISTINCT e.sort_at, e.article_id
        FROM (${FEEDS_OF_FOLDER}) f CROSS JOIN entries e
          ON e.feed_id = f.id AND e.article_id IN (
            SELECT n.article_id FROM entries n INDEXED BY entries_newest
            WHERE n.feed_id = f.id AND (n.sort_at, n.article_id) < (:sortAt, :id)
            ORDER BY n.sort_at DESC, n.article_id DESC LIMIT :limit
          )
        ORDER BY e.sort_at DESC, e.article_id DESC LIMIT :limit
      ) e CROSS JOIN articles a ON a.id = e.article_id
      ORDER BY e.sort_at DESC, e.article_id DESC`,
    unread: `
      SELECT DISTINCT article_id AS id FROM entries INDEXED BY entries_unread
      WHERE feed_id IN (${FEEDS_OF_FOLDER}) AND unread = 1`,
    holds: `EXISTS (
      SELECT 1 FROM entries WHERE article_id = a.id AND feed_id IN (${FEEDS_OF_FOLDER})
    )`,
    count: `SELECT count(DISTINCT article_id) FROM entries WHERE feed_id IN (${FEEDS_OF_FOLDER})`,
    values: { place: id },
  };
}
