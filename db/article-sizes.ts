import type { ArticleId } from '../contract/types.ts';
import type { Db } from './open.ts';
import { prepared } from './statement.ts';

/** What articles take, in bytes. What several of them have counts for each. */
export interface ArticleSizes {
  /** All texts and captures. */
  textBytes: number;
  /** All pictures and other kept files. */
  fileBytes: number;
  /** The text that is shown, and its pictures. */
  shownTextBytes: number;
  shownPictureBytes: number;
}

/** Those of some articles that are in the library, in the order in which they are asked for. */
export function articlesThere(db: Db, ids: ArticleId[]): ArticleId[] {
  const isThere = prepared<1>(db, 'SELECT 1 FROM articles WHERE id = ?').pluck();
  return ids.filter((id) => isThere.get(id) === 1);
}

/** What some articles take together, to be asked of a few hundred at once. */
export function articleSizes(db: Db, ids: ArticleId[]): ArticleSizes {
  const sizes = prepared<ArticleSizes>(db, SIZES).get({ ids: JSON.stringify(ids) });
  if (sizes === undefined) throw new Error('sizes: a sum has no row');
  return sizes;
}

const SIZES = `
  WITH chosen AS (
    SELECT id, version_id FROM articles WHERE id IN (SELECT value FROM json_each(:ids))
  )
  SELECT
    (SELECT ifnull(sum(octet_length(body)), 0) FROM captures
     WHERE article_id IN (SELECT id FROM chosen))
    + (SELECT ifnull(sum(octet_length(html) + octet_length(text) + octet_length(captions)), 0)
       FROM versions WHERE article_id IN (SELECT id FROM chosen)) AS textBytes,
    (SELECT ifnull(sum(size_bytes), 0) FROM media WHERE sha256 IN (
       SELECT p.sha256 FROM versions v JOIN pictures p ON p.version_id = v.id
       WHERE v.article_id IN (SELECT id FROM chosen)
       UNION SELECT sha256 FROM enclosures WHERE article_id IN (SELECT id FROM chosen)
     )) AS fileBytes,
    (SELECT ifnull(sum(octet_length(html)), 0) FROM versions
     WHERE id IN (SELECT version_id FROM chosen)) AS shownTextBytes,
    (SELECT ifnull(sum(m.size_bytes), 0)
     FROM chosen c JOIN pictures p ON p.version_id = c.version_id JOIN media m ON m.sha256 = p.sha256
    ) AS shownPictureBytes`;
