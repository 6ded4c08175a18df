import type {
  ArticleId,
  ListCursor,
  ListFilter,
  ListPage,
  ListQuery,
  Timestamp,
} from '../contract/types.ts';
import type { Db } from './open.ts';
import { START, whereFor } from './scope.ts';
import { prepared } from './statement.ts';
import {
  SUMMARY_COLUMNS,
  summariesOf,
  toSummary,
  WORDS_A_MINUTE,
  type SummaryRow,
} from './summary.ts';

export { summariesOf } from './summary.ts';

/**
 * So many articles are looked at for a page with a filter: where it wants few of them, the page
 * holds fewer than asked for, and no other query waits. It takes about ten milliseconds.
 */
const WALKED = 5_000;

/** What takes at least ten minutes to read. */
const LONG_WORDS = 9 * WORDS_A_MINUTE + 1;

/**
 * A page of a place's articles, in an order. A page goes on after a cursor, not after a number of
 * rows, so that no article is shown twice or left out when others come or go.
 */
export function listArticles(db: Db, query: ListQuery): ListPage {
  const { filter, order = 'newest' } = query;
  if (filter !== undefined && conditionOf(filter) !== '') return filteredPage(db, query, filter);
  const { page, values } = whereFor(query.scope);
  const { sortAt, id } = query.after ?? START[order];
  // One more than asked for tells whether there is another page.
  const rows = prepared<SummaryRow>(db, `SELECT ${SUMMARY_COLUMNS} ${page(order)}`).all({
    ...values,
    sortAt,
    id,
    limit: query.limit + 1,
  });
  const articles = rows.slice(0, query.limit).map(toSummary);
  return { articles, next: rows.length > query.limit ? cursorAfter(articles.at(-1)) : null };
}

/** Walks the place until the page is full, or enough was looked at. */
function filteredPage(db: Db, query: ListQuery, filter: ListFilter): ListPage {
  const { scope, limit, order = 'newest' } = query;
  const { since } = filter;
  const { walk, holds, values } = whereFor(scope);
  const start = order === 'oldest' && since !== undefined ? { sortAt: since, id: 0 } : START[order];
  const walked = prepared<WalkedRow>(
    db,
    `SELECT a.id, a.sort_at, ${conditionOf(filter)} AND ${holds} AS wanted
     ${walk(order, filter)}`,
  ).iterate({ ...values, ...(query.after ?? start), since });
  const ids: ArticleId[] = [];
  let last: ListCursor | null = null;
  let next: ListCursor | null = null;
  let left = WALKED;
  for (const row of walked) {
    if (order === 'newest' && since !== undefined && row.sort_at < since) break;
    if (ids.length === limit || left === 0) {
      next = last;
      break;
    }
    left -= 1;
    if (row.wanted === 1) ids.push(row.id);
    last = { sortAt: row.sort_at, id: row.id };
  }
  return { articles: summariesOf(db, ids), next };
}

interface WalkedRow {
  id: ArticleId;
  sort_at: Timestamp;
  wanted: 0 | 1;
}

/** What a filter asks of a row `a` of articles; empty where it asks nothing. */
function conditionOf({ unread, bookmarked, pictures, long, since }: ListFilter): string {
  const conditions = [
    unread === true ? 'a.unread = 1' : '',
    bookmarked === true ? 'a.bookmarked = 1' : '',
    pictures === true ? 'a.picture_count > 0' : '',
    long === true ? `a.word_count >= ${LONG_WORDS}` : '',
    since === undefined ? '' : 'a.sort_at >= :since',
  ];
  return conditions.filter((condition) => condition !== '').join(' AND ');
}

function cursorAfter(last: ListCursor | undefined): ListCursor | null {
  return last === undefined ? null : { sortAt: last.sortAt, id: last.id };
}
