import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, expect, test } from 'vitest';
import { dismissArticles, getArticle, setTextState } from '../../../db/articles.ts';
import { bookmark } from '../../../db/bookmarks.ts';
import { RESTORED_TABLES } from '../../../db/check-copy.ts';
import { keepEnclosures } from '../../../db/enclosures.ts';
import { changeFeed } from '../../../db/feed-changes.ts';
import { getFeed, removeFeed } from '../../../db/feeds.ts';
import { addFolder, listFolders } from '../../../db/folders.ts';
import { mediaPath } from '../../../db/media.ts';
import { APPLICATION_ID } from '../../../db/migrate.ts';
import { migrations } from '../../../db/migrations/index.ts';
import type { Db } from '../../../db/open.ts';
import { searchArticles } from '../../../db/search.ts';
import { indexWaiting } from '../../../db/search-index.ts';
import { readSettings, saveSettings } from '../../../db/settings.ts';
import { spaced } from '../../../db/spaced.ts';
import { markRead } from '../../../db/states.ts';
import { backupEntries } from '../../../main/engine/backup-entries.ts';
import { writeTar } from '../../../main/engine/write-tar.ts';
import { contradictionsOf } from '../../db/consistency.ts';
import {
  aCapture,
  aFeed,
  anEnclosure,
  anEntry,
  aPicture,
  aVersion,
  temporaryFolder,
  words,
} from '../../db/library.ts';
import {
  aBackup,
  aLibrary,
  closeThread,
  contentsOf,
  filesBelow,
  fill,
  filled,
  manyArticles,
} from '../backed-up.ts';

afterAll(closeThread);

const hashesOf = (db: Db): string[] =>
  db
    .prepare<[], string>('SELECT sha256 FROM pictures WHERE sha256 IS NOT NULL ORDER BY ordinal')
    .pluck()
    .all();

test('a full disk in the middle loses nothing and leaves nothing, and it goes on when there is room', async () => {
  const from = aLibrary();
  manyArticles(from, 120);
  const backup = await aBackup(from);
  const to = aLibrary();
  fill(to);
  const before = { rows: contentsOf(to.db), files: filesBelow(join(to.folder, 'media')) };
  const pages = Number(to.db.pragma('page_count', { simple: true }));
  to.db.pragma(`max_page_count = ${pages + 40}`);
  await expect(to.restore(backup)).rejects.toMatchObject({ code: 'SQLITE_FULL' });
  expect(contradictionsOf(to.db)).toEqual([]);
  expect(contentsOf(to.db)).toMatchObject({ settings: before.rows['settings'] });
  expect(filesBelow(join(to.folder, 'media'))).toMatchObject(before.files);
  expect(readdirSync(join(to.folder, 'imports'))).toEqual([]);

  to.db.pragma('max_page_count = 1073741823');
  await to.restore(backup);
  const straight = aLibrary();
  fill(straight);
  await straight.restore(backup);
  expect(contentsOf(to.db)).toEqual(contentsOf(straight.db));
  expect(contradictionsOf(to.db)).toEqual([]);
});

test('a disk that is full before the first row leaves the library as it was', async () => {
  const from = aLibrary();
  manyArticles(from, 120);
  const backup = await aBackup(from);
  const to = filled();
  const before = { rows: contentsOf(to.db), files: filesBelow(join(to.folder, 'media')) };
  to.db.pragma(`max_page_count = ${Number(to.db.pragma('page_count', { simple: true }))}`);
  await expect(to.restore(backup)).rejects.toMatchObject({ code: 'SQLITE_FULL' });
  to.db.pragma('max_page_count = 1073741823');
  expect(contentsOf(to.db)).toEqual(before.rows);
  expect(filesBelow(join(to.folder, 'media'))).toEqual(before.files);
});

