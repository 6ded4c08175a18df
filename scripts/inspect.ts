import { once } from 'node:events';
import { openSync, readSync, closeSync, fstatSync } from 'node:fs';
import { toFailure } from '../contract/errors.ts';
import { inspectFeed, type InspectedFeed } from '../main/engine/feeds/inspect.ts';
import { MAX_FEED_BYTES } from '../main/engine/feeds/read.ts';

/**
 * `npm run -s inspect -- feed FILE…`: what Carrel reads of feeds, one line of JSON for each file,
 * in order. Nothing is built, kept or fetched. A file that cannot be read is a line with an error
 * and costs no other.
 */

const HELP = `Shows what Carrel reads of feeds: npm run -s inspect -- feed FILE…

Prints one line of JSON for each file, in order:
  { "file", "title", "link", "items": [{ "id", "title", "link", "published", "updated",
    "authors", "summary", "content", "enclosures", "pictures" }] }
or
  { "file", "error": { "kind", "message" } }`;

type Line =
  | ({ file: string } & InspectedFeed)
  | { file: string; error: { kind: string; message: string } };

/** What is printed for one file; never throws. */
export function inspectFile(file: string): Line {
  try {
    return { file, ...inspectFeed(bytesOf(file)) };
  } catch (error) {
    const { kind, message } = toFailure(error);
    return { file, error: { kind: codeOf(error) ?? kind, message } };
  }
}

/** The files named on the command line; throws on what it does not understand. */
export function readArguments([what, ...files]: string[]): string[] {
  if (what !== 'feed') throw new Error(`inspect: cannot inspect ${what ?? 'nothing'}`);
  if (files.length === 0) throw new Error('inspect: no file is named');
  return files;
}

/** The bytes of a file; of one that is too large, only so many as to know that it is. */
function bytesOf(file: string): Uint8Array {
  const descriptor = openSync(file, 'r');
  try {
    const { size } = fstatSync(descriptor);
    // Of a pipe, or a file in /proc, the size is not known before.
    const bytes = Buffer.allocUnsafe(Math.min(size === 0 ? Infinity : size, MAX_FEED_BYTES + 1));
    let length = 0;
    while (length < bytes.length) {
      const read = readSync(descriptor, bytes, length, bytes.length - length, null);
      if (read === 0) break;
      length += read;
    }
    return bytes.subarray(0, length);
  } finally {
    closeSync(descriptor);
  }
}

/** A file that is not there is `not-found`. */
function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
    ? 'not-found'
    : undefined;
}

async function main(args: string[]): Promise<void> {
  if (args.includes('--help')) {
    console.log(HELP);
    return;
  }
  // Who reads only the first lines (`| head`) has seen enough.
  process.stdout.on('error', () => process.exit());
  for (const file of readArguments(args)) {
    if (!process.stdout.write(`${JSON.stringify(inspectFile(file))}\n`)) {
      await once(process.stdout, 'drain');
    }
  }
}

if (import.meta.main) {
  try {
    await main(process.argv.slice(2));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
    process.exitCode = 2;
  }
}
