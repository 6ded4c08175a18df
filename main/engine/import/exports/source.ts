import { createReadStream } from 'node:fs';
import { CarrelError } from '../../../../contract/errors.ts';
import { isOfUtf8, sniffedEncoding } from './encoding.ts';

/** The bytes of a file or of an entry of an archive, from the beginning each time it is opened. */
export interface Source {
  /** For words only. */
  name: string;
  open(): AsyncIterable<Uint8Array>;
}

const CHUNK_BYTES = 256 * 1024;

/** A file as a source. What the system refuses while it is read is a CarrelError `invalid`. */
export function fileSource(path: string, name: string): Source {
  return {
    name,
    async *open() {
      try {
        for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
          if (chunk instanceof Uint8Array) yield chunk;
        }
      } catch (error) {
        if (error instanceof CarrelError) throw error;
        const cause = error instanceof Error ? error.message : String(error);
        throw new CarrelError('invalid', `import: cannot read ${name}: ${cause}`, { cause: error });
      }
    },
  };
}

/** Bytes that are there already, as a source. */
export function bytesSource(bytes: Uint8Array, name: string): Source {
  return {
    name,
    // Nothing is waited for, but who reads it waits for files in the same way.
    async *open() {
      for (let at = 0; at < bytes.byteLength; at += CHUNK_BYTES) {
        yield await Promise.resolve(bytes.subarray(at, at + CHUNK_BYTES));
      }
    },
  };
}

/**
 * The text of a source, piece by piece. It is read twice: a letter beyond ASCII may come late in a
 * long list, and only the whole tells UTF-8 from what is none. NUL is no character of any text.
 */
export async function* textOf(source: Source): AsyncGenerator<string> {
  const decoder = new TextDecoder(await encodingOf(source));
  for await (const chunk of source.open()) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield text.replaceAll('\0', '');
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

/** The encoding of a source: a label that `TextDecoder` knows. */
async function encodingOf(source: Source): Promise<string> {
  let beginning: Uint8Array | null = null;
  // What was not decoded yet is kept by the decoder, so that no character is cut in two.
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of source.open()) {
    beginning ??= chunk;
    const marked = markedEncoding(beginning);
    if (marked !== null) return marked;
    try {
      decoder.decode(chunk, { stream: true });
    } catch {
      return isOfUtf8(chunk) ? 'utf-8' : sniffedEncoding(beginning, chunk);
    }
  }
  return 'utf-8';
}

/** As a byte order mark tells; UTF-16 without one is told by the NULs of its ASCII. */
function markedEncoding(bytes: Uint8Array): string | null {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first !== 0 && second === 0 && third !== 0 && fourth === 0) return 'utf-16le';
  if (first === 0 && second !== 0 && third === 0 && fourth !== 0) return 'utf-16be';
  return null;
}
