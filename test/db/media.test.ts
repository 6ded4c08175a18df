import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dropEnclosureFile, keepEnclosureFile, keepEnclosures } from '../../db/enclosures.ts';
import { removeFeed } from '../../db/feeds.ts';
import { forgetMedia, keepMedia, mediaFile, mediaPath, unusedMedia } from '../../db/media.ts';
import type { Db } from '../../db/open.ts';
import { keepPicture } from '../../db/pictures.ts';
import {
  aFeed,
  aFile,
  anEnclosure,
  anEntry,
  aPicture,
  aSound,
  aVersion,
  newLibrary,
} from './library.ts';

const ONE = '1'.repeat(64);

function withPicture(db: Db): { articleId: number; versionId: number } {
  const { articleId } = anEntry(db, aFeed(db, 'a'), 1);
  const pictures = [aPicture('https://img.example/x')];
  return { articleId, versionId: aVersion(db, articleId, 'text', { pictures }).versionId };
}

test('knows what a kept file is, and where', () => {
  const db = newLibrary();
  const { versionId } = withPicture(db);
  keepPicture(db, aFile(versionId, 0, '1'));
  expect(mediaFile(db, ONE)).toEqual({
    type: 'image/png',
    sizeBytes: 1234,
    width: 640,
    height: 480,
  });
  expect(mediaFile(db, '2'.repeat(64))).toBeUndefined();
  expect(mediaPath('/library', ONE)).toBe(join('/library', 'media', '11', ONE));
});

test('forgets a file that a picture named only when none names it any more', () => {
  const db = newLibrary();
  const { versionId } = withPicture(db);
  keepPicture(db, aFile(versionId, 0, '1'));
  expect(unusedMedia(db)).toEqual([]);
  expect(forgetMedia(db, ONE)).toBe(false);
  removeFeed(db, 1);
  expect(unusedMedia(db)).toEqual([ONE]);
  expect(forgetMedia(db, ONE)).toBe(true);
  expect(forgetMedia(db, ONE)).toBe(false);
  expect(mediaFile(db, ONE)).toBeUndefined();
});

test('forgets a file that an enclosure names only when it is dropped', () => {
  const db = newLibrary();
  const { articleId } = anEntry(db, aFeed(db, 'a'), 1);
  keepEnclosures(db, articleId, [anEnclosure('a.mp3')], true);
  keepMedia(db, aSound('1'), 7000);
  keepEnclosureFile(db, { articleId, ordinal: 0 }, ONE);
  expect(unusedMedia(db)).toEqual([]);
  expect(forgetMedia(db, ONE)).toBe(false);
  dropEnclosureFile(db, { articleId, ordinal: 0 });
  expect(unusedMedia(db)).toEqual([ONE]);
  expect(forgetMedia(db, ONE)).toBe(true);
});

test('measures a picture that came first as an enclosure, and forgets no measure for one', () => {
  const db = newLibrary();
  const { versionId } = withPicture(db);
  keepMedia(db, { ...aSound('1'), type: 'image/png' }, 6000);
  keepPicture(db, aFile(versionId, 0, '1'));
  expect(mediaFile(db, ONE)).toMatchObject({ width: 640, height: 480 });
  keepMedia(db, { ...aSound('1'), type: 'image/png' }, 8000);
  expect(mediaFile(db, ONE)).toMatchObject({ width: 640, height: 480 });
});
