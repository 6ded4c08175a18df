import { closeSync, mkdirSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { CarrelError } from '../../../contract/errors.ts';
import { MOST_TOLD } from '../../../contract/imports.ts';
import { MAX_ENTRIES, mostUnpackedBytes } from './limits.ts';
import {
  ITEMS,
  RESOURCES,
  type StagedItem,
  type StagedResource,
  type Unpacked,
} from './staged-items.ts';
import type { Sink, StagedFile } from './types.ts';

/** A sink that writes what is unpacked into a folder. */
export interface DiskSink extends Sink {
  /** Adds a file of a plain archive. */
  file(path: string, bytes: Uint8Array, modifiedAt: number | null): void;
  /** To be called in the end, whatever became of it. */
  close(): Unpacked;
}

/** Lines are written so many characters at once. */
const LINES_AT_ONCE = 64 * 1024;

/**
 * Makes the folder anew and writes into it what is unpacked: each page and each file under its
 * number, and a line for each. No name of the archive becomes a path.
 * @param file what is unpacked: its size says how much it may become
 */
export function diskSink(folder: string, file: StagedFile): DiskSink {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const items = lineWriter(join(folder, ITEMS));
  const resources = lineWriter(join(folder, RESOURCES));
  const mostBytes = mostUnpackedBytes(file.sizeBytes);
  const told: Unpacked = { items: 0, refused: [], refusedCount: 0 };
  let files = 0;
  let bytesCounted = 0;

  function count(sizeBytes: number): void {
    bytesCounted += sizeBytes;
    if (bytesCounted > mostBytes) {
      throw new CarrelError(
        'too-large',
        `import: cannot read ${file.name} to its end: unpacked it is more than ` +
          `${Math.round(mostBytes / 1_000_000)} MB, of ${sizeInWords(file.sizeBytes)}`,
      );
    }
  }

  function write(bytes: Uint8Array): string {
    count(bytes.byteLength);
    files += 1;
    const name = String(files);
    writeFileSync(join(folder, name), bytes);
    return name;
  }

  function add(item: StagedItem): void {
    told.items += 1;
    if (told.items + files > MAX_ENTRIES) {
      throw new CarrelError(
        'too-large',
        `import: cannot read ${file.name} to its end: it holds more than ${MAX_ENTRIES} things`,
      );
    }
    items.write(item);
  }

  return {
    page({ bytes, ...page }) {
      add({ kind: 'page', ...page, file: write(bytes), sizeBytes: bytes.byteLength });
    },
    link: (link) => add({ kind: 'link', ...link }),
    file(path, bytes, modifiedAt) {
      add({ kind: 'file', path, file: write(bytes), sizeBytes: bytes.byteLength, modifiedAt });
    },
    resource(address, bytes) {
      const line: StagedResource = { address, file: write(bytes) };
      resources.write(line);
    },
    refuse(reason) {
      told.refusedCount += 1;
      if (told.refused.length < MOST_TOLD) told.refused.push(reason);
    },
    count,
    close() {
      items.close();
      resources.close();
      return told;
    },
  };
}

function lineWriter(path: string): { write(line: unknown): void; close(): void } {
  const handle = openSync(path, 'w');
  let waiting = '';
  const flush = (): void => {
    writeSync(handle, waiting);
    waiting = '';
  };
  return {
    write(line) {
      waiting += `${JSON.stringify(line)}\n`;
      if (waiting.length >= LINES_AT_ONCE) flush();
    },
    close() {
      try {
        flush();
      } finally {
        closeSync(handle);
      }
    },
  };
}

function sizeInWords(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${Math.round(bytes / 1e6)} MB`;
}
