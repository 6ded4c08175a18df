import type { ArticleId, FeedId, Timestamp } from '../contract/types.ts';
import type { Db } from './open.ts';
import { prepared } from './statement.ts';
import { transact } from './transact.ts';

/** The steps of the way of an article, and what a feed brings besides. */
export type JobKind = 'refresh' | 'page' | 'extract' | 'picture' | 'icon' | 'enclosure';

export interface NewJob {
  kind: JobKind;
  feedId?: FeedId;
  articleId?: ArticleId;
  captureId?: number;
  versionId?: number;
  ordinal?: number;
  /** Where it connects to; empty for work on this machine. */
  host: string;
  runAt: Timestamp;
}

export interface Job {
  id: number;
  kind: JobKind;
  feedId: FeedId | null;
  articleId: ArticleId | null;
  captureId: number | null;
  versionId: number | null;
  ordinal: number | null;
  host: string;
  /** How often it was tried and postponed. */
  attempts: number;
  runAt: Timestamp;
}

/** Work of this machine, or on a server of its own: no network is needed for it. */
function isLocal(table: 'hosts' | 'jobs'): string {
  const like = ['127.*', 'localhost*', '[[]::1]*'].map((form) => `${table}.host GLOB '${form}'`);
  return `(${table}.host = '' OR ${like.join(' OR ')})`;
}

/** No host is left alone longer than `Retry-After` is believed; more was set by a wrong clock. */
export const LONGEST_REST_MS = 8 * 24 * 60 * 60_000;

/** Adds a job; one that is there already is not added again, but runs at the earlier time. */
export function addJob(db: Db, job: NewJob): void {
  prepared(
    db,
    `INSERT INTO jobs (kind, feed_id, article_id, capture_id, version_id, ordinal, host, run_at)
     VALUES (:kind, :feedId, :articleId, :captureId, :versionId, :ordinal, :host, :runAt)
     ON CONFLICT DO UPDATE SET run_at = min(run_at, excluded.run_at)`,
  ).run({
    feedId: null,
    articleId: null,
    captureId: null,
    versionId: null,
    ordinal: null,
    ...job,
  });
}

/** What is to be heeded when jobs are started. */
export interface Among {
  limit: number;
  perHost: number;
  /** The jobs that run. */
  running: Pick<Job, 'id' | 'host'>[];
  /** Hosts that had a page asked of them a moment ago: none is asked for another yet. */
  paused: string[];
  /** Whether only this machine is to be asked, because there is no network to use. */
  onlyLocal: boolean;
}

/**
 * The jobs to start now, given those that run: at most `perHost` of a host at once, every host's
 * first before any host's second, so that a gallery of a thousand pictures on one host keeps no
 * other waiting; among equals the longest due first. None of a host that is left alone
 * (`hosts.ts`).
 */
export function dueJobs(db: Db, now: Timestamp, among: Among): Job[] {
  const { limit, perHost, running } = among;
  const jobs: Job[] = [];
  for (let underWay = 0; underWay < perHost && jobs.length < limit; underWay += 1) {
    const busy = [...running, ...jobs].map(({ id, host }) => ({ id, host }));
    const wanted = { ...among, busy, underWay, limit: limit - jobs.length };
    const early = underWay === 0 ? earliestOfIdleHosts(db, now, wanted) : [];
    jobs.push(...(early.length === wanted.limit ? early : nextOfEachHost(db, now, wanted)));
  }
  return jobs;
}

type Wanted = Among & { busy: Pick<Job, 'id' | 'host'>[]; underWay: number };

/** What the queries below compare jobs with, by the names of their parameters. */
const COMPARED = `
  busy (id, host) AS MATERIALIZED (
    SELECT value ->> 'id', value ->> 'host' FROM json_each(:busy)
  ),
  paused (host) AS MATERIALIZED (SELECT value FROM json_each(:paused)),
  resting (host) AS MATERIALIZED (
    SELECT host FROM main.hosts WHERE retry_at > :now AND retry_at <= :now + ${LONGEST_REST_MS}
  )`;

function parameters(now: Timestamp, wanted: Wanted): Record<string, unknown> {
  return {
    now,
    onlyLocal: wanted.onlyLocal ? 1 : 0,
    busy: JSON.stringify(wanted.busy),
    paused: JSON.stringify(wanted.paused),
  };
}

