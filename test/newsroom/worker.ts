/**
 * The newsroom in a worker thread, as Carrel starts it for "try the sample newsroom".
 *
 * In: `workerData { port?: number, dataFolder?: URL | string }`; the message `'close'` ends it.
 * Out: `{ kind: 'listening', origin, feeds }` or `{ kind: 'failed', message }`.
 */
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { startNewsroom } from './server.ts';
import type { Newsroom } from './server.ts';

type Report =
  | { kind: 'listening'; origin: string; feeds: Newsroom['feeds'] }
  | { kind: 'failed'; message: string };

function report(message: Report): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a page
  parentPort?.postMessage(message);
}

interface WorkerOptions {
  port: number;
  dataFolder: URL;
}

/** Reads what the starter of the worker sent; anything missing has a default. */
function optionsFrom(sent: unknown): WorkerOptions {
  const given = typeof sent === 'object' && sent !== null ? sent : {};
  const port = 'port' in given && typeof given.port === 'number' ? given.port : 0;
  const folder = 'dataFolder' in given ? given.dataFolder : undefined;
  return { port, dataFolder: folderUrl(folder) };
}

/** A folder as an address that ends in a slash, so that file names resolve inside it. */
function folderUrl(folder: unknown): URL {
  if (folder instanceof URL) return new URL(folder.href.endsWith('/') ? folder : `${folder.href}/`);
  if (typeof folder !== 'string') return new URL('./pictures/', import.meta.url);
  const address = folder.startsWith('file:') ? folder : pathToFileURL(folder).href;
  return new URL(address.endsWith('/') ? address : `${address}/`);
}

/** The wished port, or any other if that one is taken. */
async function start({ port, dataFolder }: WorkerOptions): Promise<Newsroom> {
  try {
    return await startNewsroom({ port, dataFolder });
  } catch (error) {
    if (port === 0) throw error;
    return startNewsroom({ port: 0, dataFolder });
  }
}

try {
  const newsroom = await start(optionsFrom(workerData));
  parentPort?.on('message', (message) => {
    if (message !== 'close') return;
    void newsroom.close().then(() => parentPort?.close());
  });
  report({ kind: 'listening', origin: newsroom.origin, feeds: newsroom.feeds });
} catch (error) {
  report({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
}
