import { expect, test } from 'vitest';
import type { Db } from '../../db/open.ts';
import { newestCapture, nextUnread, recordReading } from '../../db/readings.ts';
import { transact } from '../../db/transact.ts';
import { aCapture, aFeed, anEntry, newLibrary } from './library.ts';

/** All that is found from the beginning, as the background goes through it. */
function allUnread(db: Db, extractor: string): { articleId: number; captureId: number }[] {
  const found: { articleId: number; captureId: number }[] = [];
  let after = 0;
  for (let next = nextUnread(db, extractor, after); next !== null;) {
    if (next.found !== undefined) found.push(next.found);
    after = next.after;
    next = nextUnread(db, extractor, after);
  }
  return found;
}

test('an empty library, and one without captures, have nothing to read', () => {
  const db = newLibrary();
  expect(nextUnread(db, 'new', 0)).toBeNull();
  const { articleId } = anEntry(db, aFeed(db, 'a'), 1);
  expect(nextUnread(db, 'new', 0)).toBeNull();
  expect(newestCapture(db, articleId)).toBeUndefined();
});

test('finds the newest capture of each article that another extractor read, or none', () => {
  const db = newLibrary();
  const feed = aFeed(db, 'a');
  const [one, two, three] = [1, 2, 3].map((n) => anEntry(db, feed, n).articleId);
  aCapture(db, Number(one), 'first');
  const newest = aCapture(db, Number(one), 'second');
  const read = aCapture(db, Number(two), 'read');
  const unread = aCapture(db, Number(three), 'unread');
  recordReading(db, newest, 'old');
  recordReading(db, read, 'old');
  recordReading(db, read, 'new');
  expect(allUnread(db, 'new')).toEqual([
    { articleId: one, captureId: newest },
    { articleId: three, captureId: unread },
  ]);
  recordReading(db, newest, 'new');
  recordReading(db, unread, 'new');
  expect(allUnread(db, 'new')).toEqual([]);
});

test('further parts of an article are no captures of their own', () => {
  const db = newLibrary();
  const { articleId } = anEntry(db, aFeed(db, 'a'), 1);
  const first = aCapture(db, articleId, 'part one');
  const second = aCapture(db, articleId, 'part two');
  db.prepare(
    `INSERT INTO parts (first_id, part, address, capture_id) VALUES (?, 2, 'https://a.example/2', ?)`,
  ).run(first, second);
  expect(newestCapture(db, articleId)).toBe(first);
  expect(allUnread(db, 'new')).toEqual([{ articleId, captureId: first }]);
});

test('goes through a library of thousands a slice at a time', () => {
  const db = newLibrary();
  const feed = aFeed(db, 'a');
  const ids = transact(db, () =>
    Array.from({ length: 4_100 }, (_, n) => anEntry(db, feed, n).articleId),
  );
  transact(db, () => ids.forEach((id) => aCapture(db, id, 'the same')));
  db.exec(`INSERT INTO readings SELECT id, 'new' FROM captures`);
  const last = Number(ids.at(-1));
  db.prepare('DELETE FROM readings WHERE capture_id = ?').run(newestCapture(db, last));
  // Nothing in the first slice, and the place to go on from.
  expect(nextUnread(db, 'new', 0)).toEqual({ found: undefined, after: ids[1_999] });
  expect(allUnread(db, 'new')).toMatchObject([{ articleId: last }]);
});