/** So many of the longest due jobs are looked at before every host is. */
const LOOKED_AT = 256;

/**
 * What `nextOfEachHost` gives of hosts with no job among the busy ones, where it is found among the
 * longest due jobs of all: in a refresh of a thousand feeds it always is, and the thousand hosts
 * need not be gone through for every two of them. May give fewer than wanted.
 */
function earliestOfIdleHosts(db: Db, now: Timestamp, wanted: Wanted): Job[] {
  const rows = prepared<JobRow>(
    db,
    `WITH ${COMPARED}
     SELECT * FROM (
       SELECT * FROM jobs INDEXED BY jobs_by_time WHERE run_at <= :now
       ORDER BY run_at, id LIMIT ${LOOKED_AT}
     ) AS jobs
     WHERE host NOT IN (SELECT host FROM busy)
       AND host NOT IN (SELECT host FROM resting)
       AND (kind <> 'page' OR host NOT IN (SELECT host FROM paused))
       AND (NOT :onlyLocal OR ${isLocal('jobs')})`,
  ).iterate(parameters(now, wanted));
  const first = new Map<string, Job>();
  for (const row of rows) {
    if (!first.has(row.host)) first.set(row.host, toJob(row));
    if (first.size === wanted.limit) break;
  }
  return [...first.values()];
}

/**
 * The longest due job of each host that has no more than `underWay` jobs among the busy ones.
 * It skips from host to host through the index and looks at one job of each, so that what it
 * costs grows with the hosts and not with the jobs.
 */
function nextOfEachHost(db: Db, now: Timestamp, wanted: Wanted): Job[] {
  return prepared<JobRow>(
    db,
    `WITH RECURSIVE ${COMPARED},
       hosts (host) AS (
         SELECT min(host) FROM jobs
         UNION ALL
         SELECT (SELECT min(host) FROM jobs WHERE jobs.host > hosts.host) FROM hosts
         WHERE hosts.host IS NOT NULL
       )
     SELECT jobs.* FROM hosts CROSS JOIN jobs ON jobs.id = (
       SELECT id FROM jobs INDEXED BY jobs_by_host
       WHERE host = hosts.host AND run_at <= :now AND id NOT IN (SELECT id FROM busy)
         AND (kind <> 'page' OR host NOT IN (SELECT host FROM paused))
       ORDER BY run_at, id LIMIT 1
     )
     WHERE (SELECT count(*) FROM busy WHERE busy.host = hosts.host) <= :underWay
       AND (NOT :onlyLocal OR ${isLocal('hosts')})
       AND hosts.host NOT IN (SELECT host FROM resting)
     ORDER BY jobs.run_at, jobs.id LIMIT :limit`,
  )
    .all({ ...parameters(now, wanted), limit: wanted.limit, underWay: wanted.underWay })
    .map(toJob);
}

/** Makes due what no wait of ours puts off so far: the clock was wrong when it was put off. */
export function mendTimes(db: Db, now: Timestamp): void {
  prepared(db, 'UPDATE jobs SET run_at = :now WHERE run_at > :latest').run({
    now,
    latest: now + LONGEST_REST_MS,
  });
}

/** The feeds of a host that are to be fetched now. */
export function dueRefreshesOf(db: Db, host: string, now: Timestamp): Job[] {
  return prepared<JobRow>(
    db,
    `SELECT * FROM jobs WHERE host = ? AND kind = 'refresh' AND run_at <= ? ORDER BY id`,
  )
    .all(host, now)
    .map(toJob);
}

/** Whether a page or file of an article is about to be read. */
export function isExtracting(db: Db, articleId: ArticleId): boolean {
  const sql = `SELECT 1 FROM jobs WHERE article_id = ? AND kind = 'extract'`;
  return prepared(db, sql).get(articleId) !== undefined;
}

/** Takes a job away, done or given up. */
export function finishJob(db: Db, id: number): void {
  prepared(db, 'DELETE FROM jobs WHERE id = ?').run(id);
}

/** Puts a job off, counting the attempt. */
export function postponeJob(db: Db, id: number, runAt: Timestamp): void {
  prepared(db, 'UPDATE jobs SET run_at = ?, attempts = attempts + 1 WHERE id = ?').run(runAt, id);
}

