/**
 * Files that the reader brings, and what is known of being complete.
 *
 * - `imports`, `import_files`: what was handed over and how far it is taken, so that a process that
 *   is killed goes on; the files themselves lie in the folder `imports` until then.
 * - `brought`: what a file said of an article besides its text.
 * - `articles.missing`: attachments that are wanted and further parts that are still to be had, kept
 *   by triggers; with the state of its text and its pictures it says whether an article is complete.
 * - `travel`: the one that is being prepared, or was last; `travel_articles`: those that were not
 *   complete when it came to them, and whose jobs it has queued.
 * - `counts`: the space that captures, versions and attachments take, as pictures have it already.
 */
const COUNT_MISSING = `
  UPDATE articles SET missing = (
    SELECT count(*) FROM enclosures WHERE article_id = articles.id AND wanted = 1 AND sha256 IS NULL
  ) + (
    SELECT count(*) FROM parts WHERE capture_id IS NULL AND is_end = 0 AND first_id = (
      SELECT max(id) FROM captures WHERE article_id = articles.id
        AND NOT EXISTS (SELECT 1 FROM parts WHERE capture_id = captures.id)
    )
  )`;

const HAS_PARTS = `EXISTS (
  SELECT 1 FROM captures JOIN parts ON parts.first_id = captures.id
  WHERE captures.article_id = NEW.article_id
)`;

export const sql = `
ALTER TABLE articles ADD COLUMN missing INTEGER NOT NULL DEFAULT 0;
${COUNT_MISSING}
  WHERE id IN (SELECT article_id FROM enclosures WHERE wanted = 1 AND sha256 IS NULL)
    OR id IN (SELECT article_id FROM captures JOIN parts ON parts.first_id = captures.id);
CREATE INDEX articles_incomplete ON articles (sort_at, id)
  WHERE text_state <> 'kept' OR pictures_kept < picture_count OR missing > 0;
CREATE TRIGGER enclosures_inserted AFTER INSERT ON enclosures WHEN NEW.wanted = 1 BEGIN
  ${COUNT_MISSING} WHERE id = NEW.article_id;
END;
CREATE TRIGGER enclosures_changed AFTER UPDATE OF wanted, sha256 ON enclosures BEGIN
  ${COUNT_MISSING} WHERE id = NEW.article_id;
END;
CREATE TRIGGER enclosures_deleted AFTER DELETE ON enclosures WHEN OLD.wanted = 1 BEGIN
  ${COUNT_MISSING} WHERE id = OLD.article_id;
END;
CREATE TRIGGER parts_inserted AFTER INSERT ON parts BEGIN
  ${COUNT_MISSING} WHERE id = (SELECT article_id FROM captures WHERE id = NEW.first_id);
END;
CREATE TRIGGER parts_changed AFTER UPDATE ON parts BEGIN
  ${COUNT_MISSING} WHERE id = (SELECT article_id FROM captures WHERE id = NEW.first_id);
END;
CREATE TRIGGER captures_renewed AFTER INSERT ON captures WHEN ${HAS_PARTS} BEGIN
  ${COUNT_MISSING} WHERE id = NEW.article_id;
END;

ALTER TABLE counts ADD COLUMN capture_bytes INTEGER NOT NULL DEFAULT 0;
ALTER TABLE counts ADD COLUMN version_bytes INTEGER NOT NULL DEFAULT 0;
ALTER TABLE counts ADD COLUMN attachment_bytes INTEGER NOT NULL DEFAULT 0;
UPDATE counts SET
  capture_bytes = (SELECT ifnull(sum(octet_length(body)), 0) FROM captures),
  version_bytes = (
    SELECT ifnull(sum(octet_length(html) + octet_length(text) + octet_length(captions)), 0)
    FROM versions
  ),
  attachment_bytes = (SELECT ifnull(sum(size_bytes), 0) FROM media WHERE width = 0);
CREATE TRIGGER captures_inserted AFTER INSERT ON captures BEGIN
  UPDATE counts SET capture_bytes = capture_bytes + octet_length(NEW.body);
END;
CREATE TRIGGER captures_deleted AFTER DELETE ON captures BEGIN
  UPDATE counts SET capture_bytes = capture_bytes - octet_length(OLD.body);
END;
CREATE TRIGGER versions_inserted AFTER INSERT ON versions BEGIN
  UPDATE counts SET version_bytes = version_bytes
    + octet_length(NEW.html) + octet_length(NEW.text) + octet_length(NEW.captions);
END;
CREATE TRIGGER versions_deleted AFTER DELETE ON versions BEGIN
  UPDATE counts SET version_bytes = version_bytes
    - octet_length(OLD.html) - octet_length(OLD.text) - octet_length(OLD.captions);
END;
CREATE TRIGGER attachments_inserted AFTER INSERT ON media WHEN NEW.width = 0 BEGIN
  UPDATE counts SET attachment_bytes = attachment_bytes + NEW.size_bytes;
END;
CREATE TRIGGER attachments_deleted AFTER DELETE ON media WHEN OLD.width = 0 BEGIN
  UPDATE counts SET attachment_bytes = attachment_bytes - OLD.size_bytes;
END;
CREATE TRIGGER attachments_measured AFTER UPDATE OF width ON media
  WHEN OLD.width = 0 AND NEW.width > 0 BEGIN
  UPDATE counts SET attachment_bytes = attachment_bytes - NEW.size_bytes;
END;

CREATE TABLE imports (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  state TEXT NOT NULL CHECK (state IN ('receiving', 'running', 'stopped', 'done')),
  started_at INTEGER NOT NULL,
  error_kind TEXT,
  error_message TEXT,
  -- How many files are read to their end, and how much of the next one is kept, of how much.
  files_done INTEGER NOT NULL DEFAULT 0,
  items_done INTEGER NOT NULL DEFAULT 0,
  items INTEGER NOT NULL DEFAULT 0,
  -- JSON: what it brought and what it did not take, but for the articles.
  report TEXT NOT NULL
) STRICT;
CREATE TABLE import_files (
  import_id INTEGER NOT NULL REFERENCES imports(id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  path TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  received_bytes INTEGER NOT NULL,
  modified_at INTEGER,
  PRIMARY KEY (import_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE TABLE brought (
  article_id INTEGER PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE,
  file TEXT NOT NULL,
  imported_at INTEGER NOT NULL,
  saved_at INTEGER,
  tags TEXT NOT NULL
) STRICT;

CREATE TABLE travel (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  scope TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('running', 'stopped', 'done')),
  received_bytes INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE travel_articles (
  article_id INTEGER PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE
) STRICT;
`;
