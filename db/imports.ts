import { CarrelError } from '../contract/errors.ts';
import {
  MOST_TOLD,
  NOTHING_TAKEN,
  type Import,
  type ImportId,
  type ImportReport,
  type ImportState,
} from '../contract/imports.ts';
import type { ArticleId, Failure, FeedId, Timestamp } from '../contract/types.ts';
import type { Db } from './open.ts';
import { prepared } from './statement.ts';
import { toFailure, type FailureColumns } from './summary.ts';

/** A file that was handed over for an import. */
export interface ImportedFile {
  ordinal: number;
  /** Its name or path, as the reader's system had it. */
  path: string;
  sizeBytes: number;
  receivedBytes: number;
  modifiedAt: Timestamp | null;
}

/** What became of one thing that an import holds. */
export interface Taken {
  /** The article that was not in the library before. */
  article?: ArticleId;
  /** As `article`, of what brings many at once. */
  articles?: ArticleId[];
  /** Whether only its address is there, and its page is fetched. */
  toFetch?: boolean;
  feeds?: FeedId[];
  present?: number;
  withoutArticle?: number;
  refused?: string[];
  /** So many more were not taken than are told. */
  refusedMore?: number;
}

export function startImport(db: Db, now: Timestamp): ImportId {
  const { lastInsertRowid } = prepared(
    db,
    `INSERT INTO imports (state, started_at, report) VALUES ('receiving', :now, :report)`,
  ).run({ now, report: JSON.stringify(NOTHING_TAKEN) });
  return Number(lastInsertRowid);
}

/** @throws CarrelError 'not-found' */
export function getImport(db: Db, id: ImportId): Import {
  const row = prepared<ImportRow>(db, `${SELECT} WHERE id = ?`).get(id);
  if (row === undefined) {
    throw new CarrelError('not-found', `import: there is no import ${id} any more`);
  }
  return toImport(row);
}

/** The imports that were not dropped, the newest first. */
export function listImports(db: Db): Import[] {
  return prepared<ImportRow>(db, `${SELECT} ORDER BY id DESC`).all().map(toImport);
}

/** Sets how an import stands. @param failure why it stopped by itself */
export function setImportState(
  db: Db,
  id: ImportId,
  state: ImportState,
  failure: Failure | null = null,
): void {
  prepared(
    db,
    `UPDATE imports SET state = :state, error_kind = :kind, error_message = :message
     WHERE id = :id`,
  ).run({ id, state, kind: failure?.kind ?? null, message: failure?.message ?? null });
}

export function dropImport(db: Db, id: ImportId): void {
  prepared(db, 'DELETE FROM imports WHERE id = ?').run(id);
}

/** The files of an import, or of these the next ones, by what is known of them. */
export function importedFiles(db: Db, id: ImportId): ImportedFile[] {
  return prepared<ImportedFile>(db, `${SELECT_FILES} WHERE import_id = ? ORDER BY ordinal`).all(id);
}

/** The file that was handed over last; pieces of a file follow each other. */
export function lastFile(db: Db, id: ImportId): ImportedFile | undefined {
  return prepared<ImportedFile>(
    db,
    `${SELECT_FILES} WHERE import_id = ? ORDER BY ordinal DESC LIMIT 1`,
  ).get(id);
}

/** Keeps how much of a file was handed over; a file that is new is added. */
export function keepImportedFile(db: Db, id: ImportId, file: ImportedFile): void {
  prepared(
    db,
    `INSERT INTO import_files (import_id, ordinal, path, size_bytes, received_bytes, modified_at)
     VALUES (:id, :ordinal, :path, :sizeBytes, :receivedBytes, :modifiedAt)
     ON CONFLICT DO UPDATE SET received_bytes = excluded.received_bytes`,
  ).run({ ...file, id });
}

/** Where in its files an import is. */
export interface ImportPlace {
  filesDone: number;
  itemsDone: number;
  items: number;
}

