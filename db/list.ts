import type { ListCursor, ListPage, ListQuery } from '../contract/types.ts';
import type { Db } from './open.ts';
import { NEWEST, whereFor } from './scope.ts';
import { prepared } from './statement.ts';
import { SUMMARY_COLUMNS, toSummary, type SummaryRow } from './summary.ts';

export { summariesOf } from './summary.ts';

/**
 * A page of a place's articles, the newest first. A page goes on after a cursor, not after a
 * number of rows, so that no article is shown twice or left out when others come or go.
 */
export function listArticles(db: Db, query: ListQuery): ListPage {
  const { page, values } = whereFor(query.scope);
  const { sortAt, id } = query.after ?? NEWEST;
  // One more than asked for tells whether there is another page.
  const rows = prepared<SummaryRow>(db, `SELECT ${SUMMARY_COLUMNS} ${page}`).all({
    ...values,
    sortAt,
    id,
    limit: query.limit + 1,
  });
  const articles = rows.slice(0, query.limit).map(toSummary);
  return { articles, next: rows.length > query.limit ? cursorAfter(articles.at(-1)) : null };
}

function cursorAfter(last: ListCursor | undefined): ListCursor | null {
  return last === undefined ? null : { sortAt: last.sortAt, id: last.id };
}
