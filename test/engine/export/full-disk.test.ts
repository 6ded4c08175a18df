import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { contradictionsOf } from '../../db/consistency.ts';
import { closeThread, contentsOf, filled } from '../backed-up.ts';
import { anExporter, asCarrelFile, asPage, idsIn } from './exported.ts';

const disk = vi.hoisted(() => ({ room: Infinity, below: '' }));

vi.mock(import('node:fs/promises'), async (original) => {
  const [real, { openOn }] = await Promise.all([original(), import('../full-disk.ts')]);
  return { ...real, open: openOn(disk, real.open) };
});

afterEach(() => {
  disk.room = Infinity;
  disk.below = '';
});
afterAll(closeThread);

test.each([
  ['a page', asPage],
  ['a Carrel file', asCarrelFile],
])(
  'a disk that is full in the middle of %s is said, and nothing is left that looks whole',
  async (_, form) => {
    const library = anExporter(filled());
    const before = contentsOf(library.db);
    disk.below = 'export.part';
    disk.room = 5;
    expect(await library.take(idsIn(library), form)).toMatchObject({
      state: 'failed',
      failure: { kind: 'disk-full', message: 'library: cannot export articles: the disk is full' },
      sha256: null,
    });
    expect(library.exports.file(library.exports.state()?.name ?? '')).toBeNull();
    expect(existsSync(join(library.folder, 'exports'))).toBe(false);
    expect(contentsOf(library.db)).toEqual(before);
    expect(contradictionsOf(library.db)).toEqual([]);
    disk.room = Infinity;
    expect(await library.take(idsIn(library), form)).toMatchObject({ state: 'done' });
  },
);
