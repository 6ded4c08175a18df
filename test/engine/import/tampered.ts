import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { pack } from 'tar-stream';
import type { Db } from '../../../db/open.ts';
import { spaced } from '../../../db/spaced.ts';
import { readBackup } from '../../../main/engine/import/read-backup.ts';
import { temporaryFolder } from '../../db/library.ts';

/** An entry of an archive, all of it. */
export interface Entry {
  name: string;
  bytes: Buffer;
  /** Of a link: where to. */
  to?: string;
}

export async function entriesIn(path: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const { name, bytes } of readBackup(path)) {
    const pieces: Buffer[] = [];
    for await (const piece of bytes) pieces.push(piece);
    entries.push({ name, bytes: Buffer.concat(pieces) });
  }
  return entries;
}

/** The backup with other entries, in a file beside it. */
export async function withEntries(
  path: string,
  change: (entries: Entry[]) => Entry[],
): Promise<string> {
  const archive = pack();
  for (const { name, bytes, to } of change(await entriesIn(path))) {
    if (to === undefined) archive.entry({ name }, bytes);
    else archive.entry({ name, type: 'symlink', linkname: to });
  }
  archive.finalize();
  const pieces: Buffer[] = [];
  for await (const piece of archive) if (Buffer.isBuffer(piece)) pieces.push(piece);
  return beside(path, Buffer.concat(pieces));
}

/** The backup with other bytes, in a file beside it. */
export function withBytes(path: string, change: (bytes: Buffer) => Buffer): string {
  return beside(path, change(readFileSync(path)));
}

/** The backup with another database, which its manifest names. */
export async function withDatabase(path: string, change: (db: Db) => void): Promise<string> {
  const file = join(temporaryFolder(), 'library.sqlite');
  return await withEntries(path, (entries) =>
    entries.map((entry) => {
      if (entry.name === 'library.sqlite') {
        return { ...entry, bytes: changed(entry.bytes, file, change) };
      }
      if (entry.name !== 'carrel-backup.json') return entry;
      const database = entries.find(({ name }) => name === 'library.sqlite')?.bytes;
      const bytes = changed(database ?? Buffer.alloc(0), file, change);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      return withManifest(entry, { database: { sizeBytes: bytes.byteLength, sha256 } });
    }),
  );
}

export function withManifest(entry: Entry, says: Record<string, unknown>): Entry {
  const manifest: object = JSON.parse(entry.bytes.toString());
  return { ...entry, bytes: Buffer.from(JSON.stringify({ ...manifest, ...says })) };
}

function changed(bytes: Buffer, file: string, change: (db: Db) => void): Buffer {
  writeFileSync(file, bytes);
  const db = new Database(file);
  db.function('spaced', { deterministic: true }, spaced);
  db.pragma('foreign_keys = OFF');
  change(db);
  db.close();
  return readFileSync(file);
}

function beside(path: string, bytes: Buffer): string {
  const file = join(mkdtempSync(`${path}-`), 'tampered.tar');
  writeFileSync(file, bytes);
  return file;
}
