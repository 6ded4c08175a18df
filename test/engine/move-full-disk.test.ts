import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { aClosedLibrary, names, newFolder, opened, wholeLibrary } from './moved-library.ts';
import { moveFrom, settled } from './moving.ts';

/** A disk on which there is no room for more than so many pieces, in files with such a path. */
const disk = vi.hoisted<{ room: number; below: RegExp; freeBytes: number | null }>(() => ({
  room: Infinity,
  below: /./,
  freeBytes: null,
}));

vi.mock(import('node:fs/promises'), async (original) => {
  const real = await original();
  const rename: typeof real.rename = async (from, to) => {
    take(to);
    await real.rename(from, to);
  };
  function take(path: unknown): void {
    if (!disk.below.test(String(path))) return;
    disk.room -= 1;
    if (disk.room < 0) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
  }
  return {
    ...real,
    rename,
    // As between two disks.
    link: () => Promise.reject(Object.assign(new Error('EXDEV'), { code: 'EXDEV' })),
    async open(path, flags, mode) {
      const file = await real.open(path, flags, mode);
      const writeFile = file.writeFile.bind(file);
      file.writeFile = async (...args) => {
        take(path);
        await writeFile(...args);
      };
      return file;
    },
  };
});

vi.mock(import('../../main/engine/free-space.ts'), async (original) => {
  const { freeBytes } = await original();
  return { freeBytes: (folder) => Promise.resolve(disk.freeBytes ?? freeBytes(folder)) };
});

afterEach(() => {
  disk.room = Infinity;
  disk.freeBytes = null;
});

test('too little room on the other disk is said before anything is copied', async () => {
  const { folder } = aClosedLibrary();
  const to = newFolder();
  disk.freeBytes = 1000;
  await expect(opened(folder).moves.begin(to)).rejects.toMatchObject({
    kind: 'disk-full',
    message: expect.stringMatching(/^move: the library needs \d MB in .*, where 1 MB are free$/),
  });
  expect(existsSync(join(to, '..'))).toBe(false);
});

test('a disk that is full while kept files are copied leaves the library as it was, and nothing there', async () => {
  const { folder, contents } = aClosedLibrary();
  const to = newFolder();
  const library = opened(folder);
  disk.below = /new.media/;
  disk.room = 12;
  await library.moves.begin(to);
  await expect
    .poll(() => library.moves.state())
    .toMatchObject({
      state: 'failed',
      failure: { kind: 'disk-full', message: `library: cannot move to ${to}: the disk is full` },
    });
  expect(library.states()).toEqual(['copying', 'failed']);
  expect([existsSync(join(to, '..')), existsSync(join(folder, 'moved.json'))]).toEqual([
    false,
    false,
  ]);
  await library.close();
  expect(wholeLibrary(folder)).toEqual(contents);
  disk.room = Infinity;
  expect(await moveFrom(folder, to)).toMatchObject({ state: 'done' });
});

test.each([
  ['the database is copied', /new.library\.sqlite$/, 0],
  ['it is kept where the library is', /moved\.json$/, 1],
])('a disk that is full when %s leaves the library as it was', async (_what, below, room) => {
  const { folder, contents } = aClosedLibrary();
  const to = newFolder();
  const library = opened(folder);
  disk.below = below;
  disk.room = room;
  await library.moves.begin(to);
  await library.closed;
  expect(library.states()).toEqual(['copying', 'changing', 'failed', '']);
  expect(library.events.at(-1)).toMatchObject({ kind: 'problem', failure: { kind: 'disk-full' } });
  disk.room = Infinity;
  const after = opened(folder);
  await settled(after);
  await after.close();
  expect(wholeLibrary(folder)).toEqual(contents);
  expect([names(to), existsSync(join(folder, 'moved.json'))]).toEqual([[], false]);
});
