import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { toFailure } from '../contract/errors.ts';
import type { ErrorKind } from '../contract/types.ts';

/** The bytes of a file; of one that is larger than `most`, one more, so as to know that it is. */
export function readBytes(file: string, most: number): Uint8Array {
  const descriptor = openSync(file, 'r');
  try {
    const { size } = fstatSync(descriptor);
    // Of a pipe, or a file in /proc, the size is not known before.
    const bytes = Buffer.allocUnsafe(Math.min(size === 0 ? Infinity : size, most) + 1);
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

/** Why a file could not be read, as a line says it; one that is not there is `not-found`. */
export function lineError(error: unknown): { kind: ErrorKind; message: string } {
  const { kind, message } = toFailure(error);
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  return { kind: isMissing ? 'not-found' : kind, message };
}