test('stopped in the middle, it goes on and ends with the same library', async () => {
  const from = aLibrary();
  manyArticles(from, 100);
  const backup = await aBackup(from);
  const to = aLibrary();
  const stopping = new AbortController();
  to.context.changes.articles = () => stopping.abort();
  await expect(to.restore(backup, stopping.signal)).rejects.toMatchObject({ kind: 'engine-down' });
  const kept = Number(to.db.prepare('SELECT count(*) FROM articles').pluck().get());
  expect(kept).toBeGreaterThan(0);
  expect(kept).toBeLessThan(100);
  expect(contradictionsOf(to.db)).toEqual([]);
  to.context.changes.articles = () => undefined;
  const taken = await to.restore(backup);
  expect([taken.articles?.length, taken.present]).toEqual([100 - kept, kept]);
  expect(contentsOf(to.db)).toEqual(contentsOf(from.db));
});

test('a file that the library had lost is not missed, and its place waits to be filled again', async () => {
  const library = filled();
  const [hash = ''] = hashesOf(library.db);
  rmSync(mediaPath(library.folder, hash));
  const to = aLibrary();
  await to.restore(await aBackup(library));
  const [picture] = getArticle(to.db, 1)?.pictureList ?? [];
  expect(picture).toMatchObject({ hash: null, failure: { kind: 'library' } });
  expect(contradictionsOf(to.db)).toEqual([]);
});

test('restored into an empty library, all of it is there again', async () => {
  const from = filled();
  const to = aLibrary();
  const taken = await to.restore(await aBackup(from));
  expect(taken).toMatchObject({ present: 0 });
  expect([taken.articles?.length, taken.feeds?.length]).toEqual([3, 2]);
  expect(contentsOf(to.db)).toEqual(contentsOf(from.db));
  expect(filesBelow(join(to.folder, 'media'))).toEqual(filesBelow(join(from.folder, 'media')));
  expect(contradictionsOf(to.db)).toEqual([]);
  expect(to.db.prepare('SELECT count(*) FROM logins').pluck().get()).toBe(0);
  while (indexWaiting(to.db, 8));
  const found = searchArticles(to.db, { words: 'whole', limit: 10 });
  expect(found).toHaveLength(1);
});

test('a second time, nothing changes', async () => {
  const backup = await aBackup();
  const to = aLibrary();
  await to.restore(backup);
  const ids = to.db.prepare('SELECT id, version_id FROM articles').all();
  const once = contentsOf(to.db);
  const taken = await to.restore(backup);
  expect(taken).toEqual({ articles: [], feeds: [], present: 3 });
  expect(contentsOf(to.db)).toEqual(once);
  expect(to.db.prepare('SELECT id, version_id FROM articles').all()).toEqual(ids);
});

test('restored into the library that it was made of, nothing changes', async () => {
  const library = filled();
  const before = contentsOf(library.db);
  await library.restore(await aBackup(library));
  expect(contentsOf(library.db)).toEqual(before);
});

test('what is there stays: texts, titles, settings, states, folders', async () => {
  const backup = await aBackup();
  const to = aLibrary();
  saveSettings(to.db, { theme: 'dark' });
  const asia = addFolder(to.db, 'Asia', null);
  const daily = aFeed(to.db, 'daily', asia);
  changeFeed(to.db, daily, { title: 'Called so here', settings: { keep: 7 } });
  const { articleId } = anEntry(to.db, daily, 1, { title: 'Titled so here' });
  const captureId = aCapture(to.db, articleId, '<html>of here</html>');
  aVersion(to.db, articleId, words(30), { captureId });
  setTextState(to.db, articleId, 'kept', null);
  markRead(to.db, [articleId], true, 100);
  markRead(to.db, [articleId], false, 101);
  keepEnclosures(to.db, articleId, [anEnclosure('own.mp3')], false);
  const own = anEntry(to.db, aFeed(to.db, 'own'), 77, { title: 'Only here' }).articleId;
  const before = getArticle(to.db, articleId);
  const ownBefore = getArticle(to.db, own);
  const feedBefore = getFeed(to.db, daily);

  const taken = await to.restore(backup);
  expect(taken).toMatchObject({ present: 1 });
  const { title, html, read, enclosures, subtitle, authors, text } = before ?? {};
  const after = getArticle(to.db, articleId);
  expect(after).toMatchObject({ title, html, read, enclosures, subtitle, authors, text });
  expect(getArticle(to.db, own)).toEqual(ownBefore);
  const { folderId, ownTitle, settings, address } = feedBefore ?? {};
  expect(getFeed(to.db, daily)).toMatchObject({ folderId, ownTitle, settings, address });
  expect(readSettings(to.db).theme).toBe('dark');
  expect(listFolders(to.db).map((folder) => folder.title)).toEqual(['Asia', 'Asia', 'World']);

  // And it got what it lacked.
  expect(after).toMatchObject({ bookmarked: true, feeds: [{ id: daily }, { title: 'weekly' }] });
  const captures = to.db.prepare('SELECT sha256 FROM captures WHERE article_id = ?').all(articleId);
  expect(captures).toHaveLength(3);
  expect(after?.versions.map(({ wordCount }) => wordCount).toSorted()).toEqual([3, 3, 300]);
  expect(contradictionsOf(to.db)).toEqual([]);
  const once = contentsOf(to.db);
  await to.restore(backup);
  expect(contentsOf(to.db)).toEqual(once);
});

