import { expect, test } from 'vitest';
import {
  addressOf,
  dismissArticles,
  getArticle,
  keepSaved,
  removeArticles,
  setTextState,
  textStateOf,
} from '../../db/articles.ts';
import { bookmark } from '../../db/bookmarks.ts';
import { feedByAddress, getFeed, removeFeed } from '../../db/feeds.ts';
import { listArticles } from '../../db/list.ts';
import type { Db } from '../../db/open.ts';
import { markRead } from '../../db/states.ts';
import { contradictionsOf } from './consistency.ts';
import { aFeed, anEntry, aVersion, newLibrary } from './library.ts';

function saved(db: Db, address: string): { articleId: number; isNew: boolean } {
  return keepSaved(db, {
    identityKeys: [`url:${address}`],
    origin: 'saved',
    address,
    title: address,
    source: 'paper.example',
    sortAt: 9000,
    now: 9000,
  });
}

test('refuses an entry without an identity', () => {
  const db = newLibrary();
  expect(() => anEntry(db, aFeed(db, 'a'), 1, { identityKeys: [] })).toThrow('no identity');
});

test('keeps nothing of an entry whose feed is gone', () => {
  const db = newLibrary();
  expect(() => anEntry(db, 99, 1)).toThrow('FOREIGN KEY');
  expect(db.prepare('SELECT count(*) FROM articles').pluck().get()).toBe(0);
  expect(db.prepare('SELECT count(*) FROM identities').pluck().get()).toBe(0);
});

test('answers nothing for an article that is not there', () => {
  const db = newLibrary();
  setTextState(db, 1, 'failed', { kind: 'http', message: '404' });
  expect(getArticle(db, 1)).toBeUndefined();
  expect(addressOf(db, 1)).toBeUndefined();
  expect(textStateOf(db, 1)).toBeUndefined();
});

test('keeps an entry as an article that waits for its page', () => {
  const db = newLibrary();
  const feed = aFeed(db, 'a');
  const { articleId, isNew, changed } = anEntry(db, feed, 3);
  expect({ isNew, changed }).toEqual({ isNew: true, changed: false });
  expect(getArticle(db, articleId)).toEqual({
    id: articleId,
    title: 'Title 3',
    authors: ['Ada Byron'],
    source: 'The Paper',
    excerpt: 'Excerpt 3',
    language: 'en',
    direction: 'ltr',
    publishedAt: 3000,
    sortAt: 3000,
    readingMinutes: 0,
    read: false,
    bookmarked: false,
    text: 'waiting',
    pictures: { of: 0, kept: 0, failed: 0 },
    missing: { parts: 0, attachments: 0, attachmentsFailed: 0 },
    failure: null,
    leadPicture: null,
    subtitle: null,
    address: 'https://paper.example/3',
    siteName: null,
    fetchedAt: null,
    modifiedAt: null,
    publishedZone: null,
    modifiedZone: null,
    section: null,
    html: '',
    pictureList: [],
    enclosures: [],
    feeds: [{ id: feed, title: 'a' }],
    versions: [],
    position: null,
  });
  expect(addressOf(db, articleId)).toBe('https://paper.example/3');
});

test('knows an entry again, and tells when it changed', () => {
  const db = newLibrary();
  const feed = aFeed(db, 'a');
  const { articleId } = anEntry(db, feed, 1);
  expect(anEntry(db, feed, 1)).toEqual({ articleId, isNew: false, changed: false });
  const change = { title: 'Another title', contentSha256: 'other' };
  expect(anEntry(db, feed, 1, change)).toEqual({ articleId, isNew: false, changed: true });
  expect(anEntry(db, feed, 1, change)).toEqual({ articleId, isNew: false, changed: false });
  expect(getArticle(db, articleId)?.title).toBe('Another title');
});

test('leaves the title of an article’s own page when its feed changes', () => {
  const db = newLibrary();
  const feed = aFeed(db, 'a');
  const { articleId } = anEntry(db, feed, 1);
  aVersion(db, articleId, 'the whole text', { metadata: { title: 'The whole title' } });
  anEntry(db, feed, 1, { title: 'Short', contentSha256: 'other' });
  expect(getArticle(db, articleId)?.title).toBe('The whole title');
});

