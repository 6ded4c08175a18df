import type { Brought, CaptureInfo, Provenance } from '../contract/provenance.ts';
import type { ArticleId } from '../contract/types.ts';
import type { Db } from './open.ts';
import { listVersions } from './shown-version.ts';
import { prepared } from './statement.ts';

/**
 * Where an article came from: the feeds that carried it, the file it was brought in with, every page or
 * file that is kept of it, the newest first, and the texts that were made of them. `undefined` for
 * one that is not in the library. No capture's bytes are read.
 */
export function provenanceOf(db: Db, id: ArticleId): Provenance | undefined {
  const article = prepared<Described>(
    db,
    `SELECT id, address, authors, published_at AS publishedAt, published_zone AS publishedZone,
       modified_at AS modifiedAt, modified_zone AS modifiedZone, fetched_at AS fetchedAt
     FROM articles WHERE id = ?`,
  ).get(id);
  if (article === undefined) return undefined;
  return {
    ...article,
    authors: texts(article.authors),
    entries: entriesOf(db, id),
    brought: broughtWith(db, id) ?? null,
    captures: capturesOf(db, id),
    versions: listVersions(db, id),
  };
}

/** In the order in which the feeds were seen to carry it. */
function entriesOf(db: Db, id: ArticleId): Provenance['entries'] {
  return prepared<Provenance['entries'][number]>(
    db,
    `SELECT e.feed_id AS feedId, f.title, e.guid, e.address, e.published_at AS publishedAt,
       e.first_seen_at AS firstSeenAt
     FROM entries e JOIN feeds f ON f.id = e.feed_id
     WHERE e.article_id = ? ORDER BY e.first_seen_at, e.feed_id`,
  ).all(id);
}

function broughtWith(db: Db, id: ArticleId): Brought | undefined {
  const row = prepared<Omit<Brought, 'tags'> & { tags: string }>(
    db,
    `SELECT file, imported_at AS importedAt, saved_at AS savedAt, tags FROM brought
     WHERE article_id = ?`,
  ).get(id);
  return row === undefined ? undefined : { ...row, tags: texts(row.tags) };
}

function capturesOf(db: Db, id: ArticleId): CaptureInfo[] {
  return prepared<CaptureRow>(
    db,
    `SELECT c.id, c.address AS addressAsked, c.final_address AS addressReached,
       c.file_name AS fileName, c.status, c.headers, c.fetched_at AS fetchedAt, c.sha256,
       c.size_bytes AS sizeBytes, octet_length(c.body) AS keptBytes, ifnull(p.part, 1) AS part,
       r.extractor
     FROM captures c LEFT JOIN parts p ON p.capture_id = c.id
       LEFT JOIN readings r ON r.capture_id = c.id
     WHERE c.article_id = ? ORDER BY c.id DESC`,
  )
    .all(id)
    .map((row) => Object.assign(row, { headers: pairs(row.headers) }));
}

type Described = Omit<Provenance, 'authors' | 'entries' | 'brought' | 'captures' | 'versions'> & {
  authors: string;
};

type CaptureRow = Omit<CaptureInfo, 'headers'> & { headers: string };

/** What is no list of texts is an empty one: a damaged row must not hide the others. */
function texts(json: string): string[] {
  const found = parsed(json);
  return Array.isArray(found) ? found.filter((one) => typeof one === 'string') : [];
}

function pairs(json: string): [name: string, value: string][] {
  const found = parsed(json);
  if (!Array.isArray(found)) return [];
  const rows: unknown[] = found;
  return rows.flatMap((row): [string, string][] => {
    if (!Array.isArray(row)) return [];
    const [name, value]: unknown[] = row;
    return typeof name === 'string' && typeof value === 'string' ? [[name, value]] : [];
  });
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
