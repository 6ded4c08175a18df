import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { bookmark } from '../../db/bookmarks.ts';
import { removeFeed } from '../../db/feeds.ts';
import { startImport } from '../../db/imports.ts';
import { mediaPath } from '../../db/media.ts';
import { closeLibrary, openLibrary } from '../../db/open.ts';
import { saveSettings } from '../../db/settings.ts';
import { collectGarbage } from '../../main/engine/garbage.ts';
import { hashOf } from '../../main/engine/media-files.ts';
import { keepWithinSpace } from '../../main/engine/picture-space.ts';
import { contradictionsOf } from '../db/consistency.ts';
import { aFeed, anEntry, temporaryFolder } from '../db/library.ts';
import {
  aBackup,
  aLibrary,
  closeThread,
  contentsOf,
  fill,
  filled,
  manyArticles,
} from './backed-up.ts';
import { entriesIn } from './import/tampered.ts';

afterAll(closeThread);

const NAME = 'carrel-2026-03-28.carrel-backup.tar';
const CHILD = fileURLToPath(new URL('backup-child.ts', import.meta.url));

/** Runs a process that backs up or restores and kills itself in the middle. */
async function killed(...args: string[]): Promise<void> {
  const child = spawn(process.execPath, [CHILD, ...args], { stdio: 'inherit' });
  await once(child, 'close');
  expect(child.signalCode).toBe('SIGKILL');
}

/** A library that another process opens, with many articles. */
function manyOnDisk(): string {
  const folder = temporaryFolder();
  const db = openLibrary(folder);
  manyArticles({ ...aLibrary(), db, folder }, 100);
  closeLibrary(db);
  return folder;
}

test.each(['copying', 'writing'])(
  'killed while %s, it leaves nothing after the next start, and the library is whole',
  async (when) => {
    const folder = manyOnDisk();
    await killed(when, folder);
    expect(readdirSync(join(folder, 'backups'))).not.toEqual([]);
    const library = aLibrary(folder);
    expect(existsSync(join(folder, 'backups'))).toBe(false);
    expect(contradictionsOf(library.db)).toEqual([]);
    expect(library.backups.state()).toBeNull();
    expect(await library.backUp()).toMatchObject({ state: 'done' });
  },
);

test('killed in the middle of restoring, it is begun again and ends with the same library', async () => {
  const from = aLibrary();
  manyArticles(from, 100);
  fill(from);
  const backup = await aBackup(from);
  const folder = temporaryFolder();
  await killed('restoring', folder, backup);
  const to = aLibrary(folder);
  expect(contradictionsOf(to.db)).toEqual([]);
  const kept = to.db.prepare('SELECT count(*) FROM articles').pluck().get();
  expect(kept).toBeGreaterThan(0);
  expect(kept).toBeLessThan(100);
  await to.restore(backup);
  expect(contentsOf(to.db)).toEqual(contentsOf(from.db));
  expect(contradictionsOf(to.db)).toEqual([]);
});

test('what cannot be written is told, and leaves nothing', async () => {
  const library = filled();
  // A file where the folder would be; it is there again each time that the folder is removed.
  const { backups } = library;
  const begun = backups.begin();
  expect(begun).toMatchObject({ state: 'running', name: NAME, sha256: null });
  while (!existsSync(join(library.folder, 'backups', `${NAME}.sqlite`))) await setImmediate();
  rmSync(join(library.folder, 'backups'), { recursive: true });
  await expect.poll(() => backups.state()?.state).toBe('failed');
  expect(backups.state()).toMatchObject({ failure: { kind: 'library' }, sha256: null });
  expect(backups.file(NAME)).toBeNull();
  expect(existsSync(join(library.folder, 'backups'))).toBe(false);
  expect(contradictionsOf(library.db)).toEqual([]);
  expect(await library.backUp()).toMatchObject({ state: 'done', failure: null });
});

test('it is one file whose hash is told, with what it is first and its end last', async () => {
  const library = filled();
  const backup = await library.backUp();
  const path = library.backups.file(NAME)?.path ?? '';
  const bytes = readFileSync(path);
  expect(backup).toEqual({
    state: 'done',
    name: NAME,
    doneBytes: bytes.byteLength,
    ofBytes: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    failure: null,
  });
  expect(readdirSync(join(library.folder, 'backups'))).toEqual([NAME]);
  const entries = await entriesIn(path);
  expect(entries.map(({ name }) => name.replace(/[0-9a-f]{2}\/[0-9a-f]{64}/, '…'))).toEqual([
    'carrel-backup.json',
    'library.sqlite',
    'media/…',
    'media/…',
    'media/…',
    'media/…',
    'carrel-backup-end.json',
  ]);
  expect(JSON.parse(String(entries[0]?.bytes))).toMatchObject({
    format: 1,
    carrel: '1.2.3',
    madeAt: '2026-03-28T12:00:00.000Z',
    articles: 3,
    feeds: 2,
    files: 4,
    database: { sha256: hashOf(entries[1]?.bytes ?? Buffer.alloc(0)) },
  });
  expect(JSON.parse(String(entries.at(-1)?.bytes))).toEqual({ files: 4, lost: [] });
  const told = library.events.flatMap((event) => (event.kind === 'backup' ? [event.backup] : []));
  expect(told.at(0)).toMatchObject({ state: 'running' });
  expect(told.at(-1)).toEqual(backup);
});