test('an article without a whole text gets the text, the pictures and the state of the backup', async () => {
  const backup = await aBackup();
  const to = aLibrary();
  const { articleId } = anEntry(to.db, aFeed(to.db, 'daily'), 1);
  setTextState(to.db, articleId, 'failed', { kind: 'http', message: 'gone' });
  await to.restore(backup);
  expect(getArticle(to.db, articleId)).toMatchObject({
    html: '<p>the whole text</p>',
    read: true,
    bookmarked: true,
    position: { block: 3, fraction: 0.5 },
    pictures: { of: 3, kept: 2, failed: 1 },
  });
  expect(contradictionsOf(to.db)).toEqual([]);
});

test('a picture that is missing gets the file of the backup', async () => {
  const backup = await aBackup();
  const to = aLibrary();
  const { articleId } = anEntry(to.db, aFeed(to.db, 'daily'), 1);
  aVersion(to.db, articleId, 'as it is here', { pictures: [aPicture('https://img.example/a')] });
  setTextState(to.db, articleId, 'kept', null);
  await to.restore(backup);
  const after = getArticle(to.db, articleId);
  expect(after).toMatchObject({ html: '<p>as it is here</p>', pictures: { of: 1, kept: 1 } });
  expect(contradictionsOf(to.db)).toEqual([]);
});

test('an article that the reader saved is the reader’s own where a feed had brought it', async () => {
  const from = aLibrary();
  const saved = anEntry(from.db, aFeed(from.db, 'a'), 1).articleId;
  from.db.prepare(`UPDATE articles SET origin = 'saved' WHERE id = ?`).run(saved);
  const to = aLibrary();
  const { articleId } = anEntry(to.db, aFeed(to.db, 'a'), 1);
  await to.restore(await aBackup(from));
  const sql = 'SELECT origin FROM articles WHERE id = ?';
  expect(to.db.prepare(sql).pluck().get(articleId)).toBe('saved');
  expect(contradictionsOf(to.db)).toEqual([]);
});

test('an article that was removed here comes back under its id, as read as it was', async () => {
  const from = aLibrary();
  anEntry(from.db, aFeed(from.db, 'a'), 1);
  const to = aLibrary();
  const feed = aFeed(to.db, 'a');
  const { articleId } = anEntry(to.db, feed, 1);
  markRead(to.db, [articleId], true, 5);
  removeFeed(to.db, feed);
  await to.restore(await aBackup(from));
  expect(getArticle(to.db, articleId)).toMatchObject({ read: true });
  expect(contradictionsOf(to.db)).toEqual([]);
});

test('what was read of a feed that was removed before the backup is read when it comes again', async () => {
  const to = aLibrary();
  anEntry(to.db, aFeed(to.db, 'other'), 50);
  await to.restore(await aBackup());
  const { articleId } = anEntry(to.db, aFeed(to.db, 'gone'), 4);
  expect(getArticle(to.db, articleId)).toMatchObject({ read: true });
  expect(contradictionsOf(to.db)).toEqual([]);
});

