import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { CarrelError } from '../../../contract/errors.ts';
import { HttpStatusError, networkError, parseRetryAfter } from './errors.ts';
import type { FetchOptions } from './fetcher.ts';
import type { Client } from './request.ts';

/** What is fetched into a file. */
export type DownloadOptions = Omit<FetchOptions, 'validators'> & {
  /** The file to write; it is made. */
  path: string;
  /** Told as bytes come: how many there are, and how many there will be where the server says. */
  onBytes?: (received: number, of: number | null) => void;
};

/** A file that was received whole, and is on the disk. */
export interface Downloaded {
  /** The address that answered, after redirects. */
  address: string;
  contentType: string | null;
  sizeBytes: number;
  sha256: string;
  etag: string | null;
}

const MAX_REDIRECTS = 10;

/** Fetches an address into a file, synced; as `Fetcher.download`. */
export async function downloadTo(
  client: Client,
  asked: string,
  options: DownloadOptions,
  signal: AbortSignal,
): Promise<Downloaded> {
  let url = URL.parse(asked);
  for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
    if (url === null || !/^https?:$/.test(url.protocol)) {
      throw new CarrelError('invalid', `cannot fetch ${asked}: it is not an http or https address`);
    }
    const response = await client.agent
      .request({
        origin: url.origin,
        path: url.pathname + url.search,
        method: 'GET',
        headers: { 'user-agent': client.userAgent, accept: options.accept },
        signal,
      })
      .catch((error: unknown) => {
        signal.throwIfAborted();
        throw networkError(asked, error);
      });
    const { statusCode, headers, body } = response;
    const header = (name: string): string | null => {
      const value = headers[name];
      return (Array.isArray(value) ? value[0] : value) ?? null;
    };
    const location = header('location');
    if (statusCode >= 300 && statusCode < 400 && location !== null) {
      await body.dump();
      url = URL.parse(location, url.href);
      continue;
    }
    if (statusCode !== 200) {
      await body.dump();
      const retryAfterMs = parseRetryAfter(header('retry-after'), Date.now());
      throw new HttpStatusError(`fetch: ${asked} answered ${statusCode}`, statusCode, retryAfterMs);
    }
    const length = header('content-length');
    const of = length === null ? null : Number(length);
    const written = await write(body, asked, of, options, signal);
    return {
      ...written,
      address: url.href,
      contentType: header('content-type'),
      etag: header('etag'),
    };
  }
  throw new CarrelError('too-large', `cannot fetch ${asked}: it redirects too often`);
}

async function write(
  body: AsyncIterable<unknown>,
  asked: string,
  of: number | null,
  options: DownloadOptions,
  signal: AbortSignal,
): Promise<{ sizeBytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const file = await open(options.path, 'w');
  try {
    for await (const chunk of cut(body, asked, signal)) {
      sizeBytes += chunk.length;
      if (Math.max(sizeBytes, of ?? 0) > options.maxBytes) {
        throw new CarrelError('too-large', `cannot fetch ${asked}: it is too large`);
      }
      hash.update(chunk);
      await file.writeFile(chunk);
      options.onBytes?.(sizeBytes, of);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sizeBytes, sha256: hash.digest('hex') };
}

/** The chunks of a body; that it was cut off is an error of the network. */
async function* cut(
  body: AsyncIterable<unknown>,
  asked: string,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const chunks = body[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await chunks.next().catch((error: unknown) => {
        signal.throwIfAborted();
        throw networkError(asked, error);
      });
      if (next.done === true) return;
      if (next.value instanceof Uint8Array) yield next.value;
    }
  } finally {
    await chunks.return?.();
  }
}
