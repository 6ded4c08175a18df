import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CarrelError } from '../../../contract/errors.ts';
import type { FilePiece, ImportId } from '../../../contract/imports.ts';
import { keepImportedFile, lastFile, type ImportedFile } from '../../../db/imports.ts';
import type { Db } from '../../../db/open.ts';
import { transact } from '../../../db/transact.ts';

/**
 * Where the files of an import lie until they are taken: in the library's folder, each under its
 * number. The names that the reader's system had for them are words and never part of a path.
 */
export function stagedPath(folder: string, id: ImportId, ordinal: number): string {
  return join(stagingFolder(folder, id), 'files', String(ordinal));
}

/** Where what is unpacked of a file lies; made anew by each `unpack`. */
export function unpackedFolder(folder: string, id: ImportId, ordinal: number): string {
  return join(stagingFolder(folder, id), 'unpacked', String(ordinal));
}

function stagingFolder(folder: string, id: ImportId): string {
  return join(folder, 'imports', String(id));
}

/** Removes the files of an import. */
export async function removeStaging(folder: string, id: ImportId): Promise<void> {
  await rm(stagingFolder(folder, id), { recursive: true, force: true });
}

/** Removes the files of imports that are not known, as a process that was killed leaves them. */
export function removeLeftStaging(folder: string, known: ReadonlySet<ImportId>): void {
  const imports = join(folder, 'imports');
  mkdirSync(imports, { recursive: true });
  for (const name of readdirSync(imports)) {
    if (!known.has(Number(name))) rmSync(join(imports, name), { recursive: true, force: true });
  }
}

/** So many files are written side by side: as many as the system does at once (libuv's threads). */
const WRITTEN_AT_ONCE = 4;

/**
 * Writes pieces of files where they belong. Not synced: until they are taken, the reader has the
 * files still.
 * @throws CarrelError 'invalid' where a piece does not follow the one before, or is more than its
 *   file was said to be
 */
export async function addPieces(
  db: Db,
  folder: string,
  id: ImportId,
  pieces: FilePiece[],
): Promise<void> {
  const files: ImportedFile[] = [];
  const piecesOfFile = new Map<number, FilePiece[]>();
  let current = lastFile(db, id);
  for (const piece of pieces) {
    const before = current !== undefined && goesOn(current, piece) ? current : undefined;
    const file: ImportedFile =
      before !== undefined
        ? { ...before, receivedBytes: before.receivedBytes + piece.bytes.byteLength }
        : {
            ordinal: (current?.ordinal ?? -1) + 1,
            path: namedBy(piece.path),
            sizeBytes: piece.sizeBytes,
            receivedBytes: piece.bytes.byteLength,
            modifiedAt: piece.modifiedAt,
          };
    if (file.receivedBytes > file.sizeBytes || (piece.offset > 0 && before === undefined)) {
      throw new CarrelError('invalid', `import: cannot take ${piece.path}: its pieces do not fit`);
    }
    piecesOfFile.set(file.ordinal, [...(piecesOfFile.get(file.ordinal) ?? []), piece]);
    files.push(file);
    current = file;
  }
  await mkdir(join(stagingFolder(folder, id), 'files'), { recursive: true });
  const waiting = piecesOfFile.entries();
  const write = async (): Promise<void> => {
    for (const [ordinal, ofFile] of waiting) {
      for (const piece of ofFile) await writePiece(stagedPath(folder, id, ordinal), piece);
    }
  };
  await Promise.all(Array.from({ length: WRITTEN_AT_ONCE }, write));
  transact(db, () => {
    for (const file of files) keepImportedFile(db, id, file);
  });
}

function goesOn(file: ImportedFile, piece: FilePiece): boolean {
  return (
    piece.offset > 0 && piece.offset === file.receivedBytes && file.path === namedBy(piece.path)
  );
}

function namedBy(path: string): string {
  return path.replaceAll('\\', '/').normalize('NFC');
}

async function writePiece(path: string, piece: FilePiece): Promise<void> {
  // What a call that failed had written is written over.
  const file = await open(path, piece.offset === 0 ? 'w' : 'r+');
  try {
    let from = 0;
    while (from < piece.bytes.byteLength) {
      const { bytesWritten } = await file.write(piece.bytes, from, null, piece.offset + from);
      from += bytesWritten;
    }
  } finally {
    await file.close();
  }
}
