import { CarrelError } from '../contract/errors.ts';
import type { ArticleId, Direction, Timestamp } from '../contract/types.ts';
import type { Db } from './open.ts';
import {
  addPictures,
  captionsOf,
  missingPictures,
  renewPictures,
  type NewPicture,
} from './picture-places.ts';
import { countPictures } from './pictures.ts';
import { withIndexKept } from './search-index.ts';
import { prepared } from './statement.ts';
import { transact } from './transact.ts';

/** The longest excerpt of a list, in characters. */
const EXCERPT_LENGTH = 300;

/** Up to this many words a text may be a teaser, and a shorter one takes its place. */
const TEASER_WORDS = 100;

/** What was made of a capture, or of a feed's own text. */
export interface NewVersion {
  articleId: ArticleId;
  captureId: number | null;
  textFrom: 'page' | 'feed' | 'file';
  extractor: string;
  madeAt: Timestamp;
  fetchedAt: Timestamp;
  html: string;
  text: string;
  wordCount: number;
  language: string | null;
  direction: Direction;
  pictures: NewPicture[];
  /** What the text says of its article. What is left out, `null` or empty changes nothing. */
  metadata: {
    title: string;
    subtitle?: string | null;
    authors?: string[];
    siteName?: string | null;
    publishedAt?: Timestamp | null;
    modifiedAt?: Timestamp | null;
    /** Minutes east of UTC. */
    publishedZone?: number | null;
    modifiedZone?: number | null;
    section?: string | null;
  };
}

export interface AddedVersion {
  versionId: number;
  /** Whether this is what the reader sees. */
  isCurrent: boolean;
  /** The ordinals of the pictures that are to be fetched, one of each address. */
  toFetch: number[];
}

/**
 * Keeps a version of an article.
 *
 * 1. The same text as the version before is that version; nothing is added.
 * 2. It is kept with its pictures; those the article had under the same address are kept already.
 * 3. It becomes what the reader sees, unless it is worse (docs/retention.md); then it stays
 *    beside, and its pictures are not fetched.
 * @throws CarrelError 'not-found' when the article was removed in the meantime
 */
export function addVersion(db: Db, version: NewVersion): AddedVersion {
  return transact(db, () => {
    const current = currentOf(db, version.articleId);
    const captions = captionsOf(version.pictures);
    const same = latestIfSame(db, version, captions);
    if (same !== undefined) {
      const isCurrent = same === current.id;
      return {
        versionId: same,
        isCurrent,
        toFetch: isCurrent ? renewPictures(db, same, version.pictures) : [],
      };
    }

    const versionId = insertVersion(db, version, captions);
    addPictures(db, version.articleId, versionId, version.pictures);

    if (isWorse(version, current)) return { versionId, isCurrent: false, toFetch: [] };
    withIndexKept(db, version.articleId, () => makeCurrent(db, versionId, version));
    countPictures(db, versionId);
    return { versionId, isCurrent: true, toFetch: missingPictures(db, versionId) };
  });
}

/**
 * Keeps the first version of an article that was added in this transaction: as `addVersion`, but
 * there is nothing to compare it with, and what the entry said of the article stands already.
 * A refresh is mostly this.
 */
export function addFirstVersion(db: Db, version: NewVersion): AddedVersion {
  return transact(db, () => {
    const { articleId, pictures } = version;
    const versionId = insertVersion(db, version, captionsOf(pictures));
    prepared(
      db,
      `UPDATE articles SET version_id = :versionId, word_count = :wordCount,
         fetched_at = :fetchedAt, language = coalesce(:language, language),
         direction = :direction
       WHERE id = :articleId`,
    ).run({ ...version, versionId });
    if (pictures.length === 0) return { versionId, isCurrent: true, toFetch: [] };
    addPictures(db, articleId, versionId, pictures);
    countPictures(db, versionId);
    return { versionId, isCurrent: true, toFetch: missingPictures(db, versionId) };
  });
}

/** The version the reader sees; `undefined` while there is none. */
export function currentVersionId(db: Db, id: ArticleId): number | undefined {
  const sql = 'SELECT version_id FROM articles WHERE id = ?';
  return prepared<number | null>(db, sql).pluck().get(id) ?? undefined;
}

/**
 * Removes the versions that were made, by the same extractor, of the first parts of what the
 * newest version of this capture is the whole of. Not the one that is shown.
 */
export function dropBeginnings(db: Db, captureId: number, extractor: string): void {
  prepared(
    db,
    `DELETE FROM versions WHERE capture_id = :captureId AND extractor = :extractor
       AND id < (SELECT max(id) FROM versions WHERE capture_id = :captureId)
       AND id NOT IN (SELECT version_id FROM articles
                      WHERE id = versions.article_id AND version_id IS NOT NULL)`,
  ).run({ captureId, extractor });
}

interface Current {
  id: number | null;
  captureId: number | null;
  textFrom: NewVersion['textFrom'] | null;
  wordCount: number;
  fetchedAt: Timestamp | null;
}

