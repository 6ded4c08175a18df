import type { FilePiece, ImportId } from '../../contract/imports.ts';
import { carrel } from '../carrel.ts';
import type { Brought } from './gather.ts';
import { words } from '../words/language.ts';

/** So many bytes go over in one call: a little memory, and soon stopped. */
const CALL_BYTES = 4 * 1024 * 1024;

/** So many small files go over in one call. */
const CALL_FILES = 500;

/** How far a hand-over is. */
export interface HandedOver {
  files: number;
  of: number;
}

/**
 * Hands files over to the engine, in pieces. A file that cannot be read, or changes while it is read,
 * is told in the result, and the rest goes on.
 * @param told is called with how far it is
 * @returns what could not be handed over, a sentence each
 * @throws what the engine threw, or `signal`'s reason
 */
export async function handOver(
  id: ImportId,
  brought: readonly Brought[],
  told: (progress: HandedOver) => void,
  signal: AbortSignal,
): Promise<string[]> {
  const refused: string[] = [];
  let pieces: FilePiece[] = [];
  let bytes = 0;

  async function send(): Promise<void> {
    signal.throwIfAborted();
    const sent = pieces;
    pieces = [];
    bytes = 0;
    if (sent.length > 0) await carrel().addToImport(id, sent);
  }

  for (const [at, { path, file }] of brought.entries()) {
    try {
      let offset = 0;
      do {
        // The browser refuses to read a file that is another by now.
        const part = await bytesOf(file, offset);
        pieces.push({
          path,
          sizeBytes: file.size,
          modifiedAt: file.lastModified,
          offset,
          bytes: part,
        });
        offset += part.byteLength;
        bytes += part.byteLength;
        if (bytes >= CALL_BYTES || pieces.length >= CALL_FILES) await send();
      } while (offset < file.size);
    } catch (error) {
      if (!(error instanceof DOMException) || signal.aborted) throw error;
      refused.push(unread(path, error));
    }
    told({ files: at + 1, of: brought.length });
  }
  await send();
  return refused;
}

async function bytesOf(file: File, from: number): Promise<Uint8Array> {
  const part = await file.slice(from, Math.min(from + CALL_BYTES, file.size)).arrayBuffer();
  if (part.byteLength === 0 && from < file.size) {
    throw new DOMException('it is shorter than it was', 'NotReadableError');
  }
  return new Uint8Array(part);
}

function unread(path: string, error: DOMException): string {
  const { cannotRead, causeMoved } = words().bring;
  const isMoved = error.name === 'NotReadableError' || error.name === 'NotFoundError';
  return cannotRead(path, isMoved ? causeMoved : error.message);
}
