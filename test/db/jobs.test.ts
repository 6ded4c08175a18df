import { expect, test } from 'vitest';
import { removeArticles } from '../../db/articles.ts';
import {
  addJob,
  cancelFetching,
  dueJobs,
  finishJob,
  hastenFetching,
  isRemoteDue,
  mendTimes,
  nextJobAt,
  pendingCounts,
  postponeJob,
  type Job,
} from '../../db/jobs.ts';
import { dueFeeds } from '../../db/feeds.ts';
import { restHost } from '../../db/hosts.ts';
import type { Db } from '../../db/open.ts';
import { aFeed, anEntry, aPicture, aVersion, newLibrary } from './library.ts';

/** An article with a version of as many pictures. */
function withPictures(db: Db, pictures: number): { articleId: number; versionId: number } {
  const { articleId } = anEntry(db, aFeed(db, 'a'), 1);
  const { versionId } = aVersion(db, articleId, 'text', {
    pictures: Array.from({ length: pictures }, (_, n) => aPicture(`https://img.example/${n}`)),
  });
  return { articleId, versionId };
}

function due(db: Db, now: number, running: Job[] = [], limit = 100): Job[] {
  return dueJobs(db, now, { limit, perHost: 2, running, paused: [], onlyLocal: false });
}

function hostsOf(jobs: Job[]): unknown[] {
  return jobs.map(({ host, ordinal }) => [host, ordinal]);
}

test('has nothing to do in an empty library', () => {
  const db = newLibrary();
  expect(due(db, 1e15)).toEqual([]);
  expect(nextJobAt(db, 0)).toBeUndefined();
  expect(pendingCounts(db, 1e15, { running: [], onlyLocal: false })).toEqual({
    refresh: 0,
    page: 0,
    extract: 0,
    picture: 0,
    icon: 0,
    enclosure: 0,
  });
  finishJob(db, 1);
  postponeJob(db, 1, 1);
});

test('adds a job once, and runs it at the earlier of two times', () => {
  const db = newLibrary();
  const { articleId } = anEntry(db, aFeed(db, 'a'), 1);
  for (const runAt of [50, 20, 90]) {
    addJob(db, { kind: 'page', articleId, host: 'paper.example', runAt });
  }
  expect(due(db, 100)).toEqual([
    {
      id: 1,
      kind: 'page',
      feedId: null,
      articleId,
      captureId: null,
      versionId: null,
      ordinal: null,
      host: 'paper.example',
      attempts: 0,
      runAt: 20,
    },
  ]);
});

test('does not take two jobs of an article for one', () => {
  const db = newLibrary();
  const { articleId, versionId } = withPictures(db, 2);
  const host = 'paper.example';
  addJob(db, { kind: 'page', articleId, host, runAt: 1 });
  addJob(db, { kind: 'picture', articleId, versionId, ordinal: 0, host, runAt: 1 });
  addJob(db, { kind: 'picture', articleId, versionId, ordinal: 1, host, runAt: 1 });
  addJob(db, { kind: 'refresh', feedId: 1, host, runAt: 1 });
  expect(pendingCounts(db, 1, { running: [], onlyLocal: false })).toMatchObject({
    refresh: 1,
    page: 1,
    extract: 0,
    picture: 2,
  });
});

test('extracts each of two captures', () => {
  const db = newLibrary();
  const { articleId } = anEntry(db, aFeed(db, 'a'), 1);
  const insert = `INSERT INTO captures (article_id, fetched_at, sha256, size_bytes, body)
    VALUES (?, 1, ?, 0, x'')`;
  for (const sha256 of ['a', 'b']) {
    const captureId = Number(db.prepare(insert).run(articleId, sha256).lastInsertRowid);
    addJob(db, { kind: 'extract', articleId, captureId, host: '', runAt: 1 });
  }
  expect(due(db, 1).map(({ captureId }) => captureId)).toEqual([1, 2]);
});

