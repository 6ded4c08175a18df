import { expect, test } from 'vitest';
import { getArticle, keepSaved } from '../../db/articles.ts';
import { bookmark } from '../../db/bookmarks.ts';
import { forgetMedia } from '../../db/media.ts';
import type { Db } from '../../db/open.ts';
import { dropPictures, firstToLosePictures, pictureBytes } from '../../db/picture-space.ts';
import { keepPicture } from '../../db/pictures.ts';
import { markRead } from '../../db/states.ts';
import { aFeed, aFile, anEntry, aPicture, aVersion, newLibrary } from './library.ts';

const REASON = { kind: 'skipped' as const, message: 'picture: removed' };

/** An article of a feed with one kept picture, published at `n` seconds. */
function withPicture(db: Db, n: number, digit = String(n)): number {
  const { articleId } = anEntry(db, aFeed(db, `feed-${n}`), n);
  const pictures = [aPicture(`https://img.example/${n}`)];
  const { versionId } = aVersion(db, articleId, 'text', { pictures });
  keepPicture(db, aFile(versionId, 0, digit));
  return articleId;
}

test('the space of pictures is counted as they come and go, each file once', () => {
  const db = newLibrary();
  expect(pictureBytes(db)).toBe(0);
  const one = withPicture(db, 1);
  withPicture(db, 2, '1');
  const size = pictureBytes(db);
  expect(size).toBeGreaterThan(0);
  withPicture(db, 3);
  expect(pictureBytes(db)).toBe(2 * size);
  const [hash = ''] = dropPictures(db, one, REASON);
  expect(forgetMedia(db, hash)).toBe(false);
  expect(pictureBytes(db)).toBe(2 * size);
});

test('read articles go first, the oldest before others; what the reader wants kept never', () => {
  const db = newLibrary();
  const [old, read, marked, newer] = [1, 2, 3, 4].map((n) => withPicture(db, n));
  markRead(db, [Number(read), Number(marked)], true, 5000);
  bookmark(db, [Number(marked)], true, 5000);
  const saved = withPicture(db, 5);
  keepSaved(db, {
    identityKeys: ['url:https://paper.example/5'],
    origin: 'saved',
    address: 'https://paper.example/5',
    title: '5',
    source: 'paper.example',
    sortAt: 1,
    now: 1,
  });
  anEntry(db, aFeed(db, 'none'), 6);
  expect(firstToLosePictures(db, 10)).toEqual([read, old, newer]);
  expect(firstToLosePictures(db, 1)).toEqual([read]);
  expect(getArticle(db, saved)?.pictures.kept).toBe(1);
});

test('a picture that went leaves its place with the reason, and is not missing', () => {
  const db = newLibrary();
  const id = withPicture(db, 1);
  expect(dropPictures(db, id, REASON)).toEqual(['1'.repeat(64)]);
  expect(getArticle(db, id)).toMatchObject({
    pictures: { of: 0, kept: 0, failed: 0 },
    leadPicture: null,
    pictureList: [{ hash: null, failure: REASON, address: 'https://img.example/1' }],
  });
  expect(firstToLosePictures(db, 10)).toEqual([]);
  expect(dropPictures(db, id, REASON)).toEqual([]);
});
