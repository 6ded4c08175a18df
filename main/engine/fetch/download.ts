import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import type { Readable, Transform } from 'node:stream';
import { CarrelError } from '../../../contract/errors.ts';
import { asLibraryError } from '../../../db/errors.ts';
import { decodingStreams, tooLarge } from './body.ts';
import { HttpStatusError } from './errors.ts';
import type { Downloaded, DownloadOptions } from './fetcher.ts';
import { follow } from './follow.ts';
import { declaredBytesOf, headerOf } from './headers.ts';
import { DISCARDED_BYTES, type Answer, type Client } from './request.ts';

/** What is in the file already. */
interface Kept {
  bytes: number;
  /** Of these bytes. */
  hash: Hash;
  ifRange: string;
}

/**
 * Downloads into a file, as `Fetcher.download` says:
 *
 * 1. What is in the file already and is to be kept is hashed.
 * 2. The rest is asked for, on condition that the file on the server is still the same (RFC 9110,
 *    13.1.5 and 14). Where it is not, all of it comes.
 * 3. A server that answers with another part than that is asked once more, for all of it.
 */
export async function downloadFile(
  client: Client,
  address: string,
  options: DownloadOptions,
  signal: AbortSignal,
): Promise<Downloaded> {
  const attempt = async (kept: Kept | null): Promise<Downloaded> => {
    const { accept, login, typedHosts } = options;
    const range = kept === null ? {} : { range: `bytes=${kept.bytes}-`, 'if-range': kept.ifRange };
    const quest = {
      address,
      ...(login === undefined ? {} : { login }),
      ...(typedHosts === undefined ? {} : { typedHosts }),
      // Encoded, a part of it would be no use.
      headers: { accept, 'accept-encoding': 'identity', ...range },
      signal,
      allMs: null,
    };
    const { stallMs } = client.limits;
    return (await follow(client, quest, (answer) => keepBody(answer, options, kept, stallMs)))
      .value;
  };

  const kept = await keptPart(options, signal);
  if (kept === null) return await attempt(null);
  try {
    return await attempt(kept);
  } catch (error) {
    const isUnsatisfied = error instanceof HttpStatusError && error.status === 416;
    if (!isUnsatisfied && !(error instanceof OtherPartError)) throw error;
    return await attempt(null);
  }
}

/** A server sent a part of the file that is not the one asked for. */
class OtherPartError extends CarrelError {
  constructor(asked: string) {
    super('network', `cannot fetch ${asked}: the server sends only a part of it`);
    this.name = 'OtherPartError';
  }
}

/** The part of the file to go on from; `null` where there is none, or no way to ask for the rest. */
async function keptPart(options: DownloadOptions, signal: AbortSignal): Promise<Kept | null> {
  const { path, resume } = options;
  // A weak validator promises no equal bytes (RFC 9110, 8.8.1).
  if (resume === undefined || resume.fromBytes <= 0 || resume.ifRange.startsWith('W/')) return null;
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  );
  if (size < resume.fromBytes) return null;
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path, { end: resume.fromBytes - 1, signal })) {
      hash.update(chunk);
    }
  } catch (error) {
    signal.throwIfAborted();
    throw fileError(path, error);
  }
  return { bytes: resume.fromBytes, hash, ifRange: resume.ifRange };
}

/** @throws OtherPartError for a part that was not asked for */
async function keepBody(
  answer: Answer,
  options: DownloadOptions,
  kept: Kept | null,
  stallMs: number,
): Promise<Downloaded> {
  const { headers, body, signal } = answer;
  const part = answer.status === 206 ? partOf(headerOf(headers, 'content-range')) : null;
  const isRest = kept !== null && part !== null && part.fromBytes === kept.bytes;
  if (answer.status === 206 && !isRest) {
    await body.dump({ limit: DISCARDED_BYTES, signal });
    throw new OtherPartError(answer.asked);
  }
  const from = isRest ? kept.bytes : 0;
  const hash = isRest ? kept.hash : createHash('sha256');
  const encoding = headerOf(headers, 'content-encoding');
  const decoders = decodingStreams({ address: answer.asked, encoding });
  const declared = decoders.length === 0 ? declaredBytesOf(headers) : null;
  const of = part?.ofBytes ?? (declared === null ? null : from + declared);
  if (of !== null && of > options.maxBytes) throw tooLarge(answer.asked, options.maxBytes);

  const ifRange = decoders.length === 0 ? validatorOf(answer) : null;
  options.onAnswer?.({ ifRange, sizeBytes: of });
  const sink = { hash, from, of, stallMs, onBytes: options.onBytes ?? (() => {}) };
  const sizeBytes = await writeBody(answer, through(body, decoders), options, sink);
  if (of !== null && sizeBytes !== of) {
    throw new CarrelError('network', `cannot fetch ${answer.asked}: the connection was cut`);
  }
  return {
    address: answer.address,
    contentType: headerOf(headers, 'content-type'),
    sizeBytes,
    sha256: hash.digest('hex'),
    etag: headerOf(headers, 'etag'),
  };
}