test('keeps what is put off for its time, and counts the attempts', () => {
  const db = newLibrary();
  const { articleId } = anEntry(db, aFeed(db, 'a'), 1);
  addJob(db, { kind: 'page', articleId, host: 'h', runAt: 10 });
  expect([nextJobAt(db, 9), nextJobAt(db, 10)]).toEqual([10, undefined]);
  postponeJob(db, 1, 500);
  postponeJob(db, 1, 900);
  expect(due(db, 899)).toEqual([]);
  expect(nextJobAt(db, 10)).toBe(900);
  expect(due(db, 900)).toMatchObject([{ id: 1, attempts: 2, runAt: 900 }]);
  finishJob(db, 1);
  expect(due(db, 900)).toEqual([]);
});

test('starts at most so many of a host at once, those that run included', () => {
  const db = newLibrary();
  const { articleId, versionId } = withPictures(db, 5);
  for (let ordinal = 0; ordinal < 5; ordinal += 1) {
    addJob(db, { kind: 'picture', articleId, versionId, ordinal, host: 'img', runAt: 9 - ordinal });
  }
  const first = due(db, 100);
  expect(first.map(({ ordinal }) => ordinal)).toEqual([4, 3]);
  expect(due(db, 100, first)).toEqual([]);
  expect(due(db, 100, first.slice(0, 1)).map(({ ordinal }) => ordinal)).toEqual([3]);
  expect(due(db, 100, [], 0)).toEqual([]);
});

test('gives every host its turn before any its second', () => {
  const db = newLibrary();
  const { articleId, versionId } = withPictures(db, 40);
  // Thirty old pictures of one host, and later some of two others.
  for (let ordinal = 0; ordinal < 40; ordinal += 1) {
    const host = ordinal < 30 ? 'big' : `small-${ordinal % 2}`;
    addJob(db, { kind: 'picture', articleId, versionId, ordinal, host, runAt: ordinal });
  }
  const jobs = due(db, 100, [], 4);
  expect(hostsOf(jobs)).toEqual([
    ['big', 0],
    ['small-0', 30],
    ['small-1', 31],
    ['big', 1],
  ]);
  const running = jobs.filter(({ host }) => host === 'big');
  expect(hostsOf(due(db, 100, running, 1))).toEqual([['small-0', 30]]);
  expect(hostsOf(due(db, 30, running))).toEqual([['small-0', 30]]);
});

test('counts what is due or runs, not what is put off', () => {
  const db = newLibrary();
  const { articleId, versionId } = withPictures(db, 3);
  for (const ordinal of [0, 1, 2]) {
    const runAt = ordinal * 100;
    addJob(db, { kind: 'picture', articleId, versionId, ordinal, host: 'img', runAt });
  }
  expect(pendingCounts(db, 0, { running: [], onlyLocal: false }).picture).toBe(1);
  expect(pendingCounts(db, 100, { running: [], onlyLocal: false }).picture).toBe(2);
  expect(pendingCounts(db, 100, { running: [1, 3], onlyLocal: false }).picture).toBe(3);
});

test('drops the jobs of an article that was removed, and never gives their ids again', () => {
  const db = newLibrary();
  const { articleId, versionId } = withPictures(db, 1);
  addJob(db, { kind: 'picture', articleId, versionId, ordinal: 0, host: 'img', runAt: 1 });
  const [removed] = due(db, 1);
  removeArticles(db, [articleId]);
  expect(due(db, 1)).toEqual([]);
  addJob(db, { kind: 'refresh', feedId: 1, host: 'a', runAt: 1 });
  // The removed job ends now, as one that was under way does.
  finishJob(db, removed?.id ?? 0);
  expect(due(db, 1)).toMatchObject([{ kind: 'refresh' }]);
});

