import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { CarrelError } from '../../contract/errors.ts';
import { copyBefore, migrate, SCHEMA } from '../../db/migrate.ts';
import { migrations } from '../../db/migrations/index.ts';
import { closeLibrary, openLibrary, openReadOnly } from '../../db/open.ts';
import { indexWaiting } from '../../db/search-index.ts';
import { spaced } from '../../db/spaced.ts';
import { aFeed, anEntry, newLibrary, temporaryFolder } from './library.ts';

/** The CarrelError that opening a folder throws. */
function refusal(folder: string): CarrelError {
  try {
    closeLibrary(openLibrary(folder));
  } catch (error) {
    if (error instanceof CarrelError) return error;
    throw error;
  }
  throw new Error('it was opened');
}

test('refuses a folder that is a file', () => {
  const folder = join(temporaryFolder(), 'library');
  writeFileSync(folder, 'a file');
  expect(refusal(folder)).toMatchObject({ kind: 'library' });
  expect(refusal(folder).message).toContain(`library: cannot open ${folder}`);
});

test('refuses a folder that cannot be made', () => {
  expect(refusal('/dev/null/library')).toMatchObject({ kind: 'library' });
});

test('refuses a file that is not a database, and leaves it as it is', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'library.sqlite');
  writeFileSync(file, 'Dear diary');
  expect(refusal(folder)).toMatchObject({
    kind: 'library',
    message: `library: cannot open ${file}: it is not a Carrel library`,
  });
  expect(readFileSync(file, 'utf8')).toBe('Dear diary');
});

test('refuses the database of another program, and leaves it as it is', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'library.sqlite');
  const other = new Database(file);
  other.exec('CREATE TABLE recipes (name TEXT)');
  other.close();
  const before = readFileSync(file);
  expect(refusal(folder)).toMatchObject({ kind: 'library' });
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('refuses a damaged database', () => {
  const folder = temporaryFolder();
  closeLibrary(openLibrary(folder));
  const file = join(folder, 'library.sqlite');
  writeFileSync(file, readFileSync(file).fill(7, 100, 4096));
  expect(refusal(folder)).toMatchObject({ kind: 'library' });
});

test('refuses the library of a newer Carrel, and leaves every byte as it is', () => {
  const folder = temporaryFolder();
  const db = openLibrary(folder);
  db.pragma('user_version = 7');
  closeLibrary(db);
  const file = join(folder, 'library.sqlite');
  const before = readFileSync(file);
  expect(refusal(folder)).toMatchObject({
    kind: 'newer-library',
    message:
      `library: cannot open ${file}: it was made by a newer Carrel (schema 7; this Carrel knows ` +
      `${SCHEMA}). Install the newer Carrel; nothing was changed.`,
  });
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('knows the library of a newer Carrel whose tables it cannot read', () => {
  const folder = temporaryFolder();
  const db = openLibrary(folder);
  db.unsafeMode().pragma('writable_schema = ON');
  db.exec(
    `UPDATE sqlite_schema SET sql = 'CREATE TABLE settings FROM THE FUTURE' WHERE name = 'settings'`,
  );
  db.pragma('user_version = 7');
  closeLibrary(db);
  expect(refusal(folder)).toMatchObject({ kind: 'newer-library' });
});

test('refuses the library of a newer Carrel whose upgrade is still in the write-ahead log', () => {
  const folder = temporaryFolder();
  closeLibrary(openLibrary(folder));
  const db = openLibrary(folder);
  db.pragma('user_version = 7');
  const killed = copyOf(folder);
  closeLibrary(db);
  const files = ['library.sqlite', 'library.sqlite-wal'].map((name) => join(killed, name));
  const before = files.map((file) => readFileSync(file));
  expect(before[0]?.readUInt32BE(60)).toBe(SCHEMA);
  expect(refusal(killed)).toMatchObject({ kind: 'newer-library' });
  expect(files.map((file) => readFileSync(file))).toEqual(before);
});

/** The files as they are while a Carrel has them open, as a kill would leave them. */
function copyOf(folder: string): string {
  const copy = temporaryFolder();
  for (const name of ['library.sqlite', 'library.sqlite-wal']) {
    copyFileSync(join(folder, name), join(copy, name));
  }
  return copy;
}

test('refuses a library that is open in another Carrel, until that is closed', () => {
  const folder = temporaryFolder();
  const db = openLibrary(folder);
  expect(refusal(folder)).toMatchObject({
    kind: 'library',
    message: `library: ${folder} is open in another Carrel`,
  });
  closeLibrary(db);
  expect(newLibrary(folder).open).toBe(true);
});

test('can be opened again after it was refused', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'library.sqlite'), 'Dear diary');
  refusal(folder);
  writeFileSync(join(folder, 'library.sqlite'), '');
  expect(newLibrary(folder).open).toBe(true);
});

