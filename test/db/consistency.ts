import { isDeepStrictEqual } from 'node:util';
import type { Counts } from '../../contract/types.ts';
import { counts } from '../../db/counts.ts';
import type { Db } from '../../db/open.ts';

/** Rows that must not be: what is copied for speed differs from what it is a copy of. */
const CONTRADICTIONS = {
  'unread is not as the states say': `
    SELECT a.id FROM articles a LEFT JOIN states s ON s.article_id = a.id
    WHERE a.unread <> (s.read_at IS NULL)`,
  'bookmarked is not as the bookmarks say': `
    SELECT a.id FROM articles a
    WHERE a.bookmarked <> EXISTS (SELECT 1 FROM bookmarks WHERE article_id = a.id)`,
  'an entry differs from its article': `
    SELECT a.id FROM entries e JOIN articles a ON a.id = e.article_id
    WHERE e.unread <> a.unread OR e.sort_at <> a.sort_at`,
  'a feed counts its entries wrong': `
    SELECT f.id FROM feeds f
    WHERE f.article_count <> (SELECT count(*) FROM entries WHERE feed_id = f.id)
      OR f.unread_count <> (SELECT count(*) FROM entries WHERE feed_id = f.id AND unread = 1)`,
  'a version is shown of another article': `
    SELECT a.id FROM articles a JOIN versions v ON v.id = a.version_id WHERE v.article_id <> a.id`,
  'an article counts its pictures wrong': `
    SELECT a.id FROM articles a
    WHERE (a.picture_count, a.pictures_kept, a.pictures_failed) <> (
        SELECT count(iif(sha256 IS NOT NULL OR error_kind IS NOT 'skipped', 1, NULL)),
          count(sha256), count(iif(sha256 IS NULL AND error_kind <> 'skipped', 1, NULL))
        FROM pictures WHERE version_id = a.version_id
      )
      OR a.lead_sha256 IS NOT (
        SELECT sha256 FROM pictures
        WHERE version_id = a.version_id AND sha256 IS NOT NULL ORDER BY ordinal LIMIT 1
      )`,
  'an article counts what else is missing wrong': `
    SELECT a.id FROM articles a
    WHERE a.missing <> (
        SELECT count(*) FROM enclosures WHERE article_id = a.id AND wanted = 1 AND sha256 IS NULL
      ) + (
        SELECT count(*) FROM parts WHERE capture_id IS NULL AND is_end = 0 AND first_id = (
          SELECT max(id) FROM captures
          WHERE article_id = a.id AND id NOT IN (SELECT capture_id FROM parts WHERE capture_id > 0)
        )
      )`,
  'the space is counted wrong': `
    SELECT id FROM counts WHERE
      capture_bytes <> (SELECT ifnull(sum(octet_length(body)), 0) FROM captures)
      OR version_bytes <> (
        SELECT ifnull(sum(octet_length(html) + octet_length(text) + octet_length(captions)), 0)
        FROM versions)
      OR picture_bytes <> (SELECT ifnull(sum(size_bytes), 0) FROM media WHERE width > 0)
      OR attachment_bytes <> (SELECT ifnull(sum(size_bytes), 0) FROM media WHERE width = 0)`,
  'an article has no identity': `
    SELECT id FROM articles WHERE id NOT IN (SELECT article_id FROM identities)`,
};

/** What a library contradicts itself in, the full-text index included; empty as it should be. */
export function contradictionsOf(db: Db): string[] {
  const found = Object.entries(CONTRADICTIONS)
    .filter(([, sql]) => db.prepare(sql).get() !== undefined)
    .map(([contradiction]) => contradiction);
  if (!isDeepStrictEqual(counts(db), countedByHand(db))) found.push('the counts are wrong');
  if (!isDeepStrictEqual(db.pragma('foreign_key_check'), [])) found.push('a row names none');
  try {
    db.exec(`INSERT INTO search (search, rank) VALUES ('integrity-check', 1)`);
  } catch (error) {
    found.push(`the index is not of the articles: ${String(error)}`);
  }
  return found;
}

function countedByHand(db: Db): Counts {
  const one = (sql: string) => db.prepare<unknown[], number>(sql).pluck().get() ?? -1;
  return {
    articles: one('SELECT count(*) FROM articles'),
    unread: one('SELECT count(*) FROM articles WHERE unread = 1'),
    bookmarks: one('SELECT count(*) FROM articles WHERE bookmarked = 1'),
    saved: one(`SELECT count(*) FROM articles WHERE origin <> 'feed'`),
    savedUnread: one(`SELECT count(*) FROM articles WHERE origin <> 'feed' AND unread = 1`),
    incomplete: one(
      `SELECT count(*) FROM articles
       WHERE text_state <> 'kept' OR pictures_kept < picture_count OR missing > 0`,
    ),
    feeds: db
      .prepare<unknown[], { id: number; unread: number }>(
        `SELECT f.id, count(*) AS unread
         FROM feeds f JOIN entries e ON e.feed_id = f.id JOIN articles a ON a.id = e.article_id
         WHERE a.unread = 1 GROUP BY f.id ORDER BY f.id`,
      )
      .all(),
  };
}
