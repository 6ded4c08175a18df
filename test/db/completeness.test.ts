import { expect, test } from 'vitest';
import { removeArticles, setTextState } from '../../db/articles.ts';
import { completenessOf } from '../../db/completeness.ts';
import { failEnclosure, keepEnclosureFile, keepEnclosures } from '../../db/enclosures.ts';
import { keepMedia } from '../../db/media.ts';
import { addPart, endBefore } from '../../db/parts.ts';
import { failPicture, keepPicture } from '../../db/pictures.ts';
import { contradictionsOf } from './consistency.ts';
import {
  aCapture,
  aFeed,
  aFile,
  anEnclosure,
  anEntry,
  aPicture,
  aSound,
  aVersion,
  newLibrary,
} from './library.ts';

const notFound = { kind: 'http', message: 'picture: cannot fetch: 404 Not Found' } as const;

test('says nothing of an article that is not there, or was removed', () => {
  const db = newLibrary();
  const { articleId } = anEntry(db, aFeed(db, 'a'), 1);
  removeArticles(db, [articleId]);
  expect(completenessOf(db, articleId)).toBeUndefined();
  expect(completenessOf(db, 99)).toBeUndefined();
});

test('tells a text that waits from one that could not be had, with its reason', () => {
  const db = newLibrary();
  const { articleId } = anEntry(db, aFeed(db, 'a'), 1);
  const text = { what: 'text', address: 'https://paper.example/1', ordinal: null };
  expect(completenessOf(db, articleId)).toMatchObject({
    text: 'waiting',
    missing: [{ ...text, failure: null }],
  });
  setTextState(db, articleId, 'failed', notFound);
  expect(completenessOf(db, articleId)).toMatchObject({
    text: 'failed',
    missing: [{ ...text, failure: notFound }],
  });
});

test('a kept text that could not be fetched once more is not missing', () => {
  const db = newLibrary();
  const { articleId } = anEntry(db, aFeed(db, 'a'), 1);
  aVersion(db, articleId, 'A text');
  setTextState(db, articleId, 'kept', notFound);
  expect(completenessOf(db, articleId)?.missing).toEqual([]);
});

test('counts pictures, n of m, and leaves out those the reader does not want', () => {
  const db = newLibrary();
  const { articleId } = anEntry(db, aFeed(db, 'a'), 1);
  const names = ['kept', 'failed', 'waiting', 'skipped'];
  const pictures = names.map((name) => aPicture(`https://img.example/${name}`));
  const { versionId } = aVersion(db, articleId, 'A text', { pictures });
  setTextState(db, articleId, 'kept', null);
  keepPicture(db, aFile(versionId, 0, '1'));
  failPicture(db, { versionId, ordinal: 1 }, notFound);
  failPicture(db, { versionId, ordinal: 3 }, { kind: 'skipped', message: 'no pictures' });
  expect(completenessOf(db, articleId)).toMatchObject({
    text: 'kept',
    pictures: { of: 3, kept: 1, failed: 1 },
    missing: [
      { what: 'picture', address: 'https://img.example/failed', ordinal: 1, failure: notFound },
      { what: 'picture', address: 'https://img.example/waiting', ordinal: 2, failure: null },
    ],
  });
});

test('an attachment that was only offered is not missing; one that is wanted is', () => {
  const db = newLibrary();
  const { articleId } = anEntry(db, aFeed(db, 'a'), 1);
  setTextState(db, articleId, 'kept', null);
  keepEnclosures(db, articleId, [anEnclosure('offered.mp3')], false);
  expect(completenessOf(db, articleId)).toMatchObject({
    attachments: { of: 0, kept: 0, failed: 0 },
    missing: [],
  });
  const wanted = ['kept.mp3', 'failed.mp3'].map((name) => anEnclosure(name));
  keepEnclosures(db, articleId, [anEnclosure('offered.mp3'), ...wanted], true);
  keepMedia(db, aSound('2'), 1);
  keepEnclosureFile(db, { articleId, ordinal: 1 }, aSound('2').sha256);
  failEnclosure(db, { articleId, ordinal: 2 }, notFound);
  expect(completenessOf(db, articleId)).toMatchObject({
    attachments: { of: 2, kept: 1, failed: 1 },
    missing: [
      {
        what: 'attachment',
        address: 'https://cast.example/failed.mp3',
        ordinal: 2,
        failure: notFound,
      },
    ],
  });
  expect(contradictionsOf(db)).toEqual([]);
});

test('a further part is missing until it is fetched or turns out to be none', () => {
  const db = newLibrary();
  const { articleId } = anEntry(db, aFeed(db, 'a'), 1);
  const firstId = aCapture(db, articleId, 'first part');
  addPart(db, firstId, 2, 'https://paper.example/1?page=2');
  setTextState(db, articleId, 'kept', notFound);
  expect(completenessOf(db, articleId)?.missing).toEqual([
    {
      what: 'part',
      address: 'https://paper.example/1?page=2',
      ordinal: null,
      failure: notFound,
    },
  ]);
  expect(contradictionsOf(db)).toEqual([]);
  endBefore(db, firstId, 2);
  expect(completenessOf(db, articleId)?.missing).toEqual([]);
  expect(contradictionsOf(db)).toEqual([]);
});

test('a part of a page that was replaced since is not missing', () => {
  const db = newLibrary();
  const { articleId } = anEntry(db, aFeed(db, 'a'), 1);
  addPart(db, aCapture(db, articleId, 'old page'), 2, 'https://paper.example/1?page=2');
  aCapture(db, articleId, 'new page');
  setTextState(db, articleId, 'kept', null);
  expect(completenessOf(db, articleId)?.missing).toEqual([]);
  expect(contradictionsOf(db)).toEqual([]);
});