function currentOf(db: Db, id: ArticleId): Current {
  const current = prepared<Current>(
    db,
    `SELECT v.id, v.capture_id AS captureId, v.text_from AS textFrom,
       ifnull(v.word_count, 0) AS wordCount, a.fetched_at AS fetchedAt
     FROM articles a LEFT JOIN versions v ON v.id = a.version_id WHERE a.id = ?`,
  ).get(id);
  if (current !== undefined) return current;
  throw new CarrelError(
    'not-found',
    `version: cannot keep a text of article ${id}: it was removed`,
  );
}

/** The rule in prose: docs/retention.md, “What the reader sees”. */
function isWorse(version: NewVersion, current: Current): boolean {
  if (current.id === null) return false;
  if (isMuchShorter(version.wordCount, current.wordCount)) return true;
  const isFeedAfterPage = version.textFrom === 'feed' && current.textFrom !== 'feed';
  if (isFeedAfterPage) return !isMuchShorter(current.wordCount, version.wordCount);
  // Two captures may be extracted at once, and the older one end last; and a file may hold a page
  // that was fetched years ago.
  if (version.captureId === null || current.captureId === null) return false;
  if (version.fetchedAt !== current.fetchedAt && current.fetchedAt !== null) {
    return version.fetchedAt < current.fetchedAt;
  }
  return version.captureId < current.captureId;
}

function isMuchShorter(words: number, thanWords: number): boolean {
  return thanWords >= TEASER_WORDS && words * 2 < thanWords;
}

function latestIfSame(db: Db, version: NewVersion, captions: string): number | undefined {
  const latest = prepared<{ id: number; same: 0 | 1 }>(
    db,
    `SELECT id, (title = :title AND html = :html AND text = :text AND captions = :captions
       AND text_from = :textFrom
       AND (SELECT count(*) FROM pictures WHERE version_id = versions.id) = :pictures) AS same
     FROM versions WHERE article_id = :articleId ORDER BY id DESC LIMIT 1`,
  ).get({
    articleId: version.articleId,
    title: version.metadata.title,
    html: version.html,
    text: version.text,
    textFrom: version.textFrom,
    captions,
    pictures: version.pictures.length,
  });
  return latest?.same === 1 ? latest.id : undefined;
}

function insertVersion(db: Db, version: NewVersion, captions: string): number {
  const { lastInsertRowid } = prepared(
    db,
    `INSERT INTO versions (article_id, capture_id, text_from, extractor, made_at, title, html,
       text, captions, word_count)
     VALUES (:articleId, :captureId, :textFrom, :extractor, :madeAt, :title, :html,
       :text, :captions, :wordCount)`,
  ).run({ ...version, title: version.metadata.title, captions });
  return Number(lastInsertRowid);
}

/** A date that a feed gave stays: lists are ordered by it. */
function makeCurrent(db: Db, versionId: number, version: NewVersion): void {
  const { metadata } = version;
  prepared(
    db,
    `UPDATE articles SET
       version_id = :versionId, word_count = :wordCount, fetched_at = :fetchedAt,
       title = coalesce(nullif(:title, ''), title),
       subtitle = coalesce(:subtitle, subtitle),
       authors = coalesce(nullif(:authors, '[]'), authors),
       site_name = coalesce(:siteName, site_name),
       source = iif(origin = 'feed', source, coalesce(:siteName, source)),
       published_at = coalesce(
         (SELECT published_at FROM entries
          WHERE article_id = :articleId AND published_at IS NOT NULL LIMIT 1),
         :publishedAt, published_at
       ),
       modified_at = coalesce(:modifiedAt, modified_at),
       -- A zone is that of the page's own time, also where a feed's is the one that stays.
       published_zone = coalesce(:publishedZone, published_zone),
       modified_zone = coalesce(:modifiedZone, modified_zone),
       section = coalesce(:section, section),
       language = coalesce(:language, language), direction = :direction,
       excerpt = coalesce(nullif(:excerpt, ''), excerpt)
     WHERE id = :articleId`,
  ).run({
    ...version,
    versionId,
    title: metadata.title,
    subtitle: metadata.subtitle ?? null,
    authors: JSON.stringify(metadata.authors ?? []),
    siteName: metadata.siteName ?? null,
    publishedAt: metadata.publishedAt ?? null,
    modifiedAt: metadata.modifiedAt ?? null,
    publishedZone: metadata.publishedZone ?? null,
    modifiedZone: metadata.modifiedZone ?? null,
    section: metadata.section ?? null,
    excerpt: excerptOf(version.text),
  });
}

/** The first words of a text; the last one is whole where the script has spaces. */
export function excerptOf(text: string): string {
  // A little more than is needed, so that a long text is not searched to its end.
  const start = text
    .slice(0, EXCERPT_LENGTH * 4)
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (start.length <= EXCERPT_LENGTH) return start;
  const cut = start.slice(0, EXCERPT_LENGTH - 1).replace(/[\ud800-\udbff]$/, '');
  const lastSpace = cut.lastIndexOf(' ');
  return `${lastSpace > EXCERPT_LENGTH / 2 ? cut.slice(0, lastSpace) : cut}…`;
}
