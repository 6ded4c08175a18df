import { unpackCsv } from './exports/csv.ts';
import { unpackBookmarks } from './exports/bookmarks.ts';
import { unpackInstapaperHtml } from './exports/instapaper.ts';
import { unpackJson } from './exports/json.ts';
import { isOmnivoreArchive, readOmnivoreArchive } from './exports/omnivore.ts';
import { isPocketArchive, readPocketArchive } from './exports/pocket-archive.ts';
import { unpackPocketHtml } from './exports/pocket.ts';
import { CarrelError } from '../../../contract/errors.ts';
import { companionsAmong } from './companions.ts';
import { diskSink, type DiskSink } from './disk-sink.ts';
import { unpackEpub } from './epub.ts';
import { MAX_PAGE_BYTES } from './limits.ts';
import type { FileKind } from './sniff.ts';
import type { Unpacked } from './staged-items.ts';
import type { StagedFile, Unpacker } from './types.ts';
import { unpackWacz } from './wacz.ts';
import { unpackWarc } from './warc.ts';
import { openZip, readEntry, type Zip } from './zip.ts';

/** A file of an import that holds many things. */
export interface UnpackInput {
  file: StagedFile;
  kind: FileKind;
  /** What it holds is written into this folder, which is made anew. */
  folder: string;
}

const UNPACKERS: Partial<Record<FileKind, Unpacker>> = {
  warc: unpackWarc,
  'pocket-html': unpackPocketHtml,
  'instapaper-html': unpackInstapaperHtml,
  bookmarks: unpackBookmarks,
  csv: unpackCsv,
  json: unpackJson,
};

/**
 * Unpacks a file of an import, in a worker thread: archives of pages, and lists that other services
 * export.
 * @throws CarrelError where it cannot be read at all; 'too-large' where it becomes too much, and
 *   nothing of it is taken then
 */
export async function unpack({ file, kind, folder }: UnpackInput): Promise<Unpacked> {
  const sink = diskSink(folder, file);
  try {
    if (kind === 'zip') await unpackZip(file, sink);
    else await unpackerOf(kind, file)(file, sink);
  } catch (error) {
    sink.close();
    throw error;
  }
  return sink.close();
}

function unpackerOf(kind: FileKind, file: StagedFile): Unpacker {
  const unpacker = UNPACKERS[kind];
  if (unpacker !== undefined) return unpacker;
  throw new CarrelError('internal', `import: cannot unpack ${file.name}: it is ${kind}`);
}

/** What a ZIP archive is, the names of its entries say. */
async function unpackZip(file: StagedFile, sink: DiskSink): Promise<void> {
  const zip = await openZip(file, sink);
  try {
    const names = zip.entries.map(({ name }) => name);
    if (names.includes('META-INF/container.xml')) return await unpackEpub(file, sink);
    if (names.includes('datapackage.json') && names.some((name) => name.startsWith('archive/'))) {
      return await unpackWacz(file, sink);
    }
    const entries = (): AsyncIterable<Zip['entries'][number]> => each(zip);
    if (isOmnivoreArchive(names)) return await readOmnivoreArchive(entries, sink, file.name);
    if (isPocketArchive(names)) return await readPocketArchive(entries, sink);
    await unpackFiles(zip, sink);
  } finally {
    zip.close();
  }
}

async function* each(zip: Zip): AsyncGenerator<Zip['entries'][number]> {
  yield* zip.entries;
}

const PICTURE = /\.(?:jpe?g|png|gif|webp|avif|svg|ico|bmp)$/i;

/** Any other archive is a folder: its pages are taken as if they had been brought by themselves. */
async function unpackFiles(zip: Zip, sink: DiskSink): Promise<void> {
  const isCompanion = companionsAmong(zip.entries.map(({ name }) => name));
  for (const entry of zip.entries) {
    const { name } = entry;
    if (isCompanion(name) && !PICTURE.test(name)) continue;
    const bytes = await readEntry(entry, MAX_PAGE_BYTES, sink);
    if (bytes === undefined) continue;
    if (isCompanion(name)) sink.resource(name.normalize('NFC'), bytes);
    else sink.file(name, bytes, null);
  }
}
