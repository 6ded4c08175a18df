import { expect, test } from 'vitest';
import { keepPart } from '../../db/captures.ts';
import { addPart } from '../../db/parts.ts';
import { provenanceOf } from '../../db/provenance.ts';
import { recordReading } from '../../db/readings.ts';
import { aCapture, aFeed, anEntry, aVersion, newLibrary } from './library.ts';

const page = 'https://paper.example/1';

test('says nothing of an article that is not there', () => {
  expect(provenanceOf(newLibrary(), 1)).toBeUndefined();
});

test('a row that is damaged hides nothing else', () => {
  const db = newLibrary();
  const { articleId } = anEntry(db, aFeed(db, 'a'), 1);
  aCapture(db, articleId, 'page');
  db.exec(`UPDATE captures SET headers = '[["a","b"],["c"],7,{}'`);
  db.exec(`UPDATE articles SET authors = 'no list'`);
  expect(provenanceOf(db, articleId)).toMatchObject({ authors: [], captures: [{ headers: [] }] });
});

test('an article that was fetched tells its feeds, its captures and its texts', () => {
  const db = newLibrary();
  const [first, second] = [aFeed(db, 'first'), aFeed(db, 'second')];
  const { articleId } = anEntry(db, first, 1, { guid: 'guid-1', now: 100 });
  anEntry(db, second, 1, { now: 200, publishedAt: null });
  const captureId = aCapture(db, articleId, 'The page', {
    address: `${page}?from=feed`,
    finalAddress: page,
    headers: [['Content-Type', 'text/html']],
    fetchedAt: 300,
  });
  recordReading(db, captureId, 'reader-7');
  aVersion(db, articleId, 'The text', { captureId });
  expect(provenanceOf(db, articleId)).toMatchObject({
    id: articleId,
    address: page,
    authors: ['Ada Byron'],
    publishedAt: 1000,
    brought: null,
    entries: [
      { feedId: first, title: 'first', guid: 'guid-1', publishedAt: 1000, firstSeenAt: 100 },
      { feedId: second, title: 'second', guid: null, publishedAt: null, firstSeenAt: 200 },
    ],
    captures: [
      {
        id: captureId,
        addressAsked: `${page}?from=feed`,
        addressReached: page,
        fileName: null,
        status: 200,
        headers: [['Content-Type', 'text/html']],
        fetchedAt: 300,
        // printf 'The page' | sha256sum
        sha256: 'c596285cd0549d2fac1a3aea6747732bb62d06a866b1d75b12ef0fd0e5f4de29',
        sizeBytes: 8,
        part: 1,
        extractor: 'reader-7',
      },
    ],
    versions: [{ extractor: 'test-1', fetchedAt: 300, shown: true }],
  });
});

test('the newest capture comes first, and further parts have their numbers', () => {
  const db = newLibrary();
  const { articleId } = anEntry(db, aFeed(db, 'a'), 1);
  const firstId = aCapture(db, articleId, 'first');
  addPart(db, firstId, 2, `${page}?page=2`);
  keepPart(db, firstId, 2, {
    articleId,
    address: `${page}?page=2`,
    finalAddress: null,
    fileName: null,
    status: 200,
    headers: [],
    fetchedAt: 2,
    bytes: Buffer.from('second'),
  });
  const newestId = aCapture(db, articleId, 'another');
  const captures = provenanceOf(db, articleId)?.captures ?? [];
  expect(captures.map(({ part }) => part)).toEqual([1, 2, 1]);
  expect(captures.map(({ id }) => id)).toEqual([newestId, firstId + 1, firstId]);
  expect(captures.map(({ extractor }) => extractor)).toEqual([null, null, null]);
});

test('an article that was brought tells the file, and what stood in it', () => {
  const db = newLibrary();
  const { articleId } = anEntry(db, aFeed(db, 'a'), 1);
  db.prepare('INSERT INTO brought VALUES (?, ?, ?, ?, ?)').run(
    articleId,
    'pocket.csv',
    50,
    40,
    '["rivers","dams"]',
  );
  expect(provenanceOf(db, articleId)?.brought).toEqual({
    file: 'pocket.csv',
    importedAt: 50,
    savedAt: 40,
    tags: ['rivers', 'dams'],
  });
});
