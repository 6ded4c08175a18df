import type { Counts } from '../contract/types.ts';
import type { Db } from './open.ts';
import { IS_INCOMPLETE } from './scope.ts';
import { prepared } from './statement.ts';

/** Articles that are not complete are counted so far: more are many, whatever their number. */
const MOST_COUNTED = 10_000;

/** The counts of the sources pane: one row, and a row for each feed with unread articles. */
export function counts(db: Db): Counts {
  const row = prepared<CountsRow>(
    db,
    'SELECT articles, unread, bookmarks, saved, saved_unread FROM counts WHERE id = 1',
  ).get();
  if (row === undefined) throw new Error('counts: the row of counts is missing');
  const feeds = prepared<{ id: number; unread: number }>(
    db,
    'SELECT id, unread_count AS unread FROM feeds WHERE unread_count > 0 ORDER BY id',
  ).all();
  const incomplete = prepared<number>(
    db,
    `SELECT count(*) FROM (
       SELECT 1 FROM articles a INDEXED BY articles_incomplete WHERE ${IS_INCOMPLETE} LIMIT ?
     )`,
  )
    .pluck()
    .get(MOST_COUNTED);
  return { ...toCounts(row), incomplete: incomplete ?? 0, feeds };
}

interface CountsRow {
  articles: number;
  unread: number;
  bookmarks: number;
  saved: number;
  saved_unread: number;
}

function toCounts(row: CountsRow): Omit<Counts, 'feeds' | 'incomplete'> {
  const { articles, unread, bookmarks, saved } = row;
  return { articles, unread, bookmarks, saved, savedUnread: row.saved_unread };
}
