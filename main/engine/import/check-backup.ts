import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { CarrelError, toFailure } from '../../../contract/errors.ts';
import type { MediaHash } from '../../../contract/types.ts';
import { filesOf, openCopy } from '../../../db/backup-copy.ts';
import { checkCopy, newerSchema } from '../../../db/check-copy.ts';
import { asLibraryError } from '../../../db/errors.ts';
import { SCHEMA } from '../../../db/migrate.ts';
import {
  DATABASE,
  END,
  fileNamed,
  FORMAT,
  MANIFEST,
  MOST_END_BYTES,
  MOST_MANIFEST_BYTES,
  parseEnd,
  parseManifest,
  type End,
  type Manifest,
} from '../backup-format.ts';
import { readBackup, type BackupEntry } from './read-backup.ts';

/** A backup to be looked at. */
export interface BackupToCheck {
  path: string;
  /** For words only. */
  name: string;
  /** A folder of its own, which is there and empty. */
  folder: string;
  /** One number in memory that both threads see: how many bytes are read so far. */
  bytesRead: BigInt64Array<SharedArrayBuffer>;
}

/** Where the database of a backup is, once it is checked. */
export function checkedDatabase(folder: string): string {
  return join(folder, DATABASE);
}

/**
 * Reads a backup to its end, and touches nothing but the folder, in which its database is afterwards,
 * brought to this schema.
 *
 * 1. What it is, and that this Carrel can read it.
 * 2. Its database: the bytes that the manifest names, and then all that `checkCopy` asks.
 * 3. Its files, in the order of their names: each has the bytes that its name says, and is named by
 *    the database.
 * 4. Its end, and nothing after it. A file that the database names and that is not there has to be
 *    named as one that the library had lost.
 * @returns what it holds
 * @throws CarrelError 'invalid' where it is damaged, 'newer-library', or 'disk-full'
 */
export async function checkBackup(backup: BackupToCheck): Promise<Pick<Manifest, 'holds'>> {
  const entries = readBackup(backup.path, (bytes) => {
    Atomics.store(backup.bytesRead, 0, BigInt(bytes));
  });
  try {
    const manifest = await readManifest(entries); // 1
    await writeDatabase(entries, manifest, checkedDatabase(backup.folder)); // 2
    checkCopy(checkedDatabase(backup.folder));
    await checkFiles(entries, checkedDatabase(backup.folder)); // 3, 4
    return { holds: manifest.holds };
  } catch (error) {
    throw refusal(backup.name, asLibraryError(`read ${backup.name}`, error));
  } finally {
    await entries.return();
  }
}

type Entries = AsyncGenerator<BackupEntry, void, void>;

/** @throws CarrelError 'invalid' where the next entry has another name, or there is none */
async function nextCalled(entries: Entries, name: string): Promise<BackupEntry> {
  const entry = (await entries.next()).value ?? undefined;
  if (entry?.name === name) return entry;
  throw new CarrelError('invalid', `“${name}” is not where it has to be`);
}

async function readManifest(entries: Entries): Promise<Manifest> {
  const entry = await nextCalled(entries, MANIFEST);
  const manifest = parseManifest(await wholeOf(entry, MOST_MANIFEST_BYTES));
  if (manifest === undefined) throw new CarrelError('invalid', `“${MANIFEST}” cannot be read`);
  if (manifest.schema > SCHEMA) throw newerSchema(manifest.schema);
  if (manifest.format > FORMAT) {
    throw new CarrelError('newer-library', `a newer Carrel made it (format ${manifest.format})`);
  }
  return manifest;
}

async function writeDatabase(entries: Entries, { database }: Manifest, to: string): Promise<void> {
  const entry = await nextCalled(entries, DATABASE);
  if (entry.sizeBytes !== database.sizeBytes) throw new CarrelError('invalid', DATABASE_DIFFERS);
  const hash = createHash('sha256');
  const file = await open(to, 'wx');
  try {
    for await (const piece of entry.bytes) {
      hash.update(piece);
      await file.writeFile(piece);
    }
  } finally {
    await file.close();
  }
  if (hash.digest('hex') !== database.sha256) throw new CarrelError('invalid', DATABASE_DIFFERS);
}

const DATABASE_DIFFERS = 'its database is not the one that was put into it';

async function checkFiles(entries: Entries, database: string): Promise<void> {
  const copy = openCopy(database);
  const named = filesOf(copy);
  try {
    const absent: MediaHash[] = [];
    let files = 0;
    for (let entry = (await entries.next()).value; entry; entry = (await entries.next()).value) {
      if (entry.name === END) {
        absent.push(...named);
        await checkEnd(entries, entry, { files, lost: absent });
        return;
      }
      const hash = fileNamed(entry.name);
      if (hash === undefined)
        throw new CarrelError('invalid', `“${entry.name}” is none of its files`);
      passTo(hash, named, absent);
      if ((await hashOf(entry)) !== hash) {
        throw new CarrelError('invalid', `the file ${hash} is not the one that was put into it`);
      }
      files += 1;
    }
    throw new CarrelError('invalid', 'it is cut off');
  } finally {
    // What is being read from is not closed.
    named.return();
    copy.close();
  }
}

/**
 * Goes on to a file among those that the database names; those before it are absent.
 * @throws CarrelError 'invalid' where it is not among those that follow
 */
function passTo(
  hash: MediaHash,
  named: Generator<MediaHash, void, void>,
  absent: MediaHash[],
): void {
  for (let next = named.next(); next.done !== true; next = named.next()) {
    if (next.value === hash) return;
    if (next.value > hash) break;
    absent.push(next.value);
  }
  throw new CarrelError('invalid', `the file ${hash} is none of its library`);
}

async function checkEnd(entries: Entries, entry: BackupEntry, found: End): Promise<void> {
  const end = parseEnd(await wholeOf(entry, MOST_END_BYTES));
  if (end === undefined) throw new CarrelError('invalid', `“${END}” cannot be read`);
  const lost = new Set(end.lost);
  const missing = found.lost.find((hash) => !lost.has(hash));
  if (missing !== undefined) throw new CarrelError('invalid', `the file ${missing} is missing`);
  if (end.files !== found.files) {
    throw new CarrelError('invalid', `it has ${found.files} of ${end.files} files`);
  }
  if ((await entries.next()).done !== true) throw new CarrelError('invalid', 'it does not end');
}

async function wholeOf({ name, sizeBytes, bytes }: BackupEntry, most: number): Promise<Buffer> {
  if (sizeBytes > most) throw new CarrelError('invalid', `“${name}” is too large`);
  const pieces: Buffer[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function hashOf({ bytes }: BackupEntry): Promise<MediaHash> {
  const hash = createHash('sha256');
  for await (const piece of bytes) hash.update(piece);
  return hash.digest('hex');
}

/** Names the file, says what is wrong with it, and that nothing was changed. */
function refusal(name: string, error: unknown): unknown {
  const { kind, message } = toFailure(error);
  if (kind !== 'invalid' && kind !== 'newer-library') return error;
  const cause = kind === 'invalid' ? `it is damaged: ${message}` : message;
  const sentence = `restore: cannot restore from ${name}: ${cause}; nothing was changed`;
  return new CarrelError(kind, sentence, { cause: error });
}
