/**
 * What extraction gives besides the text, and which extractor has read which capture. In tables of
 * their own where a capture is concerned: a changed row of `captures` would be written anew with
 * its whole body.
 */
export const sql = `
ALTER TABLE articles ADD COLUMN section TEXT;
-- Minutes east of UTC, as the page writes the time; NULL where it says none.
ALTER TABLE articles ADD COLUMN published_zone INTEGER;
ALTER TABLE articles ADD COLUMN modified_zone INTEGER;

-- Other addresses of the same picture, the best first, as a JSON list.
ALTER TABLE pictures ADD COLUMN others TEXT NOT NULL DEFAULT '[]';

-- The extractor that read a capture last, whether or not it found an article.
CREATE TABLE readings (
  capture_id INTEGER PRIMARY KEY REFERENCES captures(id) ON DELETE CASCADE,
  extractor TEXT NOT NULL
) STRICT;
INSERT INTO readings
  SELECT capture_id, extractor FROM versions WHERE id IN (
    SELECT max(id) FROM versions WHERE capture_id IS NOT NULL GROUP BY capture_id
  );

-- The captures of an article's further parts, by the capture of its first.
CREATE TABLE parts (
  capture_id INTEGER PRIMARY KEY REFERENCES captures(id) ON DELETE CASCADE,
  first_id INTEGER NOT NULL REFERENCES captures(id) ON DELETE CASCADE,
  part INTEGER NOT NULL,
  UNIQUE (first_id, part)
) STRICT;
`;
