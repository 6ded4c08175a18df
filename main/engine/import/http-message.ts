import { Readable } from 'node:stream';
import { CarrelError } from '../../../contract/errors.ts';
import { readBody } from '../fetch/body.ts';
import { headerOf } from '../fetch/headers.ts';
import { isPage } from '../fetch/file-type.ts';
import { pictureType } from '../fetch/picture-type.ts';
import { readFields, type Field } from './fields.ts';

/** The head of an answer, as it lies in a web archive. */
export interface HttpHead {
  status: number;
  /** Names in lower case. */
  headers: Field[];
  /** Where the body begins. */
  bodyAt: number;
}

/** Node takes 16 kB, Chromium 256 kB; of the answers in archives none is longer. */
export const MAX_HEAD_BYTES = 65_536;

/** The head of an HTTP/1 answer (RFC 9112), also as HTTP/2 is written down; `undefined` for none. */
export function readHttpHead(bytes: Uint8Array): HttpHead | undefined {
  const start = Buffer.from(bytes.subarray(0, MAX_HEAD_BYTES)).toString('latin1');
  const [line = '', status] = /^HTTP\/\d(?:\.\d)?[ \t]+(\d{3})\b[^\n]*\n/.exec(start) ?? [];
  if (status === undefined) return undefined;
  const end = /\r?\n\r?\n/g;
  // The line's own end counts, where no field follows it.
  end.lastIndex = line.length - (line.endsWith('\r\n') ? 2 : 1);
  const found = end.exec(start);
  if (found === null) return undefined;
  return {
    status: Number(status),
    headers: readFields(start.slice(line.length, found.index)),
    bodyAt: found.index + found[0].length,
  };
}

/**
 * A body without its transfer and content encodings. Many programs that write archives take them
 * off and leave the headers: a body that is not encoded as they say is taken as it is.
 * @throws CarrelError 'too-large' when it unfolds to more; 'network' when an encoding is damaged
 */
export async function plainBody(
  headers: Field[],
  body: Uint8Array,
  address: string,
  mostBytes: number,
): Promise<Uint8Array> {
  const isChunked = /\bchunked\b/i.test(headerOf(headers, 'transfer-encoding') ?? '');
  const whole = (isChunked ? withoutChunks(body) : undefined) ?? body;
  const encoding = headerOf(headers, 'content-encoding');
  const stream = Readable.from([whole]);
  try {
    return await readBody({ address, stream, encoding, declaredBytes: null }, mostBytes);
  } catch (error) {
    const isTooLarge = error instanceof CarrelError && error.kind === 'too-large';
    if (!isTooLarge && (isPage(whole) || pictureType(whole) !== null)) return whole;
    throw error;
  }
}

/** What stands in chunks (RFC 9112, 7.1), the last of which may be cut; `undefined` for no chunks. */
function withoutChunks(body: Uint8Array): Uint8Array | undefined {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.length);
  const chunks: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    const line = bytes.subarray(at, at + 1024).toString('latin1');
    const [whole, size] = /^([\da-f]{1,8})[ \t]*(?:;[^\n]*)?\r?\n/i.exec(line) ?? [];
    if (whole === undefined || size === undefined) return undefined;
    const from = at + whole.length;
    const sizeBytes = Number.parseInt(size, 16);
    if (sizeBytes === 0) break;
    chunks.push(bytes.subarray(from, from + sizeBytes));
    at = from + sizeBytes;
    if (bytes[at] === 0x0d) at += 1;
    if (bytes[at] === 0x0a) at += 1;
  }
  return Buffer.concat(chunks);
}