test('takes refreshes away and puts all other fetching off, for a reader who wants it to stop', () => {
  const db = newLibrary();
  const { articleId, versionId } = withPictures(db, 1);
  addJob(db, { kind: 'refresh', feedId: 1, host: 'a', runAt: 1 });
  addJob(db, { kind: 'page', articleId, host: 'a', runAt: 1 });
  addJob(db, { kind: 'picture', articleId, versionId, ordinal: 0, host: 'a', runAt: 900 });
  expect(dueFeeds(db, 2000, 9).map(({ id }) => id)).toEqual([1]);
  expect(cancelFetching(db, 100)).toEqual([1]);
  expect(due(db, 99)).toEqual([]);
  expect(due(db, 100).map(({ kind }) => kind)).toEqual(['page']);
  hastenFetching(db, 50);
  expect(due(db, 50).map(({ kind }) => kind)).toEqual(['page', 'picture']);
});

test('does not fetch feeds again at once whose refresh was cancelled when they were due', () => {
  const db = newLibrary();
  const feedId = aFeed(db, 'a');
  addJob(db, { kind: 'refresh', feedId, host: 'a', runAt: 1 });
  cancelFetching(db, 5000);
  expect(dueFeeds(db, 4999, 9)).toEqual([]);
  expect(dueFeeds(db, 5000, 9)).toHaveLength(1);
});

test('does not wait for a time that only a wrong clock can have set', () => {
  const db = newLibrary();
  const { articleId } = withPictures(db, 0);
  const year = 365 * 24 * 60 * 60_000;
  addJob(db, { kind: 'page', articleId, host: 'a', runAt: 5 * year });
  expect(due(db, year)).toEqual([]);
  mendTimes(db, year);
  expect(due(db, year).map(({ kind }) => kind)).toEqual(['page']);
});

test('counts no jobs of a host that is left alone, nor those beyond a network that is not there', () => {
  const db = newLibrary();
  const { articleId } = withPictures(db, 0);
  const pages = (now: number, onlyLocal: boolean): number =>
    pendingCounts(db, now, { running: [], onlyLocal }).page;
  addJob(db, { kind: 'page', articleId, host: 'a.example', runAt: 0 });
  expect([pages(10, false), pages(10, true), isRemoteDue(db, 10)]).toEqual([1, 0, true]);
  restHost(db, 'a.example', { failures: 1, retryAt: 50, asked: false });
  expect([pages(10, false), pages(50, false)]).toEqual([0, 1]);
  db.exec('DELETE FROM jobs');
  addJob(db, { kind: 'page', articleId, host: '127.0.0.1:80', runAt: 0 });
  expect([pages(10, true), isRemoteDue(db, 10)]).toEqual([1, false]);
});

test('starts the longest due of each host, however many wait on however many hosts', () => {
  const db = newLibrary();
  // Some hosts have so many that the longest due of others is far behind theirs.
  const hosts = [...Array(40).fill('crowded.example'), ...Array(7).fill('busy.example')];
  for (let feedId = 1; feedId <= 700; feedId += 1) {
    const host: string = hosts[(feedId * 7) % 60] ?? `h${feedId % 97}.example`;
    aFeed(db, String(feedId));
    addJob(db, { kind: 'refresh', feedId, host, runAt: 1000 + ((feedId * 331) % 211) });
  }
  const running: Job[] = [];
  for (let round = 0; round < 30; round += 1) {
    const limit = 1 + (round % 5);
    const all = db
      .prepare<[], Pick<Job, 'id' | 'host'>>('SELECT id, host FROM jobs ORDER BY run_at, id')
      .all();
    const expected: number[] = [];
    for (const underWay of [0, 1]) {
      const busy = [...running, ...all.filter(({ id }) => expected.includes(id))];
      const seen = new Set<string>();
      for (const job of all) {
        if (expected.length === limit) break;
        if (busy.some(({ id }) => id === job.id) || seen.has(job.host)) continue;
        seen.add(job.host);
        if (busy.filter(({ host }) => host === job.host).length <= underWay) expected.push(job.id);
      }
    }
    const jobs = due(db, 9999, running, limit);
    expect(jobs.map(({ id }) => id)).toEqual(expected);
    running.push(...jobs);
    if (round % 3 === 2) for (const { id } of running.splice(0, 4)) finishJob(db, id);
  }
});
