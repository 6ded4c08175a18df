/**
 * The first schema: everything a library keeps.
 *
 * - `identities` and `states` stand apart from `articles` and have no foreign key to it, so that
 *   an article which is removed and comes back is the same article, and still read.
 * - Ids are `AUTOINCREMENT`, never given twice: otherwise the identities and the state of a removed
 *   article would pass to the next one, and a job under way could end a job it does not know.
 * - `articles.unread`, `articles.bookmarked`, `entries.unread`, `entries.sort_at`,
 *   `feeds.unread_count`, `feeds.article_count` and `counts` are copies for speed: a list page
 *   walks one index and a count is one row. Triggers keep them, so no code path can forget to.
 * - The full-text index takes its content from the view `search_content`; `db/search-index.ts` keeps
 *   it in step with the current version of each article.
 */
export const sql = `
CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE folders (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  parent_id INTEGER REFERENCES folders(id) ON DELETE CASCADE,
  title TEXT NOT NULL
) STRICT;

CREATE TABLE feeds (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  folder_id INTEGER REFERENCES folders(id) ON DELETE SET NULL,
  address TEXT NOT NULL UNIQUE,
  site_address TEXT,
  title TEXT NOT NULL,
  text_from TEXT NOT NULL DEFAULT 'page' CHECK (text_from IN ('page', 'feed')),
  etag TEXT,
  last_modified TEXT,
  body_sha256 TEXT,
  added_at INTEGER NOT NULL,
  last_tried_at INTEGER,
  last_succeeded_at INTEGER,
  next_fetch_at INTEGER NOT NULL DEFAULT 0,
  failures INTEGER NOT NULL DEFAULT 0,
  error_kind TEXT,
  error_message TEXT,
  article_count INTEGER NOT NULL DEFAULT 0,
  unread_count INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE articles (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  origin TEXT NOT NULL CHECK (origin IN ('feed', 'saved', 'file')),
  address TEXT,
  title TEXT NOT NULL,
  subtitle TEXT,
  authors TEXT NOT NULL DEFAULT '[]',
  source TEXT NOT NULL,
  site_name TEXT,
  excerpt TEXT NOT NULL DEFAULT '',
  language TEXT,
  direction TEXT NOT NULL DEFAULT 'ltr' CHECK (direction IN ('ltr', 'rtl')),
  published_at INTEGER,
  modified_at INTEGER,
  fetched_at INTEGER,
  sort_at INTEGER NOT NULL,
  word_count INTEGER NOT NULL DEFAULT 0,
  version_id INTEGER REFERENCES versions(id) ON DELETE SET NULL,
  text_state TEXT NOT NULL CHECK (text_state IN ('waiting', 'kept', 'failed')),
  error_kind TEXT,
  error_message TEXT,
  picture_count INTEGER NOT NULL DEFAULT 0,
  pictures_kept INTEGER NOT NULL DEFAULT 0,
  pictures_failed INTEGER NOT NULL DEFAULT 0,
  lead_sha256 TEXT,
  unread INTEGER NOT NULL DEFAULT 1,
  bookmarked INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX articles_newest ON articles (sort_at, id);
CREATE INDEX articles_unread ON articles (sort_at, id) WHERE unread = 1;
CREATE INDEX articles_bookmarked ON articles (sort_at, id) WHERE bookmarked = 1;
CREATE INDEX articles_saved ON articles (sort_at, id) WHERE origin <> 'feed';
CREATE INDEX articles_by_version ON articles (version_id);

CREATE TABLE identities (
  key TEXT PRIMARY KEY,
  article_id INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX identities_by_article ON identities (article_id);

CREATE TABLE entries (
  feed_id INTEGER NOT NULL REFERENCES feeds(id) ON DELETE CASCADE,
  article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  guid TEXT,
  address TEXT,
  content_sha256 TEXT NOT NULL,
  published_at INTEGER,
  first_seen_at INTEGER NOT NULL,
  sort_at INTEGER NOT NULL,
  unread INTEGER NOT NULL,
  PRIMARY KEY (feed_id, article_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX entries_newest ON entries (feed_id, sort_at, article_id);
CREATE INDEX entries_unread ON entries (feed_id, sort_at, article_id) WHERE unread = 1;
CREATE INDEX entries_by_article ON entries (article_id);

CREATE TABLE states (
  article_id INTEGER PRIMARY KEY,
  read_at INTEGER,
  position_block INTEGER,
  position_fraction REAL
) STRICT;

CREATE TABLE bookmarks (
  article_id INTEGER PRIMARY KEY,
  added_at INTEGER NOT NULL
) STRICT;

CREATE TABLE captures (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  address TEXT,
  final_address TEXT,
  file_name TEXT,
  status INTEGER,
  headers TEXT NOT NULL DEFAULT '[]',
  fetched_at INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  body BLOB NOT NULL
) STRICT;
CREATE INDEX captures_by_article ON captures (article_id);

CREATE TABLE versions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  capture_id INTEGER REFERENCES captures(id) ON DELETE SET NULL,
  text_from TEXT NOT NULL CHECK (text_from IN ('page', 'feed', 'file')),
  extractor TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  title TEXT NOT NULL,
  html TEXT NOT NULL,
  text TEXT NOT NULL,
  captions TEXT NOT NULL,
  word_count INTEGER NOT NULL
) STRICT;
CREATE INDEX versions_by_article ON versions (article_id);
CREATE INDEX versions_by_capture ON versions (capture_id);

CREATE TABLE media (
  sha256 TEXT PRIMARY KEY,
  type TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  size_bytes INTEGER NOT NULL,
  kept_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE pictures (
  version_id INTEGER NOT NULL REFERENCES versions(id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  address TEXT NOT NULL,
  alt TEXT NOT NULL,
  caption TEXT NOT NULL,
  credit TEXT NOT NULL,
  gallery INTEGER,
  width INTEGER,
  height INTEGER,
  sha256 TEXT REFERENCES media(sha256),
  error_kind TEXT,
  error_message TEXT,
  PRIMARY KEY (version_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX pictures_by_sha256 ON pictures (sha256) WHERE sha256 IS NOT NULL;
CREATE INDEX pictures_by_address ON pictures (address) WHERE sha256 IS NOT NULL;

CREATE TABLE jobs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('refresh', 'page', 'extract', 'picture')),
  feed_id INTEGER REFERENCES feeds(id) ON DELETE CASCADE,
  article_id INTEGER REFERENCES articles(id) ON DELETE CASCADE,
  capture_id INTEGER REFERENCES captures(id) ON DELETE CASCADE,
  version_id INTEGER REFERENCES versions(id) ON DELETE CASCADE,
  ordinal INTEGER,
  -- Where the job connects to; empty for work on this machine.
  host TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  run_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX jobs_once ON jobs (kind, ifnull(feed_id, 0), ifnull(article_id, 0), ifnull(capture_id, 0), ifnull(version_id, 0), ifnull(ordinal, 0));
CREATE INDEX jobs_by_host ON jobs (host, run_at, id);
CREATE INDEX jobs_by_kind ON jobs (kind, run_at);
CREATE INDEX jobs_by_time ON jobs (run_at);
CREATE INDEX jobs_by_feed ON jobs (feed_id);
CREATE INDEX jobs_by_article ON jobs (article_id);
CREATE INDEX jobs_by_capture ON jobs (capture_id);
CREATE INDEX jobs_by_version ON jobs (version_id);

CREATE TABLE counts (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  articles INTEGER NOT NULL,
  unread INTEGER NOT NULL,
  bookmarks INTEGER NOT NULL,
  saved INTEGER NOT NULL,
  saved_unread INTEGER NOT NULL
) STRICT;
INSERT INTO counts VALUES (1, 0, 0, 0, 0, 0);

CREATE TRIGGER articles_inserted AFTER INSERT ON articles BEGIN
  UPDATE counts SET
    articles = articles + 1,
    unread = unread + NEW.unread,
    bookmarks = bookmarks + NEW.bookmarked,
    saved = saved + (NEW.origin <> 'feed'),
    saved_unread = saved_unread + (NEW.origin <> 'feed') * NEW.unread;
END;
CREATE TRIGGER articles_deleted AFTER DELETE ON articles BEGIN
  UPDATE counts SET
    articles = articles - 1,
    unread = unread - OLD.unread,
    bookmarks = bookmarks - OLD.bookmarked,
    saved = saved - (OLD.origin <> 'feed'),
    saved_unread = saved_unread - (OLD.origin <> 'feed') * OLD.unread;
END;
CREATE TRIGGER articles_marked AFTER UPDATE OF unread, bookmarked, origin ON articles BEGIN
  UPDATE counts SET
    unread = unread + NEW.unread - OLD.unread,
    bookmarks = bookmarks + NEW.bookmarked - OLD.bookmarked,
    saved = saved + (NEW.origin <> 'feed') - (OLD.origin <> 'feed'),
    saved_unread = saved_unread + (NEW.origin <> 'feed') * NEW.unread - (OLD.origin <> 'feed') * OLD.unread;
  UPDATE entries SET unread = NEW.unread WHERE article_id = NEW.id AND unread <> NEW.unread;
END;
CREATE TRIGGER articles_moved AFTER UPDATE OF sort_at ON articles WHEN NEW.sort_at <> OLD.sort_at BEGIN
  UPDATE entries SET sort_at = NEW.sort_at WHERE article_id = NEW.id;
END;

CREATE TRIGGER entries_inserted AFTER INSERT ON entries BEGIN
  UPDATE feeds SET article_count = article_count + 1, unread_count = unread_count + NEW.unread WHERE id = NEW.feed_id;
END;
CREATE TRIGGER entries_deleted AFTER DELETE ON entries BEGIN
  UPDATE feeds SET article_count = article_count - 1, unread_count = unread_count - OLD.unread WHERE id = OLD.feed_id;
END;
CREATE TRIGGER entries_marked AFTER UPDATE OF unread ON entries WHEN NEW.unread <> OLD.unread BEGIN
  UPDATE feeds SET unread_count = unread_count + NEW.unread - OLD.unread WHERE id = NEW.feed_id;
END;

CREATE TRIGGER states_inserted AFTER INSERT ON states BEGIN
  UPDATE articles SET unread = NEW.read_at IS NULL WHERE id = NEW.article_id AND unread <> (NEW.read_at IS NULL);
END;
CREATE TRIGGER states_changed AFTER UPDATE OF read_at ON states BEGIN
  UPDATE articles SET unread = NEW.read_at IS NULL WHERE id = NEW.article_id AND unread <> (NEW.read_at IS NULL);
END;
CREATE TRIGGER bookmarks_inserted AFTER INSERT ON bookmarks BEGIN
  UPDATE articles SET bookmarked = 1 WHERE id = NEW.article_id;
END;
CREATE TRIGGER bookmarks_deleted AFTER DELETE ON bookmarks BEGIN
  UPDATE articles SET bookmarked = 0 WHERE id = OLD.article_id;
END;

CREATE VIEW search_content (id, title, authors, body, captions) AS
  SELECT
    a.id,
    spaced(a.title),
    -- As a line of names. Not by json_each: FTS5 checks its content without virtual tables.
    spaced(replace(trim(a.authors, '["]'), '","', ', ')),
    spaced(coalesce(v.text, a.excerpt)),
    spaced(coalesce(v.captions, ''))
  FROM articles a LEFT JOIN versions v ON v.id = a.version_id;
CREATE VIRTUAL TABLE search USING fts5 (
  title, authors, body, captions,
  content = 'search_content', content_rowid = 'id',
  -- Marks (Mn, Mc) belong to words: without them a Hindi word falls apart at its vowels.
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'", prefix = '2 3'
);
`;
