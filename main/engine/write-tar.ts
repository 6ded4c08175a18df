import { once } from 'node:events';
import { pack as openPack, type Pack } from 'tar-stream';
import { writePieces } from './write-pieces.ts';

/** A file to be put into an archive. */
export interface TarEntry {
  name: string;
  sizeBytes: number;
  modifiedAt: Date;
  /** Exactly `sizeBytes` of them. */
  bytes: AsyncIterable<Uint8Array>;
}

/**
 * Writes an archive (POSIX.1-1988 ustar) of entries as they come, none of them held; the file is on
 * the disk when this returns.
 * @param written is told of every piece, in bytes
 * @returns the size of the archive and the SHA-256 of its bytes
 * @throws what the entries or the file system throw; what was written until then is left
 */
export async function writeTar(
  path: string,
  entries: AsyncIterable<TarEntry>,
  written: (bytes: number) => void,
): Promise<{ sizeBytes: number; sha256: string }> {
  return await writePieces(path, archiveOf(entries), written);
}

async function* archiveOf(entries: AsyncIterable<TarEntry>): AsyncGenerator<Buffer, void, void> {
  const pack = openPack();
  pack.on('error', () => undefined);
  const filling = fill(pack, entries);
  // It is awaited below; until then the archive itself ends with what went wrong.
  filling.catch((error: unknown) => pack.destroy(error instanceof Error ? error : undefined));
  for await (const piece of pack) {
    if (!Buffer.isBuffer(piece)) throw new TypeError('an archive comes as bytes');
    yield piece;
  }
  await filling;
}

async function fill(pack: Pack, entries: AsyncIterable<TarEntry>): Promise<void> {
  for await (const entry of entries) await add(pack, entry);
  pack.finalize();
}

async function add(pack: Pack, entry: TarEntry): Promise<void> {
  const { name, sizeBytes: size, modifiedAt: mtime } = entry;
  const { promise: ended, resolve, reject } = Promise.withResolvers<undefined>();
  // Where the archive cannot be written, this is what tells of it.
  ended.catch(() => undefined);
  const sink = pack.entry({ name, size, mtime, mode: 0o644 }, (error) => {
    if (error) reject(error);
    else resolve(undefined);
  });
  sink.on('error', () => undefined);
  for await (const piece of entry.bytes) {
    if (!sink.write(piece)) await Promise.race([once(sink, 'drain'), ended]);
  }
  sink.end(null);
  await ended;
}
