import { CarrelError } from '../contract/errors.ts';
import type { ArticleId, Version } from '../contract/types.ts';
import type { Db } from './open.ts';
import { missingPictures } from './picture-places.ts';
import { countPictures } from './pictures.ts';
import { withIndexKept } from './search-index.ts';
import { prepared } from './statement.ts';
import { transact } from './transact.ts';
import { excerptOf } from './versions.ts';

/** The versions of an article, the newest first. */
export function listVersions(db: Db, id: ArticleId): Version[] {
  return prepared<Omit<Version, 'shown'> & { shown: 0 | 1 }>(
    db,
    `SELECT v.id, v.made_at AS madeAt, c.fetched_at AS fetchedAt, v.text_from AS textFrom,
       v.word_count AS wordCount, v.extractor, v.id IS a.version_id AS shown
     FROM versions v JOIN articles a ON a.id = v.article_id
       LEFT JOIN captures c ON c.id = v.capture_id
     WHERE v.article_id = ? ORDER BY v.id DESC`,
  )
    .all(id)
    .map(({ shown, ...version }) => Object.assign(version, { shown: shown === 1 }));
}

/**
 * Makes another version of an article the one that is shown, because its reader asks for it.
 * @returns the ordinals of its pictures that are to be fetched, one of each address
 * @throws CarrelError 'not-found' when the article has no such version
 */
export function showVersion(db: Db, id: ArticleId, versionId: number): number[] {
  return transact(db, () => {
    const version = prepared<{ title: string; text: string; wordCount: number }>(
      db,
      `SELECT title, text, word_count AS wordCount FROM versions
       WHERE id = :versionId AND article_id = :id`,
    ).get({ id, versionId });
    if (version === undefined) {
      throw new CarrelError(
        'not-found',
        `version: cannot show version ${versionId} of article ${id}: it is not in the library`,
      );
    }
    withIndexKept(db, id, () => {
      prepared(
        db,
        `UPDATE articles SET version_id = :versionId, word_count = :wordCount,
           title = coalesce(nullif(:title, ''), title),
           excerpt = coalesce(nullif(:excerpt, ''), excerpt)
         WHERE id = :id`,
      ).run({ ...version, id, versionId, excerpt: excerptOf(version.text) });
    });
    countPictures(db, versionId);
    return missingPictures(db, versionId);
  });
}
