import { expect, test } from 'vitest';
import { getFeed } from '../../db/feeds.ts';
import { addFolder, changeFolder, listFolders, removeFolder } from '../../db/folders.ts';
import { aFeed, newLibrary } from './library.ts';

test('makes a folder once, and one of the same title elsewhere', () => {
  const db = newLibrary();
  const news = addFolder(db, 'News', null);
  const inside = addFolder(db, 'News', news);
  expect(addFolder(db, 'News', null)).toBe(news);
  expect(addFolder(db, 'News', news)).toBe(inside);
  expect(listFolders(db)).toEqual([
    { id: news, parentId: null, title: 'News' },
    { id: inside, parentId: news, title: 'News' },
  ]);
});

test('lists folders by title, whatever the case', () => {
  const db = newLibrary();
  for (const title of ['b', 'C', 'a']) addFolder(db, title, null);
  expect(listFolders(db).map((folder) => folder.title)).toEqual(['a', 'b', 'C']);
});

test('does not put a folder into itself, nor into one that is in it', () => {
  const db = newLibrary();
  const outer = addFolder(db, 'Outer', null);
  const inner = addFolder(db, 'Inner', addFolder(db, 'Middle', outer));
  for (const parentId of [outer, inner]) {
    expect(() => changeFolder(db, outer, { parentId })).toThrow('cannot stand within itself');
  }
  expect(() => changeFolder(db, outer, { parentId: 99 })).toThrow('no folder 99');
  expect(() => changeFolder(db, 99, { title: 'New' })).toThrow('no folder 99');
  expect(listFolders(db).find(({ id }) => id === outer)?.parentId).toBeNull();
});

test('renames a folder and puts it elsewhere', () => {
  const db = newLibrary();
  const news = addFolder(db, 'News', null);
  const coast = addFolder(db, 'Coast', null);
  const changed = { id: coast, title: 'Shore', parentId: news };
  expect(changeFolder(db, coast, { title: 'Shore', parentId: news })).toEqual(changed);
  expect(listFolders(db)).toContainEqual(changed);
});

test('leaves what stood in a removed folder where the folder stood', () => {
  const db = newLibrary();
  const outer = addFolder(db, 'Outer', null);
  const middle = addFolder(db, 'Middle', outer);
  const inner = addFolder(db, 'Inner', middle);
  const feed = aFeed(db, 'a', middle);
  expect(removeFolder(db, middle).title).toBe('Middle');
  expect(getFeed(db, feed)?.folderId).toBe(outer);
  expect(listFolders(db)).toContainEqual({ id: inner, title: 'Inner', parentId: outer });
  expect(() => removeFolder(db, middle)).toThrow(`no folder ${middle}`);
});
