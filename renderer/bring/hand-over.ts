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
  let onItsWay: Promise<void> = Promise.resolve();

  /** One call after the other; the next files are read while one is on its way. */
  async function send(): Promise<void> {
    const sent = pieces;
    pieces = [];
    bytes = 0;
    await onItsWay;
    signal.throwIfAborted();
    if (sent.length === 0) return;
    onItsWay = carrel().addToImport(id, sent);
    // Heard by the next call, or the end.
    onItsWay.catch(() => undefined);
  }

  try {
    for (const [at, one] of brought.entries()) {
      try {
        for await (const piece of piecesOf(one)) {
          pieces.push(piece);
          bytes += piece.bytes.byteLength;
          if (bytes >= CALL_BYTES || pieces.length >= CALL_FILES) await send();
        }
      } catch (error) {
        if (!(error instanceof DOMException) || signal.aborted) throw error;
        refused.push(unread(one.path, error));
      }
      told({ files: at + 1, of: brought.length });
    }
    await send();
    await onItsWay;
    return refused;
  } finally {
    // Whoever stops it forgets the import next; no call may come after that.
    await onItsWay.catch(() => undefined);
  }
}

/** A file in pieces; an empty one is one piece. The browser refuses to read one that has changed. */
async function* piecesOf({ path, file }: Brought): AsyncGenerator<FilePiece> {
  const { size: sizeBytes, lastModified: modifiedAt } = file;
  let offset = 0;
  do {
    const bytes = await bytesOf(file, offset);
    yield { path, sizeBytes, modifiedAt, offset, bytes };
    offset += bytes.byteLength;
  } while (offset < sizeBytes);
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
