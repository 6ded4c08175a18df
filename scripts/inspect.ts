import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { inspectFeed, type InspectedFeed } from '../main/engine/feeds/inspect.ts';
import { MAX_FEED_BYTES } from '../main/engine/feeds/read.ts';
import { inspectPage, inspectPages, openPageWorker, type PageFile } from './inspect-page.ts';
import { lineError, readBytes } from './read-file.ts';

/**
 * `npm run -s inspect -- feed FILE…` and `-- page FILE`: what Carrel reads of feeds and pages, one
 * line of JSON for each file, in order. Nothing is built, kept or fetched. A file that cannot be
 * read is a line with an error and costs no other.
 */

const HELP = `Shows what Carrel reads of files, as lines of JSON:

  npm run -s inspect -- feed FILE…
  { "file", "title", "link", "items": [{ "id", "title", "link", "published", "updated",
    "authors", "summary", "content", "enclosures", "pictures" }] }

  npm run -s inspect -- page FILE [--url URL]
  npm run -s inspect -- page --batch    reads lines of { "file", "url" } from standard input
  { "file", "title", "subtitle", "byline", "published", "modified", "language", "siteName",
    "canonicalUrl", "html", "text", "pictures": [{ "url", "urls", "caption", "credit", "alt",
    "width", "height", "gallery" }], "galleries", "warnings", "ms" }

A file that cannot be read is { "file", "error": { "kind", "message" } }. A page may be a gzip
file; --url is the address it came from, "ms" the time it took to be read.`;

type FeedLine =
  | ({ file: string } & InspectedFeed)
  | { file: string; error: ReturnType<typeof lineError> };

/** What is printed for one feed; never throws. */
export function inspectFile(file: string): FeedLine {
  try {
    return { file, ...inspectFeed(readBytes(file, MAX_FEED_BYTES)) };
  } catch (error) {
    return { file, error: lineError(error) };
  }
}

/** What is asked for on the command line. */
export type Request =
  | { what: 'feed'; files: string[] }
  | { what: 'page'; page: PageFile }
  | { what: 'pages' };

/** Reads the command line. @throws Error saying what of it cannot be understood */
function readArguments([what, ...rest]: string[]): Request {
  if (what !== 'feed' && what !== 'page') {
    throw new Error(`inspect: cannot inspect ${what ?? 'nothing'}`);
  }
  if (what === 'feed') {
    if (rest.length === 0) throw new Error('inspect: no file is named');
    return { what, files: rest };
  }
  const { values, positionals } = parseArgs({
    args: rest,
    options: { url: { type: 'string' }, batch: { type: 'boolean' } },
    allowPositionals: true,
  });
  if (values.batch === true) return { what: 'pages' };
  const [file, ...others] = positionals;
  if (file === undefined) throw new Error('inspect: no file is named');
  if (others.length > 0) throw new Error('inspect: more than one page is asked for by --batch');
  return { what, page: { file, url: values.url ?? null } };
}

async function main(args: string[]): Promise<void> {
  if (args.includes('--help')) {
    console.log(HELP);
    return;
  }
  // Who reads only the first lines (`| head`) has seen enough.
  process.stdout.on('error', () => process.exit());
  for await (const line of linesOf(readArguments(args))) {
    if (!process.stdout.write(`${JSON.stringify(line)}\n`)) await once(process.stdout, 'drain');
  }
}

async function* linesOf(request: Request): AsyncGenerator {
  switch (request.what) {
    case 'feed':
      for (const file of request.files) yield inspectFile(file);
      return;
    case 'page': {
      const workers = await openPageWorker();
      yield await inspectPage(workers, request.page);
      await workers.close();
      return;
    }
    case 'pages':
      yield* inspectPages(process.stdin);
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
