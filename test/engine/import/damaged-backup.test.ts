import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { toFailure } from '../../../contract/errors.ts';
import type { Db } from '../../../db/open.ts';
import { anEntry, aFeed, temporaryFolder } from '../../db/library.ts';
import {
  aBackup,
  aLibrary,
  closeThread,
  contentsOf,
  filesBelow,
  keepFile,
  type Backed,
} from '../backed-up.ts';
import { withBytes, withDatabase, withEntries, withManifest, type Entry } from './tampered.ts';

let library: Backed;
let backup: string;

afterAll(closeThread);

beforeEach(async () => {
  backup = await aBackup();
  library = aLibrary();
  anEntry(library.db, aFeed(library.db, 'here'), 1, { title: 'It was here before' });
  keepFile(library.folder, 'a file of its own');
});

/** What comes of restoring from a file, and what of the library is another than before. */
async function outcomeOf(path: string): Promise<unknown> {
  const state = (): unknown => ({
    rows: contentsOf(library.db),
    files: filesBelow(join(library.folder, 'media')),
    left: filesBelow(join(library.folder, 'imports')),
  });
  mkdirSync(join(library.folder, 'imports'), { recursive: true });
  const before = state();
  try {
    return await library.restore(path);
  } catch (error) {
    return { ...toFailure(error), isAsBefore: isDeepStrictEqual(state(), before) };
  }
}

const refused = (cause: RegExp, kind = 'invalid'): unknown => ({
  kind,
  message: expect.stringMatching(
    new RegExp(
      `^restore: cannot restore from my\\.carrel-backup\\.tar: .*${cause.source}.*; nothing was changed$`,
    ),
  ),
  isAsBefore: true,
});

const flippedAt = (find: string, further: number) => (bytes: Buffer) => {
  const at = bytes.indexOf(find) + further;
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  return bytes;
};
const cutBefore = (find: string, further: number) => (bytes: Buffer) =>
  bytes.subarray(0, bytes.lastIndexOf(find) + further);

test.each([
  ['a flipped byte in the database', flippedAt('SQLite format 3', 9000), /database is not the one/],
  ['a flipped byte in a picture', flippedAt('picture a', 3), /the file [0-9a-f]{64} is not/],
  ['a flipped byte in the name of a picture', flippedAt('media/', 20), /no archive/],
  ['a flipped byte in what it says of itself', flippedAt('"format"', 2), /cannot be read/],
  ['cut off in its first name', (bytes: Buffer) => bytes.subarray(0, 10), /cut off/],
  ['cut off before its database', (bytes: Buffer) => bytes.subarray(0, 1024), /not where/],
  ['cut off in its database', cutBefore('SQLite format 3', 9000), /cut off/],
  ['cut off in a picture', cutBefore('picture a', 4), /cut off/],
  ['cut off before a picture', cutBefore('media/', 0), /cut off/],
  ['cut off before its end', cutBefore('carrel-backup-end.json', 0), /cut off/],
  ['cut off in its end', cutBefore('"lost"', 2), /cut off/],
  ['without a byte', () => Buffer.alloc(0), /not where it has to be/],
  ['of nothing but zeros', () => Buffer.alloc(10_240), /not where it has to be/],
  ['of random bytes', () => randomBytes(100_000), /no archive/],
])('%s is refused', async (_name, change, cause) => {
  expect(await outcomeOf(withBytes(backup, change))).toEqual(refused(cause));
});

const isFile = ({ name }: Entry): boolean => name.startsWith('media/');
const named = (name: string): Entry => ({ name, bytes: Buffer.from('x') });

/** With an entry where the files are. */
const withOne = (entry: Entry) => (entries: Entry[]) => entries.toSpliced(2, 0, entry);
const HASH = 'a'.repeat(64);