export function placeOfImport(db: Db, id: ImportId): ImportPlace {
  const place = prepared<ImportPlace>(
    db,
    `SELECT files_done AS filesDone, items_done AS itemsDone, items FROM imports WHERE id = ?`,
  ).get(id);
  if (place === undefined) throw new CarrelError('not-found', `import: import ${id} was dropped`);
  return place;
}

/**
 * Keeps where an import is and what it took up to there, in one row; to be called in the
 * transaction that keeps what was taken, so that a process which is killed takes nothing twice and
 * counts nothing wrong.
 */
export function advanceImport(db: Db, id: ImportId, place: ImportPlace, taken: Taken[]): void {
  const json = prepared<string>(db, 'SELECT report FROM imports WHERE id = ?').pluck().get(id);
  if (json === undefined) return;
  const report: ImportReport = JSON.parse(json);
  for (const one of taken) addTaken(report, one);
  prepared(
    db,
    `UPDATE imports SET files_done = :filesDone, items_done = :itemsDone, items = :items,
       report = :report
     WHERE id = :id`,
  ).run({ ...place, id, report: JSON.stringify(report) });
}

function addTaken(report: ImportReport, taken: Taken): void {
  if (taken.article !== undefined) {
    report.articleCount += 1;
    if (taken.toFetch === true) report.toFetch += 1;
    if (report.articles.length < MOST_TOLD) report.articles.push(taken.article);
  }
  for (const article of taken.articles ?? []) {
    report.articleCount += 1;
    if (report.articles.length < MOST_TOLD) report.articles.push(article);
  }
  report.feeds.push(...(taken.feeds ?? []));
  report.present += taken.present ?? 0;
  report.withoutArticle += taken.withoutArticle ?? 0;
  report.refusedCount += taken.refusedMore ?? 0;
  for (const sentence of taken.refused ?? []) {
    report.refusedCount += 1;
    if (report.refused.length < MOST_TOLD) report.refused.push(sentence);
  }
}

/** What a file said of an article besides its text. */
export interface NewBrought {
  articleId: ArticleId;
  file: string;
  importedAt: Timestamp;
  savedAt: Timestamp | null;
  tags: string[];
}

/** Keeps what a file said; of an article that several files brought, the latest that says more. */
export function keepBrought(db: Db, brought: NewBrought): void {
  prepared(
    db,
    `INSERT INTO brought (article_id, file, imported_at, saved_at, tags)
     VALUES (:articleId, :file, :importedAt, :savedAt, :tags)
     ON CONFLICT DO UPDATE SET
       file = excluded.file, imported_at = excluded.imported_at,
       saved_at = coalesce(excluded.saved_at, saved_at),
       tags = iif(excluded.tags = '[]', tags, excluded.tags)`,
  ).run({ ...brought, tags: JSON.stringify(brought.tags) });
}

const SELECT = `
  SELECT id, state, error_kind, error_message, files_done, items_done, items, report,
    (SELECT count(*) FROM import_files WHERE import_id = imports.id) AS files,
    (SELECT path FROM import_files WHERE import_id = imports.id AND ordinal = files_done) AS file
  FROM imports`;

const SELECT_FILES = `
  SELECT ordinal, path, size_bytes AS sizeBytes, received_bytes AS receivedBytes,
    modified_at AS modifiedAt
  FROM import_files`;

interface ImportRow extends FailureColumns {
  id: ImportId;
  state: ImportState;
  files_done: number;
  items_done: number;
  items: number;
  report: string;
  files: number;
  file: string | null;
}

function toImport(row: ImportRow): Import {
  return {
    id: row.id,
    state: row.state,
    failure: toFailure(row),
    files: row.files,
    filesDone: row.files_done,
    items: row.items,
    itemsDone: row.items_done,
    file: row.state === 'done' ? null : row.file,
    // Known only while it goes on, to whom restores it.
    restoring: null,
    report: JSON.parse(row.report),
  };
}
