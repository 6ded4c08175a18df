import type {
  Article,
  ArticleId,
  Direction,
  Failure,
  FeedId,
  TextState,
  Timestamp,
} from '../contract/types.ts';
import { enclosuresOf } from './enclosures.ts';
import { addIdentities, articleKnownAs } from './identities.ts';
import type { Db } from './open.ts';
import { picturesOf } from './pictures.ts';
import { listVersions } from './shown-version.ts';
import { indexArticle, unindexArticle, withIndexKept } from './search-index.ts';
import { prepared } from './statement.ts';
import { SUMMARY_COLUMNS, toSummary, type SummaryRow } from './summary.ts';
import { transact } from './transact.ts';

/** An entry of a feed, as it is to be kept. */
export interface NewEntry {
  feedId: FeedId;
  /** What the article is known by, the preferred key first (docs/identity.md). */
  identityKeys: string[];
  guid: string | null;
  address: string | null;
  title: string;
  authors: string[];
  excerpt: string;
  language: string | null;
  direction: Direction;
  publishedAt: Timestamp | null;
  modifiedAt: Timestamp | null;
  sortAt: Timestamp;
  /** SHA-256 of what the feed says; another one means that the entry changed. */
  contentSha256: string;
  source: string;
  /** Of a new article: `kept` where what the feed gives is all there is to fetch. */
  textState: 'waiting' | 'kept';
  now: Timestamp;
}

/**
 * Keeps an entry: its article, found by any of its keys or made, and that this feed carries it.
 * Nothing is kept of an article that the reader removed.
 * @returns `changed` when this feed said something else of the article before
 */
export function keepEntry(
  db: Db,
  entry: NewEntry,
): { articleId: ArticleId; isNew: boolean; changed: boolean } {
  return transact(db, () => {
    const known = articleKnownAs(db, entry.identityKeys);
    const isNew = known?.present !== true;
    if (isNew && known !== undefined && isDismissed(db, known.id)) {
      addIdentities(db, known.id, entry.identityKeys);
      return { articleId: known.id, isNew: false, changed: false };
    }
    const articleId = isNew ? addArticle(db, known?.id, { ...entry, origin: 'feed' }) : known.id;
    addIdentities(db, articleId, entry.identityKeys);

    const before = isNew
      ? undefined
      : prepared<string>(
          db,
          'SELECT content_sha256 FROM entries WHERE feed_id = ? AND article_id = ?',
        )
          .pluck()
          .get(entry.feedId, articleId);
    if (before === entry.contentSha256) return { articleId, isNew, changed: false };

    prepared(
      db,
      `INSERT INTO entries (feed_id, article_id, guid, address, content_sha256, published_at,
         first_seen_at, sort_at, unread)
       SELECT :feedId, id, :guid, :address, :contentSha256, :publishedAt, :now, sort_at, unread
       FROM articles WHERE id = :articleId
       ON CONFLICT (feed_id, article_id) DO UPDATE SET
         guid = excluded.guid, address = excluded.address,
         content_sha256 = excluded.content_sha256, published_at = excluded.published_at`,
    ).run({ ...entry, articleId });
    const changed = before !== undefined;
    if (changed) describeByEntry(db, articleId, entry);
    return { articleId, isNew, changed };
  });
}

/** A page saved by address or a file opened, before its text is known. */
export interface NewSaved {
  identityKeys: string[];
  origin: 'saved' | 'file';
  address: string | null;
  title: string;
  source: string;
  sortAt: Timestamp;
  now: Timestamp;
}

