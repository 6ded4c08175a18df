import { indexArticle, indexWaiting } from '../db/search-index.ts';
import type { Db } from '../db/open.ts';
import { EXTRACTOR } from '../main/engine/extract/types.ts';
import type { FilledArticle } from './fill.ts';

const articlesAtOnce = 5000;

/**
 * Inserts articles into a new library, leaving the rows that the engine's functions would leave
 * (`keepEntry`, `addVersion`, `setTextState`, `markRead`, `bookmark`) in a quarter of their time:
 * every row is written once, in its last state. The library's triggers do the counting, and the
 * search index is written by the library's own function.
 */
export function insertArticles(
  db: Db,
  articles: Iterable<FilledArticle>,
  tell: (written: number) => void,
): void {
  // An article names its version and the version its article: one of them has to come first.
  db.pragma('foreign_keys = OFF');
  const insert = prepareInsert(db);
  let written = 0;
  db.exec('BEGIN');
  for (const article of articles) {
    insert(article);
    written += 1;
    if (written % articlesAtOnce === 0) {
      db.exec('COMMIT');
      indexWaiting(db, Infinity);
      db.exec('BEGIN');
      tell(written);
    }
  }
  db.exec('COMMIT');
  indexWaiting(db, Infinity);
  db.pragma('foreign_keys = ON');
}

function prepareInsert(db: Db): (article: FilledArticle) => void {
  const state = db.prepare('INSERT INTO states (article_id, read_at) VALUES (:id, :fetchedAt)');
  const bookmark = db.prepare('INSERT INTO bookmarks VALUES (:id, :fetchedAt)');
  const identity = db.prepare('INSERT INTO identities VALUES (?, ?)');
  const version = db.prepare(
    `INSERT INTO versions (id, article_id, capture_id, text_from, extractor, made_at, title, html,
       text, captions, word_count)
     VALUES (:id, :id, NULL, 'feed', '${EXTRACTOR}', :fetchedAt, :title, :html, :text, '', :wordCount)`,
  );
  const article = db.prepare(
    `INSERT INTO articles (id, origin, address, title, authors, source, excerpt, language,
       published_at, fetched_at, sort_at, word_count, version_id, text_state, unread, bookmarked)
     VALUES (:id, 'feed', :address, :title, :authors, :source, :excerpt, :language,
       :publishedAt, :fetchedAt, :publishedAt, :wordCount, :id, 'kept', :unread, :bookmarked)`,
  );
  const entry = db.prepare(
    `INSERT INTO entries (feed_id, article_id, guid, address, content_sha256, published_at,
       first_seen_at, sort_at, unread)
     VALUES (:feedId, :id, :address, :address, :contentSha256, :publishedAt, :fetchedAt,
       :publishedAt, :unread)`,
  );

  return ({ number: id, feed, identityKeys, isRead, isBookmarked, ...written }) => {
    const row = {
      ...written,
      id,
      feedId: feed.id,
      source: feed.title,
      authors: JSON.stringify(written.authors),
      excerpt: excerptOf(written.text),
      unread: isRead ? 0 : 1,
      bookmarked: isBookmarked ? 1 : 0,
    };
    if (isRead) state.run(row);
    if (isBookmarked) bookmark.run(row);
    for (const key of identityKeys) identity.run(key, id);
    version.run(row);
    article.run(row);
    entry.run(row);
    indexArticle(db, id);
  };
}

/** As `db/versions.ts` makes it. */
function excerptOf(text: string): string {
  const start = text.slice(0, 1200).replaceAll(/\s+/g, ' ').trim();
  if (start.length <= 300) return start;
  const cut = start.slice(0, 299);
  const lastSpace = cut.lastIndexOf(' ');
  return `${lastSpace > 150 ? cut.slice(0, lastSpace) : cut}…`;
}

/**
 * Compares what triggers counted with what is there, and the search index with the texts.
 * @throws Error naming what is wrong
 */
export function checkFilled(db: Db, articles: number): void {
  const wrong = db
    .prepare<[number], string>(
      `SELECT 'articles' FROM counts
         WHERE articles <> ? OR articles <> (SELECT count(*) FROM articles)
       UNION ALL SELECT 'unread' FROM counts
         WHERE unread <> (SELECT count(*) FROM articles WHERE unread = 1)
       UNION ALL SELECT 'bookmarks' FROM counts
         WHERE bookmarks <> (SELECT count(*) FROM bookmarks)
       UNION ALL SELECT title FROM feeds
         WHERE unread_count <> (SELECT count(*) FROM entries WHERE feed_id = feeds.id AND unread = 1)
       UNION ALL SELECT "table" FROM pragma_foreign_key_check`,
    )
    .pluck()
    .all(articles);
  if (wrong.length > 0) throw new Error(`bench: the library is wrong: ${wrong.join(', ')}`);
  // With rank 1 the index is compared with the view it was made from.
  db.exec(`INSERT INTO search (search, rank) VALUES ('integrity-check', 1)`);
}
