import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** Files are read in pieces of so many bytes. */
const PIECE_BYTES = 1024 * 1024;

/** The bytes of a file, piece by piece. Throws what the file system says. */
export async function* bytesOf(path: string): AsyncGenerator<Buffer, void, void> {
  for await (const piece of createReadStream(path, { highWaterMark: PIECE_BYTES })) {
    if (Buffer.isBuffer(piece)) yield piece;
  }
}

/** The size and the SHA-256 of a file; `undefined` where there is none. */
export async function hashFile(
  path: string,
): Promise<{ sizeBytes: number; sha256: string } | undefined> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  try {
    for await (const piece of bytesOf(path)) {
      hash.update(piece);
      sizeBytes += piece.byteLength;
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  return { sizeBytes, sha256: hash.digest('hex') };
}
