import { expect, test } from 'vitest';
import { bookmark } from '../../db/bookmarks.ts';
import { keepIcon } from '../../db/icons.ts';
import type { Db } from '../../db/open.ts';
import { pictureBytes } from '../../db/picture-space.ts';
import { keepPicture } from '../../db/pictures.ts';
import { saveSettings } from '../../db/settings.ts';
import { markRead } from '../../db/states.ts';
import { keepWithinSpace, previewSpace } from '../../main/engine/picture-space.ts';
import { aFeed, aFile, anEntry, aPicture, aVersion, newLibrary } from '../db/library.ts';
import { contextOn } from './context-on.ts';

const MB = 1_000_000;

/** An article of a feed whose pictures, a digit each, take forty megabytes apiece. */
function withPictures(db: Db, n: number, digits: string): number {
  const { articleId } = anEntry(db, aFeed(db, `feed-${n}`), n);
  const pictures = digits.split('').map((digit) => aPicture(`https://img.example/${n}/${digit}`));
  const { versionId } = aVersion(db, articleId, 'text', { pictures });
  for (const [ordinal, digit] of digits.split('').entries()) {
    keepPicture(db, { ...aFile(versionId, ordinal, digit), sizeBytes: 40 * MB });
  }
  return articleId;
}

const stateOf = (db: Db): unknown[] =>
  ['articles', 'pictures', 'media', 'counts'].map((table) =>
    db.prepare(`SELECT * FROM ${table}`).all(),
  );

test('where nothing may go, more is left than is allowed', async () => {
  const db = newLibrary();
  bookmark(db, [withPictures(db, 1, '12')], true, 5);
  expect(await previewSpace(contextOn(db), 0)).toEqual({
    articles: 0,
    pictures: 0,
    bytes: 0,
    leftBytes: 80 * MB,
    first: [],
  });
});

test('where there is room, nothing would go', async () => {
  const db = newLibrary();
  withPictures(db, 1, '12');
  expect(await previewSpace(contextOn(db), 80)).toMatchObject({ articles: 0, leftBytes: 80 * MB });
});

test('read articles would go first, then the oldest, and nothing is changed', async () => {
  const db = newLibrary();
  const [old, read, newer] = [1, 2, 3].map((n) => withPictures(db, n, String(n)));
  markRead(db, [Number(read)], true, 5);
  const before = stateOf(db);
  expect(await previewSpace(contextOn(db), 60)).toEqual({
    articles: 2,
    pictures: 2,
    bytes: 80 * MB,
    leftBytes: 40 * MB,
    first: [
      { id: read, title: 'Title 2' },
      { id: old, title: 'Title 1' },
    ],
  });
  expect(await previewSpace(contextOn(db), 0)).toMatchObject({ articles: 3, leftBytes: 0 });
  expect(newer).toBeDefined();
  expect(stateOf(db)).toEqual(before);
});

test('a file goes with the last article that shows it, once; an icon and a bookmark keep it', async () => {
  const db = newLibrary();
  withPictures(db, 1, '1');
  withPictures(db, 2, '12');
  withPictures(db, 3, '3');
  bookmark(db, [withPictures(db, 4, '3')], true, 5);
  withPictures(db, 5, '5');
  keepIcon(db, aFeed(db, 'feed-5'), { ...aFile(1, 0, '5'), sizeBytes: 40 * MB }, 5);
  expect(await previewSpace(contextOn(db), 0)).toMatchObject({
    articles: 4,
    pictures: 2,
    bytes: 80 * MB,
    leftBytes: 80 * MB,
  });
  expect(await previewSpace(contextOn(db), 150)).toMatchObject({ articles: 2, bytes: 80 * MB });
});

test('no more than twenty articles are named', async () => {
  const db = newLibrary();
  for (let n = 1; n <= 22; n += 1) withPictures(db, n, 'abcdef'[n % 6] ?? '');
  const preview = await previewSpace(contextOn(db), 0);
  expect([preview.articles, preview.first.length, preview.pictures]).toEqual([22, 20, 6]);
});

test.each([0, 60, 100, 130, 170, 400])('it tells what then goes, at %d MB', async (mostMb) => {
  const db = newLibrary();
  const ids = ['12', '23', '34', '4', '15', '5'].map((digits, at) =>
    withPictures(db, at + 1, digits),
  );
  markRead(db, ids.slice(2, 4), true, 5);
  bookmark(db, ids.slice(5), true, 5);
  const context = contextOn(db);
  const preview = await previewSpace(context, mostMb);
  const before = pictureBytes(db);
  saveSettings(db, { picturesMostMb: mostMb });
  await keepWithinSpace(context);
  expect(pictureBytes(db)).toBe(preview.leftBytes);
  expect(before - pictureBytes(db)).toBe(preview.bytes);
  const lost = db.prepare('SELECT id FROM articles WHERE picture_count = 0').all();
  expect(lost).toHaveLength(preview.articles);
});
