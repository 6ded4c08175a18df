import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CarrelError } from '../../../contract/errors.ts';
import type { Restoring } from '../../../contract/imports.ts';
import type { ErrorKind } from '../../../contract/types.ts';
import { hashOf } from '../media-files.ts';
import { importOpml, type TakenList } from '../import-opml.ts';
import type { Context } from '../context.ts';
import type { WorkerPool } from '../worker-pool.ts';
import { folderOf } from './companions.ts';
import { keepLink } from './keep-link.ts';
import { preparePage, type Prepared } from './keep-page.ts';
import { preparePdf } from './keep-pdf.ts';
import { MAX_PAGE_BYTES } from './limits.ts';
import { prepareRestore } from './restore.ts';
import { baseOfSaved, pathOfSaved, savedFrom } from './saved-page.ts';
import { BEGINNING_BYTES, kindOf, type FileKind } from './sniff.ts';
import { readItems, readResources, type StagedItem } from './staged-items.ts';
import { NOTHING_SAID, type StagedFile } from './types.ts';

/** What an import is taken with. */
export interface Taking {
  context: Context;
  /** Threads that unpack, which may take minutes: not those that read pages. */
  unpackers: Pick<WorkerPool, 'run'>;
  /** Where a file that was brought along lies, by its path. */
  besides: (path: string) => string | undefined;
  /** Whether a file is nothing by itself (`companions.ts`). */
  isCompanion: (path: string) => boolean;
  /** Ends what takes long by itself. */
  signal: AbortSignal;
  /** Is told how far a backup is restored, and `null` when it goes on no more; never throws. */
  restoring: (restoring: Restoring | null) => void;
  /** Where this file is unpacked to. */
  unpackedFolder: () => string;
}

/** Something of a file, to be made ready, side by side with others, and then kept, in order. */
export interface Piece {
  sizeBytes: number;
  prepare: () => Promise<Prepared>;
}

/** What a file holds. */
export interface Pieces {
  /** Whether the file is one thing by itself. */
  isOne: boolean;
  /** How many there are in all. */
  count: number;
  /** From one of them on. */
  from(at: number): AsyncIterable<Piece>;
  /** What was not taken of the file as a whole; told once, when it is read to its end. */
  refused: string[];
  refusedCount: number;
  /** To be called when all of it is kept, or will not be. */
  release: () => void;
}

/** The kinds that are unpacked before anything is taken of them. */
const PACKED = new Set<FileKind>([
  'zip',
  'warc',
  'pocket-html',
  'instapaper-html',
  'bookmarks',
  'csv',
  'json',
]);

/**
 * What a file of an import holds: one page, a list, or an archive of any number. Nothing is kept yet.
 * @throws CarrelError where the file as a whole cannot be read
 */
export async function piecesOf(taking: Taking, file: StagedFile): Promise<Pieces> {
  if (taking.isCompanion(file.name)) return NOTHING;
  const kind = await kindOfFile(file);
  if (kind === 'opml') return one(file, () => takeOpml(taking, file));
  if (kind === 'backup') return one(file, () => prepareRestore(taking, file));
  if (PACKED.has(kind)) return await unpacked(taking, file, kind);
  return one(file, () => prepareFile(taking, file, kind, taking.besides));
}

/** @throws CarrelError 'not-text' for what Carrel does not read */
async function kindOfFile(file: StagedFile): Promise<FileKind> {
  if (file.sizeBytes === 0) throw unreadable(file, 'it is empty', 'no-article');
  const kind = kindOf(await beginningOf(file.path), file.name);
  if (kind !== null) return kind;
  throw unreadable(file, 'it is no page, no list and no archive that Carrel reads', 'not-text');
}

const NOTHING: Pieces = {
  isOne: false,
  count: 0,
  from: () => none(),
  refused: [],
  refusedCount: 0,
  release() {},
};

async function* none(): AsyncGenerator<Piece> {}

function one({ sizeBytes }: StagedFile, prepare: () => Promise<Prepared>): Pieces {
  return {
    ...NOTHING,
    isOne: true,
    count: 1,
    async *from(at) {
      if (at === 0) yield { prepare, sizeBytes };
    },
  };
}

