import { pipeline, Readable } from 'node:stream';
import { constants, createGunzip } from 'node:zlib';
import { createByteReader, type ByteReader } from './byte-reader.ts';
import { fieldOf, readFields, type Field } from './fields.ts';

/** One record of a web archive: its head, and its block while nobody has gone on to the next. */
export interface WarcRecord {
  fields: Field[];
  /** What is left of its block, in bytes. */
  leftBytes(): number;
  /** Up to so many bytes of what is left of the block. */
  take(mostBytes: number): Promise<Uint8Array>;
  /** Whether the file ended before what was asked for. */
  isCutOff(): boolean;
}

/** What is told while records are read. */
export interface Told {
  /** Bytes that nobody took. */
  passed: (sizeBytes: number) => void;
  /** The file ends within a record. */
  cutOff: () => void;
  /** Something between two records is none. */
  garbage: () => void;
}

/** The address is the longest of a head; browsers end at 2 MB, servers at some kB. */
const MAX_LINE_BYTES = 65_536;
const MAX_HEAD_LINES = 1_000;

/**
 * The records of a web archive, WARC 1.0 or 1.1 (ISO 28500), plain or compressed by gzip as a whole
 * or record by record. After what is no record it goes on at the next line that begins one.
 * @throws what zlib throws where the compression is damaged
 */
export async function* recordsOf(
  source: AsyncIterable<Uint8Array>,
  told: Told,
): AsyncGenerator<WarcRecord> {
  const reader = await unzipped(createByteReader(source));
  let isInGarbage = false;
  for (;;) {
    const line = await reader.line(MAX_LINE_BYTES);
    if (line.length === 0) return;
    const text = Buffer.from(line).toString('latin1');
    const fields = /^WARC\/\d+\.\d+\s*$/.test(text) ? await readHead(reader) : undefined;
    if (fields === 'cut off') {
      told.cutOff();
      return;
    }
    const length = fieldOf(fields ?? [], 'content-length') ?? '';
    if (fields === undefined || !/^\d{1,15}$/.test(length)) {
      told.passed(line.length);
      if (text.trim() === '' && fields === undefined) continue;
      if (!isInGarbage) told.garbage();
      isInGarbage = true;
      continue;
    }
    isInGarbage = false;
    let left = Number(length);
    let isCut = false;
    yield {
      fields,
      leftBytes: () => left,
      isCutOff: () => isCut,
      async take(mostBytes) {
        const wanted = Math.min(mostBytes, left);
        const bytes = await reader.read(wanted);
        isCut ||= bytes.length < wanted;
        left -= wanted;
        return bytes;
      },
    };
    isCut ||= (await reader.skip(left, told.passed)) < left;
    if (isCut) {
      told.cutOff();
      return;
    }
  }
}

async function readHead(reader: ByteReader): Promise<Field[] | 'cut off'> {
  let head = '';
  for (let lines = 0; lines < MAX_HEAD_LINES && head.length < MAX_LINE_BYTES; lines++) {
    const line = Buffer.from(await reader.line(MAX_LINE_BYTES)).toString('utf8');
    if (!line.endsWith('\n') && line.length < MAX_LINE_BYTES) return 'cut off';
    if (line.trim() === '') break;
    head += line;
  }
  return readFields(head);
}

/** Takes gzip off, where the first two bytes are its own (RFC 1952, 2.3.1). */
async function unzipped(reader: ByteReader): Promise<ByteReader> {
  const start = await reader.read(2);
  const whole = async function* (): AsyncGenerator<Uint8Array> {
    yield start;
    yield* reader.rest();
  };
  if (start[0] !== 0x1f || start[1] !== 0x8b) return createByteReader(whole());
  // With this flush, a stream that is cut gives all that was before the cut, and no error.
  const gunzip = createGunzip({ finishFlush: constants.Z_SYNC_FLUSH });
  return createByteReader(pipeline(Readable.from(whole()), gunzip, () => {}));
}