/** Keeps an article that the user brought. One that a feed brought is the user's from then on. */
export function keepSaved(db: Db, saved: NewSaved): { articleId: ArticleId; isNew: boolean } {
  return transact(db, () => {
    const known = articleKnownAs(db, saved.identityKeys);
    const isNew = known?.present !== true;
    const articleId = isNew
      ? addArticle(db, known?.id, {
          ...saved,
          textState: 'waiting',
          authors: [],
          excerpt: '',
          language: null,
          direction: 'ltr',
          publishedAt: null,
          modifiedAt: null,
        })
      : known.id;
    addIdentities(db, articleId, saved.identityKeys);
    prepared(
      db,
      `UPDATE articles SET origin = :origin, address = coalesce(address, :address)
       WHERE id = :articleId AND origin = 'feed'`,
    ).run({ articleId, origin: saved.origin, address: saved.address });
    return { articleId, isNew };
  });
}

/** Keeps whether an article's text is whole, and why not. An unknown id is ignored. */
export function setTextState(
  db: Db,
  id: ArticleId,
  state: TextState,
  failure: Failure | null,
): void {
  prepared(
    db,
    `UPDATE articles SET text_state = :state, error_kind = :kind, error_message = :message
     WHERE id = :id`,
  ).run({ id, state, kind: failure?.kind ?? null, message: failure?.message ?? null });
}

/** An article as the reading view shows it, with its current version. */
export function getArticle(db: Db, id: ArticleId): Article | undefined {
  const row = prepared<ArticleRow>(
    db,
    `SELECT ${SUMMARY_COLUMNS}, a.subtitle, a.address, a.site_name, a.fetched_at, a.modified_at,
       a.section, a.published_zone, a.modified_zone, a.version_id, v.html, s.position_block,
       s.position_fraction
     FROM articles a
       LEFT JOIN versions v ON v.id = a.version_id
       LEFT JOIN states s ON s.article_id = a.id
     WHERE a.id = ?`,
  ).get(id);
  if (row === undefined) return undefined;
  const feeds = prepared<{ id: FeedId; title: string }>(
    db,
    `SELECT f.id, f.title FROM entries e JOIN feeds f ON f.id = e.feed_id
     WHERE e.article_id = ? ORDER BY e.first_seen_at, f.id`,
  ).all(id);
  return toArticle(db, row, feeds);
}

/** Where an article's page is fetched from; `undefined` where it has no address. */
export function addressOf(db: Db, id: ArticleId): string | undefined {
  const sql = 'SELECT address FROM articles WHERE id = ?';
  return prepared<string | null>(db, sql).pluck().get(id) ?? undefined;
}

/** The newest unread articles of a feed that have their page's address, and not its text. */
export function articlesWithoutPage(
  db: Db,
  feedId: FeedId,
  limit: number,
): { id: ArticleId; address: string }[] {
  return prepared<{ id: ArticleId; address: string }>(
    db,
    `SELECT a.id, a.address
     FROM entries e INDEXED BY entries_unread CROSS JOIN articles a ON a.id = e.article_id
       LEFT JOIN versions v ON v.id = a.version_id
     WHERE e.feed_id = ? AND e.unread = 1 AND a.address IS NOT NULL
       AND (v.id IS NULL OR v.text_from = 'feed')
     ORDER BY e.sort_at DESC, e.article_id DESC LIMIT ?`,
  ).all(feedId, limit);
}

/** What an article is called; `undefined` for one that is not in the library. */
export function titleOf(db: Db, id: ArticleId): string | undefined {
  return prepared<string>(db, 'SELECT title FROM articles WHERE id = ?').pluck().get(id);
}

export function textStateOf(db: Db, id: ArticleId): TextState | undefined {
  return prepared<TextState>(db, 'SELECT text_state FROM articles WHERE id = ?').pluck().get(id);
}

/**
 * Removes articles with their versions, captures and pictures. What they were known by and
 * whether they were read stays (docs/retention.md).
 */
export function removeArticles(db: Db, ids: ArticleId[]): void {
  transact(db, () => {
    // Each once: the index must not be told twice that an article goes.
    const removed = new Set(ids);
    for (const id of removed) unindexArticle(db, id);
    for (const id of removed) prepared(db, 'DELETE FROM articles WHERE id = ?').run(id);
  });
}

