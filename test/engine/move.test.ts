import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { mediaPath } from '../../db/media.ts';
import { closeLibrary, openLibrary } from '../../db/open.ts';
import { saveSettings } from '../../db/settings.ts';
import { spaceOf } from '../../db/space.ts';
import { isGarbageHeld } from '../../main/engine/garbage.ts';
import { placeOf } from '../../main/engine/move/place.ts';
import { temporaryFolder } from '../db/library.ts';
import { aLibrary, filesBelow, keepFile, manyArticles } from './backed-up.ts';
import {
  aClosedLibrary,
  contentsAt,
  names,
  newFolder,
  opened,
  wholeLibrary,
} from './moved-library.ts';
import { moveFrom, openAt, settled } from './moving.ts';

describe('a library that is moved', () => {
  test('is whole in its new folder, is found there, and leaves nothing but the way to it', async () => {
    const { folder, contents } = aClosedLibrary();
    mkdirSync(join(folder, 'imports/7/files'), { recursive: true });
    writeFileSync(join(folder, 'imports/7/files/0'), 'to be brought in');
    mkdirSync(join(folder, 'media/parts'), { recursive: true });
    writeFileSync(join(folder, 'media/parts/one'), 'half');
    writeFileSync(join(folder, 'library-before-9.sqlite'), 'older');
    const to = newFolder();
    expect(await moveFrom(folder, to)).toMatchObject({
      state: 'done',
      from: folder,
      to,
      failure: null,
    });
    expect(names(folder)).toEqual(['moved.json']);
    expect(readFileSync(join(to, 'imports/7/files/0'), 'utf8')).toBe('to be brought in');
    expect(readFileSync(join(to, 'library-before-9.sqlite'), 'utf8')).toBe('older');
    expect(readFileSync(join(to, 'media/parts/one'), 'utf8')).toBe('half');
    rmSync(join(to, 'media/parts'), { recursive: true });
    expect(wholeLibrary(folder)).toEqual(contents);
    expect(names(to)).not.toContain('moving.json');
  });

  test('leaves in the old folder whatever is not its own', async () => {
    const { folder } = aClosedLibrary();
    const foreign = ['notes.txt', 'media/mine.txt', 'media/ab/mine.png', 'library.sqlite.bak'];
    mkdirSync(join(folder, 'media/ab'), { recursive: true });
    for (const name of foreign) writeFileSync(join(folder, name), 'mine');
    await moveFrom(folder, newFolder());
    const left = Object.keys(filesBelow(folder)).toSorted();
    expect(left).toEqual([...foreign, 'moved.json'].map((name) => `/${name}`).toSorted());
  });

  test('takes a damaged file as it is, and a lost one stays lost', async () => {
    const { folder } = aClosedLibrary();
    const [damaged, lost] = [keepFile(folder, 'picture 1'), keepFile(folder, 'picture 2')];
    writeFileSync(mediaPath(folder, damaged), 'rotten');
    rmSync(mediaPath(folder, lost));
    const to = newFolder();
    expect(await moveFrom(folder, to)).toMatchObject({ state: 'done' });
    expect(readFileSync(mediaPath(to, damaged), 'utf8')).toBe('rotten');
    expect(existsSync(mediaPath(to, lost))).toBe(false);
  });

  test('has what was kept until the last moment', async () => {
    const { folder } = aClosedLibrary();
    const none = { backups: aLibrary().backups, backUp: never, restore: never };
    const library = openAt(folder, () => {
      // All other files have been copied.
      manyArticles({ ...library, ...none }, 99);
      return Promise.resolve();
    });
    await library.moves.begin(newFolder());
    await library.closed;
    const after = opened(folder);
    expect(after.folder).not.toBe(folder);
    const { files } = contentsAt(after.folder, after.db);
    expect(Object.values(files)).toContain('picture 99');
    const texts = after.db.prepare('SELECT text FROM versions').pluck().all();
    expect(texts).toContainEqual(expect.stringContaining('Text 99 '));
  });

  test('lets no kept file go while it is moved', async () => {
    const { folder } = aClosedLibrary();
    const library = opened(folder);
    await library.moves.begin(newFolder());
    expect(isGarbageHeld(library.context)).toBe(true);
    await library.moves.stop();
    expect(isGarbageHeld(library.context)).toBe(false);
  });

  test('on one disk is not copied but for its database', async () => {
    const { folder } = aClosedLibrary();
    const path = mediaPath(folder, keepFile(folder, 'picture 3'));
    const { ino } = statSync(path);
    const to = newFolder();
    const library = opened(folder);
    const begun = await library.moves.begin(to);
    expect(begun.ofBytes).toBe(spaceOf(library.db).databaseBytes);
    await library.closed;
    expect(statSync(mediaPath(to, keepFile(folder, 'picture 3'))).ino).toBe(ino);
  });

  test('goes to another disk', async ({ skip }) => {
    const { folder, contents } = aClosedLibrary();
    if (!existsSync('/dev/shm') || statSync('/dev/shm').dev === statSync(folder).dev) {
      skip('there is no second file system at /dev/shm');
    }
    const other = mkdtempSync('/dev/shm/carrel-move-');
    onTestFinished(() => rmSync(other, { recursive: true, force: true }));
    expect(await moveFrom(folder, other)).toMatchObject({ state: 'done' });
    expect(wholeLibrary(folder)).toEqual(contents);
    expect(names(folder)).toEqual(['moved.json']);
    expect(await moveFrom(folder, folder)).toMatchObject({ state: 'done', from: other });
    expect(wholeLibrary(folder)).toEqual(contents);
    expect(names(other)).toEqual([]);
  });

  test('twice is found from where Carrel was started at first', async () => {
    const { folder, contents } = aClosedLibrary();
    const [second, third] = [newFolder(), newFolder()];
    await moveFrom(folder, second);
    await moveFrom(folder, third);
    expect(placeOf(folder)).toEqual({ home: folder, folder: third, left: [] });
    expect(wholeLibrary(folder)).toEqual(contents);
    expect([names(folder), names(second)]).toEqual([['moved.json'], []]);
  });

  test('and moved back leaves no way to elsewhere', async () => {
    const { folder, contents } = aClosedLibrary();
    const to = newFolder();
    await moveFrom(folder, to);
    expect(await moveFrom(folder, folder)).toMatchObject({ state: 'done', from: to, to: folder });
    expect([names(to), existsSync(join(folder, 'moved.json'))]).toEqual([[], false]);
    expect(wholeLibrary(folder)).toEqual(contents);
  });

  test('by way of the folder that Carrel was started with in between is found from both', async () => {
    const { folder, contents } = aClosedLibrary();
    const [second, third] = [newFolder(), newFolder()];
    await moveFrom(folder, second);
    await moveFrom(second, third);
    for (const started of [folder, second, third]) {
      expect(placeOf(started).folder).toBe(third);
      expect(wholeLibrary(started)).toEqual(contents);
    }
    await moveFrom(folder, second);
    expect(placeOf(folder).folder).toBe(second);
    expect(wholeLibrary(second)).toEqual(contents);
  });

  test('stays in the old folder too, where another Carrel changed it there meanwhile', async () => {
    const { folder, contents } = aClosedLibrary();
    const [second, third] = [newFolder(), newFolder()];
    await moveFrom(folder, second);
    const library = opened(folder);
    await library.moves.begin(third);
    await library.closed;
    const elsewhere = openLibrary(second);
    saveSettings(elsewhere, { textSizePx: 27 });
    closeLibrary(elsewhere);
    const after = opened(folder);
    await settled(after);
    expect(after.moves.state()).toMatchObject({
      state: 'done',
      failure: { message: expect.stringContaining('was changed after it was moved') },
    });
    expect(wholeLibrary(second).files).toEqual(contents.files);
    expect(placeOf(folder)).toEqual({ home: folder, folder: third, left: [] });
  });
});

describe('a move that is stopped', () => {
  test('leaves the library where it was, and nothing elsewhere', async () => {
    const { folder, contents } = aClosedLibrary();
    const library = opened(folder);
    const to = newFolder();
    await library.moves.begin(to);
    expect(await library.moves.stop()).toBeNull();
    expect(library.events.at(-1)).toEqual({ kind: 'move', move: null });
    expect([existsSync(join(to, '..')), existsSync(join(folder, 'moved.json'))]).toEqual([
      false,
      false,
    ]);
    await library.close();
    expect(wholeLibrary(folder)).toEqual(contents);
    expect(await moveFrom(folder, to)).toMatchObject({ state: 'done' });
  });

  test('by closing Carrel leaves a folder as empty as it was', async () => {
    const { folder, contents } = aClosedLibrary();
    const to = temporaryFolder();
    const library = opened(folder);
    await library.moves.begin(to);
    await library.close();
    expect(names(to)).toEqual([]);
    expect(wholeLibrary(folder)).toEqual(contents);
  });
});

function never(): never {
  throw new Error('this test makes no backups');
}
