import { expect, test } from 'vitest';
import { getArticle } from '../../db/articles.ts';
import {
  dropEnclosureFile,
  enclosureKeptFrom,
  enclosuresOf,
  failEnclosure,
  getEnclosure,
  isAwaited,
  keepEnclosureFile,
  keepEnclosures,
  wantEnclosure,
  type NewEnclosure,
} from '../../db/enclosures.ts';
import { removeFeed } from '../../db/feeds.ts';
import { addJob, dueJobs, finishJob } from '../../db/jobs.ts';
import { keepMedia, unusedMedia } from '../../db/media.ts';
import type { Db } from '../../db/open.ts';
import { aFeed, anEnclosure, anEntry, aSound, newLibrary } from './library.ts';

const ONE = '1'.repeat(64);
const GONE = { kind: 'http' as const, message: 'enclosure: cannot fetch: 404' };

function withEnclosures(
  db: Db,
  given: NewEnclosure[],
  wanted = false,
): { articleId: number; first: { articleId: number; ordinal: number } } {
  const { articleId } = anEntry(db, aFeed(db, 'a'), 1);
  keepEnclosures(db, articleId, given, wanted);
  return { articleId, first: { articleId, ordinal: 0 } };
}

/** Each file of an article in a line: its ordinal, name and state. */
function lines(db: Db, articleId: number): string[] {
  return enclosuresOf(db, articleId).map(
    ({ ordinal, address, state }) => `${ordinal} ${address.split('/').at(-1)} ${state}`,
  );
}

function keepFirst(db: Db, articleId: number, digit = '1', now = 7000): void {
  keepMedia(db, aSound(digit), now);
  keepEnclosureFile(db, { articleId, ordinal: 0 }, digit.repeat(64));
}

function addEnclosureJob(db: Db, articleId: number): number {
  addJob(db, { kind: 'enclosure', articleId, ordinal: 0, host: 'cast.example', runAt: 1 });
  const [job] = dueJobs(db, 2, {
    limit: 1,
    perHost: 1,
    running: [],
    paused: [],
    onlyLocal: false,
  });
  if (job === undefined) throw new Error('the job was not added');
  return job.id;
}

test('knows no file that was not given, and changes none', () => {
  const db = newLibrary();
  const place = { articleId: 7, ordinal: 0 };
  expect(getEnclosure(db, place)).toBeUndefined();
  expect(wantEnclosure(db, place)).toBeUndefined();
  expect(dropEnclosureFile(db, place)).toBeUndefined();
  expect(isAwaited(db, 99)).toBe(false);
  expect(enclosureKeptFrom(db, 'https://cast.example/a.mp3', 0)).toBeUndefined();
});

test('does not keep a file that was taken back meanwhile, nor why it failed', () => {
  const db = newLibrary();
  const { articleId, first } = withEnclosures(db, [anEnclosure('a.mp3')], true);
  dropEnclosureFile(db, first);
  keepFirst(db, articleId);
  failEnclosure(db, first, GONE);
  expect(getEnclosure(db, first)).toMatchObject({ state: 'offered', hash: null, failure: null });
  expect(unusedMedia(db)).toEqual([ONE]);
});

test('does not lose a kept file to a later failure, nor to being wanted again', () => {
  const db = newLibrary();
  const { articleId, first } = withEnclosures(db, [anEnclosure('a.mp3')], true);
  keepFirst(db, articleId);
  failEnclosure(db, first, GONE);
  expect(wantEnclosure(db, first)).toMatchObject({ state: 'kept', hash: ONE, failure: null });
});

test('gives the files of an article in the order of the feed, once for each address', () => {
  const db = newLibrary();
  const { articleId } = withEnclosures(db, [
    anEnclosure('b.mp3', { title: 'Part 2', sizeBytes: 5_000_000_000 }),
    anEnclosure('a.pdf', { type: null }),
    anEnclosure('b.mp3', { durationSeconds: 61 }),
  ]);
  expect(getArticle(db, articleId)?.enclosures).toEqual([
    {
      ordinal: 0,
      address: 'https://cast.example/b.mp3',
      type: 'audio/mpeg',
      title: 'Part 2',
      sizeBytes: 5_000_000_000,
      durationSeconds: 61,
      state: 'offered',
      hash: null,
      failure: null,
    },
    expect.objectContaining({ ordinal: 1, type: null, state: 'offered' }),
  ]);
});

