import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../db/library.ts';
import { aClosedLibrary, names, newFolder, opened, wholeLibrary } from './moved-library.ts';
import { moveFrom, openAt } from './moving.ts';

describe('a library is not moved', () => {
  test.each<[string, (library: string) => string, string]>([
    ['a folder without its whole path', () => 'new', 'type the whole path of a folder'],
    ['the folder that it is in', (library) => library, 'the library is in this folder already'],
    ['that folder by another way', (library) => `${library}/../old/`, 'is in this folder already'],
    ['that folder by a link', linkTo, 'the library is in this folder already'],
    ['its own folder', (library) => join(library, 'media', 'new'), 'into its own folder'],
    ['its own folder by a link', (library) => join(linkTo(library), 'new'), 'into its own folder'],
    ['a file', aFile, 'is a file and no folder'],
    ['a folder below a file', () => join(aFile(), 'new'), 'a part of the path is a file'],
    ['a folder that nobody can make', () => '/proc/carrel/new', 'cannot be made'],
    ['a name that is too long', () => join(temporaryFolder(), 'n'.repeat(300)), 'is too long'],
    ['a folder in which something is', () => join(aFile(), '..'), 'is not empty'],
    ['the folder of another library', () => aClosedLibrary().folder, 'is not empty'],
  ])('into %s', async (_what, to, why) => {
    const { folder, contents } = aClosedLibrary();
    const library = opened(folder);
    const target = to(folder);
    await expect(library.moves.begin(target)).rejects.toMatchObject({
      kind: 'invalid',
      message: expect.stringContaining(why),
    });
    expect(library.moves.state()).toBeNull();
    expect(library.moves.isUnderWay()).toBe(false);
    await library.close();
    expect(wholeLibrary(folder)).toEqual(contents);
    expect(existsSync(join(folder, 'moved.json'))).toBe(false);
  });

  test('and leaves no folder that was made on the way', async () => {
    const parent = temporaryFolder();
    const library = opened(aClosedLibrary().folder);
    const to = join(parent, 'made', 'n'.repeat(300));
    await expect(library.moves.begin(to)).rejects.toThrow('its name is too long');
    expect(names(parent)).toEqual([]);
  });

  test('into a folder whose disk was pulled out and another put in', async () => {
    const { folder, contents } = aClosedLibrary();
    const to = newFolder();
    const library = openAt(folder, () => {
      rmSync(join(to, 'moving.json'));
      return Promise.resolve();
    });
    await library.moves.begin(to);
    await library.closed;
    expect(library.moves.state()).toMatchObject({
      state: 'failed',
      failure: { message: `move: ${to} is not what it was; its disk may be gone` },
    });
    expect(wholeLibrary(folder)).toEqual(contents);
  });

  test('into a folder that its user cannot write, where there is one', async ({ skip }) => {
    const locked = '/sys/kernel/iommu_groups';
    if (names(locked).length > 0 || !existsSync(locked)) skip('this system has no such folder');
    const library = opened(aClosedLibrary().folder);
    await expect(library.moves.begin(locked)).rejects.toThrow(
      `move: ${locked} cannot be written: this user may not write there`,
    );
  });

  test('into a folder where another library is being moved', async () => {
    const target = temporaryFolder();
    const one = opened(aClosedLibrary().folder);
    const other = opened(aClosedLibrary().folder);
    await one.moves.begin(target);
    await expect(other.moves.begin(target)).rejects.toThrow('another library is being moved to');
    await one.closed;
    expect(names(target)).toContain('library.sqlite');
  });

  test('twice at once', async () => {
    const library = opened(aClosedLibrary().folder);
    const first = library.moves.begin(newFolder());
    await expect(library.moves.begin(newFolder())).rejects.toThrow('is being moved already');
    await first;
    await expect(library.moves.begin(newFolder())).rejects.toThrow('is being moved already');
    await library.closed;
  });
});

describe('a library that is not where it was moved', () => {
  test('is not begun anew: its disk may only be away', async () => {
    const { folder } = aClosedLibrary();
    const to = newFolder();
    await moveFrom(folder, to);
    for (const gone of [to, join(to, '..')]) {
      rmSync(gone, { recursive: true });
      expect(() => openAt(folder)).toThrow(`library: it was moved from ${folder} to ${to}, and is`);
      expect(existsSync(join(to, 'library.sqlite'))).toBe(false);
    }
    // An empty folder, as where a disk is not mounted.
    mkdirSync(to, { recursive: true });
    expect(() => openAt(folder)).toThrow('Connect the disk that it is on');
    expect([names(to), names(folder)]).toEqual([[], ['moved.json']]);
  });

  test.each([
    ['nothing that can be read', '{'],
    ['a relative folder', '{"folder": "new", "left": []}'],
  ])('because the file that leads to it says %s, is not begun anew', (_what, says) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'moved.json'), says);
    expect(() => openAt(folder)).toThrow('says where the library is, and cannot be read');
    expect(names(folder)).toEqual(['moved.json']);
  });

  test('because two folders lead to each other, is not begun anew', () => {
    const [one, other] = [temporaryFolder(), temporaryFolder()];
    const leadTo = (to: string) => JSON.stringify({ folder: to, left: [] });
    writeFileSync(join(one, 'moved.json'), leadTo(other));
    writeFileSync(join(other, 'moved.json'), leadTo(one));
    expect(() => openAt(one)).toThrow('leads in a circle');
  });
});

function aFile(): string {
  const path = join(temporaryFolder(), 'file');
  writeFileSync(path, 'a file');
  return path;
}

function linkTo(library: string): string {
  const path = join(temporaryFolder(), 'link');
  symlinkSync(library, path);
  return path;
}
