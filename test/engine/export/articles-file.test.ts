import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { dismissArticles, removeArticles } from '../../../db/articles.ts';
import { removeFeed } from '../../../db/feeds.ts';
import { mergeArticles } from '../../../db/merge.ts';
import { closeLibrary, openLibrary } from '../../../db/open.ts';
import { typedHostsOf } from '../../../db/typed-hosts.ts';
import { contradictionsOf } from '../../db/consistency.ts';
import { aFeed, anEntry, aVersion, temporaryFolder } from '../../db/library.ts';
import {
  aBackup,
  aLibrary,
  closeThread,
  contentsOf,
  filesBelow,
  filled,
  manyArticles,
} from '../backed-up.ts';
import { entriesIn, withDatabase, withEntries, withManifest } from '../import/tampered.ts';
import { anExporter, asCarrelFile, idsIn } from './exported.ts';

afterAll(closeThread);

const CHILD = fileURLToPath(new URL('export-child.ts', import.meta.url));

/** What is kept of articles, apart from who brought them, and of nothing else. */
function ofArticles(contents: Record<string, unknown[]>): Record<string, unknown[]> {
  const { articles = [], states = [] } = contents;
  const ofFile = articles.map((row) => Object.assign({}, row, { origin: 'file' }));
  const keys = new Set(articles.map((row) => keysOf(row)));
  return {
    ...contents,
    articles: ofFile,
    states: states.filter((row) => keys.has(keysOf(row))),
    media: [],
    feeds: [],
    folders: [],
    entries: [],
    settings: [],
  };
}

function keysOf(row: unknown): unknown {
  return typeof row === 'object' && row !== null && 'keys' in row ? row.keys : undefined;
}

test('a damaged file is refused, and nothing was changed', async () => {
  const from = anExporter(filled());
  const file = await from.file(idsIn(from), asCarrelFile);
  const to = filled();
  const before = contentsOf(to.db);
  const damaged = await withEntries(file, (entries) =>
    entries.filter(({ name }) => !name.startsWith('media/')),
  );
  await expect(to.restore(damaged)).rejects.toMatchObject({ kind: 'invalid' });
  expect(contentsOf(to.db)).toEqual(before);
});

test('one that somebody made opens no way to this network, and brings no feed and no setting', async () => {
  const from = anExporter(filled());
  const file = await withDatabase(await from.file(idsIn(from), asCarrelFile), (db) => {
    db.exec(`
      UPDATE articles SET origin = 'saved', address = 'http://192.168.1.1/';
      INSERT INTO settings VALUES ('theme', '"black"');
      INSERT INTO feeds (address, title, added_at, typed) VALUES ('http://10.0.0.1/', 'f', 1, 1);
      INSERT INTO entries SELECT 1, id, NULL, NULL, 'x', NULL, 1, sort_at, unread FROM articles;
      INSERT INTO identities VALUES ('url:https://removed.example/', 999);
      INSERT INTO dismissed VALUES (999)`);
  });
  const to = aLibrary();
  await to.restore(file);
  const brought = idsIn(to);
  expect(brought).toHaveLength(3);
  for (const articleId of brought) expect(typedHostsOf(to.db, { articleId })).toEqual([]);
  expect(contentsOf(to.db)).toMatchObject({ feeds: [], settings: [], entries: [] });
  expect(to.db.prepare('SELECT count(*) FROM dismissed').pluck().get()).toBe(0);

  const there = aLibrary();
  const { articleId } = anEntry(there.db, aFeed(there.db, 'here'), 1);
  await there.restore(file);
  expect(there.db.prepare('SELECT origin FROM articles WHERE id = ?').pluck().get(articleId)).toBe(
    'feed',
  );
  expect(contradictionsOf(there.db)).toEqual([]);
});

test.each([
  ['of another name', { holds: 'everything' }],
  ['of a newer format', { format: 2 }],
])('a manifest %s is refused', async (_, says) => {
  const from = anExporter(filled());
  const file = await withEntries(await from.file(idsIn(from), asCarrelFile), (entries) =>
    entries.map((entry) =>
      entry.name === 'carrel-backup.json' ? withManifest(entry, says) : entry,
    ),
  );
  await expect(aLibrary().restore(file)).rejects.toThrow('nothing was changed');
});

test.each(['copying', 'writing'])(
  'killed while %s, it leaves nothing after the next start, and the library is whole',
  async (when) => {
    const folder = temporaryFolder();
    const db = openLibrary(folder);
    manyArticles({ ...aLibrary(), db, folder }, 100);
    closeLibrary(db);
    const child = spawn(process.execPath, [CHILD, when, folder], { stdio: 'inherit' });
    await once(child, 'close');
    expect(child.signalCode).toBe('SIGKILL');
    expect(readdirSync(join(folder, 'exports'))).not.toEqual([]);
    const library = anExporter(aLibrary(folder));
    expect(existsSync(join(folder, 'exports'))).toBe(false);
    expect(library.exports.state()).toBeNull();
    expect(contradictionsOf(library.db)).toEqual([]);
    expect(await library.take(idsIn(library), asCarrelFile)).toMatchObject({ state: 'done' });
  },
);

test('in an empty library they are the same articles, with all that is kept of them', async () => {
  const from = anExporter(filled());
  const file = await from.file(idsIn(from), asCarrelFile);
  const to = aLibrary();
  const { articles, feeds, present } = await to.restore(file);
  expect([articles?.length, feeds, present]).toEqual([3, [], 0]);
  expect(ofArticles(contentsOf(to.db))).toEqual(ofArticles(contentsOf(from.db)));
  expect(contentsOf(to.db)['states']).toHaveLength(1);
  expect(contentsOf(to.db)).toMatchObject({ feeds: [], folders: [], settings: [] });
  expect(Object.values(filesBelow(join(to.folder, 'media'))).toSorted()).toEqual([
    'a sound',
    'picture a',
    'shared',
  ]);
  expect(contradictionsOf(to.db)).toEqual([]);
  const saved = "SELECT count(*) FROM articles WHERE origin = 'file'";
  expect(to.db.prepare(saved).pluck().get()).toBe(3);
});

