import type { MediaHash, Timestamp } from '../../contract/types.ts';
import { filesOf, openCopy, type CopiedLibrary } from '../../db/backup-copy.ts';
import { mediaPath } from '../../db/media.ts';
import {
  DATABASE,
  END,
  FORMAT,
  MANIFEST,
  nameOfFile,
  type End,
  type Manifest,
} from './backup-format.ts';
import { bytesOf, hashFile } from './hash-file.ts';
import type { TarEntry } from './write-tar.ts';

/** A library whose database was copied, to be put into a backup. */
export interface ToBackUp extends CopiedLibrary {
  /** The library's folder. */
  folder: string;
  /** The copy of its database. */
  copy: string;
  /** `library` where it is left out. */
  holds?: Manifest['holds'];
  /** The version of this Carrel. */
  version: string;
  madeAt: Timestamp;
}

/**
 * What a backup holds, in its order (docs/backup.md). A kept file whose bytes are not there, or not
 * those that were kept, is left out and named at the end.
 * @param signal ends it between two pieces of a file
 */
export async function* backupEntries(
  library: ToBackUp,
  signal: AbortSignal,
): AsyncGenerator<TarEntry, void, void> {
  const { folder, copy, version, madeAt, holds = 'library', ...counts } = library;
  const modifiedAt = new Date(madeAt);
  const database = await hashFile(copy);
  if (database === undefined) throw new Error(`backup: ${copy} is gone`);
  const said = (name: string, says: Manifest | End): TarEntry => {
    const bytes = Buffer.from(JSON.stringify(says));
    return { name, sizeBytes: bytes.byteLength, modifiedAt, bytes: onceOf(bytes) };
  };
  const fileAt = (name: string, path: string, sizeBytes: number): TarEntry => ({
    name,
    sizeBytes,
    modifiedAt,
    bytes: until(signal, bytesOf(path)),
  });

  const made = modifiedAt.toISOString();
  const about = { format: FORMAT, carrel: version, holds, madeAt: made };
  yield said(MANIFEST, { ...about, ...counts, database });
  yield fileAt(DATABASE, copy, database.sizeBytes);
  const lost: MediaHash[] = [];
  let files = 0;
  const reader = openCopy(copy);
  try {
    for (const hash of filesOf(reader)) {
      signal.throwIfAborted();
      const path = mediaPath(folder, hash);
      const file = await hashFile(path);
      if (file?.sha256 === hash) {
        files += 1;
        yield fileAt(nameOfFile(hash), path, file.sizeBytes);
      } else {
        lost.push(hash);
      }
    }
  } finally {
    reader.close();
  }
  yield said(END, { files, lost });
}

async function* onceOf(bytes: Buffer): AsyncGenerator<Buffer, void, void> {
  yield bytes;
}

async function* until(
  signal: AbortSignal,
  pieces: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer, void, void> {
  for await (const piece of pieces) {
    signal.throwIfAborted();
    yield piece;
  }
}
