import { closeSync, fsyncSync, openSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';

/**
 * The entry of the thread that waits for the disk, so that nobody else has to in the middle of a
 * refresh. It changes nothing that is kept. A few times a second, if anything was written:
 *
 * 1. The write-ahead log is synced: what `transactSoon` kept is on the disk from then on.
 * 2. A log that has grown is written into the database (https://www.sqlite.org/wal.html#ckpt); a
 *    passive checkpoint stops neither who reads nor who writes.
 */

/** As SQLite has it by default: 1,000 pages of 4 kB. */
const CHECKPOINT_FROM_BYTES = 4 * 1024 * 1024;
const EVERY_MS = 250;

const folder: unknown = workerData;
if (parentPort === null || typeof folder !== 'string') {
  throw new Error('checkpoint: this file runs as a worker thread only');
}
const file = join(folder, 'library.sqlite');
const log = `${file}-wal`;
const db = new Database(file, { fileMustExist: true, timeout: 0 });
let syncedAtMs = 0;

const timer = setInterval(keepUp, EVERY_MS);
parentPort.once('message', () => {
  clearInterval(timer);
  keepUp();
  db.close();
  parentPort?.close();
});

function keepUp(): void {
  try {
    const written = statSync(log, { throwIfNoEntry: false });
    if (written === undefined || written.mtimeMs === syncedAtMs) return;
    sync(); // 1
    syncedAtMs = written.mtimeMs;
    if (written.size >= CHECKPOINT_FROM_BYTES) db.pragma('wal_checkpoint(PASSIVE)'); // 2
  } catch {
    // A full disk: who writes is told by their own connection, and here it is tried again.
  }
}

/** The log is not the file that SQLite's locks are on: to close it again does no harm. */
function sync(): void {
  const handle = openSync(log, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
