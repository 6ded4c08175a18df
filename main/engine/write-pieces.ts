import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

/**
 * Writes a new file of pieces as they come, none of them held; it is on the disk when this returns.
 * @param written is told of every piece, in bytes
 * @returns its size and the SHA-256 of its bytes
 * @throws what the pieces or the file system throw; what was written until then is left
 */
export async function writePieces(
  path: string,
  pieces: AsyncIterable<Uint8Array>,
  written: (bytes: number) => void,
): Promise<{ sizeBytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const file = await open(path, 'wx');
  try {
    for await (const piece of pieces) {
      hash.update(piece);
      await file.writeFile(piece);
      sizeBytes += piece.byteLength;
      written(piece.byteLength);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sizeBytes, sha256: hash.digest('hex') };
}