interface Sink {
  hash: Hash;
  /** Where in the file the body begins, in bytes; what stands behind that is cut off. */
  from: number;
  of: number | null;
  stallMs: number;
  onBytes: (received: number, of: number | null) => void;
}

/** Writes a body into the file in order, no faster than the disk takes it. */
async function writeBody(
  answer: Answer,
  body: Readable,
  options: DownloadOptions,
  sink: Sink,
): Promise<number> {
  const { path, maxBytes } = options;
  let size = sink.from;
  const stall = setTimeout(() => {
    answer.expire(`nothing came for ${sink.stallMs / 1000} s`);
  }, sink.stallMs);
  let file: FileHandle | undefined;
  try {
    file = await writing(path, () => open(path, sink.from === 0 ? 'w' : 'r+'));
    const handle = file;
    // Opened to be written anew, it is empty.
    if (sink.from > 0) await writing(path, () => handle.truncate(sink.from));
    for await (const chunk of body) {
      if (!(chunk instanceof Uint8Array)) continue;
      if (size + chunk.length > maxBytes) throw tooLarge(answer.asked, maxBytes);
      await writing(path, () => writeAll(handle, chunk, size));
      sink.hash.update(chunk);
      size += chunk.length;
      stall.refresh();
      sink.onBytes(size, sink.of);
    }
    await writing(path, () => handle.sync());
    return size;
  } finally {
    clearTimeout(stall);
    await file?.close();
    body.on('error', () => {}).destroy();
  }
}

/** A disk that is nearly full takes a part of a chunk and says so by the count. */
async function writeAll(file: FileHandle, chunk: Uint8Array, at: number): Promise<void> {
  let written = 0;
  while (written < chunk.length) {
    const rest = chunk.length - written;
    const { bytesWritten } = await file.write(chunk, written, rest, at + written);
    written += bytesWritten;
  }
}

async function writing<T>(path: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw fileError(path, error);
  }
}

function fileError(path: string, error: unknown): unknown {
  const known = asLibraryError('keep what was fetched', error);
  if (known instanceof CarrelError) return known;
  const message = error instanceof Error ? error.message : String(error);
  return new CarrelError('library', `library: cannot write ${path}: ${message}`, { cause: error });
}

/** Pipes, so that an error at one end reaches the other. */
function through(body: Readable, decoders: Transform[]): Readable {
  return decoders.reduce<Readable>((source, decoder) => {
    source.on('error', (error) => decoder.destroy(error));
    decoder.on('close', () => source.destroy());
    return source.pipe(decoder);
  }, body);
}

/** `Content-Range` of a single part (RFC 9110, 14.4). */
function partOf(header: string | null): { fromBytes: number; ofBytes: number | null } | null {
  const [, from, of] = /^bytes (\d+)-\d+\/(\d+|\*)$/i.exec(header?.trim() ?? '') ?? [];
  if (from === undefined || of === undefined) return null;
  return { fromBytes: Number(from), ofBytes: of === '*' ? null : Number(of) };
}

/** What the rest of this answer can be asked for with, should it break off. */
function validatorOf({ headers }: Answer): string | null {
  const etag = headerOf(headers, 'etag');
  if (etag !== null) return etag.startsWith('W/') ? null : etag;
  return headerOf(headers, 'last-modified');
}