test('what its reader removed before the backup is not brought back by its feed', async () => {
  const from = aLibrary();
  dismissArticles(from.db, [anEntry(from.db, aFeed(from.db, 'a'), 1).articleId]);
  const to = aLibrary();
  anEntry(to.db, aFeed(to.db, 'other'), 50);
  await to.restore(await aBackup(from));
  const feed = aFeed(to.db, 'again');
  const { articleId, isNew } = anEntry(to.db, feed, 1);
  expect(isNew).toBe(false);
  expect(getArticle(to.db, articleId)).toBeUndefined();
});

test('what its reader removed here, and the backup has, is there again', async () => {
  const from = aLibrary();
  anEntry(from.db, aFeed(from.db, 'a'), 1);
  const to = aLibrary();
  const { articleId } = anEntry(to.db, aFeed(to.db, 'a'), 1);
  dismissArticles(to.db, [articleId]);
  await to.restore(await aBackup(from));
  expect(getArticle(to.db, articleId)).toBeDefined();
  expect(contradictionsOf(to.db)).toEqual([]);
});

test('two articles here that the backup has as one, and one that it has as two, stay so', async () => {
  const from = aLibrary();
  const feed = aFeed(from.db, 'a');
  anEntry(from.db, feed, 1, { identityKeys: ['url:https://a.example/1', 'guid:a 1'] });
  anEntry(from.db, feed, 2, { identityKeys: ['guid:a 2'] });
  anEntry(from.db, feed, 3, { identityKeys: ['guid:a 3'] });
  const to = aLibrary();
  const here = aFeed(to.db, 'a');
  anEntry(to.db, here, 1, { identityKeys: ['url:https://a.example/1'] });
  anEntry(to.db, here, 4, { identityKeys: ['guid:a 1'] });
  anEntry(to.db, here, 2, { identityKeys: ['guid:a 2', 'guid:a 3'] });
  await to.restore(await aBackup(from));
  expect(to.db.prepare('SELECT count(*) FROM articles').pluck().get()).toBe(3);
  expect(contradictionsOf(to.db)).toEqual([]);
});

test('bookmarks of the backup and of the library are both there', async () => {
  const backup = await aBackup();
  const to = aLibrary();
  const { articleId } = anEntry(to.db, aFeed(to.db, 'own'), 30);
  bookmark(to.db, [articleId], true, 1);
  await to.restore(backup);
  expect(to.db.prepare('SELECT count(*) FROM articles WHERE bookmarked = 1').pluck().get()).toBe(2);
});

test.each([1, 2, 3])('one of schema %d is brought to the one of now', async (schema) => {
  const folder = temporaryFolder();
  const copy = join(folder, 'old.sqlite');
  const old = new Database(copy);
  old.function('spaced', { deterministic: true }, spaced);
  for (const { sql } of migrations.slice(0, schema)) old.exec(sql);
  old.pragma(`user_version = ${schema}`);
  old.pragma(`application_id = ${APPLICATION_ID}`);
  old.exec(`
    INSERT INTO articles (origin, title, source, sort_at, text_state) VALUES ('saved', 'Old', 's', 1, 'waiting');
    INSERT INTO identities VALUES ('url:https://old.example/', 1)`);
  old.close();
  const path = join(folder, 'old.tar');
  const counts = { schema, articles: 1, feeds: 0, files: 0 };
  const about = { ...counts, folder, copy, version: '0.0.1', madeAt: 0 };
  await writeTar(path, backupEntries(about, new AbortController().signal), () => undefined);
  const to = aLibrary();
  await to.restore(path);
  expect(getArticle(to.db, 1)).toMatchObject({ title: 'Old' });
  expect(contradictionsOf(to.db)).toEqual([]);
});

test('every table of the schema is restored, or is known to be left out', () => {
  const { db } = aLibrary();
  const tables = db
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table'
         AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search%' ORDER BY name`,
    )
    .pluck()
    .all();
  const leftOut = [
    'counts',
    'hosts',
    'import_files',
    'imports',
    'logins',
    'travel',
    'travel_articles',
    'unindexed',
  ];
  expect(tables).toEqual([...RESTORED_TABLES, ...leftOut].toSorted());
});
