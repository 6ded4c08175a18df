import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw, zstdDecompress } from 'node:zlib';
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

const DECODERS = new Map<string, Decoder>([
  ['gzip', promisify(gunzip)],
  ['x-gzip', promisify(gunzip)],
  ['br', promisify(brotliDecompress)],
  ['zstd', promisify(zstdDecompress)],
  ['deflate', decodeDeflate],
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
      const message = error instanceof Error ? error.message : String(error);
      throw new CarrelError(
        'network',
        `cannot fetch ${body.address}: its ${name} encoding is damaged (${message})`,
        { cause: error },
      );
    }
  }
  return bytes;
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
  return Buffer.concat(chunks, length);
}

/** The encodings in the order they were put on, or why they cannot be taken off. */
function encodingsOf(body: WireBody): { name: string; decode: Decoder }[] | CarrelError {
  const names = (body.encoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (names.length > MAX_ENCODINGS) {
    const message = `cannot fetch ${body.address}: it is encoded ${names.length} times over`;
    return new CarrelError('too-large', message);
  }
  const encodings: { name: string; decode: Decoder }[] = [];
  for (const name of names) {
    const decode = DECODERS.get(name);
    if (decode === undefined) {
      const message = `cannot fetch ${body.address}: its encoding “${name}” is unknown`;
      return new CarrelError('network', message);
    }
    encodings.push({ name, decode });
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

function tooLarge(address: string, maxBytes: number): CarrelError {
  const megabytes = (maxBytes / 1024 / 1024).toLocaleString('en', { maximumFractionDigits: 1 });
  return new CarrelError('too-large', `cannot fetch ${address}: it is larger than ${megabytes} MB`);
}
