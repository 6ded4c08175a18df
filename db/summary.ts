import type {
  ArticleId,
  ArticleSummary,
  Direction,
  ErrorKind,
  Failure,
  MediaHash,
  TextState,
  Timestamp,
} from '../contract/types.ts';
import type { Db } from './open.ts';
import { prepared } from './statement.ts';

/**
 * Words of a text read in a minute: the mean of 190 studies of silent reading of English
 * non-fiction (Brysbaert 2019, doi:10.1016/j.jml.2019.104047).
 */
export const WORDS_A_MINUTE = 238;

/** Of an article's row (`a`): a count of its missing attachments; of a whole one nothing is read. */
const ofMissing = (count: string): string => `iif(a.missing = 0, 0, (
    SELECT ${count} FROM enclosures WHERE article_id = a.id AND wanted = 1 AND sha256 IS NULL
  ))`;

/** What an article's row (`a`) must give for `toSummary`. */
export const SUMMARY_COLUMNS = `
  a.id, a.title, a.authors, a.source, a.excerpt, a.language, a.direction, a.published_at,
  a.sort_at, a.word_count, a.unread, a.bookmarked, a.text_state, a.error_kind, a.error_message,
  a.picture_count, a.pictures_kept, a.pictures_failed, a.lead_sha256, a.missing,
  ${ofMissing('count(*)')} AS attachments_missing,
  ${ofMissing('count(error_kind)')} AS attachments_failed`;

export interface SummaryRow extends FailureColumns {
  id: ArticleId;
  title: string;
  authors: string;
  source: string;
  excerpt: string;
  language: string | null;
  direction: Direction;
  published_at: Timestamp | null;
  sort_at: Timestamp;
  word_count: number;
  unread: 0 | 1;
  bookmarked: 0 | 1;
  text_state: TextState;
  picture_count: number;
  pictures_kept: number;
  pictures_failed: number;
  lead_sha256: MediaHash | null;
  /** Attachments and further parts together. */
  missing: number;
  attachments_missing: number;
  attachments_failed: number;
}

/** The articles with these ids, in the order of the ids; an id not in the library is left out. */
export function summariesOf(db: Db, ids: ArticleId[]): ArticleSummary[] {
  return prepared<SummaryRow>(
    db,
    `SELECT ${SUMMARY_COLUMNS}
     FROM json_each(?) wanted CROSS JOIN articles a ON a.id = wanted.value
     ORDER BY wanted.key`,
  )
    .all(JSON.stringify(ids))
    .map(toSummary);
}

export function toSummary(row: SummaryRow): ArticleSummary {
  return {
    id: row.id,
    title: row.title,
    authors: toAuthors(row.authors),
    source: row.source,
    excerpt: row.excerpt,
    language: row.language,
    direction: row.direction,
    publishedAt: row.published_at,
    sortAt: row.sort_at,
    readingMinutes: Math.ceil(row.word_count / WORDS_A_MINUTE),
    read: row.unread === 0,
    bookmarked: row.bookmarked === 1,
    text: row.text_state,
    pictures: { of: row.picture_count, kept: row.pictures_kept, failed: row.pictures_failed },
    missing: {
      parts: row.missing - row.attachments_missing,
      attachments: row.attachments_missing,
      attachmentsFailed: row.attachments_failed,
    },
    failure: toFailure(row),
    leadPicture: row.lead_sha256,
  };
}

/** How a failure stands in a row of articles, feeds and pictures. */
export interface FailureColumns {
  error_kind: ErrorKind | null;
  error_message: string | null;
}

export function toFailure(row: FailureColumns): Failure | null {
  if (row.error_kind === null) return null;
  return { kind: row.error_kind, message: row.error_message ?? '' };
}

function toAuthors(json: string): string[] {
  const authors: unknown = JSON.parse(json);
  return Array.isArray(authors) ? authors.filter((author) => typeof author === 'string') : [];
}
