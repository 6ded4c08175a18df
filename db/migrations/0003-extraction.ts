/**
 * What extraction gives besides the text; the space that pictures take; which extractor has read
 * which capture, and which captures are further parts of an article. The last two are tables of
 * their own, because a changed row of `captures` would be written anew with its whole body.
 */
export const sql = `
ALTER TABLE articles ADD COLUMN section TEXT;
-- Minutes east of UTC, as the page writes the time; NULL where it says none.
ALTER TABLE articles ADD COLUMN published_zone INTEGER;
ALTER TABLE articles ADD COLUMN modified_zone INTEGER;

-- Other addresses of the same picture, the best first, as a JSON list.
ALTER TABLE pictures ADD COLUMN others TEXT NOT NULL DEFAULT '[]';

-- The space that pictures take; sound, film and files are not measured in pixels.
ALTER TABLE counts ADD COLUMN picture_bytes INTEGER NOT NULL DEFAULT 0;
UPDATE counts SET picture_bytes = (SELECT ifnull(sum(size_bytes), 0) FROM media WHERE width > 0);
CREATE TRIGGER media_inserted AFTER INSERT ON media WHEN NEW.width > 0 BEGIN
  UPDATE counts SET picture_bytes = picture_bytes + NEW.size_bytes;
END;
CREATE TRIGGER media_deleted AFTER DELETE ON media WHEN OLD.width > 0 BEGIN
  UPDATE counts SET picture_bytes = picture_bytes - OLD.size_bytes;
END;
CREATE TRIGGER media_measured AFTER UPDATE OF width ON media WHEN OLD.width = 0 AND NEW.width > 0 BEGIN
  UPDATE counts SET picture_bytes = picture_bytes + NEW.size_bytes;
END;
-- Whose pictures may go first, where their space is limited.
CREATE INDEX articles_with_pictures ON articles (unread, sort_at)
  WHERE pictures_kept > 0 AND bookmarked = 0 AND origin = 'feed';

-- The extractor that read a capture last, whether or not it found an article.
CREATE TABLE readings (
  capture_id INTEGER PRIMARY KEY REFERENCES captures(id) ON DELETE CASCADE,
  extractor TEXT NOT NULL
) STRICT;
INSERT INTO readings
  SELECT capture_id, extractor FROM versions WHERE id IN (
    SELECT max(id) FROM versions WHERE capture_id IS NOT NULL GROUP BY capture_id
  );

-- The further parts of an article, by the capture of its first; without a capture until fetched.
CREATE TABLE parts (
  first_id INTEGER NOT NULL REFERENCES captures(id) ON DELETE CASCADE,
  part INTEGER NOT NULL,
  address TEXT NOT NULL,
  capture_id INTEGER UNIQUE REFERENCES captures(id) ON DELETE SET NULL,
  -- What was there is no part: the article ends before it.
  is_end INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (first_id, part)
) STRICT, WITHOUT ROWID;
`;
