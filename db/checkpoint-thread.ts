import { statSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';

/**
 * The entry of the thread that writes the write-ahead log into the database
 * (https://www.sqlite.org/wal.html#ckpt). It is most of what a refresh waits for the disk, and in
 * a thread of its own nobody waits for it: a passive checkpoint stops neither who reads nor who
 * writes. It changes nothing that is kept.
 */

/** As SQLite has it by default: 1,000 pages of 4 kB. */
const FROM_BYTES = 4 * 1024 * 1024;
const EVERY_MS = 250;

const folder: unknown = workerData;
if (parentPort === null || typeof folder !== 'string') {
  throw new Error('checkpoint: this file runs as a worker thread only');
}
const file = join(folder, 'library.sqlite');
const db = new Database(file, { fileMustExist: true, timeout: 0 });

const timer = setInterval(checkpoint, EVERY_MS);
parentPort.once('message', () => {
  clearInterval(timer);
  db.close();
  parentPort?.close();
});

function checkpoint(): void {
  const log = statSync(`${file}-wal`, { throwIfNoEntry: false });
  if (log === undefined || log.size < FROM_BYTES) return;
  try {
    db.pragma('wal_checkpoint(PASSIVE)');
  } catch {
    // A full disk: the log stays as it is, and who writes is told by their own connection.
  }
}
