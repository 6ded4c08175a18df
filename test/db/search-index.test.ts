import { expect, test } from 'vitest';
import { removeArticles } from '../../db/articles.ts';
import { closeLibrary, openLibrary } from '../../db/open.ts';
import { searchArticles } from '../../db/search.ts';
import { indexWaiting, unindexedCount } from '../../db/search-index.ts';
import { contradictionsOf } from './consistency.ts';
import { aFeed, anEntry, newLibrary, temporaryFolder } from './library.ts';

test('finds what was kept a moment ago', () => {
  const db = newLibrary();
  const { articleId } = anEntry(db, aFeed(db, 'a'), 1, { title: 'Tern' });
  expect(unindexedCount(db)).toBe(1);
  const hits = searchArticles(db, { words: 'tern', limit: 10 });
  expect(hits.map(({ article }) => article.id)).toEqual([articleId]);
  expect(unindexedCount(db)).toBe(0);
});

test('still knows after a restart what is not in the index yet', () => {
  const folder = temporaryFolder();
  const before = openLibrary(folder);
  anEntry(before, aFeed(before, 'a'), 1, { title: 'Tern' });
  closeLibrary(before);
  const db = newLibrary(folder);
  expect(unindexedCount(db)).toBe(1);
  expect(searchArticles(db, { words: 'tern', limit: 10 })).toHaveLength(1);
});

test('goes on where it stopped when its time is over', () => {
  const db = newLibrary();
  const feedId = aFeed(db, 'a');
  for (const n of [1, 2, 3]) anEntry(db, feedId, n);
  expect([indexWaiting(db, 0), unindexedCount(db)]).toEqual([true, 2]);
  expect([indexWaiting(db, Infinity), unindexedCount(db)]).toEqual([false, 0]);
  expect(indexWaiting(db, Infinity)).toBe(false);
});

test('forgets an article that goes, whether it is in the index or waits for it', () => {
  const db = newLibrary();
  const feedId = aFeed(db, 'a');
  const indexed = anEntry(db, feedId, 1).articleId;
  indexWaiting(db, Infinity);
  const waiting = anEntry(db, feedId, 2).articleId;
  removeArticles(db, [indexed, waiting]);
  expect(unindexedCount(db)).toBe(0);
  expect(contradictionsOf(db)).toEqual([]);
  expect(searchArticles(db, { words: 'title', limit: 10 })).toEqual([]);
});
