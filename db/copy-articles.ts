import Database from 'better-sqlite3';
import type { ArticleId } from '../contract/types.ts';
import type { CopiedLibrary } from './backup-copy.ts';
import { copyRows } from './copy-rows.ts';
import { migrate, SCHEMA } from './migrate.ts';
import type { Db } from './open.ts';
import { restoreArticle } from './restore-article.ts';
import { spaced } from './spaced.ts';
import { forgetStatements, prepared } from './statement.ts';

/**
 * The database of a backup that is limited to some articles (docs/export.md): a new library, into
 * which they are put by the very way by which a backup is restored, from the library itself. No feed
 * is in it, and nothing of other articles.
 */

/** Makes such a database, with the library attached to it as `backup`. */
export function beginArticlesCopy(library: string, file: string): Db {
  const copy = new Database(file);
  try {
    // Nobody goes on with half of it: it is made anew, and synced when it is in the archive.
    copy.pragma('journal_mode = MEMORY');
    copy.pragma('synchronous = OFF');
    copy.pragma('foreign_keys = ON');
    copy.function('spaced', { deterministic: true }, spaced);
    migrate(copy);
    copy.prepare('ATTACH ? AS backup').run(library);
    return copy;
  } catch (error) {
    copy.close();
    throw error;
  }
}

/**
 * Copies articles with all that is kept of them, as one moment of the library has them. An id that
 * is not in the library is passed over.
 * @returns how many there were
 */
export function copyArticles(copy: Db, ids: ArticleId[]): number {
  const isThere = prepared<1>(copy, 'SELECT 1 FROM backup.articles WHERE id = ?').pluck();
  // Not an immediate one, which would keep all others from writing into the library.
  return copy
    .transaction(() => {
      const present = ids.filter((id) => isThere.get(id) === 1);
      for (const id of present) {
        copyRows(copy, 'media', {
          where: `b.sha256 IN (${FILES_OF_ARTICLE})`,
          but: {},
          values: { id },
          present: 'ON CONFLICT DO NOTHING',
        });
        restoreArticle(copy, id, { feeds: new Map(), holds: 'library' });
      }
      return present.length;
    })
    .deferred();
}

const FILES_OF_ARTICLE = `
  SELECT p.sha256 FROM backup.versions v JOIN backup.pictures p ON p.version_id = v.id
  WHERE v.article_id = :id AND p.sha256 IS NOT NULL
  UNION ALL
  SELECT sha256 FROM backup.enclosures WHERE article_id = :id AND sha256 IS NOT NULL`;

/** Closes it; the file is then all of it. Returns what it holds. */
export function endArticlesCopy(copy: Db): CopiedLibrary {
  const count = (table: string): number =>
    copy.prepare<[], number>(`SELECT count(*) FROM main.${table}`).pluck().get() ?? 0;
  const holds = { schema: SCHEMA, articles: count('articles'), feeds: 0, files: count('media') };
  closeArticlesCopy(copy);
  return holds;
}

/** Closes it in the middle. */
export function closeArticlesCopy(copy: Db): void {
  forgetStatements(copy);
  copy.close();
}