/** A page that is a file by itself, and shows the files beside it. */
async function prepareFile(
  taking: Taking,
  file: StagedFile,
  kind: FileKind,
  besides: Taking['besides'],
): Promise<Prepared> {
  if (kind === 'pdf') return await preparePdf(taking.context, file);
  if (file.sizeBytes > MAX_PAGE_BYTES) throw unreadable(file, 'it is over 50 MB', 'too-large');
  const bytes = await readFile(file.path);
  const base = baseOfSaved(hashOf(bytes));
  const folder = folderOf(file.name);
  const name = file.name.slice(folder === '' ? 0 : folder.length + 1);
  return await preparePage(taking.context, {
    page: {
      ...NOTHING_SAID,
      ...savedFrom(bytes),
      bytes,
      name,
      base,
      contentType: TYPES[kind] ?? null,
      status: null,
      headers: [],
    },
    file: file.name,
    modifiedAt: file.modifiedAt,
    resource(at) {
      const path = pathOfSaved(at, base);
      if (path === null) return undefined;
      return besides(folder === '' ? path : `${folder}/${path}`);
    },
  });
}

/** Kept with the capture, so that it is read as the same when it is read again. */
const TYPES: Partial<Record<FileKind, string>> = {
  mhtml: 'multipart/related',
  markdown: 'text/markdown',
  text: 'text/plain',
};

async function unpacked(taking: Taking, file: StagedFile, kind: FileKind): Promise<Pieces> {
  const folder = taking.unpackedFolder();
  const told = await taking.unpackers.run('unpack', { file, kind, folder });
  const resources = await readResources(folder);
  return {
    isOne: false,
    count: told.items,
    refused: told.refused,
    refusedCount: told.refusedCount,
    async *from(at) {
      for await (const item of readItems(folder, at)) {
        const sizeBytes = 'sizeBytes' in item ? item.sizeBytes : 0;
        yield { sizeBytes, prepare: () => prepareItem(taking, { item, folder, resources, file }) };
      }
    },
    release: () => void rm(folder, { recursive: true, force: true }).catch(() => undefined),
  };
}

interface ItemOf {
  item: StagedItem;
  folder: string;
  resources: ReadonlyMap<string, string>;
  /** The archive. */
  file: StagedFile;
}

async function prepareItem(taking: Taking, of: ItemOf): Promise<Prepared> {
  const { item, folder, resources, file } = of;
  const { context } = taking;
  if (item.kind === 'link') return { keep: () => keepLink(context, item, file.name), release() {} };
  const path = join(folder, item.file);
  if (item.kind === 'page') {
    if (item.contentType === 'application/pdf') {
      const { name, sizeBytes } = item;
      const from = { said: item, archive: file.name };
      return await preparePdf(context, { ...file, path, name, sizeBytes }, from);
    }
    const page = { ...item, bytes: await readFile(path) };
    const resource = (address: string): string | undefined => resources.get(address);
    const toKeep = { page, file: file.name, modifiedAt: file.modifiedAt, resource };
    return await preparePage(context, toKeep).catch(withoutArticle);
  }
  const inside = { ...item, path, name: item.path };
  const kind = await kindOfFile(inside);
  if (kind === 'opml') return await takeOpml(taking, inside);
  if (PACKED.has(kind)) throw unreadable(inside, 'it is an archive in an archive', 'invalid');
  return await prepareFile(taking, inside, kind, (at) => resources.get(at));
}

/** An archive of a site also holds its start page, its lists, and what stands in its frames. */
function withoutArticle(error: unknown): Prepared {
  if (error instanceof CarrelError && error.kind === 'no-article') {
    return { keep: () => ({ withoutArticle: 1 }), release() {} };
  }
  throw error;
}

async function takeOpml({ context }: Taking, file: StagedFile): Promise<Prepared> {
  if (file.sizeBytes > MAX_PAGE_BYTES) throw unreadable(file, 'it is over 50 MB', 'too-large');
  const list = { name: file.name, bytes: await readFile(file.path) };
  const taken: TakenList = { feeds: [], present: 0, refused: [] };
  await importOpml(context, list, taken);
  return { keep: () => taken, release() {} };
}

async function beginningOf(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(BEGINNING_BYTES) });
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function unreadable(file: StagedFile, cause: string, kind: ErrorKind): CarrelError {
  return new CarrelError(kind, `import: cannot read ${file.name}: ${cause}`);
}
