import { expect, test } from 'vitest';
import {
  addFeed,
  dueFeeds,
  feedsOfScope,
  getFeed,
  listFeeds,
  removeArticlesOf,
  removeFeed,
} from '../../db/feeds.ts';
import { fetchState, recordFetched, recordFetchFailed } from '../../db/feed-fetches.ts';
import { changeFeed } from '../../db/feed-changes.ts';
import { addFolder } from '../../db/folders.ts';
import { aFeed, anEntry, newLibrary } from './library.ts';

const FAILURE = { kind: 'http' as const, message: 'feed: cannot fetch: 403 Forbidden' };
const FETCHED = { at: 10, nextFetchAt: 20, etag: '"1"', lastModified: 'Mon', bodySha256: 'ab' };

test('throws for a feed that is not there to remove', () => {
  expect(() => removeFeed(newLibrary(), 1)).toThrow('there is no feed 1');
});

test('adds a feed once', () => {
  const db = newLibrary();
  const folderId = addFolder(db, 'News', null);
  const address = 'https://a.example/feed';
  const feed = { address, title: 'A', siteAddress: 'https://a.example', folderId, now: 5 };
  const first = addFeed(db, { ...feed, textFrom: 'feed' });
  expect(first).toEqual({
    added: true,
    feed: {
      id: first.feed.id,
      folderId,
      address,
      siteAddress: 'https://a.example',
      title: 'A',
      ownTitle: null,
      icon: null,
      settings: {
        everyMinutes: null,
        textFrom: 'feed',
        pictures: true,
        keep: null,
        enclosures: false,
      },
      login: null,
      articles: 0,
      lastTriedAt: null,
      lastSucceededAt: null,
      nextFetchAt: 5,
      failure: null,
    },
  });
  expect(addFeed(db, { ...feed, textFrom: 'page', title: 'B', folderId: null })).toEqual({
    added: false,
    feed: first.feed,
  });
});

test('keeps why a fetch failed and what was fetched before, until one succeeds', () => {
  const db = newLibrary();
  const id = aFeed(db, 'a');
  expect(fetchState(db, id)).toMatchObject({ etag: null, lastModified: null, bodySha256: null });
  recordFetched(db, id, FETCHED);
  recordFetchFailed(db, id, FAILURE, { at: 30, nextFetchAt: 90 });
  recordFetchFailed(db, id, FAILURE, { at: 40, nextFetchAt: 190 });
  expect(fetchState(db, id).failures).toBe(2);
  expect(fetchState(db, id)).toMatchObject({ etag: '"1"', lastModified: 'Mon', bodySha256: 'ab' });
  expect(getFeed(db, id)).toMatchObject({
    lastTriedAt: 40,
    lastSucceededAt: 10,
    nextFetchAt: 190,
    failure: FAILURE,
  });
  recordFetched(db, id, { ...FETCHED, at: 50, nextFetchAt: 60, etag: null });
  expect(fetchState(db, id).failures).toBe(0);
  expect(getFeed(db, id)).toMatchObject({ lastTriedAt: 50, lastSucceededAt: 50, failure: null });
  expect(fetchState(db, id).etag).toBeNull();
});

test('takes a feed’s own title for its address, and never for a title the user gave', () => {
  const db = newLibrary();
  const address = 'https://b.example/feed';
  const unnamed = addFeed(db, {
    address,
    title: address,
    siteAddress: null,
    folderId: null,
    textFrom: 'page',
    now: 1,
  }).feed.id;
  const named = aFeed(db, 'named');
  changeFeed(db, named, { title: 'Mine' });
  recordFetched(db, unnamed, { ...FETCHED, title: '' });
  expect(getFeed(db, unnamed)?.title).toBe(address);
  for (const id of [unnamed, named]) {
    recordFetched(db, id, { ...FETCHED, title: 'Theirs', siteAddress: 'https://b.example' });
  }
  expect(getFeed(db, unnamed)).toMatchObject({ title: 'Theirs', siteAddress: 'https://b.example' });
  expect(getFeed(db, named)?.title).toBe('Mine');
  expect(changeFeed(db, named, { title: null }).title).toBe('Theirs');
});

test('tells the feeds that are due, the longest due first', () => {
  const db = newLibrary();
  const [a, b, c] = ['a', 'b', 'c'].map((name) => aFeed(db, name));
  for (const [id, nextFetchAt] of [
    [a, 30],
    [b, 20],
    [c, 40],
  ] as const) {
    recordFetched(db, id ?? 0, { ...FETCHED, nextFetchAt });
  }
  expect(dueFeeds(db, 30, 10).map(({ id }) => id)).toEqual([b, a]);
  expect(dueFeeds(db, 50, 2).map(({ id }) => id)).toEqual([b, a]);
});

test('tells the feeds of a place, those of folders in a folder included', () => {
  const db = newLibrary();
  const outer = addFolder(db, 'Outer', null);
  const inner = addFolder(db, 'Inner', outer);
  const [a, b, c] = [aFeed(db, 'a'), aFeed(db, 'b', outer), aFeed(db, 'c', inner)];
  const feedsOf = (kind: 'folder' | 'feed', id: number) => feedsOfScope(db, { kind, id });
  expect(feedsOfScope(db, { kind: 'unread' })).toEqual([a, b, c]);
  expect(new Set(feedsOf('folder', outer))).toEqual(new Set([b, c]));
  expect(feedsOf('folder', inner)).toEqual([c]);
  expect(feedsOf('folder', 99)).toEqual([]);
  expect(feedsOf('feed', b)).toEqual([b]);
  expect(feedsOf('feed', 99)).toEqual([]);
});

test('ends for folders that contain each other', () => {
  const db = newLibrary();
  const outer = addFolder(db, 'Outer', null);
  const inner = addFolder(db, 'Inner', outer);
  db.prepare('UPDATE folders SET parent_id = ? WHERE id = ?').run(inner, outer);
  const feed = aFeed(db, 'a', inner);
  expect(feedsOfScope(db, { kind: 'folder', id: outer })).toEqual([feed]);
});

test('lists feeds by title and counts their articles', () => {
  const db = newLibrary();
  const [b, a] = [aFeed(db, 'b'), aFeed(db, 'A')];
  anEntry(db, b, 1);
  anEntry(db, b, 2);
  expect(listFeeds(db).map(({ id, articles }) => [id, articles])).toEqual([
    [a, 0],
    [b, 2],
  ]);
});

test('removes the articles of a feed in steps', () => {
  const db = newLibrary();
  const feed = aFeed(db, 'a');
  for (let n = 1; n <= 5; n += 1) anEntry(db, feed, n);
  expect([1, 2, 3, 4].map(() => removeArticlesOf(db, feed, 2))).toEqual([2, 2, 1, 0]);
  expect(getFeed(db, feed)?.articles).toBe(0);
});
