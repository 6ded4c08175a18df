/**
 * Subscriptions at full strength.
 *
 * - `feeds`: a title of the reader's own, settings, the icon (`icon_address`: where the feed says
 *   that it is; `icon_tried_at`: when it was last looked for), what the publisher says of when to
 *   come (`hints`, JSON), a permanent redirect that has not held long enough yet, and
 *   `identity_address`: the address its guids are known by, which stays when the feed moves.
 *   `typed`: whether the reader typed the address, so that it may be on this network.
 * - `enclosures`: the files that feeds give with entries. One that is kept is a row of `media`, as
 *   a picture is; its width and height are 0.
 * - `hosts`: those that asked to be left alone, or did not answer, and until when.
 * - `logins`: what a feed is asked with, sealed by the system's keychain where there is one.
 * - `unindexed`: articles that are not in the full-text index yet (docs/decisions/0008). The index
 *   is made anew, because its view leaves them out; it fills itself again while Carrel is idle.
 * - `jobs` is made anew, because its kinds are checked.
 */
export const sql = `
ALTER TABLE feeds ADD COLUMN own_title TEXT;
ALTER TABLE feeds ADD COLUMN every_minutes INTEGER;
ALTER TABLE feeds ADD COLUMN pictures INTEGER NOT NULL DEFAULT 1;
ALTER TABLE feeds ADD COLUMN keep INTEGER;
ALTER TABLE feeds ADD COLUMN enclosures INTEGER NOT NULL DEFAULT 0;
ALTER TABLE feeds ADD COLUMN typed INTEGER NOT NULL DEFAULT 1;
ALTER TABLE feeds ADD COLUMN icon_address TEXT;
ALTER TABLE feeds ADD COLUMN icon_sha256 TEXT REFERENCES media(sha256);
ALTER TABLE feeds ADD COLUMN icon_tried_at INTEGER;
ALTER TABLE feeds ADD COLUMN hints TEXT NOT NULL DEFAULT '{}';
ALTER TABLE feeds ADD COLUMN moved_to TEXT;
ALTER TABLE feeds ADD COLUMN moved_since INTEGER;
ALTER TABLE feeds ADD COLUMN gone INTEGER NOT NULL DEFAULT 0;
ALTER TABLE feeds ADD COLUMN identity_address TEXT;
UPDATE feeds SET identity_address = address;
-- A page is the same over http and https (docs/identity.md).
UPDATE OR IGNORE identities SET key = 'url:https://' || substr(key, 12) WHERE key LIKE 'url:http://%';
CREATE INDEX feeds_by_folder ON feeds (folder_id);
CREATE INDEX feeds_by_icon ON feeds (icon_sha256) WHERE icon_sha256 IS NOT NULL;
CREATE INDEX feeds_due ON feeds (next_fetch_at) WHERE gone = 0;

CREATE TABLE enclosures (
  article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  address TEXT NOT NULL,
  type TEXT,
  title TEXT,
  size_bytes INTEGER,
  duration_seconds INTEGER,
  wanted INTEGER NOT NULL DEFAULT 0,
  sha256 TEXT REFERENCES media(sha256),
  error_kind TEXT,
  error_message TEXT,
  PRIMARY KEY (article_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX enclosures_by_address ON enclosures (address) WHERE sha256 IS NOT NULL;
CREATE INDEX enclosures_by_sha256 ON enclosures (sha256) WHERE sha256 IS NOT NULL;

CREATE TABLE hosts (
  host TEXT PRIMARY KEY,
  failures INTEGER NOT NULL,
  retry_at INTEGER NOT NULL,
  asked INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE logins (
  feed_id INTEGER PRIMARY KEY REFERENCES feeds(id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('basic', 'bearer')),
  sealed BLOB NOT NULL,
  sealed_by TEXT NOT NULL CHECK (sealed_by IN ('keychain', 'library'))
) STRICT;

CREATE TABLE unindexed (
  article_id INTEGER PRIMARY KEY
) STRICT;
DROP TABLE search;
DROP VIEW search_content;
INSERT INTO unindexed SELECT id FROM articles;
CREATE VIEW indexed_articles (id, title, authors, body, captions) AS
  SELECT
    a.id,
    spaced(a.title),
    -- As a line of names. Not by json_each: FTS5 checks its content without virtual tables.
    spaced(replace(trim(a.authors, '["]'), '","', ', ')),
    spaced(coalesce(v.text, a.excerpt)),
    spaced(coalesce(v.captions, ''))
  FROM articles a LEFT JOIN versions v ON v.id = a.version_id
  WHERE NOT EXISTS (SELECT 1 FROM unindexed WHERE article_id = a.id);
CREATE VIRTUAL TABLE search USING fts5 (
  title, authors, body, captions,
  content = 'indexed_articles', content_rowid = 'id',
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'", prefix = '2 3'
);

CREATE TABLE jobs_2 (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('refresh', 'page', 'extract', 'picture', 'icon', 'enclosure')),
  feed_id INTEGER REFERENCES feeds(id) ON DELETE CASCADE,
  article_id INTEGER REFERENCES articles(id) ON DELETE CASCADE,
  capture_id INTEGER REFERENCES captures(id) ON DELETE CASCADE,
  version_id INTEGER REFERENCES versions(id) ON DELETE CASCADE,
  ordinal INTEGER,
  -- Where the job connects to: what is polite is counted by it. Empty for work on this machine.
  host TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  run_at INTEGER NOT NULL
) STRICT;
INSERT INTO jobs_2 SELECT * FROM jobs;
DROP TABLE jobs;
ALTER TABLE jobs_2 RENAME TO jobs;
CREATE UNIQUE INDEX jobs_once ON jobs (kind, ifnull(feed_id, 0), ifnull(article_id, 0), ifnull(capture_id, 0), ifnull(version_id, 0), ifnull(ordinal, 0));
CREATE INDEX jobs_by_host ON jobs (host, run_at, id);
CREATE INDEX jobs_by_kind ON jobs (kind, run_at);
CREATE INDEX jobs_by_time ON jobs (run_at);
CREATE INDEX jobs_by_feed ON jobs (feed_id);
CREATE INDEX jobs_by_article ON jobs (article_id);
CREATE INDEX jobs_by_capture ON jobs (capture_id);
CREATE INDEX jobs_by_version ON jobs (version_id);
`;
