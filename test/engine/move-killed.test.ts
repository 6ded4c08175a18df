import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { placeOf } from '../../main/engine/move/place.ts';
import { aLibrary, manyArticles } from './backed-up.ts';
import { aClosedLibrary, names, newFolder, opened, wholeLibrary } from './moved-library.ts';
import { moveFrom, openAt, settled } from './moving.ts';

const CHILD = fileURLToPath(new URL('move-child.ts', import.meta.url));

/** Where a process is killed: a call, of what path, before or after it, and after how many such calls. */
const KILLS: [
  what: string,
  call: string,
  path: string,
  when: string,
  skip: number,
  moved: boolean,
][] = [
  ['before anything is copied', 'rename', 'moved.json$', 'after', 0, false],
  ['when the first file is copied', 'open', '/new/media/../[0-9a-f]+$', 'before', 0, false],
  ['when most files are copied', 'open', '/new/media/../[0-9a-f]+$', 'after', 28, false],
  ['when files got second names', 'link', '/new/media', 'after', 20, false],
  ['before the database is copied', 'open', '/new/library.sqlite$', 'before', 0, false],
  ['while the database is copied', 'open', '/new/library.sqlite$', 'after', 0, false],
  ['just before it is moved', 'rename', 'moved.json$', 'before', 1, false],
  ['just after it is moved', 'rename', 'moved.json$', 'after', 1, true],
  ['before the old database goes', 'rm', '/old/library.sqlite$', 'before', 0, true],
  ['after the old database went', 'rm', '/old/library.sqlite$', 'after', 0, true],
  ['while the old files go', 'rm', '/old/media/../', 'after', 12, true],
  ['when all old files went', 'rename', 'moved.json$', 'before', 2, true],
];

describe('a move whose process is killed', () => {
  test.each(KILLS)('%s leaves one whole library', async (_what, call, path, when, skip, moved) => {
    const { folder, contents } = aClosedLibrary();
    const to = newFolder();
    const args = [folder, to, call, path, when, String(skip)];
    killed(args);
    expect(placeOf(folder).folder).toBe(moved ? to : folder);
    expect(wholeLibrary(folder)).toEqual(contents);

    const after = opened(folder);
    await settled(after);
    await after.close();
    expect(names(moved ? folder : to)).toEqual(moved ? ['moved.json'] : []);
    expect(existsSync(join(folder, 'moved.json'))).toBe(moved);
    expect(wholeLibrary(folder)).toEqual(contents);
    // The next one goes well: there, or back.
    expect(await moveFrom(folder, moved ? folder : to)).toMatchObject({ state: 'done' });
    expect(wholeLibrary(folder)).toEqual(contents);
  });

  test('when it only made the folder ready can be tried again', async () => {
    const { folder, contents } = aClosedLibrary();
    const to = newFolder();
    killed([folder, to, 'rename', 'moved.json$', 'before', '0']);
    expect(await moveFrom(folder, to)).toMatchObject({ state: 'done' });
    expect(wholeLibrary(folder)).toEqual(contents);
  });

  test('keeps a library that was begun in the other folder since', async () => {
    const { folder, contents } = aClosedLibrary();
    const to = newFolder();
    killed([folder, to, 'open', '/new/media/../[0-9a-f]+$', 'after', '20']);
    const begun = openAt(to);
    manyArticles({ ...aLibrary(), db: begun.db, folder: to }, 3);
    await begun.close();
    const after = opened(folder);
    await after.close();
    expect(wholeLibrary(folder)).toEqual(contents);
    expect(wholeLibrary(to).rows['articles']).toHaveLength(3);
  });
});

/** Runs the process that kills itself. */
function killed(args: string[]): void {
  const { signal, stderr } = spawnSync(process.execPath, [CHILD, ...args], { encoding: 'utf8' });
  expect([signal, stderr]).toEqual(['SIGKILL', '']);
}
