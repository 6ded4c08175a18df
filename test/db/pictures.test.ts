import { expect, test } from 'vitest';
import { getArticle } from '../../db/articles.ts';
import type { Db } from '../../db/open.ts';
import { unusedMedia } from '../../db/media.ts';
import { failPicture, keepPicture, pictureOf } from '../../db/pictures.ts';
import { aFeed, aFile, anEntry, aPicture, aVersion, newLibrary } from './library.ts';

const ONE = '1'.repeat(64);
const GONE = { kind: 'http' as const, message: 'picture: cannot fetch: 404' };

function withPictures(db: Db, ...names: string[]): { articleId: number; versionId: number } {
  const { articleId } = anEntry(db, aFeed(db, 'a'), 1);
  const pictures = names.map((name) => aPicture(`https://img.example/${name}`));
  const { versionId } = aVersion(db, articleId, names.join(' '), { pictures });
  return { articleId, versionId };
}

test('takes a picture whose version is gone for a file that nothing names', () => {
  const db = newLibrary();
  keepPicture(db, aFile(77, 0, '1'));
  failPicture(db, { versionId: 77, ordinal: 0 }, GONE);
  expect(pictureOf(db, 77, 0)).toBeUndefined();
  expect(unusedMedia(db)).toEqual([ONE]);
});

test('keeps a picture, and with it those of the same address in the article', () => {
  const db = newLibrary();
  const { articleId, versionId } = withPictures(db, 'x', 'y', 'x');
  const later = aVersion(db, articleId, 'later text', {
    pictures: [aPicture('https://img.example/x')],
  });
  keepPicture(db, aFile(versionId, 2, '1'));
  for (const place of [
    [versionId, 0],
    [versionId, 2],
    [later.versionId, 0],
  ] as const) {
    expect(pictureOf(db, place[0], place[1])).toMatchObject({ hash: ONE, width: 640, height: 480 });
  }
  expect(pictureOf(db, versionId, 1)?.hash).toBeNull();
  expect(getArticle(db, articleId)?.pictures).toEqual({ of: 1, kept: 1, failed: 0 });
});

test('counts what is kept and what failed, and shows the first kept one in lists', () => {
  const db = newLibrary();
  const { articleId, versionId } = withPictures(db, 'x', 'y', 'z');
  failPicture(db, { versionId, ordinal: 0 }, GONE);
  keepPicture(db, aFile(versionId, 2, '2'));
  expect(getArticle(db, articleId)).toMatchObject({
    pictures: { of: 3, kept: 1, failed: 1 },
    leadPicture: '2'.repeat(64),
  });
  expect(pictureOf(db, versionId, 0)?.failure).toEqual(GONE);

  keepPicture(db, aFile(versionId, 0, '1'));
  expect(pictureOf(db, versionId, 0)?.failure).toBeNull();
  expect(getArticle(db, articleId)).toMatchObject({
    pictures: { of: 3, kept: 2, failed: 0 },
    leadPicture: ONE,
  });
});

test('leaves a kept picture as it was when its address gives another later', () => {
  const db = newLibrary();
  const { articleId, versionId } = withPictures(db, 'x');
  keepPicture(db, aFile(versionId, 0, '1'));
  keepPicture(db, aFile(versionId, 0, '2'));
  expect(getArticle(db, articleId)?.leadPicture).toBe(ONE);
  expect(unusedMedia(db)).toEqual(['2'.repeat(64)]);
});

test('does not lose a kept picture to a later failure', () => {
  const db = newLibrary();
  const { articleId, versionId } = withPictures(db, 'x');
  keepPicture(db, aFile(versionId, 0, '1'));
  failPicture(db, { versionId, ordinal: 0 }, GONE);
  expect(pictureOf(db, versionId, 0)).toMatchObject({ hash: ONE, failure: null });
  expect(getArticle(db, articleId)?.pictures).toEqual({ of: 1, kept: 1, failed: 0 });
});
