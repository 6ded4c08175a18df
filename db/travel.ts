import { MOST_TOLD } from '../contract/imports.ts';
import type { Travel } from '../contract/provenance.ts';
import type { ArticleId, ListCursor, Scope, Timestamp } from '../contract/types.ts';
import { LONGEST_REST_MS } from './jobs.ts';
import type { Db } from './open.ts';
import { IS_INCOMPLETE, whereFor } from './scope.ts';
import { prepared } from './statement.ts';

/** The travel that is being prepared, or was last (docs/travel.md). */
export interface KeptTravel {
  scope: Scope;
  state: Travel['state'];
  receivedBytes: number;
}

/** Its articles that are not complete; it walks the index of those, and no complete article. */
const REMAINING = `
  FROM articles a INDEXED BY articles_incomplete
  WHERE ${IS_INCOMPLETE} AND a.id IN (SELECT article_id FROM travel_articles)`;

const FETCHED = `kind IN ('page', 'picture', 'enclosure')`;

export function readTravel(db: Db): KeptTravel | undefined {
  const row = prepared<{ scope: string; state: Travel['state']; receivedBytes: number }>(
    db,
    'SELECT scope, state, received_bytes AS receivedBytes FROM travel WHERE id = 1',
  ).get();
  if (row === undefined) return undefined;
  const scope: Scope = JSON.parse(row.scope);
  return { ...row, scope };
}

/** Begins a travel in place of the last one, inside the caller's transaction. */
export function beginTravel(db: Db, scope: Scope): void {
  forgetTravel(db);
  prepared(db, `INSERT INTO travel (id, scope, state) VALUES (1, ?, 'running')`).run(
    JSON.stringify(scope),
  );
}

/**
 * Goes on with what was stopped, inside the caller's transaction: what is not complete is to be come to
 * and queued once more; what is complete by now stays counted.
 */
export function resumeTravel(db: Db): void {
  prepared(db, `DELETE FROM travel_articles WHERE article_id IN (SELECT a.id ${REMAINING})`).run();
  setTravelState(db, 'running');
}

export function setTravelState(db: Db, state: Travel['state']): void {
  prepared(db, 'UPDATE travel SET state = ? WHERE id = 1').run(state);
}

export function addReceived(db: Db, bytes: number): void {
  prepared(db, 'UPDATE travel SET received_bytes = received_bytes + ? WHERE id = 1').run(bytes);
}

/** Forgets the last travel, inside the caller's transaction; what was fetched stays. */
export function forgetTravel(db: Db): void {
  prepared(db, 'DELETE FROM travel').run();
  prepared(db, 'DELETE FROM travel_articles').run();
}

/** Notes that what is missing of an article was queued for the travel. */
export function takeArticle(db: Db, id: ArticleId): void {
  prepared(db, 'INSERT OR IGNORE INTO travel_articles VALUES (?)').run(id);
}

export function isTaken(db: Db, id: ArticleId): boolean {
  return prepared(db, 'SELECT 1 FROM travel_articles WHERE article_id = ?').get(id) !== undefined;
}

/** A piece of the walk through a place's articles that are not complete. */
export interface IncompleteSlice {
  articles: { id: ArticleId; isTaken: boolean }[];
  /** `null` at the end. */
  next: ListCursor | null;
}

/**
 * The next of a place's incomplete articles after a cursor, the newest first. It looks at `limit` of the
 * incomplete articles of all places, so that a place with few of them keeps nobody waiting either; of
 * those it gives the ones that this place holds.
 */
export function incompleteAfter(
  db: Db,
  scope: Scope,
  after: ListCursor,
  limit: number,
): IncompleteSlice {
  const { holds, values } = whereFor(scope);
  const rows = prepared<ListCursor & { isHeld: 0 | 1; isTaken: 0 | 1 }>(
    db,
    `SELECT a.id, a.sort_at AS sortAt, (${holds}) AS isHeld,
       EXISTS (SELECT 1 FROM travel_articles WHERE article_id = a.id) AS isTaken
     FROM articles a INDEXED BY articles_incomplete
     WHERE ${IS_INCOMPLETE} AND (a.sort_at, a.id) < (:sortAt, :id)
     ORDER BY a.sort_at DESC, a.id DESC LIMIT :limit`,
  ).all({ ...values, ...after, limit });
  const last = rows.at(-1);
  return {
    articles: rows
      .filter(({ isHeld }) => isHeld === 1)
      .map((row) => ({ id: row.id, isTaken: row.isTaken === 1 })),
    next: last === undefined || rows.length < limit ? null : { sortAt: last.sortAt, id: last.id },
  };
}

/** How many articles a place holds, complete or not. */
export function articlesIn(db: Db, scope: Scope): number {
  const { count, values } = whereFor(scope);
  return prepared<number>(db, count).pluck().get(values) ?? 0;
}

/** How many articles the travel has come to that are still there, and how many are not complete. */
export function travelCounts(db: Db): { of: number; remaining: number } {
  const of = prepared<number>(db, 'SELECT count(*) FROM travel_articles').pluck().get() ?? 0;
  if (of === 0) return { of, remaining: 0 };
  return { of, remaining: prepared<number>(db, `SELECT count(*) ${REMAINING}`).pluck().get() ?? 0 };
}

/** Some of the travel's articles that are not complete, the newest first. */
export function remainingArticles(db: Db): { id: ArticleId; title: string }[] {
  return prepared<{ id: ArticleId; title: string }>(
    db,
    `SELECT a.id, a.title ${REMAINING} ORDER BY a.sort_at DESC, a.id DESC LIMIT ${MOST_TOLD}`,
  ).all();
}

/**
 * How many jobs of the travel's articles run, or are due until a time: not those put off for longer, nor
 * those of hosts that are left alone for longer.
 */
export function jobsUntil(db: Db, now: Timestamp, until: Timestamp): number {
  const sql = `
    SELECT count(*) FROM jobs
    WHERE kind IN ('page', 'extract', 'picture', 'enclosure') AND run_at <= :until
      AND article_id IN (SELECT article_id FROM travel_articles)
      AND host NOT IN (
        SELECT host FROM hosts WHERE retry_at > :until AND retry_at <= :now + ${LONGEST_REST_MS}
      )`;
  return prepared<number>(db, sql).pluck().get({ now, until }) ?? 0;
}

/**
 * Puts the fetching of some of the travel's articles off.
 * @returns the article to go on after; `null` at the end
 */
export function putOffTravel(
  db: Db,
  after: ArticleId,
  limit: number,
  until: Timestamp,
): ArticleId | null {
  const last = prepared<ArticleId | null>(
    db,
    `SELECT max(article_id) FROM (
       SELECT article_id FROM travel_articles WHERE article_id > ? ORDER BY article_id LIMIT ?
     )`,
  )
    .pluck()
    .get(after, limit);
  if (last === null || last === undefined) return null;
  prepared(
    db,
    `UPDATE jobs SET run_at = :until WHERE ${FETCHED} AND run_at < :until AND article_id IN (
       SELECT article_id FROM travel_articles WHERE article_id > :after AND article_id <= :last
     )`,
  ).run({ after, last, until });
  return last;
}
