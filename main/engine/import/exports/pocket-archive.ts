import { CarrelError } from '../../../../contract/errors.ts';
import type { Sink } from '../types.ts';
import type { Entries } from './archive.ts';
import { readCsvExport } from './csv.ts';
import { bytesSource } from './source.ts';

/** Far more than the addresses of one part take. */
const MAX_PART_BYTES = 100 * 1024 * 1024;

/** Whether an archive, by the names in it, is one that Pocket wrote. */
export function isPocketArchive(names: Iterable<string>): boolean {
  for (const name of names) if (PART.test(name)) return true;
  return false;
}

const PART = /(?:^|\/)part_\d+\.csv$/i;

/** The archive of 2025: lists `part_000000.csv` and on. Its collections and notes name no article. */
export async function readPocketArchive(entries: Entries, sink: Sink): Promise<void> {
  for await (const entry of entries()) {
    if (!PART.test(entry.name)) continue;
    try {
      await readCsvExport(bytesSource(await entry.read(MAX_PART_BYTES), entry.name), sink);
    } catch (error) {
      // One part that is broken leaves the others good.
      if (!(error instanceof CarrelError) || error.kind !== 'invalid') throw error;
      sink.refuse(error.message);
    }
  }
}
