import { isUtf8 } from 'node:buffer';
import { pipeline, type Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { getFileNameLowLevel, openPromise, type Entry, type ZipFile } from 'yauzl';
import { CarrelError } from '../../../contract/errors.ts';
import { MAX_ENTRIES } from './limits.ts';
import type { Sink, StagedFile } from './types.ts';
import { causeOf, megabytes, shownName, unreadable } from './words.ts';

/** One file in a ZIP. */
export interface ZipEntry {
  /** Its path within the ZIP, `/` between its parts; a word and a key, never a path on this disk. */
  name: string;
  /** As the ZIP declares it; what unpacks to another size is refused. */
  sizeBytes: number;
  /**
   * The whole of it.
   * @throws EntryError 'too-large' when it is, or unpacks to, more than that or than it declares;
   *   'invalid' when it is damaged, encrypted or compressed in a way that nobody reads
   */
  read(mostBytes: number): Promise<Uint8Array>;
  /** Piece by piece, some kilobytes each; throws as `read` does, but for a size of the caller's. */
  chunks(): AsyncGenerator<Uint8Array>;
}

/** A ZIP that is open. */
export interface Zip {
  /** Its files in the order of its directory; folders are none. */
  entries: readonly ZipEntry[];
  /** The first file of that name. */
  find(name: string): ZipEntry | undefined;
  close(): void;
}

/** Why one file of a ZIP cannot be had; the others may. */
export class EntryError extends CarrelError {
  /** What was unpacked until then, and thrown away. */
  readonly unpackedBytes: number;

  constructor(kind: 'invalid' | 'too-large', message: string, unpackedBytes = 0) {
    super(kind, message);
    this.unpackedBytes = unpackedBytes;
  }
}

/** Longer than any file system takes. */
const MAX_NAME_CHARACTERS = 4_096;

const STORED = 0;
const DEFLATED = 8;

/**
 * Opens a ZIP (PKWARE's APPNOTE 6.3, Zip64 too) and reads its directory; nothing is unpacked yet.
 * Entries that are links, or whose paths are absolute or lead out of the ZIP, are refused.
 * @param sink is told what is refused
 * @throws CarrelError 'invalid' when it is no ZIP or its end is missing; 'too-large' when it has more
 *   entries than anybody's
 */
export async function openZip(file: StagedFile, sink: Pick<Sink, 'refuse'>): Promise<Zip> {
  const opened = await open(file);
  const entries: ZipEntry[] = [];
  try {
    if (opened.entryCount > MAX_ENTRIES) throw tooMany(file);
    await readDirectory(opened, file, entries, sink);
  } catch (error) {
    opened.close();
    throw error;
  }
  const byName = new Map<string, ZipEntry>();
  for (const entry of entries) if (!byName.has(entry.name)) byName.set(entry.name, entry);
  return { entries, find: (name) => byName.get(name), close: () => opened.close() };
}

/** The whole of a file of a ZIP; where it cannot be had, the sink is told why. */
export async function readEntry(
  entry: ZipEntry,
  mostBytes: number,
  sink: Sink,
): Promise<Uint8Array | undefined> {
  try {
    return await entry.read(mostBytes);
  } catch (error) {
    if (!(error instanceof EntryError)) throw error;
    sink.count(error.unpackedBytes);
    sink.refuse(error.message);
    return undefined;
  }
}

async function open(file: StagedFile): Promise<ZipFile> {
  try {
    return await openPromise(file.path, {
      autoClose: false,
      // Of its names and sizes one that is wrong would end the reading of all others.
      decodeStrings: false,
      validateEntrySizes: false,
    });
  } catch (error) {
    throw unreadable(file, 'it is cut off or no ZIP file', error);
  }
}

async function readDirectory(
  opened: ZipFile,
  file: StagedFile,
  entries: ZipEntry[],
  sink: Pick<Sink, 'refuse'>,
): Promise<void> {
  try {
    for await (const entry of opened.eachEntry()) {
      const written = nameOf(entry);
      if (written.endsWith('/')) continue;
      const name = insidePath(written);
      const refusal = name === null ? 'its path leads out of the archive' : refusalOf(entry);
      if (refusal !== null) {
        sink.refuse(`import: cannot take “${shownName(written)}” of ${file.name}: ${refusal}`);
      } else if (name !== null && name !== '') {
        entries.push(toEntry(opened, slim(entry), name, file));
      }
    }
  } catch (error) {
    if (error instanceof CarrelError) throw error;
    if (entries.length === 0) throw unreadable(file, 'its list of files is damaged', error);
    const cause = `its list of files is damaged (${causeOf(error)})`;
    sink.refuse(`import: cannot read the rest of ${file.name}: ${cause}`);
  }
}

/** Names are in UTF-8 by a flag that many programs forget; by chance nothing else is UTF-8. */
function nameOf(entry: Entry): string {
  const flags = entry.generalPurposeBitFlag | (isUtf8(entry.fileNameRaw) ? 0x800 : 0);
  return getFileNameLowLevel(flags, entry.fileNameRaw, entry.extraFields, false);
}

/**
 * The path that a name means within its archive, without `.` and `..`; `null` when it is absolute
 * or climbs out.
 */
export function insidePath(written: string): string | null {
  const path = written.replaceAll('\\', '/');
  if (path.startsWith('/') || /^[a-z]:/i.test(path)) return null;
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}

function refusalOf(entry: Entry): string | null {
  if (entry.fileNameRaw.length > MAX_NAME_CHARACTERS) return 'its name is too long';
  // The upper half is the mode of Unix; 0o12 in its first four bits is a symbolic link.
  const isLink = entry.externalFileAttributes >>> 28 === 0o12;
  return isLink ? 'it is a link to another file' : null;
}

/** What reading needs; names and comments of half a million entries are not held twice. */
function slim(entry: Entry): Entry {
  const nothing = Buffer.alloc(0);
  entry.fileNameRaw = nothing;
  entry.extraFieldRaw = nothing;
  entry.fileCommentRaw = nothing;
  entry.extraFields = [];
  entry.fileName = '';
  entry.fileComment = '';
  entry.comment = '';
  return entry;
}

function toEntry(opened: ZipFile, entry: Entry, name: string, file: StagedFile): ZipEntry {
  const act = `import: cannot take “${shownName(name)}” of ${file.name}`;
  const sizeBytes = entry.uncompressedSize;
  return {
    name,
    sizeBytes,
    chunks: () => chunksOf(opened, entry, act),
    async read(mostBytes) {
      const tooLarge = `${act}: it is over ${megabytes(mostBytes)}`;
      if (sizeBytes > mostBytes) throw new EntryError('too-large', tooLarge);
      const pieces: Uint8Array[] = [];
      for await (const piece of chunksOf(opened, entry, act)) pieces.push(piece);
      return Buffer.concat(pieces);
    },
  };
}

async function* chunksOf(opened: ZipFile, entry: Entry, act: string): AsyncGenerator<Uint8Array> {
  if (entry.isEncrypted()) throw new EntryError('invalid', `${act}: it is encrypted`);
  const method = entry.compressionMethod;
  if (method !== STORED && method !== DEFLATED) {
    const cause = `it is compressed in a way that Carrel does not read (${method})`;
    throw new EntryError('invalid', `${act}: ${cause}`);
  }
  let unpackedBytes = 0;
  try {
    // As it lies in the file: yauzl's own decompression is not ended with its stream.
    const raw = await opened.openReadStreamPromise(entry, { decodeFileData: false });
    const stream: Readable =
      method === STORED ? raw : pipeline(raw, createInflateRaw(), ignoreTwiceTold);
    for await (const chunk of stream) {
      if (!(chunk instanceof Uint8Array)) continue;
      unpackedBytes += chunk.length;
      if (unpackedBytes > entry.uncompressedSize) {
        const cause = `it unpacks to more than the ${megabytes(entry.uncompressedSize)} it declares`;
        throw new EntryError('too-large', `${act}: ${cause}`, unpackedBytes);
      }
      yield chunk;
    }
  } catch (error) {
    if (error instanceof EntryError) throw error;
    throw new EntryError('invalid', `${act}: it is damaged (${causeOf(error)})`, unpackedBytes);
  }
  if (unpackedBytes < entry.uncompressedSize) {
    throw new EntryError('invalid', `${act}: it is damaged (its end is missing)`, unpackedBytes);
  }
}

/** The loop that reads the last stream of a pipeline throws its error. */
function ignoreTwiceTold(): void {}

function tooMany(file: StagedFile): CarrelError {
  const most = MAX_ENTRIES.toLocaleString('en');
  return new CarrelError(
    'too-large',
    `import: cannot read ${file.name}: it has over ${most} files`,
  );
}
