import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pageBytes, readCorpus } from '../../bench/corpus.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'carrel-corpus-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(path: string, content: unknown): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), JSON.stringify(content));
}

test('a folder without articles is refused by its name', () => {
  expect(() => readCorpus(folder)).toThrow(`bench: there are no articles in ${folder}`);
});

test('reads what people found, and leaves a part of the pages aside', () => {
  for (let n = 0; n < 100; n += 1) {
    write(`articles/truth/${n}.json`, { title: `Ice ${n}`, text: 'Thick ice.' });
  }
  write('articles-multilingual/truth.json', [
    { id: 'de', with: ['Eis'], without: ['Kekse'], author: ['Ada Byron', 'Bo Lund'] },
  ]);
  write('galleries.json', [
    { id: 'g', file: 'articles/html/7.html.gz', pictures: [{ key: 'a.jpg' }], galleries: [] },
  ]);
  const { articles, multilingual, galleries } = readCorpus(folder);
  expect(articles).toHaveLength(100);
  expect(articles[0]).toMatchObject({
    id: '0',
    file: join(folder, 'articles/html/0.html.gz'),
    truth: { title: 'Ice 0', text: 'Thick ice.', author: null, with: [] },
  });
  const aside = articles.filter(({ isForWork }) => !isForWork).length;
  expect(aside).toBeGreaterThan(5);
  expect(aside).toBeLessThan(40);
  expect(multilingual).toMatchObject([
    { id: 'de', truth: { with: ['Eis'], without: ['Kekse'], author: 'Ada Byron, Bo Lund' } },
  ]);
  expect(galleries).toMatchObject([
    { file: join(folder, 'articles/html/7.html.gz'), truth: { pictures: [{ caption: '' }] } },
  ]);
});

test('unpacks a page', () => {
  const path = join(folder, 'a.html.gz');
  writeFileSync(path, gzipSync('<p>Ice</p>'));
  expect(Buffer.from(pageBytes(path)).toString()).toBe('<p>Ice</p>');
});
