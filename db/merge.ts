import type { ArticleId } from '../contract/types.ts';
import type { Db } from './open.ts';
import { countPictures } from './pictures.ts';
import { indexArticle, unindexArticle } from './search-index.ts';
import { prepared } from './statement.ts';
import { transact } from './transact.ts';

/**
 * Makes two articles one that turned out to be one (docs/identity.md): what was kept of either is
 * kept, and what is known of either is known. The one that goes is still found by its id.
 *
 * 1. Read if either was read, bookmarked if either was; saved if the reader saved either.
 * 2. Every feed that carried either carries it; captures, versions and files are put together.
 * 3. The reader sees the text that was made of a page rather than a feed's, and the longer one.
 * 4. What led to the one that goes leads to the other.
 */
export function mergeArticles(db: Db, kept: ArticleId, gone: ArticleId): void {
  transact(db, () => {
    unindexArticle(db, kept);
    unindexArticle(db, gone);
    const both = { kept, gone };
    for (const sql of STATE) prepared(db, sql).run(both);
    for (const sql of CONTENT) prepared(db, sql).run(both);
    const shown = prepared<number | null>(db, BETTER_VERSION).pluck().get(both) ?? null;
    if (shown !== null) prepared(db, SHOW_OTHERS).run(both);
    for (const sql of LEAD) prepared(db, sql).run(both);
    prepared(db, 'INSERT OR REPLACE INTO identities (key, article_id) VALUES (?, ?)').run(
      formerKey(gone),
      kept,
    );
    prepared(db, 'DELETE FROM articles WHERE id = ?').run(gone);
    const version = prepared<number | null>(db, 'SELECT version_id FROM articles WHERE id = ?')
      .pluck()
      .get(kept);
    if (version !== undefined && version !== null) countPictures(db, version);
    indexArticle(db, kept);
  });
}

/** The article that an id leads to now, where the article it was given to has become another one. */
export function articleNow(db: Db, id: ArticleId): ArticleId {
  const sql = 'SELECT article_id FROM identities WHERE key = ?';
  return prepared<ArticleId>(db, sql).pluck().get(formerKey(id)) ?? id;
}

function formerKey(id: ArticleId): string {
  return `id:${id}`;
}

const STATE = [
  `INSERT INTO states (article_id, read_at, position_block, position_fraction)
   SELECT :kept, read_at, position_block, position_fraction FROM states WHERE article_id = :gone
   ON CONFLICT (article_id) DO UPDATE SET
     read_at = coalesce(states.read_at, excluded.read_at),
     position_fraction = iif(states.position_block IS NULL, excluded.position_fraction,
       states.position_fraction),
     position_block = coalesce(states.position_block, excluded.position_block)`,
  `INSERT INTO bookmarks (article_id, added_at)
   SELECT :kept, added_at FROM bookmarks WHERE article_id = :gone ON CONFLICT DO NOTHING`,
  'DELETE FROM states WHERE article_id = :gone',
  'DELETE FROM bookmarks WHERE article_id = :gone',
  `UPDATE articles SET origin = (SELECT origin FROM articles WHERE id = :gone)
   WHERE id = :kept AND origin = 'feed'`,
];

const CONTENT = [
  `INSERT INTO entries (feed_id, article_id, guid, address, content_sha256, published_at,
     first_seen_at, sort_at, unread)
   SELECT e.feed_id, a.id, e.guid, e.address, e.content_sha256, e.published_at, e.first_seen_at,
     a.sort_at, a.unread
   FROM entries e JOIN articles a ON a.id = :kept
   WHERE e.article_id = :gone ON CONFLICT DO NOTHING`,
  'UPDATE captures SET article_id = :kept WHERE article_id = :gone',
  'UPDATE versions SET article_id = :kept WHERE article_id = :gone',
  `INSERT INTO enclosures (article_id, ordinal, address, type, title, size_bytes,
     duration_seconds, wanted, sha256, error_kind, error_message)
   SELECT :kept,
     ordinal + (SELECT ifnull(max(ordinal) + 1, 0) FROM enclosures WHERE article_id = :kept),
     address, type, title, size_bytes, duration_seconds, wanted, sha256, error_kind, error_message
   FROM enclosures
   WHERE article_id = :gone
     AND address NOT IN (SELECT address FROM enclosures WHERE article_id = :kept)`,
];

/** The other's shown version, where it is the better one; a page's text has to be no teaser. */
const BETTER_VERSION = `
  SELECT theirs.id
  FROM articles b JOIN versions theirs ON theirs.id = b.version_id,
    articles a LEFT JOIN versions ours ON ours.id = a.version_id
  WHERE a.id = :kept AND b.id = :gone AND (
    ours.id IS NULL
    OR (ours.text_from = 'feed' AND theirs.text_from <> 'feed'
      AND theirs.word_count * 2 >= ours.word_count)
    OR (ours.text_from = theirs.text_from AND theirs.word_count > ours.word_count)
  )`;

const SHOW_OTHERS = `
  UPDATE articles SET
    (title, subtitle, authors, site_name, excerpt, language, direction, modified_at, fetched_at,
      word_count, version_id, text_state, error_kind, error_message) = (
      SELECT title, subtitle, authors, site_name, excerpt, language, direction, modified_at,
        fetched_at, word_count, version_id, text_state, error_kind, error_message
      FROM articles WHERE id = :gone
    )
  WHERE id = :kept`;

const LEAD = [
  'UPDATE identities SET article_id = :kept WHERE article_id = :gone',
  'UPDATE OR IGNORE jobs SET article_id = :kept WHERE article_id = :gone',
];
