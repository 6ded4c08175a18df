import type { ArticleId, FeedId } from '../contract/types.ts';
import { copyRows, OF_LOST_FILE } from './copy-rows.ts';
import { addIdentities, articleKnownAs } from './identities.ts';
import type { Db } from './open.ts';
import { countPictures } from './pictures.ts';
import { keysOf, restoreState } from './restore-known.ts';
import { restoreCaptures, restoreVersions, type Ids } from './restore-texts.ts';
import { indexArticle, withIndexKept } from './search-index.ts';
import { prepared } from './statement.ts';

/** How the articles of a backup are restored. */
export interface RestoreWay {
  /** The feeds of the backup, as they are called here. */
  feeds: ReadonlyMap<FeedId, FeedId>;
  /** What the backup holds: a whole library, or articles that somebody gave away (docs/export.md). */
  holds: 'library' | 'articles';
}

/**
 * Restores an article of the backup, inside a transaction.
 *
 * 1. One that is not in the library is copied whole; one that was removed comes back under its old
 *    id, as read as it was.
 * 2. One that is there keeps all it has, and gets what it lacks: keys, feeds, captures, versions,
 *    files, bookmark and state. One that the reader brought is the reader's own here too.
 * 3. It shows the backup's text only where it has none that is whole.
 *
 * Of articles that were given away, one that is new is one that the reader brought as a file, and one
 * that is there stays whose it was: that it was saved by its address elsewhere says nothing here, and
 * must not open the way to this network (`typed-hosts.ts`).
 * @returns what it is called here
 */
export function restoreArticle(
  db: Db,
  old: ArticleId,
  { feeds, holds }: RestoreWay,
): { id: ArticleId; isNew: boolean } {
  const keys = keysOf(db, old);
  const known = articleKnownAs(db, keys);
  const isNew = known?.present !== true;
  const id = isNew ? addArticle(db, old, known?.id ?? null, holds) : known.id; // 1
  addIdentities(db, id, keys);
  restoreState(db, old, id);
  if (!isNew && holds === 'library') prepared(db, BELONGS_TO_READER).run({ old, id }); // 2
  restoreEntries(db, old, id, feeds);
  const captures = restoreCaptures(db, old, id, isNew);
  const versions = restoreVersions(db, old, id, captures, isNew);
  restoreFiles(db, old, id);
  copyRows(db, 'brought', {
    where: 'b.article_id = :old',
    but: { article_id: ':id' },
    values: { old, id },
    present: 'ON CONFLICT DO NOTHING',
  });
  const shown = prepared<number>(db, isNew ? SHOWN : SHOWN_IF_NONE_HERE)
    .pluck()
    .get({ old, id });
  const version = shown === undefined ? undefined : versions.get(shown);
  if (isNew) {
    if (version !== undefined) prepared(db, SHOW).run({ id, version });
    indexArticle(db, id);
  } else if (version !== undefined) {
    withIndexKept(db, id, () => prepared(db, SHOW_WITH_METADATA).run({ old, id, version })); // 3
  }
  if (isNew) restoreJobs(db, old, id, { captures, versions, kinds: 'kind' });
  else if (version !== undefined)
    restoreJobs(db, old, id, { captures, versions, kinds: `'picture'` });
  // They are counted for the article, whichever of its versions is named.
  const [any] = versions.values();
  if (any !== undefined) countPictures(db, any);
  return { id, isNew };
}

function addArticle(
  db: Db,
  old: ArticleId,
  oldHere: ArticleId | null,
  holds: RestoreWay['holds'],
): ArticleId {
  const { lastInsertRowid } = copyRows(db, 'articles', {
    where: 'b.id = :old',
    but: {
      id: ':oldHere',
      ...(holds === 'articles' ? { origin: `'file'` } : {}),
      version_id: 'NULL',
      picture_count: '0',
      pictures_kept: '0',
      pictures_failed: '0',
      lead_sha256: 'NULL',
      // A trigger counts it.
      missing: '0',
      unread: `NOT EXISTS (
        SELECT 1 FROM main.states WHERE article_id = :oldHere AND read_at IS NOT NULL)`,
      bookmarked: 'EXISTS (SELECT 1 FROM main.bookmarks WHERE article_id = :oldHere)',
    },
    values: { old, oldHere },
  });
  return Number(lastInsertRowid);
}

