import { createReadStream } from 'node:fs';
import { extract } from 'tar-stream';
import { CarrelError } from '../../../contract/errors.ts';

/** An entry of a backup. Its bytes are to be read to their end before the next one is asked for. */
export interface BackupEntry {
  name: string;
  sizeBytes: number;
  bytes: AsyncIterable<Buffer>;
}

/**
 * The entries of a backup, in their order, none of them held.
 * @param onRead is told how many bytes of the file are read, as they are
 * @throws CarrelError 'invalid', with the cause alone, where it is no archive, is cut off, or holds
 *   anything but plain files
 */
export async function* readBackup(
  path: string,
  onRead: (bytes: number) => void = () => {},
): AsyncGenerator<BackupEntry, void, void> {
  const archive = extract();
  const source = createReadStream(path);
  source.on('error', (error) => archive.destroy(error));
  source.pipe(archive);
  try {
    for await (const entry of archive) {
      // Its own error is the archive's, which ends the loop.
      entry.on('error', () => undefined);
      const { name, type, size } = entry.header;
      if (type !== 'file') throw new CarrelError('invalid', `“${name}” is no plain file`);
      yield { name, sizeBytes: size, bytes: buffersOf(entry, () => onRead(source.bytesRead)) };
    }
  } catch (error) {
    throw asDamage(error);
  } finally {
    source.destroy();
    archive.destroy();
  }
}

async function* buffersOf(
  entry: AsyncIterable<unknown>,
  onPiece: () => void,
): AsyncGenerator<Buffer, void, void> {
  try {
    for await (const piece of entry) {
      if (!Buffer.isBuffer(piece)) throw new TypeError('an entry comes as bytes');
      onPiece();
      yield piece;
    }
  } catch (error) {
    throw asDamage(error);
  }
}

/** The file system names the call that failed; anything else is to be blamed on the archive. */
function asDamage(error: unknown): unknown {
  if (error instanceof CarrelError || !(error instanceof Error) || 'syscall' in error) return error;
  return new CarrelError('invalid', 'it is no archive, or it is cut off', { cause: error });
}
