import { expect, test } from 'vitest';
import { getArticle } from '../../db/articles.ts';
import { changeFeed } from '../../db/feed-changes.ts';
import { getFeed } from '../../db/feeds.ts';
import { aFeed, anEntry, newLibrary } from './library.ts';

test('refuses a feed or a folder that is not there, and changes nothing', () => {
  const db = newLibrary();
  const id = aFeed(db, 'a');
  const before = getFeed(db, id);
  expect(() => changeFeed(db, 99, { title: 'New' })).toThrow('no feed 99');
  expect(() => changeFeed(db, id, { title: 'New', folderId: 7 })).toThrow('no folder 7');
  expect(getFeed(db, id)).toEqual(before);
});

test('changes the settings that are named and leaves the others', () => {
  const db = newLibrary();
  const id = aFeed(db, 'a');
  changeFeed(db, id, { settings: { everyMinutes: 30, pictures: false } });
  expect(changeFeed(db, id, { settings: { keep: 100, textFrom: 'feed' } }).settings).toEqual({
    everyMinutes: 30,
    textFrom: 'feed',
    pictures: false,
    keep: 100,
    enclosures: false,
  });
  expect(changeFeed(db, id, { settings: { keep: null } }).settings.keep).toBeNull();
});

test('shows the new title of a feed at its articles, not at those named otherwise', () => {
  const db = newLibrary();
  const id = aFeed(db, 'a');
  const own = anEntry(db, id, 1, { source: 'a' }).articleId;
  const other = anEntry(db, id, 2, { source: 'The Paper' }).articleId;
  expect(changeFeed(db, id, { title: 'Mine' }).ownTitle).toBe('Mine');
  expect(getArticle(db, own)?.source).toBe('Mine');
  expect(getArticle(db, other)?.source).toBe('The Paper');
});
