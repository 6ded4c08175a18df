import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { z } from 'zod';
import type { ErrorKind } from '../contract/types.ts';
import { inspectArticle, type InspectedPage } from '../main/engine/extract/inspect.ts';
import { createWorkerPool, type WorkerPool } from '../main/engine/worker-pool.ts';
import { lineError, readBytes } from './read-file.ts';

/** `inspect -- page`: what Carrel makes of pages, read by the same worker as in the app. */

/** As the app keeps them: a larger page is refused. */
const MAX_PAGE_BYTES = 100 * 1024 * 1024;

const LIMITS = { memoryMb: 512, taskMs: 30_000 };

export type PageLine =
  | ({ file: string } & InspectedPage)
  | { file: string; error: { kind: ErrorKind; message: string } };

/** A page that is asked for: a file, and the address it came from where that is known. */
export interface PageFile {
  file: string;
  url: string | null;
}

/** Opens the worker thread that reads pages, one at a time; to be closed. */
export async function openPageWorker(): Promise<WorkerPool> {
  const file = new URL('../main/engine/worker.ts', import.meta.url);
  const workers = createWorkerPool(file, { ...LIMITS, threads: 1 });
  // Loading what it reads with is not counted as reading the first page.
  await workers.run('savedPage', {
    bytes: new TextEncoder().encode('Ready.'),
    name: 'ready.txt',
    address: null,
    base: null,
    contentType: 'text/plain',
  });
  return workers;
}

/** What is made of one page; never throws. `ms` is what reading it took, its file not counted. */
export async function inspectPage(
  workers: WorkerPool,
  page: PageFile,
): Promise<PageLine & { ms: number }> {
  const { file, url } = page;
  let startedAt = performance.now();
  const elapsedMs = (): number => Math.round((performance.now() - startedAt) * 10) / 10;
  try {
    const bytes = await unpacked(readBytes(file, MAX_PAGE_BYTES));
    startedAt = performance.now();
    const article = await workers.run('page', { bytes, address: url, contentType: null });
    const ms = elapsedMs();
    return { file, ...inspectArticle(article), ms };
  } catch (error) {
    return { file, error: lineError(error), ms: elapsedMs() };
  }
}

/** A gzip file is known by its first bytes, whatever it is called. */
async function unpacked(bytes: Uint8Array): Promise<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  return await promisify(gunzip)(bytes, { maxOutputLength: MAX_PAGE_BYTES });
}

const requestSchema = z.object({ file: z.string(), url: z.string().nullish() });

/** A line of `--batch`. @throws Error naming the line that is none */
function readRequest(line: string, number: number): PageFile {
  try {
    const { file, url } = requestSchema.parse(JSON.parse(line));
    return { file, url: url ?? null };
  } catch {
    throw new Error(`inspect: line ${number} is not {"file": …, "url": …}: ${line.slice(0, 80)}`);
  }
}

/**
 * Reads JSON lines `{ file, url }` and gives a line for each, in order. One page is read at a time,
 * so that `ms` is what it takes alone.
 * @throws Error at a line that is not one of these
 */
export async function* inspectPages(input: Readable): AsyncGenerator<PageLine & { ms: number }> {
  const workers = await openPageWorker();
  try {
    let number = 0;
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      number += 1;
      if (line.trim() !== '') yield await inspectPage(workers, readRequest(line, number));
    }
  } finally {
    await workers.close();
  }
}