test('unpacked by hand, it is a library', async () => {
  const from = filled();
  const folder = temporaryFolder();
  for (const { name, bytes } of await entriesIn(await aBackup(from))) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  expect(contentsOf(aLibrary(folder).db)).toEqual(contentsOf(from.db));
});

test('it holds no logins and no imports, not even their bytes', async () => {
  const library = filled();
  startImport(library.db, 1);
  const backup = await aBackup(library);
  expect(readFileSync(backup).includes('s3cret-word')).toBe(false);
  expect(library.db.prepare('SELECT count(*) FROM logins').pluck().get()).toBe(1);
  const [, database] = await entriesIn(backup);
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'library.sqlite'), database?.bytes ?? '');
  const { db } = aLibrary(folder);
  expect(db.prepare('SELECT count(*) FROM imports').pluck().get()).toBe(0);
});

test('a file that the library lost, or that is broken, is named as lost and not put in', async () => {
  const library = filled();
  const [one = '', other = ''] = library.db
    .prepare<[], string>('SELECT sha256 FROM media ORDER BY sha256')
    .pluck()
    .all();
  rmSync(mediaPath(library.folder, one));
  writeFileSync(mediaPath(library.folder, other), 'rotten');
  const entries = await entriesIn(await aBackup(library));
  expect(JSON.parse(String(entries.at(-1)?.bytes))).toEqual({ files: 2, lost: [one, other] });
});

test('no file goes while it is made, and what became garbage goes afterwards', async () => {
  const library = filled();
  const { db, context, folder } = library;
  const [hash = ''] = db
    .prepare<[], string>(`SELECT sha256 FROM pictures WHERE address = 'https://img.example/a'`)
    .pluck()
    .all();
  bookmark(db, [1], false, 1);
  const made = library.backUp();
  while (!existsSync(join(folder, 'backups', `${NAME}.part`))) await setImmediate();
  for (const { id } of db.prepare<[], { id: number }>('SELECT id FROM feeds').all()) {
    removeFeed(db, id);
  }
  collectGarbage(context);
  expect(existsSync(mediaPath(folder, hash))).toBe(true);
  expect(await made).toMatchObject({ state: 'done' });
  expect(existsSync(mediaPath(folder, hash))).toBe(false);
  const to = aLibrary();
  await to.restore(library.backups.file(NAME)?.path ?? '');
  expect(existsSync(mediaPath(to.folder, hash))).toBe(true);
});

test('pictures that should make room stay while it is made', async () => {
  const library = aLibrary();
  manyArticles(library, 10);
  const { db, context } = library;
  saveSettings(db, { picturesMostMb: 100 });
  db.prepare('UPDATE counts SET picture_bytes = 200000000').run();
  const made = library.backUp();
  while (!existsSync(join(library.folder, 'backups', `${NAME}.part`))) await setImmediate();
  await keepWithinSpace(context);
  const kept = () => db.prepare('SELECT count(sha256) FROM pictures').pluck().get();
  expect(kept()).toBe(10);
  await made;
  await keepWithinSpace(context);
  expect(kept()).toBe(0);
});

test('what is written while it is made does not break it', async () => {
  const library = aLibrary();
  manyArticles(library, 60);
  const made = library.backUp();
  const feed = aFeed(library.db, 'meanwhile');
  for (let n = 1000; library.backups.state()?.state === 'running'; n += 1) {
    anEntry(library.db, feed, n);
    await setImmediate();
  }
  await made;
  const to = aLibrary();
  await to.restore(library.backups.file(NAME)?.path ?? '');
  expect(to.db.prepare('SELECT count(*) FROM articles').pluck().get()).toBeGreaterThanOrEqual(60);
  expect(contradictionsOf(to.db)).toEqual([]);
});

test('dropped in the middle, nothing is left, and another may be begun at once', async () => {
  const library = filled();
  const { backups, events, folder } = library;
  backups.begin();
  const dropped = backups.drop();
  expect(backups.state()).toBeNull();
  expect(await library.backUp()).toMatchObject({ state: 'done' });
  await dropped;
  expect(readdirSync(join(folder, 'backups'))).toEqual([NAME]);
  expect(events.filter((event) => event.kind === 'backup' && event.backup === null)).toHaveLength(
    1,
  );
});

test('begun twice, it is one; begun again, it takes the place of the one before', async () => {
  const library = filled();
  const first = library.backups.begin();
  expect(library.backups.begin()).toMatchObject({ name: first.name, state: 'running' });
  expect(library.backups.file(first.name)).toBeNull();
  const before = await library.backUp();
  anEntry(library.db, aFeed(library.db, 'more'), 60);
  const after = await library.backUp();
  expect(after.sha256).not.toBe(before.sha256);
  expect(readdirSync(join(library.folder, 'backups'))).toEqual([NAME]);
  expect(library.backups.file('another.tar')).toBeNull();
  await library.backups.drop();
  expect(library.backups.file(NAME)).toBeNull();
  expect(existsSync(join(library.folder, 'backups'))).toBe(false);
});
