import type { Readable, Transform } from 'node:stream';
import { promisify } from 'node:util';
import {
  brotliDecompress,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createZstdDecompress,
  gunzip,
  inflate,
  inflateRaw,
  zstdDecompress,
} from 'node:zlib';
import { CarrelError } from '../../../contract/errors.ts';

/** A body as it comes from the wire. */
export interface WireBody {
  address: string;
  stream: Readable;
  /** `Content-Encoding`, whole; `null` where there is none. */
  encoding: string | null;
  /** `Content-Length` in bytes; `null` where there is none. */
  declaredBytes: number | null;
}

/** No honest server wraps an answer more often than this. */
const MAX_ENCODINGS = 4;

type Decoder = (bytes: Uint8Array, limits: { maxOutputLength: number }) => Promise<Uint8Array>;

interface Encoding {
  name: string;
  /** For what is held in memory: in one go. */
  decode: Decoder;
  /** For what is not. */
  stream: () => Transform;
}

const ENCODINGS = new Map<string, Omit<Encoding, 'name'>>([
  ['gzip', { decode: promisify(gunzip), stream: createGunzip }],
  ['x-gzip', { decode: promisify(gunzip), stream: createGunzip }],
  ['br', { decode: promisify(brotliDecompress), stream: createBrotliDecompress }],
  ['zstd', { decode: promisify(zstdDecompress), stream: createZstdDecompress }],
  ['deflate', { decode: decodeDeflate, stream: createInflate }],
]);

/** What `readBody` can decode, for `Accept-Encoding`. */
export const ACCEPT_ENCODING = 'gzip, deflate, br, zstd';

/**
 * Reads a body to its end and takes its encodings off (RFC 9110, 8.4), of which there may be
 * several.
 * @param maxBytes the most that is read from the wire, and the most it may unfold to; the
 *   connection is cut when there is more
 * @throws CarrelError 'too-large', or 'network' for an encoding that is unknown or damaged; what
 *   the stream throws when the connection is cut
 */
export async function readBody(body: WireBody, maxBytes: number): Promise<Uint8Array> {
  const encodings = encodingsOf(body);
  if (encodings instanceof CarrelError) {
    body.stream.on('error', () => {}).destroy();
    throw encodings;
  }
  let bytes = await readWire(body, maxBytes);
  // An empty answer carries no encoding, whatever its header says.
  if (bytes.length === 0) return bytes;
  // The last one put on is the first to come off.
  for (const { name, decode } of encodings.toReversed()) {
    try {
      bytes = await decode(bytes, { maxOutputLength: maxBytes });
    } catch (error) {
      if (isTooLarge(error)) throw tooLarge(body.address, maxBytes);
      throw damaged(body.address, name, error);
    }
  }
  return bytes;
}

/**
 * The streams that take the encodings of a body off, to be put behind it in this order; none where
 * it has none.
 * @throws CarrelError as `readBody`, for what can be told before reading
 */
export function decodingStreams(body: Pick<WireBody, 'address' | 'encoding'>): Transform[] {
  const encodings = encodingsOf(body);
  if (encodings instanceof CarrelError) throw encodings;
  return encodings.toReversed().map(({ stream }) => stream());
}

async function readWire(body: WireBody, maxBytes: number): Promise<Uint8Array> {
  // Leaving the loop by an error destroys the stream, and with it the connection.
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body.stream) {
    if (!(chunk instanceof Uint8Array)) continue;
    length += chunk.length;
    if (Math.max(length, body.declaredBytes ?? 0) > maxBytes)
      throw tooLarge(body.address, maxBytes);
    chunks.push(chunk);
  }
  // Most small answers are one piece, and need not be copied.
  const [first] = chunks;
  return first !== undefined && chunks.length === 1 ? first : Buffer.concat(chunks, length);
}

/** The encodings in the order they were put on, or why they cannot be taken off. */
function encodingsOf(body: Pick<WireBody, 'address' | 'encoding'>): Encoding[] | CarrelError {
  const names = (body.encoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (names.length > MAX_ENCODINGS) {
    const message = `cannot fetch ${body.address}: it is encoded ${names.length} times over`;
    return new CarrelError('too-large', message);
  }
  const encodings: Encoding[] = [];
  for (const name of names) {
    const known = ENCODINGS.get(name);
    if (known === undefined) {
      const message = `cannot fetch ${body.address}: its encoding “${name}” is unknown`;
      return new CarrelError('network', message);
    }
    encodings.push({ name, ...known });
  }
  return encodings;
}

/**
 * `deflate` means the zlib format (RFC 1950), but some servers have always sent raw deflate
 * (RFC 1951). The first byte tells: its lower half is 8 in a zlib header.
 */
async function decodeDeflate(
  bytes: Uint8Array,
  limits: { maxOutputLength: number },
): Promise<Uint8Array> {
  const isZlib = ((bytes[0] ?? 0) & 0x0f) === 8;
  return await promisify(isZlib ? inflate : inflateRaw)(bytes, limits);
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}

/** An encoding that could not be taken off. */
function damaged(address: string, name: string, error: unknown): CarrelError {
  const message = error instanceof Error ? error.message : String(error);
  return new CarrelError(
    'network',
    `cannot fetch ${address}: its ${name} encoding is damaged (${message})`,
    { cause: error },
  );
}

/** A body larger than the caller takes. */
export function tooLarge(address: string, maxBytes: number): CarrelError {
  const megabytes = (maxBytes / 1024 / 1024).toLocaleString('en', { maximumFractionDigits: 1 });
  return new CarrelError('too-large', `cannot fetch ${address}: it is larger than ${megabytes} MB`);
}