test('finds one article by either of its keys', () => {
  const db = newLibrary();
  const feed = aFeed(db, 'a');
  const { articleId } = anEntry(db, feed, 1, { identityKeys: ['guid:x', 'url:y'] });
  expect(anEntry(db, feed, 1, { identityKeys: ['guid:x'] }).articleId).toBe(articleId);
  expect(anEntry(db, feed, 1, { identityKeys: ['guid:z', 'url:y'] }).articleId).toBe(articleId);
  // The key that was new the time before is known now.
  expect(anEntry(db, feed, 1, { identityKeys: ['guid:z'] }).articleId).toBe(articleId);
});

test('prefers the first of two keys of two articles, and leaves the other its own', () => {
  const db = newLibrary();
  const feed = aFeed(db, 'a');
  const first = anEntry(db, feed, 1, { identityKeys: ['guid:1'] }).articleId;
  const second = anEntry(db, feed, 2, { identityKeys: ['url:2'] }).articleId;
  expect(anEntry(db, feed, 3, { identityKeys: ['guid:1', 'url:2'] }).articleId).toBe(first);
  expect(anEntry(db, feed, 3, { identityKeys: ['url:2', 'guid:1'] }).articleId).toBe(second);
  expect(anEntry(db, feed, 2, { identityKeys: ['url:2'] }).articleId).toBe(second);
});

test('prefers an article that is there to one that was removed', () => {
  const db = newLibrary();
  const feed = aFeed(db, 'a');
  const gone = anEntry(db, feed, 1, { identityKeys: ['guid:1'] }).articleId;
  removeArticles(db, [gone]);
  const there = anEntry(db, feed, 2, { identityKeys: ['url:2'] }).articleId;
  expect(anEntry(db, feed, 3, { identityKeys: ['guid:1', 'url:2'] }).articleId).toBe(there);
});

test('is one article in two feeds, dated by the one that brought it', () => {
  const db = newLibrary();
  const [a, b] = [aFeed(db, 'a'), aFeed(db, 'b')];
  const { articleId } = anEntry(db, a, 1);
  expect(anEntry(db, b, 1, { sortAt: 777_000 })).toEqual({
    articleId,
    isNew: false,
    changed: false,
  });
  expect(getArticle(db, articleId)).toMatchObject({
    sortAt: 1000,
    feeds: [
      { id: a, title: 'a' },
      { id: b, title: 'b' },
    ],
  });
  const page = listArticles(db, { scope: { kind: 'feed', id: b }, limit: 9, after: null });
  expect(page.articles.map(({ id }) => id)).toEqual([articleId]);
});

test('brings a removed article back under its id, as read and bookmarked as it was', () => {
  const db = newLibrary();
  const feed = aFeed(db, 'a');
  const read = anEntry(db, feed, 1).articleId;
  const unread = anEntry(db, feed, 2).articleId;
  markRead(db, [read], true, 1);
  bookmark(db, [unread], true, 1);
  removeArticles(db, [read, unread]);
  expect(getArticle(db, read)).toBeUndefined();

  const other = anEntry(db, feed, 3).articleId;
  expect([read, unread]).not.toContain(other);
  expect(getArticle(db, other)?.read).toBe(false);

  expect(anEntry(db, feed, 1)).toEqual({ articleId: read, isNew: true, changed: false });
  expect(anEntry(db, feed, 2).articleId).toBe(unread);
  expect(getArticle(db, read)).toMatchObject({ read: true, bookmarked: false });
  expect(getArticle(db, unread)).toMatchObject({ read: false, bookmarked: true });
});

test('makes an article that a feed brought the user’s when it is saved', () => {
  const db = newLibrary();
  const feed = aFeed(db, 'a');
  const { articleId } = anEntry(db, feed, 1);
  expect(saved(db, 'https://paper.example/1')).toEqual({ articleId, isNew: false });
  expect(getArticle(db, articleId)).toMatchObject({ title: 'Title 1', sortAt: 1000 });
  removeFeed(db, feed);
  const page = listArticles(db, { scope: { kind: 'saved' }, limit: 9, after: null });
  expect(page.articles.map(({ id }) => id)).toEqual([articleId]);
});

test('leads to a page that was saved before', () => {
  const db = newLibrary();
  const first = saved(db, 'https://paper.example/1');
  expect(first.isNew).toBe(true);
  expect(saved(db, 'https://paper.example/1')).toEqual({ ...first, isNew: false });
  expect(anEntry(db, aFeed(db, 'a'), 1)).toMatchObject({ ...first, isNew: false });
});

