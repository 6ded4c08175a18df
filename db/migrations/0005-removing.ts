/**
 * Articles that the reader removed (docs/retention.md): what still lists them does not bring them
 * back. One that comes back all the same, because its reader brings it, is removed no more.
 */
export const sql = `
CREATE TABLE dismissed (article_id INTEGER PRIMARY KEY) STRICT;
CREATE TRIGGER articles_brought_back AFTER INSERT ON articles BEGIN
  DELETE FROM dismissed WHERE article_id = NEW.id;
END;
`;
