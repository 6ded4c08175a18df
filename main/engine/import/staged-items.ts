import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { BroughtLink, BroughtPage } from './types.ts';

/** A page that was unpacked: as it was brought, but for its bytes, which lie in a file. */
export type StagedPage = Omit<BroughtPage, 'bytes'> & {
  /** Its file, in the folder that it was unpacked into. */
  file: string;
  sizeBytes: number;
};

/** What a file of an import holds, as `unpack` writes it down. */
export type StagedItem =
  | ({ kind: 'page' } & StagedPage)
  | ({ kind: 'link' } & BroughtLink)
  /** A file of a plain archive, to be taken as if it had been brought by itself. */
  | { kind: 'file'; file: string; path: string; sizeBytes: number; modifiedAt: number | null };

/** What `unpack` tells in the end; the items and the files are on the disk. */
export interface Unpacked {
  items: number;
  refused: string[];
  refusedCount: number;
}

export const ITEMS = 'items.jsonl';
export const RESOURCES = 'resources.jsonl';

/** Where a staged file that pages show is, by its address; a line of `RESOURCES`. */
export interface StagedResource {
  address: string;
  file: string;
}

/** What was unpacked into a folder, item by item, from one of them on. */
export async function* readItems(folder: string, from: number): AsyncGenerator<StagedItem> {
  let at = 0;
  for await (const line of createInterface(createReadStream(join(folder, ITEMS), 'utf8'))) {
    if (line !== '' && at++ >= from) yield JSON.parse(line);
  }
}

/** The files that pages show, by address; none where none were unpacked. */
export async function readResources(folder: string): Promise<Map<string, string>> {
  const text = await readFile(join(folder, RESOURCES), 'utf8').catch(() => '');
  const files = new Map<string, string>();
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const { address, file }: StagedResource = JSON.parse(line);
    if (!files.has(address)) files.set(address, join(folder, file));
  }
  return files;
}
