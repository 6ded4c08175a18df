import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bookmark } from '../../db/bookmarks.ts';
import { mediaPath } from '../../db/media.ts';
import { keepPicture } from '../../db/pictures.ts';
import { markRead } from '../../db/states.ts';
import { aFeed, aFile, anEntry, aPicture, aVersion } from '../db/library.ts';
import { newWork, type Work } from './open-work.ts';

let work: Work;

beforeEach(async () => {
  work = await newWork();
});
afterEach(async () => {
  await work.close();
});

/** An article with a picture that takes sixty megabytes, as the library has it. */
function large(n: number): { id: number; file: string } {
  const { db } = work.context;
  const { articleId } = anEntry(db, aFeed(db, `feed-${n}`), n);
  const pictures = [aPicture(`https://img.example/${n}`)];
  const { versionId } = aVersion(db, articleId, 'text', { pictures });
  const kept = { ...aFile(versionId, 0, String(n)), sizeBytes: 60_000_000 };
  const file = mediaPath(work.context.folder, kept.sha256);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, 'picture');
  keepPicture(db, kept);
  return { id: articleId, file };
}

test('pictures take no more space than is set, and the files go too', async () => {
  const [old, read, newer] = [1, 2, 3].map(large);
  markRead(work.context.db, [read?.id ?? 0], true, 5000);
  await work.api.saveSettings({ picturesMostMb: 130 });
  expect([old, read, newer].map((one) => existsSync(one?.file ?? ''))).toEqual([true, false, true]);
  expect((await work.api.library()).space.pictureBytes).toBe(120_000_000);
  expect((await work.api.article(read?.id ?? 0))?.pictureList).toMatchObject([
    { hash: null, failure: { kind: 'skipped', message: expect.stringContaining('space') } },
  ]);
});

test('where only bookmarked articles have pictures, all stay', async () => {
  const all = [1, 2, 3].map(large);
  const ids = all.map(({ id }) => id);
  bookmark(work.context.db, ids, true, 5000);
  await work.api.saveSettings({ picturesMostMb: 100 });
  expect(all.map(({ file }) => existsSync(file))).toEqual([true, true, true]);
});
