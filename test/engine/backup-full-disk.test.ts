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

/** A disk on which there is no room for more than so many pieces in files whose path has this in it. */
const disk = vi.hoisted(() => ({ room: Infinity, below: '' }));

vi.mock(import('node:fs/promises'), async (original) => {
  const real = await original();
  return {
    ...real,
    async open(path, flags, mode) {
      const file = await real.open(path, flags, mode);
      if (disk.below === '' || !String(path).includes(disk.below)) return file;
      const writeFile = file.writeFile.bind(file);
      file.writeFile = async (...args) => {
        disk.room -= 1;
        if (disk.room < 0) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
        await writeFile(...args);
      };
      return file;
    },
  };
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
