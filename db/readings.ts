import type { ArticleId } from '../contract/types.ts';
import type { Db } from './open.ts';
import { prepared } from './statement.ts';

/** Keeps which extractor has read a capture, whether or not it found an article in it. */
export function recordReading(db: Db, captureId: number, extractor: string): void {
  prepared(
    db,
    `INSERT INTO readings (capture_id, extractor) VALUES (:captureId, :extractor)
     ON CONFLICT (capture_id) DO UPDATE SET extractor = excluded.extractor`,
  ).run({ captureId, extractor });
}

/** A capture of an article, known by both. */
export interface CaptureOf {
  articleId: ArticleId;
  captureId: number;
}

/** The newest capture of an article, further parts not counted; `undefined` where it has none. */
export function newestCapture(db: Db, articleId: ArticleId): number | undefined {
  const sql = `SELECT max(id) FROM captures WHERE article_id = ? AND ${IS_FIRST}`;
  return prepared<number | null>(db, sql).pluck().get(articleId) ?? undefined;
}

/** Of a row of `captures`: that it is no further part of an article. */
export const IS_FIRST = 'NOT EXISTS (SELECT 1 FROM parts WHERE capture_id = captures.id)';

/** So many articles are looked at in one query. */
const ARTICLES_AT_ONCE = 2_000;

/**
 * Finds the next article, in the order of their ids, whose newest capture was not read by this
 * extractor; older captures stay as they were read. Looks at a slice of the library only, so that
 * nobody waits for it.
 * @returns what was found, if anything, and the article to go on after; `null` at the end
 */
export function nextUnread(
  db: Db,
  extractor: string,
  after: ArticleId,
): { found: CaptureOf | undefined; after: ArticleId } | null {
  const last = prepared<ArticleId | null>(
    db,
    `SELECT max(article_id) FROM (
       SELECT DISTINCT article_id FROM captures WHERE article_id > ? ORDER BY article_id LIMIT ?
     )`,
  )
    .pluck()
    .get(after, ARTICLES_AT_ONCE);
  if (last === null || last === undefined) return null;
  const found = prepared<CaptureOf>(
    db,
    `SELECT articleId, captureId FROM (
       SELECT article_id AS articleId, max(id) AS captureId FROM captures
       WHERE article_id > :after AND article_id <= :last AND ${IS_FIRST}
       GROUP BY article_id
     ) WHERE (SELECT extractor FROM readings WHERE capture_id = captureId) IS NOT :extractor
     ORDER BY articleId LIMIT 1`,
  ).get({ after, last, extractor });
  return { found, after: found?.articleId ?? last };
}