/**
 * When the next job that is not due yet will be, or a host that is left alone may be asked again;
 * `undefined` where nothing is put off.
 */
export function nextJobAt(db: Db, now: Timestamp): Timestamp | undefined {
  const sql = `SELECT min(at) FROM (
    SELECT min(run_at) AS at FROM jobs WHERE run_at > :now
    UNION ALL SELECT min(retry_at) FROM hosts WHERE retry_at > :now
  )`;
  return prepared<Timestamp | null>(db, sql).pluck().get({ now }) ?? undefined;
}

/** What is fetched of articles and for them: all that is no feed. */
const FETCHED = `kind IN ('page', 'picture', 'icon', 'enclosure')`;

/**
 * Takes the refreshes away and puts all other fetching off, for a reader who wants it to stop.
 * @returns the feeds that were to be fetched
 */
export function cancelFetching(db: Db, until: Timestamp): FeedId[] {
  return transact(db, () => {
    prepared(db, `UPDATE jobs SET run_at = :until WHERE ${FETCHED} AND run_at < :until`).run({
      until,
    });
    // Those whose time has come would otherwise be queued again at once.
    prepared(
      db,
      `UPDATE feeds SET next_fetch_at = max(next_fetch_at, ?)
       WHERE id IN (SELECT feed_id FROM jobs WHERE kind = 'refresh')`,
    ).run(until);
    const sql = `DELETE FROM jobs WHERE kind = 'refresh' RETURNING feed_id`;
    return prepared<FeedId>(db, sql).pluck().all();
  });
}

/** Makes due what was put off, for a reader who wants it fetched now. */
export function hastenFetching(db: Db, now: Timestamp): void {
  prepared(db, `UPDATE jobs SET run_at = :now WHERE ${FETCHED} AND run_at > :now`).run({ now });
}

/**
 * How many jobs of each kind run or could be started; those put off for later, and those of hosts
 * that are left alone, are not counted.
 */
export function pendingCounts(
  db: Db,
  now: Timestamp,
  { running, onlyLocal }: { running: number[]; onlyLocal: boolean },
): Record<JobKind, number> {
  const rows = prepared<{ kind: JobKind; jobs: number }>(
    db,
    `SELECT kind, sum(jobs) AS jobs FROM (
       SELECT kind, count(*) AS jobs FROM jobs
       WHERE run_at <= :now ${onlyLocal ? `AND ${isLocal('jobs')}` : ''} GROUP BY kind
       UNION ALL
       SELECT kind, -count(*) FROM jobs
       WHERE run_at <= :now AND host IN (
         SELECT host FROM hosts WHERE retry_at > :now AND retry_at <= :now + ${LONGEST_REST_MS}
       ) ${onlyLocal ? `AND ${isLocal('jobs')}` : ''} GROUP BY kind
       UNION ALL
       SELECT kind, count(*) FROM jobs
       WHERE run_at > :now AND id IN (SELECT value FROM json_each(:running)) GROUP BY kind
     ) GROUP BY kind`,
  ).all({ now, running: JSON.stringify(running) });
  const counts: Record<JobKind, number> = {
    refresh: 0,
    page: 0,
    extract: 0,
    picture: 0,
    icon: 0,
    enclosure: 0,
  };
  for (const { kind, jobs } of rows) counts[kind] = jobs;
  return counts;
}

/** Whether something is due for which a network is needed. */
export function isRemoteDue(db: Db, now: Timestamp): boolean {
  const sql = `SELECT EXISTS (SELECT 1 FROM jobs WHERE run_at <= ? AND NOT ${isLocal('jobs')})`;
  return prepared<0 | 1>(db, sql).pluck().get(now) === 1;
}

interface JobRow {
  id: number;
  kind: JobKind;
  feed_id: FeedId | null;
  article_id: ArticleId | null;
  capture_id: number | null;
  version_id: number | null;
  ordinal: number | null;
  host: string;
  attempts: number;
  run_at: Timestamp;
}

function toJob(row: JobRow): Job {
  return {
    id: row.id,
    kind: row.kind,
    feedId: row.feed_id,
    articleId: row.article_id,
    captureId: row.capture_id,
    versionId: row.version_id,
    ordinal: row.ordinal,
    host: row.host,
    attempts: row.attempts,
    runAt: row.run_at,
  };
}
