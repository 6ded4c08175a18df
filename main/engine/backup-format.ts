import { z } from 'zod';
import type { MediaHash } from '../../contract/types.ts';

/** What a backup is made of (docs/backup.md): the names of its entries, and what two of them say. */

/** A reader refuses what has a higher one. */
export const FORMAT = 1;

/** The first entry: what the backup is. */
export const MANIFEST = 'carrel-backup.json';

/** The second: the database. */
export const DATABASE = 'library.sqlite';

/** The last: that nothing is cut off. Between them are the files, by their hashes. */
export const END = 'carrel-backup-end.json';

/** Neither is larger, but for an end that names many files that were lost. */
export const MOST_MANIFEST_BYTES = 64 * 1024;
export const MOST_END_BYTES = 128 * 1024 * 1024;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);

const manifest = z.object({
  format: z.int().min(1),
  /** The version of the Carrel that made it. */
  carrel: z.string().max(200),
  /** All of a library, or articles of one that were exported (docs/export.md). */
  holds: z.enum(['library', 'articles']).default('library'),
  schema: z.int().min(1),
  /** ISO 8601, UTC. */
  madeAt: z.string().max(40),
  articles: count,
  feeds: count,
  files: count,
  database: z.object({ sizeBytes: count, sha256 }),
});

const end = z.object({
  /** How many files are in the backup. */
  files: count,
  /** Those that the database names and the library itself had lost. */
  lost: z.array(sha256),
});

export type Manifest = z.infer<typeof manifest>;
export type End = z.infer<typeof end>;

/** @returns `undefined` for what is no manifest */
export function parseManifest(bytes: Uint8Array): Manifest | undefined {
  return manifest.safeParse(parseJson(bytes)).data;
}

/** @returns `undefined` for what is no end */
export function parseEnd(bytes: Uint8Array): End | undefined {
  return end.safeParse(parseJson(bytes)).data;
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

/** As in the library's own folder, so that a backup that is unpacked by hand is a library. */
export function nameOfFile(hash: MediaHash): string {
  return `media/${hash.slice(0, 2)}/${hash}`;
}

/** The hash in the name of a file's entry; `undefined` for every other name. */
export function fileNamed(name: string): MediaHash | undefined {
  const hash = /^media\/[0-9a-f]{2}\/([0-9a-f]{64})$/.exec(name)?.[1];
  return hash !== undefined && nameOfFile(hash) === name ? hash : undefined;
}
