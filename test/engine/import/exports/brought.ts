import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Entries } from '../../../../main/engine/import/exports/archive.ts';
import type {
  BroughtLink,
  BroughtPage,
  Sink,
  Unpacker,
} from '../../../../main/engine/import/types.ts';

/** What an unpacker brought. */
export interface Brought {
  pages: BroughtPage[];
  links: BroughtLink[];
  refused: string[];
}

/** A sink that keeps everything in sight. */
export function openSink(): Brought & { sink: Sink } {
  const brought: Brought = { pages: [], links: [], refused: [] };
  return {
    ...brought,
    sink: {
      page: (page) => void brought.pages.push(page),
      link: (link) => void brought.links.push(link),
      resource: () => undefined,
      refuse: (reason) => void brought.refused.push(reason),
      count: () => undefined,
    },
  };
}

/** Unpacks a file that is made for it. */
export async function unpacked(
  unpack: Unpacker,
  name: string,
  content: string | Uint8Array,
): Promise<Brought> {
  const folder = await mkdtemp(join(tmpdir(), 'carrel-import-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, 'staged');
  const bytes = Buffer.from(content);
  await writeFile(path, bytes);
  const { sink, ...brought } = openSink();
  await unpack({ path, name, sizeBytes: bytes.byteLength, modifiedAt: null }, sink);
  return brought;
}

/** An archive with these files, in this order. */
export function archiveOf(files: Record<string, string | Uint8Array>): Entries {
  return async function* entries() {
    for (const [name, content] of Object.entries(files)) {
      const bytes = Buffer.from(content);
      yield { name, sizeBytes: bytes.byteLength, read: () => Promise.resolve(bytes) };
    }
  };
}

/** A page's bytes as text. */
export function textOf(page: BroughtPage | undefined): string {
  return new TextDecoder().decode(page?.bytes);
}