test.each<[name: string, change: (entries: Entry[]) => Entry[], cause: RegExp]>([
  ['a missing file', (all) => all.toSpliced(all.findIndex(isFile), 1), /is missing/],
  ['no files', (all) => all.filter((entry) => !isFile(entry)), /is missing/],
  ['no end', (all) => all.slice(0, -1), /cut off/],
  ['no database', (all) => all.toSpliced(1, 1), /“library.sqlite” is not where/],
  ['nothing that says what it is', (all) => all.slice(1), /“carrel-backup.json” is not where/],
  ['a file twice', (all) => all.toSpliced(2, 0, all[2] ?? named('')), /is none of its library/],
  [
    'files in another order',
    (all) => [all[0], all[1], all[3], all[2], ...all.slice(4)].flatMap((one) => one ?? []),
    /is none of its library/,
  ],
  [
    'a file that its database does not name',
    withOne({ name: `media/00/${'0'.repeat(64)}`, bytes: Buffer.from('x') }),
    /is none of its library/,
  ],
  ['something after its end', (all) => [...all, named('more')], /does not end/],
  ['a name that leads out', withOne(named('../outside')), /“..\/outside” is none of its files/],
  ['a name from the root', withOne(named('/tmp/outside')), /is none of its files/],
  ['a name that leads out of media', withOne(named(`media/aa/../../${HASH}`)), /is none of/],
  ['a name with backslashes', withOne(named(`media\\aa\\${HASH}`)), /is none of its files/],
  ['a file in another folder than its own', withOne(named(`media/bb/${HASH}`)), /is none of/],
  ['a link', withOne({ ...named(`media/aa/${HASH}`), to: '/etc/passwd' }), /is no plain file/],
  [
    'a link for its database',
    (all) => all.with(1, { ...named('library.sqlite'), to: '/etc/passwd' }),
    /is no plain file/,
  ],
])('one with %s is refused', async (_name, change, cause) => {
  expect(await outcomeOf(await withEntries(backup, change))).toEqual(refused(cause));
});

test.each<[name: string, change: (db: Db) => void, cause: RegExp]>([
  ['is another program’s', (db) => db.pragma('application_id = 7'), /no Carrel library/],
  [
    'names a row that is not there',
    (db) => db.exec('UPDATE entries SET feed_id = 99 WHERE article_id = 3'),
    /its references/,
  ],
  [
    'has a view for a table',
    (db) => db.exec('ALTER TABLE bookmarks RENAME TO b; CREATE VIEW bookmarks AS SELECT * FROM b'),
    /it has no bookmarks/,
  ],
  [
    'names a file by a path',
    (db) =>
      db.exec(`INSERT INTO media VALUES ('../../${'a'.repeat(58)}', 'image/png', 1, 1, 1, 1)`),
    /a file has no name/,
  ],
  [
    'has an article that nothing is known by',
    (db) => db.exec('DELETE FROM identities'),
    /no identity/,
  ],
  [
    'has authors that are no list',
    (db) => db.exec(`UPDATE articles SET authors = '[' `),
    /the authors/,
  ],
  ['has lost a table', (db) => db.exec('DROP TABLE parts'), /its database is broken/],
])('one whose database %s is refused', async (_name, change, cause) => {
  expect(await outcomeOf(await withDatabase(backup, change))).toEqual(refused(cause));
});

test('one of a newer Carrel is refused, and says that it is newer', async () => {
  const said = await withEntries(backup, (all) =>
    all.map((entry) =>
      entry.name === 'carrel-backup.json' ? withManifest(entry, { schema: 99 }) : entry,
    ),
  );
  expect(await outcomeOf(said)).toEqual(
    refused(/made by a newer Carrel \(schema 99/, 'newer-library'),
  );
  const hidden = await withDatabase(backup, (db) => db.pragma('user_version = 99'));
  expect(await outcomeOf(hidden)).toEqual(
    refused(/made by a newer Carrel \(schema 99/, 'newer-library'),
  );
  const format = await withEntries(backup, (all) =>
    all.map((entry) =>
      entry.name === 'carrel-backup.json' ? withManifest(entry, { format: 2 }) : entry,
    ),
  );
  expect(await outcomeOf(format)).toEqual(refused(/a newer Carrel made it/, 'newer-library'));
});

test('a file that is not there is no damage', async () => {
  const path = join(temporaryFolder(), 'nothing.tar');
  await expect(library.restore(path)).rejects.toMatchObject({ kind: 'library' });
});