/** Removes articles as their reader wants it; returns those that were there. */
export function dismissArticles(db: Db, ids: ArticleId[]): ArticleId[] {
  return transact(db, () => {
    const present = prepared<ArticleId>(
      db,
      'SELECT id FROM articles WHERE id IN (SELECT value FROM json_each(?))',
    )
      .pluck()
      .all(JSON.stringify(ids));
    removeArticles(db, present);
    const dismiss = prepared(db, 'INSERT INTO dismissed (article_id) VALUES (?)');
    for (const id of present) dismiss.run(id);
    return present;
  });
}

function isDismissed(db: Db, id: ArticleId): boolean {
  return prepared(db, 'SELECT 1 FROM dismissed WHERE article_id = ?').get(id) !== undefined;
}

type Described = Omit<NewSaved, 'origin'> &
  Pick<
    NewEntry,
    'authors' | 'excerpt' | 'language' | 'direction' | 'publishedAt' | 'modifiedAt' | 'textState'
  > & { origin: 'feed' | 'saved' | 'file' };

/** Adds an article; one that was removed comes back under its old id, as read as it was. */
function addArticle(db: Db, oldId: ArticleId | undefined, article: Described): ArticleId {
  const { lastInsertRowid } = prepared(
    db,
    `INSERT INTO articles (id, origin, address, title, authors, source, excerpt, language,
       direction, published_at, modified_at, sort_at, text_state, unread, bookmarked)
     VALUES (:oldId, :origin, :address, :title, :authors, :source, :excerpt, :language,
       :direction, :publishedAt, :modifiedAt, :sortAt, :textState,
       NOT EXISTS (SELECT 1 FROM states WHERE article_id = :oldId AND read_at IS NOT NULL),
       EXISTS (SELECT 1 FROM bookmarks WHERE article_id = :oldId))`,
  ).run({ ...article, authors: JSON.stringify(article.authors), oldId: oldId ?? null });
  const id = Number(lastInsertRowid);
  indexArticle(db, id);
  return id;
}

/** What the feed now says goes into the article, unless the article's own page said more. */
function describeByEntry(db: Db, id: ArticleId, entry: NewEntry): void {
  withIndexKept(db, id, () => {
    prepared(
      db,
      `UPDATE articles SET
         title = :title, authors = :authors,
         excerpt = iif(version_id IS NULL, :excerpt, excerpt),
         language = coalesce(:language, language), direction = :direction,
         published_at = coalesce(:publishedAt, published_at),
         modified_at = coalesce(:modifiedAt, modified_at),
         address = iif(origin = 'feed', coalesce(:address, address), address)
       WHERE id = :id AND NOT EXISTS (
         SELECT 1 FROM versions v WHERE v.id = articles.version_id AND v.text_from <> 'feed'
       )`,
    ).run({ ...entry, authors: JSON.stringify(entry.authors), id });
  });
}

interface ArticleRow extends SummaryRow {
  subtitle: string | null;
  address: string | null;
  site_name: string | null;
  fetched_at: Timestamp | null;
  modified_at: Timestamp | null;
  section: string | null;
  published_zone: number | null;
  modified_zone: number | null;
  version_id: number | null;
  html: string | null;
  position_block: number | null;
  position_fraction: number | null;
}

function toArticle(db: Db, row: ArticleRow, feeds: Article['feeds']): Article {
  const { position_block: block, position_fraction: fraction } = row;
  return {
    ...toSummary(row),
    subtitle: row.subtitle,
    address: row.address,
    siteName: row.site_name,
    fetchedAt: row.fetched_at,
    modifiedAt: row.modified_at,
    section: row.section,
    publishedZone: row.published_zone,
    modifiedZone: row.modified_zone,
    html: row.html ?? '',
    pictureList: row.version_id === null ? [] : picturesOf(db, row.version_id),
    enclosures: enclosuresOf(db, row.id),
    feeds,
    versions: listVersions(db, row.id),
    position: block === null || fraction === null ? null : { block, fraction },
  };
}