test('in the library that they are from, they change nothing', async () => {
  const library = anExporter(filled());
  const state = () => ({
    rows: contentsOf(library.db),
    files: filesBelow(join(library.folder, 'media')),
  });
  const before = state();
  const file = await library.file(idsIn(library), asCarrelFile);
  expect(state()).toEqual(before);
  expect(await library.restore(file)).toMatchObject({ articles: [], present: 3 });
  expect(state()).toEqual(before);
});

test('brought in twice, they are there once', async () => {
  const from = anExporter(filled());
  const file = await from.file(idsIn(from), asCarrelFile);
  const to = aLibrary();
  await to.restore(file);
  const first = contentsOf(to.db);
  expect(await to.restore(file)).toMatchObject({ articles: [], present: 3 });
  expect(contentsOf(to.db)).toEqual(first);
});

test('it holds what was chosen and nothing of anything else', async () => {
  const from = anExporter(filled());
  const [whole = 0] = idsIn(from);
  const file = await from.file([whole], asCarrelFile);
  const entries = await entriesIn(file);
  expect(entries.map(({ name }) => name.replace(/[0-9a-f]{2}\/[0-9a-f]{64}/, '…'))).toEqual([
    'carrel-backup.json',
    'library.sqlite',
    'media/…',
    'media/…',
    'carrel-backup-end.json',
  ]);
  expect(JSON.parse(String(entries[0]?.bytes))).toMatchObject({
    format: 1,
    holds: 'articles',
    articles: 1,
    feeds: 0,
    files: 2,
  });
  const bytes = readFileSync(file);
  for (const other of ['s3cret-word', 'Title 2', 'My daily', 'a sound', 'cast.example']) {
    expect(bytes.includes(other)).toBe(false);
  }
  expect(bytes.includes('the whole text')).toBe(true);
  expect((await entriesIn(await aBackup(from)))[0]?.bytes.toString()).toContain('"library"');
});

test('one that its reader removed here comes back, as read as it was', async () => {
  const library = anExporter(filled());
  const file = await library.file(idsIn(library), asCarrelFile);
  const before = contentsOf(library.db)['states'];
  dismissArticles(library.db, idsIn(library));
  expect(await library.restore(file)).toMatchObject({ present: 0 });
  expect(idsIn(library)).toHaveLength(3);
  expect(contentsOf(library.db)['states']).toEqual(before);
  expect(contradictionsOf(library.db)).toEqual([]);
});

test('what is not in the library any more is counted; where nothing is left, it fails', async () => {
  const library = anExporter(filled());
  const [first = 0, second = 0, third = 0] = idsIn(library);
  removeArticles(library.db, [second]);
  expect(await library.take([first, second, 999, first], asCarrelFile)).toMatchObject({
    state: 'done',
    articles: 1,
    gone: 2,
  });
  removeArticles(library.db, [first, third]);
  expect(await library.take([first, third], asCarrelFile)).toMatchObject({
    state: 'failed',
    failure: { kind: 'not-found' },
  });
  expect(existsSync(join(library.folder, 'exports'))).toBe(false);
});

test('what goes while it is made is counted too', async () => {
  const library = anExporter();
  manyArticles(library, 100);
  const ids = idsIn(library);
  const made = library.take(ids, asCarrelFile);
  while (!existsSync(join(library.folder, 'exports', 'export.sqlite'))) await setImmediate();
  const [feed] = library.db.prepare<[], number>('SELECT id FROM feeds').pluck().all();
  removeFeed(library.db, feed ?? 0);
  const { state, articles, gone } = await made;
  expect([state, articles + gone]).toEqual(['done', 100]);
  expect(gone).toBeGreaterThan(0);
  const to = aLibrary();
  await to.restore(library.exports.file(library.exports.state()?.name ?? '')?.path ?? '');
  expect(idsIn(to)).toHaveLength(articles);
  expect(Object.keys(filesBelow(join(to.folder, 'media')))).toHaveLength(articles);
});

test('an article that became one with another is exported by either id, once', async () => {
  const library = anExporter();
  const feed = aFeed(library.db, 'a');
  const { articleId: kept } = anEntry(library.db, feed, 1);
  const { articleId: gone } = anEntry(library.db, feed, 2);
  aVersion(library.db, gone, 'the text of both');
  mergeArticles(library.db, kept, gone);
  expect(await library.take([kept, gone], asCarrelFile)).toMatchObject({ articles: 1, gone: 0 });
});

test('stopped, it leaves nothing; begun again, it takes the place of the one before', async () => {
  const library = anExporter(filled());
  const { exports, folder, events } = library;
  const [first = 0, second = 0] = idsIn(library);
  exports.begin([first], asCarrelFile);
  const dropped = exports.drop();
  expect(exports.state()).toBeNull();
  await dropped;
  expect(existsSync(join(folder, 'exports'))).toBe(false);
  const before = exports.begin([first], asCarrelFile);
  const after = exports.begin([first, second], asCarrelFile);
  expect(after.id).toBeGreaterThan(before.id);
  await expect.poll(() => exports.state()?.state).toBe('done');
  expect(exports.state()).toMatchObject({ id: after.id, articles: 2 });
  expect(readdirSync(join(folder, 'exports'))).toEqual(['export']);
  const done = events.filter((event) => event.kind === 'export' && event.export?.state === 'done');
  expect(done).toHaveLength(1);
});