test('keeps why a text could not be had, until it can', () => {
  const db = newLibrary();
  const { articleId } = anEntry(db, aFeed(db, 'a'), 1);
  const failure = { kind: 'http' as const, message: 'page: cannot fetch: 404' };
  setTextState(db, articleId, 'failed', failure);
  expect(getArticle(db, articleId)).toMatchObject({ text: 'failed', failure });
  setTextState(db, articleId, 'kept', null);
  expect(getArticle(db, articleId)).toMatchObject({ text: 'kept', failure: null });
  expect(textStateOf(db, articleId)).toBe('kept');
});

test('removes with a feed what nothing else keeps', () => {
  const db = newLibrary();
  const [a, b] = [aFeed(db, 'a'), aFeed(db, 'b')];
  const [plain, shared, bookmarked, ownSaved] = [1, 2, 3, 4].map(
    (n) => anEntry(db, a, n).articleId,
  );
  anEntry(db, b, 2);
  bookmark(db, [bookmarked ?? 0], true, 1);
  saved(db, 'https://paper.example/4');

  expect(removeFeed(db, a)).toMatchObject({ address: 'https://a.example/feed', articles: 4 });
  expect(getFeed(db, a)).toBeUndefined();
  expect(feedByAddress(db, 'https://a.example/feed')).toBeUndefined();
  const left = listArticles(db, { scope: { kind: 'all' }, limit: 9, after: null }).articles;
  expect(left.map(({ id }) => id)).toEqual([ownSaved, bookmarked, shared]);
  expect(getArticle(db, plain ?? 0)).toBeUndefined();
});

test('keeps a bookmarked article its feed left behind, and when the bookmark is taken off', () => {
  const db = newLibrary();
  const feed = aFeed(db, 'a');
  const { articleId } = anEntry(db, feed, 1);
  aVersion(db, articleId, 'the whole text');
  bookmark(db, [articleId], true, 1);
  removeFeed(db, feed);
  bookmark(db, [articleId], false, 2);
  expect(getArticle(db, articleId)).toMatchObject({ html: '<p>the whole text</p>', feeds: [] });
});

test('remembers over a new subscription what was read', () => {
  const db = newLibrary();
  const feed = aFeed(db, 'a');
  const { articleId } = anEntry(db, feed, 1);
  markRead(db, [articleId], true, 1);
  removeFeed(db, feed);
  const again = aFeed(db, 'a');
  expect(anEntry(db, again, 1)).toMatchObject({ articleId, isNew: true });
  expect(getArticle(db, articleId)?.read).toBe(true);
  expect(getFeed(db, again)?.articles).toBe(1);
});

test('what its reader removed is not brought back by its feed, nor by another', () => {
  const db = newLibrary();
  const feed = aFeed(db, 'a');
  const { articleId } = anEntry(db, feed, 1, { guid: 'one', identityKeys: ['guid:a one'] });
  bookmark(db, [articleId], true, 1);
  expect(dismissArticles(db, [articleId, 99, articleId])).toEqual([articleId]);
  expect(dismissArticles(db, [articleId])).toEqual([]);
  const again = { identityKeys: ['guid:a one', 'url:https://a.example/1'], contentSha256: 'new' };
  expect(anEntry(db, feed, 1, again)).toEqual({ articleId, isNew: false, changed: false });
  anEntry(db, aFeed(db, 'b'), 1, { identityKeys: ['url:https://a.example/1'] });
  expect(getArticle(db, articleId)).toBeUndefined();
  expect(db.prepare('SELECT count(*) FROM entries').pluck().get()).toBe(0);
  expect(contradictionsOf(db)).toEqual([]);
});

test('what its reader removed comes back when its reader saves it, and then goes as others do', () => {
  const db = newLibrary();
  const { articleId } = saved(db, 'https://a.example/1');
  dismissArticles(db, [articleId]);
  expect(saved(db, 'https://a.example/1')).toEqual({ articleId, isNew: true });
  expect(getArticle(db, articleId)).toBeDefined();
  removeArticles(db, [articleId]);
  const keys = { identityKeys: ['url:https://a.example/1'] };
  expect(anEntry(db, aFeed(db, 'a'), 1, keys)).toMatchObject({ articleId, isNew: true });
});
