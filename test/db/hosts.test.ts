import { expect, test } from 'vitest';
import { restHost, restingHost, wakeHost, wakeHosts } from '../../db/hosts.ts';
import { addJob, dueJobs, nextJobAt, type Among } from '../../db/jobs.ts';
import type { Db } from '../../db/open.ts';
import { aFeed, anEntry, newLibrary } from './library.ts';

const DAY = 24 * 60 * 60_000;

function addPages(db: Db, ...hosts: string[]): void {
  const feedId = aFeed(db, 'a');
  for (const [n, host] of hosts.entries()) {
    const { articleId } = anEntry(db, feedId, n + 1);
    addJob(db, { kind: 'page', articleId, host, runAt: 0 });
  }
}

function dueHosts(db: Db, now: number, changes: Partial<Among> = {}): string[] {
  const among = { limit: 99, perHost: 2, running: [], paused: [], onlyLocal: false, ...changes };
  return dueJobs(db, now, among).map(({ host }) => host);
}

test('starts nothing of a host that is left alone, until its time has come', () => {
  const db = newLibrary();
  addPages(db, 'a.example', 'b.example');
  restHost(db, 'a.example', { failures: 1, retryAt: 50, asked: false });
  expect(dueHosts(db, 10)).toEqual(['b.example']);
  expect(nextJobAt(db, 10)).toBe(50);
  expect(dueHosts(db, 50)).toEqual(['a.example', 'b.example']);
});

test('does not leave a host alone for longer than any does, as when the clock was wrong', () => {
  const db = newLibrary();
  addPages(db, 'a.example');
  restHost(db, 'a.example', { failures: 1, retryAt: 400 * DAY, asked: true });
  expect(dueHosts(db, 10)).toEqual(['a.example']);
});

test('asks a host again that answered, and those that did not when there is a network again', () => {
  const db = newLibrary();
  restHost(db, 'a.example', { failures: 3, retryAt: 50, asked: false });
  restHost(db, 'b.example', { failures: 1, retryAt: 60, asked: false });
  restHost(db, 'c.example', { failures: 1, retryAt: 70, asked: true });
  wakeHost(db, 'a.example');
  expect(restingHost(db, 'a.example')).toBeUndefined();
  wakeHosts(db);
  expect(restingHost(db, 'b.example')).toBeUndefined();
  expect(restingHost(db, 'c.example')).toEqual({ failures: 1, retryAt: 70, asked: true });
});

test('starts no page of a host that had one a moment ago, but its pictures', () => {
  const db = newLibrary();
  addPages(db, 'a.example', 'b.example');
  addJob(db, { kind: 'icon', feedId: 1, host: 'a.example', runAt: 5 });
  expect(dueHosts(db, 10, { paused: ['a.example'] })).toEqual(['b.example', 'a.example']);
  expect(
    dueJobs(db, 10, {
      limit: 99,
      perHost: 1,
      running: [],
      paused: ['a.example', 'b.example'],
      onlyLocal: false,
    }).map(({ kind }) => kind),
  ).toEqual(['icon']);
});

test('starts only what needs no network where there is none', () => {
  const db = newLibrary();
  const local = ['', '127.0.0.1:8080', 'localhost:80', '[::1]:80'];
  addPages(db, 'a.example', '192.168.0.7', '128.0.0.1', ...local);
  expect(dueHosts(db, 10, { onlyLocal: true }).toSorted()).toEqual(local.toSorted());
});
