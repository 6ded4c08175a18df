import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { contradictionsOf } from '../db/consistency.ts';
import {
  aBackup,
  aLibrary,
  closeThread,
  contentsOf,
  filesBelow,
  fill,
  manyArticles,
} from './backed-up.ts';

const disk = vi.hoisted(() => ({ room: Infinity, below: '' }));

vi.mock(import('node:fs/promises'), async (original) => {
  const [real, { openOn }] = await Promise.all([original(), import('./full-disk.ts')]);
  return { ...real, open: openOn(disk, real.open) };
});

afterEach(() => {
  disk.room = Infinity;
  disk.below = '';
});
afterAll(closeThread);

test('a disk that is full in the middle of a backup is said, nothing is left, the library is as before', async () => {
  const library = aLibrary();
  fill(library);
  const before = contentsOf(library.db);
  disk.below = '.part';
  disk.room = 7;
  expect(await library.backUp()).toMatchObject({
    state: 'failed',
    failure: { kind: 'disk-full', message: 'library: cannot make a backup: the disk is full' },
  });
  expect(existsSync(join(library.folder, 'backups'))).toBe(false);
  expect(contentsOf(library.db)).toEqual(before);
  expect(contradictionsOf(library.db)).toEqual([]);
  disk.room = Infinity;
  expect(await library.backUp()).toMatchObject({ state: 'done' });
});

test('a disk that is full in the middle of restored files leaves none of them', async () => {
  const from = aLibrary();
  manyArticles(from, 100);
  const backup = await aBackup(from);
  const to = aLibrary();
  fill(to);
  const state = () => ({ rows: contentsOf(to.db), files: filesBelow(join(to.folder, 'media')) });
  const before = state();
  disk.below = join('media', 'parts');
  disk.room = 80;
  await expect(to.restore(backup)).rejects.toMatchObject({ code: 'ENOSPC' });
  expect(state()).toEqual(before);
  expect(contradictionsOf(to.db)).toEqual([]);
});
