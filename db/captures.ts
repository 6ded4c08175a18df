import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { CarrelError } from '../contract/errors.ts';
import type { ArticleId, Timestamp } from '../contract/types.ts';
import type { Db } from './open.ts';
import { endBefore } from './parts.ts';
import { IS_FIRST } from './readings.ts';
import { prepared } from './statement.ts';

/**
 * Brotli at quality 5: of 80 news pages (23 MB) it left 15.4 % in 3.6 ms a page; gzip at its
 * default left 18.8 % in 3.4 ms. Zstandard was faster (1.1 ms, 17.5 %), but not every runtime
 * that may open a library has it.
 */
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** What a server sent, or what a file held: kept as it was, never changed. */
export interface NewCapture {
  articleId: ArticleId;
  /** The address asked for; `null` for a file that names none. */
  address: string | null;
  /** The address that answered, after redirects. */
  finalAddress: string | null;
  fileName: string | null;
  /** The HTTP status; `null` for a file. */
  status: number | null;
  headers: [name: string, value: string][];
  fetchedAt: Timestamp;
  bytes: Uint8Array;
  /** The bytes as `packCapture` gives them, where they were packed beforehand. */
  packed?: Buffer;
}

export interface Capture extends NewCapture {
  id: number;
  sha256: string;
}

/**
 * Packs the bytes of a capture on another thread: of many megabytes, as of a page with its pictures
 * written into it, it would keep the library waiting.
 */
export function packCapture(bytes: Uint8Array): Promise<Buffer> {
  return promisify(brotliCompress)(bytes, QUALITY);
}

/** Whether an article has a capture of these bytes, the latest or an older one. */
export function hasCapture(db: Db, articleId: ArticleId, sha256: string): boolean {
  const sql = 'SELECT 1 FROM captures WHERE article_id = ? AND sha256 = ?';
  return prepared(db, sql).get(articleId, sha256) !== undefined;
}

/** Keeps a capture. The same bytes as the article's latest are that one; nothing is then added. */
export function addCapture(db: Db, capture: NewCapture): { captureId: number; isNew: boolean } {
  const sha256 = sha256Of(capture.bytes);
  const latest = prepared<{ id: number; sha256: string }>(
    db,
    `SELECT id, sha256 FROM captures WHERE article_id = ? AND ${IS_FIRST}
     ORDER BY id DESC LIMIT 1`,
  ).get(capture.articleId);
  if (latest?.sha256 === sha256) return { captureId: latest.id, isNew: false };
  return { captureId: insertCapture(db, capture, sha256), isNew: true };
}

/**
 * Keeps a further part of an article. The same bytes as another part are no part: a server that
 * has no more of them often sends the first again. The article then ends before it.
 * @param firstId the capture of the first part; returned, for what follows is about that one
 */
export function keepPart(
  db: Db,
  firstId: number,
  part: number,
  capture: NewCapture,
): { firstId: number; isNew: boolean } {
  const sha256 = sha256Of(capture.bytes);
  const same = prepared(
    db,
    `SELECT 1 FROM captures WHERE sha256 = :sha256 AND (id = :firstId OR id IN (
       SELECT capture_id FROM parts WHERE first_id = :firstId
     ))`,
  ).get({ sha256, firstId });
  if (same !== undefined) {
    endBefore(db, firstId, part);
    return { firstId, isNew: false };
  }
  const captureId = insertCapture(db, capture, sha256);
  prepared(
    db,
    'UPDATE parts SET capture_id = :captureId WHERE first_id = :firstId AND part = :part',
  ).run({ captureId, firstId, part });
  return { firstId, isNew: true };
}

function insertCapture(db: Db, capture: NewCapture, sha256: string): number {
  const { packed, ...columns } = capture;
  const { lastInsertRowid } = prepared(
    db,
    `INSERT INTO captures (article_id, address, final_address, file_name, status, headers,
       fetched_at, sha256, size_bytes, body)
     VALUES (:articleId, :address, :finalAddress, :fileName, :status, :headers,
       :fetchedAt, :sha256, :sizeBytes, :body)`,
  ).run({
    ...columns,
    headers: JSON.stringify(capture.headers),
    sha256,
    sizeBytes: capture.bytes.byteLength,
    body: packed ?? brotliCompressSync(capture.bytes, QUALITY),
  });
  return Number(lastInsertRowid);
}

/**
 * A capture with its bytes, as they were sent.
 * @throws CarrelError 'internal' when the bytes are not those that were kept
 */
export function getCapture(db: Db, id: number): Capture | undefined {
  const row = prepared<CaptureRow>(
    db,
    `SELECT id, article_id, address, final_address, file_name, status, headers, fetched_at,
       sha256, body
     FROM captures WHERE id = ?`,
  ).get(id);
  return row === undefined ? undefined : toCapture(row);
}

interface CaptureRow {
  id: number;
  article_id: ArticleId;
  address: string | null;
  final_address: string | null;
  file_name: string | null;
  status: number | null;
  headers: string;
  fetched_at: Timestamp;
  sha256: string;
  body: Buffer;
}

function toCapture(row: CaptureRow): Capture {
  return {
    id: row.id,
    articleId: row.article_id,
    address: row.address,
    finalAddress: row.final_address,
    fileName: row.file_name,
    status: row.status,
    headers: toHeaders(row.headers),
    fetchedAt: row.fetched_at,
    sha256: row.sha256,
    bytes: toBytes(row),
  };
}

function toBytes(row: CaptureRow): Uint8Array {
  let cause: unknown;
  try {
    const bytes = brotliDecompressSync(row.body);
    if (sha256Of(bytes) === row.sha256) return bytes;
  } catch (error) {
    cause = error;
  }
  throw new CarrelError(
    'internal',
    `capture: cannot read capture ${row.id} of article ${row.article_id}: its bytes are not ` +
      'those that were kept',
    { cause },
  );
}

function toHeaders(json: string): [name: string, value: string][] {
  const headers: [name: string, value: string][] = JSON.parse(json);
  return headers;
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
