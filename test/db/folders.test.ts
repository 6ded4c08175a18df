import { expect, test } from 'vitest';
import { addFolder, listFolders } from '../../db/folders.ts';
import { newLibrary } from './library.ts';

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
