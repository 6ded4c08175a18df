import type {
  FeedId,
  FolderId,
  ListCursor,
  ListFilter,
  ListOrder,
  Scope,
} from '../contract/types.ts';

/** All that a scope says in SQL. All of it takes `values`. */
export interface Place {
  /**
   * What follows `SELECT <columns of articles a>` to give a page: the articles of the place that
   * come after `:sortAt, :id` in an order, at most `:limit`. It walks one index, named so that
   * the planner has no choice, and stops when it has enough.
   */
  page: (order: ListOrder) => string;
  /**
   * What follows `SELECT <columns of articles a>` to walk what may be in a page with a filter, by
   * the smallest index that holds all of it: every article of the place that the filter wants, and
   * some that it does not, in an order, after `:sortAt, :id`.
   */
  walk: (order: ListOrder, filter: ListFilter) => string;
  /** Selects `id` of the unread articles of the place. */
  unread: string;
  /** Of a row `a` of articles: that the place holds it. */
  holds: string;
  /** Selects how many articles the place holds. */
  count: string;
  /** `place` is the id of the feed or folder. */
  values: { place: number | null };
}

/** The cursor before the first article of an order: beyond what any date can be. */
export const START: Record<ListOrder, ListCursor> = {
  newest: { sortAt: Number.MAX_SAFE_INTEGER, id: Number.MAX_SAFE_INTEGER },
  oldest: { sortAt: Number.MIN_SAFE_INTEGER, id: 0 },
};

/** What comes after a cursor, and in which direction. */
const DIRECTION: Record<ListOrder, { after: '<' | '>'; by: 'ASC' | 'DESC' }> = {
  newest: { after: '<', by: 'DESC' },
  oldest: { after: '>', by: 'ASC' },
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
    page: (order) => `${articlesBy(index, condition, order)} LIMIT :limit`,
    walk: (order, filter) => {
      const [smallest, isIn] = smallestOf(filter, [index, condition]);
      return articlesBy(smallest, `${isIn} AND ${condition}`, order);
    },
    unread: `SELECT a.id FROM articles a WHERE ${condition} AND a.unread = 1`,
    holds: condition,
    count:
      scope.kind === 'incomplete'
        ? `SELECT count(*) FROM articles a INDEXED BY ${index} WHERE ${condition}`
        : `SELECT ${COUNTED[scope.kind]} FROM counts WHERE id = 1`,
    values: { place: null },
  };
}

type IndexOfAll = readonly [index: string, condition: string];

/** Of the index of a place and those that a filter allows, the one that is smallest as a rule. */
function smallestOf(filter: ListFilter, index: IndexOfAll): IndexOfAll {
  if (filter.bookmarked === true) return PLACES.bookmarks;
  return filter.unread === true && index[0] === PLACES.all[0] ? PLACES.unread : index;
}

function articlesBy(index: string, condition: string, order: ListOrder): string {
  const { after, by } = DIRECTION[order];
  return `
    FROM articles a INDEXED BY ${index}
    WHERE ${condition} AND (a.sort_at, a.id) ${after} (:sortAt, :id)
    ORDER BY a.sort_at ${by}, a.id ${by}`;
}

function placeOfFeed(id: FeedId): Place {
  const walk = (order: ListOrder, { unread }: ListFilter): string => {
    const { after, by } = DIRECTION[order];
    const [index, condition] =
      unread === true ? ['entries_unread', 'e.unread = 1'] : ['entries_newest', 'TRUE'];
    return `
      FROM entries e INDEXED BY ${index} CROSS JOIN articles a ON a.id = e.article_id
      WHERE e.feed_id = :place AND ${condition} AND (e.sort_at, e.article_id) ${after} (:sortAt, :id)
      ORDER BY e.sort_at ${by}, e.article_id ${by}`;
  };
  return {
    page: (order) => `${walk(order, {})} LIMIT :limit`,
    walk,
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
 * two of its feeds has one sort_at, and so becomes one row. With a filter, how much of each feed
 * makes a page is not known before: then all articles are walked, and most of them are left out.
 */
function placeOfFolder(id: FolderId): Place {
  return {
    page: (order) => {
      const { after, by } = DIRECTION[order];
      return `
      FROM (
        SELECT DISTINCT e.sort_at, e.article_id
        FROM (${FEEDS_OF_FOLDER}) f CROSS JOIN entries e
          ON e.feed_id = f.id AND e.article_id IN (
            SELECT n.article_id FROM entries n INDEXED BY entries_newest
            WHERE n.feed_id = f.id AND (n.sort_at, n.article_id) ${after} (:sortAt, :id)
            ORDER BY n.sort_at ${by}, n.article_id ${by} LIMIT :limit
          )
        ORDER BY e.sort_at ${by}, e.article_id ${by} LIMIT :limit
      ) e CROSS JOIN articles a ON a.id = e.article_id
      ORDER BY e.sort_at ${by}, e.article_id ${by}`;
    },
    walk: (order, filter) => {
      const [index, isIn] = smallestOf(filter, PLACES.all);
      return articlesBy(index, isIn, order);
    },
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