test('has only what is new fetched, and only where the feed is set so', () => {
  const db = newLibrary();
  const { articleId } = anEntry(db, aFeed(db, 'a'), 1);
  const [a, b, c] = ['a', 'b', 'c'].map((name) => anEnclosure(name));
  if (a === undefined || b === undefined || c === undefined) throw new Error('three are given');
  expect(keepEnclosures(db, articleId, [a], false)).toEqual([]);
  expect(keepEnclosures(db, articleId, [c, a, b], true)).toEqual([1, 2]);
  expect(keepEnclosures(db, articleId, [c, a, b], true)).toEqual([]);
  expect(lines(db, articleId)).toEqual(['0 a offered', '1 c waiting', '2 b waiting']);
});

test('does not fetch again what the reader removed', () => {
  const db = newLibrary();
  const { articleId, first } = withEnclosures(db, [anEnclosure('a')], true);
  keepFirst(db, articleId);
  expect(dropEnclosureFile(db, first)).toMatchObject({ state: 'kept', hash: ONE });
  expect(keepEnclosures(db, articleId, [anEnclosure('a')], true)).toEqual([]);
  expect(lines(db, articleId)).toEqual(['0 a offered']);
});

test('drops what the feed no longer gives, but nothing that is kept or wanted', () => {
  const db = newLibrary();
  const { articleId } = withEnclosures(db, [anEnclosure('kept'), anEnclosure('wanted')], true);
  keepFirst(db, articleId);
  keepEnclosures(db, articleId, [anEnclosure('gone')], false);
  keepEnclosures(db, articleId, [anEnclosure('new')], false);
  expect(lines(db, articleId)).toEqual(['0 kept kept', '1 wanted waiting', '2 new offered']);
  keepEnclosures(db, articleId, [], false);
  expect(lines(db, articleId)).toEqual(['0 kept kept', '1 wanted waiting']);
});

test('keeps what any of the feeds that carry an article gives', () => {
  const db = newLibrary();
  const [a, b] = [aFeed(db, 'a'), aFeed(db, 'b')];
  const { articleId } = anEntry(db, a, 1);
  keepEnclosures(db, articleId, [anEnclosure('of-a'), anEnclosure('of-both')], false);
  expect(anEntry(db, b, 1).articleId).toBe(articleId);
  keepEnclosures(db, articleId, [anEnclosure('of-both'), anEnclosure('of-b')], false);
  keepEnclosures(db, articleId, [], false);
  expect(lines(db, articleId)).toEqual(['0 of-a offered', '1 of-both offered', '2 of-b offered']);
});

test('says what a kept file is, and no longer what the feed said of it', () => {
  const db = newLibrary();
  const given = anEnclosure('a', { type: 'audio/x-wrong', sizeBytes: 1 });
  const { articleId, first } = withEnclosures(db, [given], true);
  failEnclosure(db, first, GONE);
  expect(getEnclosure(db, first)).toMatchObject({ state: 'failed', failure: GONE, sizeBytes: 1 });
  keepFirst(db, articleId);
  expect(getEnclosure(db, first)).toMatchObject({
    state: 'kept',
    type: 'audio/mpeg',
    sizeBytes: 1234,
    failure: null,
  });
});

test('a file is awaited until it is kept, taken back, or its job ends', () => {
  const db = newLibrary();
  const { articleId, first } = withEnclosures(db, [anEnclosure('a')], true);
  const kept = addEnclosureJob(db, articleId);
  expect(isAwaited(db, kept)).toBe(true);
  keepFirst(db, articleId);
  expect(isAwaited(db, kept)).toBe(false);

  dropEnclosureFile(db, first);
  wantEnclosure(db, first);
  const next = addEnclosureJob(db, articleId);
  expect([isAwaited(db, kept), isAwaited(db, next)]).toEqual([false, true]);
  finishJob(db, next);
  expect(isAwaited(db, next)).toBe(false);
});

test('finds what another article kept from an address, if that was not long ago', () => {
  const db = newLibrary();
  const { articleId } = withEnclosures(db, [anEnclosure('a')], true);
  keepFirst(db, articleId, '1', 7000);
  const address = 'https://cast.example/a';
  expect(enclosureKeptFrom(db, address, 7000)).toEqual(aSound('1'));
  expect(enclosureKeptFrom(db, address, 7001)).toBeUndefined();
  expect(enclosureKeptFrom(db, 'https://cast.example/b', 0)).toBeUndefined();
});

test('the files of an article go with it', () => {
  const db = newLibrary();
  const { articleId } = withEnclosures(db, [anEnclosure('a')], true);
  keepFirst(db, articleId);
  removeFeed(db, 1);
  expect(enclosuresOf(db, articleId)).toEqual([]);
  expect(unusedMedia(db)).toEqual([ONE]);
});
