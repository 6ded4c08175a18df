import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { ZipFile, type Options } from 'yazl';
import { CarrelError } from '../../../contract/errors.ts';
import type {
  BroughtLink,
  BroughtPage,
  Sink,
  StagedFile,
  Unpacker,
} from '../../../main/engine/import/types.ts';

/** A sink that remembers, and like the real one throws when more comes than is allowed. */
export interface Remembered {
  sink: Sink;
  pages: BroughtPage[];
  links: BroughtLink[];
  resources: Map<string, string>;
  refused: string[];
  counted: () => number;
}

export function aSink(mostBytes = Infinity): Remembered {
  const pages: BroughtPage[] = [];
  const links: BroughtLink[] = [];
  const resources = new Map<string, string>();
  const refused: string[] = [];
  let countedBytes = 0;
  let allBytes = 0;
  const add = (bytes: number): void => {
    allBytes += bytes;
    if (allBytes > mostBytes) throw new CarrelError('too-large', 'import: the limit of the test');
  };
  const sink: Sink = {
    page(page) {
      add(page.bytes.length);
      pages.push(page);
    },
    link: (link) => void links.push(link),
    resource(address, bytes) {
      add(bytes.length);
      if (!resources.has(address)) resources.set(address, Buffer.from(bytes).toString('latin1'));
    },
    refuse: (reason) => void refused.push(reason),
    count(sizeBytes) {
      countedBytes += sizeBytes;
      add(sizeBytes);
    },
  };
  return { sink, pages, links, resources, refused, counted: () => countedBytes };
}

/** Bytes as a file of an import; it is gone when the test is over. */
export function staged(bytes: Uint8Array | string, name = 'saved.zip'): StagedFile {
  const folder = mkdtempSync(join(tmpdir(), 'carrel-import-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, '1');
  const written = Buffer.from(bytes);
  writeFileSync(path, written);
  return { path, name, sizeBytes: written.length, modifiedAt: null };
}

/** What an unpacker makes of bytes. */
export async function unpacked(
  unpack: Unpacker,
  bytes: Uint8Array | string,
  name: string,
  mostBytes?: number,
): Promise<Remembered> {
  const remembered = aSink(mostBytes);
  await unpack(staged(bytes, name), remembered.sink);
  return remembered;
}

/** What was thrown, as `kind: message`; a sentence of its own where nothing was. */
export async function thrownBy(act: Promise<unknown>): Promise<string> {
  try {
    await act;
  } catch (error) {
    if (error instanceof CarrelError) return `${error.kind}: ${error.message}`;
    throw error;
  }
  return 'nothing was thrown';
}

/** A ZIP of files by their names. */
export async function aZip(
  files: Record<string, Uint8Array | string>,
  options: Partial<Options> = {},
): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) {
    zip.addBuffer(Buffer.from(content), name, options);
  }
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

/** Bytes with every `from` written over by `to`, which is as long. */
export function overwritten(bytes: Buffer, from: string, to: string): Buffer {
  if (from.length !== to.length) throw new Error('the lengths differ');
  return Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1');
}