const BELONGS_TO_READER = `
  UPDATE main.articles SET origin = b.origin, address = coalesce(articles.address, b.address)
  FROM backup.articles b
  WHERE articles.id = :id AND b.id = :old AND articles.origin = 'feed' AND b.origin <> 'feed'`;

function restoreEntries(
  db: Db,
  old: ArticleId,
  id: ArticleId,
  feeds: ReadonlyMap<FeedId, FeedId>,
): void {
  const sql = 'SELECT feed_id FROM backup.entries WHERE article_id = ?';
  for (const oldFeed of prepared<FeedId>(db, sql).pluck().all(old)) {
    const feed = feeds.get(oldFeed);
    if (feed === undefined) continue;
    copyRows(db, 'entries', {
      where: 'b.article_id = :old AND b.feed_id = :oldFeed',
      but: {
        feed_id: ':feed',
        article_id: ':id',
        sort_at: '(SELECT sort_at FROM main.articles WHERE id = :id)',
        unread: '(SELECT unread FROM main.articles WHERE id = :id)',
      },
      values: { old, id, oldFeed, feed },
      present: 'ON CONFLICT DO NOTHING',
    });
  }
}

/** The files that came with it: those that are known get their bytes, others follow them. */
function restoreFiles(db: Db, old: ArticleId, id: ArticleId): void {
  prepared(
    db,
    `UPDATE main.enclosures SET
       sha256 = m.sha256, wanted = max(enclosures.wanted, b.wanted),
       error_kind = NULL, error_message = NULL
     FROM backup.enclosures b JOIN main.media m ON m.sha256 = b.sha256
     WHERE enclosures.article_id = :id AND b.article_id = :old
       AND enclosures.address = b.address AND enclosures.sha256 IS NULL`,
  ).run({ old, id });
  copyRows(db, 'enclosures', {
    where: `b.article_id = :old
      AND b.address NOT IN (SELECT address FROM main.enclosures WHERE article_id = :id)`,
    but: {
      article_id: ':id',
      ordinal: `b.ordinal + (
        SELECT ifnull(max(ordinal) + 1, 0) FROM main.enclosures WHERE article_id = :id)`,
      ...OF_LOST_FILE,
    },
    values: { old, id },
  });
}

/**
 * What was still to be done for an article; what is to be done here already stays as it is.
 * @param kinds of jobs, as SQL
 */
function restoreJobs(
  db: Db,
  old: ArticleId,
  id: ArticleId,
  { captures, versions, kinds }: { captures: Ids; versions: Ids; kinds: string },
): void {
  const jobs = prepared<{ job: number; oldCapture: number | null; oldVersion: number | null }>(
    db,
    `SELECT id AS job, capture_id AS oldCapture, version_id AS oldVersion
     FROM backup.jobs WHERE article_id = ? AND kind = ${kinds} ORDER BY id`,
  ).all(old);
  for (const { job, oldCapture, oldVersion } of jobs) {
    const capture = oldCapture === null ? null : captures.get(oldCapture);
    const version = oldVersion === null ? null : versions.get(oldVersion);
    if (capture === undefined || version === undefined) continue;
    copyRows(db, 'jobs', {
      where: 'b.id = :job',
      but: {
        id: 'NULL',
        feed_id: 'NULL',
        article_id: ':id',
        capture_id: ':capture',
        version_id: ':version',
      },
      values: { job, id, capture, version },
      present: 'ON CONFLICT DO NOTHING',
    });
  }
}

const SHOWN = 'SELECT version_id FROM backup.articles WHERE id = :old AND version_id IS NOT NULL';

const SHOWN_IF_NONE_HERE = `
  SELECT b.version_id FROM backup.articles b, main.articles a
  WHERE b.id = :old AND a.id = :id AND b.version_id IS NOT NULL
    AND (a.version_id IS NULL OR (a.text_state <> 'kept' AND b.text_state = 'kept'))`;

const SHOW = 'UPDATE main.articles SET version_id = :version WHERE id = :id';

const SHOW_WITH_METADATA = `
  UPDATE main.articles SET
    version_id = :version,
    (title, subtitle, authors, site_name, excerpt, language, direction, section, published_zone,
      modified_at, modified_zone, fetched_at, word_count, text_state, error_kind, error_message) = (
      SELECT title, subtitle, authors, site_name, excerpt, language, direction, section,
        published_zone, modified_at, modified_zone, fetched_at, word_count, text_state, error_kind,
        error_message
      FROM backup.articles WHERE id = :old
    )
  WHERE id = :id`;
