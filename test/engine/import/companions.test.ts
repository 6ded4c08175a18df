import { expect, test } from 'vitest';
import { companionsAmong } from '../../../main/engine/import/companions.ts';

/** Those of the paths that are nothing by themselves. */
function companions(...paths: string[]): string[] {
  return paths.filter(companionsAmong(paths));
}

test.each([
  ['Report_files'],
  ['Report-Dateien'],
  ['Report.files'],
  ['Report_fichiers'],
  ['Report_ファイル'],
])('what stands in %s beside Report.html is of that page, at any depth', (folder) => {
  const inside = [`a/${folder}/frame.html`, `a/${folder}/deep/er.txt`, `a/${folder}/x.png`];
  expect(companions('a/Report.html', ...inside)).toEqual(inside);
});

test('a folder of another name, or without its page, is a folder', () => {
  expect(companions('Report.html', 'Notes_files/a.html', 'b/Report_files/a.html')).toEqual([]);
});

test('pictures, styles and scripts under a page are of it, and alone they are not', () => {
  expect(companions('a/page.html', 'a/img/x.PNG', 'a/style.css', 'b/y.png')).toEqual([
    'a/img/x.PNG',
    'a/style.css',
  ]);
});

test('what systems put into folders is nothing', () => {
  const paths = ['a/.DS_Store', 'Thumbs.db', 'a/desktop.ini', '__MACOSX/a/._page.html', '.git/x'];
  expect(companions('a/page.html', ...paths)).toEqual(paths);
});
