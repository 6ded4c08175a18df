import type { Counts } from '../contract/types.ts';
import type { Db } from './open.ts';
import { prepared } from './statement.ts';

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
  return toCounts(row, feeds);
}

interface CountsRow {
  articles: number;
  unread: number;
  bookmarks: number;
  saved: number;
  saved_unread: number;
}

function toCounts(row: CountsRow, feeds: Counts['feeds']): Counts {
  const { articles, unread, bookmarks, saved } = row;
  return { articles, unread, bookmarks, saved, savedUnread: row.saved_unread, feeds };
}