test('makes the folder, the folders above it and the folder for media', () => {
  const folder = join(temporaryFolder(), 'deep', 'inside');
  newLibrary(folder);
  expect(() => mkdirSync(join(folder, 'media'))).toThrow('EEXIST');
});

test('keeps what was written when it is closed and opened', () => {
  const folder = temporaryFolder();
  const db = openLibrary(folder);
  anEntry(db, aFeed(db, 'a'), 1);
  closeLibrary(db);
  const again = newLibrary(folder);
  expect(again.prepare('SELECT title FROM articles').pluck().all()).toEqual(['Title 1']);
});

test('writes each commit to the disk, and checks foreign keys', () => {
  const db = newLibrary();
  expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
  expect(db.pragma('synchronous', { simple: true })).toBe(2);
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
});

test('reads beside the Carrel that has the library open', () => {
  const folder = temporaryFolder();
  const db = newLibrary(folder);
  anEntry(db, aFeed(db, 'a'), 1);
  indexWaiting(db, Infinity);
  const reader = openReadOnly(folder);
  expect(reader.prepare('SELECT title FROM indexed_articles').pluck().all()).toEqual(['Title 1']);
  expect(() => reader.exec('DELETE FROM articles')).toThrow('readonly');
  reader.close();
});

const NEXT = { version: SCHEMA + 1, sql: 'CREATE TABLE tags (name TEXT PRIMARY KEY) STRICT;' };

/** A library of the first schema, with a folder in it; what was written last stands in the log. */
function anOldLibrary(): { folder: string; file: string } {
  const folder = temporaryFolder();
  const file = join(folder, 'library.sqlite');
  const db = new Database(join(temporaryFolder(), 'library.sqlite'));
  db.pragma('journal_mode = WAL');
  db.function('spaced', { deterministic: true }, spaced);
  migrate(db, migrations.slice(0, 1));
  db.pragma('wal_checkpoint');
  db.exec(`INSERT INTO folders (title) VALUES ('Kept in the log')`);
  // As a process that was killed leaves it.
  copyFileSync(db.name, file);
  copyFileSync(`${db.name}-wal`, `${file}-wal`);
  db.close();
  return { folder, file };
}

function titlesIn(file: string): unknown[] {
  const copy = new Database(file);
  try {
    expect(copy.pragma('user_version', { simple: true })).toBe(1);
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
    return copy.prepare('SELECT title FROM folders').pluck().all();
  } finally {
    copy.close();
  }
}

test('copies a library before it upgrades it, with what stands in its log', () => {
  const { folder, file } = anOldLibrary();
  const db = newLibrary(folder);
  expect(db.pragma('user_version', { simple: true })).toBe(SCHEMA);
  expect(titlesIn(`${file.replace('.sqlite', '')}-before-${SCHEMA}.sqlite`)).toEqual([
    'Kept in the log',
  ]);
  expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);
});

test('copies a library whole that another program reads meanwhile', () => {
  const { folder, file } = anOldLibrary();
  const reader = new Database(file, { readonly: true });
  reader.exec('BEGIN');
  reader.prepare('SELECT count(*) FROM folders').get();
  const writer = new Database(file);
  writer.exec(`INSERT INTO folders (title) VALUES ('Later')`);
  writer.close();
  copyBefore(file, 2);
  reader.close();
  expect(titlesIn(join(folder, 'library-before-2.sqlite'))).toEqual(['Kept in the log', 'Later']);
});

test('does not upgrade a library that cannot be copied', () => {
  const { folder, file } = anOldLibrary();
  // Nothing can be renamed to what is a folder.
  mkdirSync(join(folder, `library-before-${SCHEMA}.sqlite`));
  expect(refusal(folder).kind).toBe('library');
  expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);
  const db = new Database(file);
  expect(db.pragma('user_version', { simple: true })).toBe(1);
  db.close();
});

test('copies nothing of a library that is new, or of the schema of now', () => {
  const folder = temporaryFolder();
  closeLibrary(openLibrary(folder));
  closeLibrary(openLibrary(folder));
  expect(readdirSync(folder).filter((name) => name.includes('before'))).toEqual([]);
});

test('leaves a library as it was when an upgrade fails half way', () => {
  const folder = temporaryFolder();
  const db = newLibrary(folder);
  const broken = { version: SCHEMA + 1, sql: `${NEXT.sql} INSERT INTO absent VALUES (1);` };
  expect(() => migrate(db, [...migrations, broken])).toThrow('no such table: absent');
  expect(db.pragma('user_version', { simple: true })).toBe(SCHEMA);
  expect(() => db.prepare('SELECT * FROM tags')).toThrow('no such table');
});
