/** Reads from a stream of bytes what is asked for, and holds no more of it than that and one piece. */
export interface ByteReader {
  /**
   * The bytes up to and with the next line feed, at most as many as given: what is longer comes in
   * parts. Empty at the end.
   */
  line(mostBytes: number): Promise<Uint8Array>;
  /** So many bytes; fewer only at the end. */
  read(sizeBytes: number): Promise<Uint8Array>;
  /** Passes over so many bytes, telling of each piece; returns how many there were. */
  skip(sizeBytes: number, passed: (sizeBytes: number) => void): Promise<number>;
  /** All that is left, piece by piece. */
  rest(): AsyncGenerator<Uint8Array>;
}

const LINE_FEED = 0x0a;

export function createByteReader(source: AsyncIterable<Uint8Array>): ByteReader {
  const pieces = source[Symbol.asyncIterator]();
  let piece: Uint8Array = new Uint8Array();

  /** Whether there is something in `piece`. */
  const fill = async (): Promise<boolean> => {
    while (piece.length === 0) {
      const next = await pieces.next();
      if (next.done === true) return false;
      piece = next.value;
    }
    return true;
  };

  const takeFrom = (sizeBytes: number): Uint8Array => {
    const taken = piece.subarray(0, sizeBytes);
    piece = piece.subarray(sizeBytes);
    return taken;
  };

  return {
    async line(mostBytes) {
      const parts: Uint8Array[] = [];
      let left = mostBytes;
      while (left > 0 && (await fill())) {
        const end = piece.indexOf(LINE_FEED);
        const part = takeFrom(Math.min(left, end === -1 ? piece.length : end + 1));
        parts.push(part);
        left -= part.length;
        if (part.at(-1) === LINE_FEED) break;
      }
      return Buffer.concat(parts);
    },
    async read(sizeBytes) {
      const parts: Uint8Array[] = [];
      let left = sizeBytes;
      while (left > 0 && (await fill())) {
        const part = takeFrom(left);
        parts.push(part);
        left -= part.length;
      }
      return Buffer.concat(parts);
    },
    async skip(sizeBytes, passed) {
      let left = sizeBytes;
      while (left > 0 && (await fill())) {
        const { length } = takeFrom(left);
        left -= length;
        passed(length);
      }
      return sizeBytes - left;
    },
    async *rest() {
      while (await fill()) yield takeFrom(piece.length);
    },
  };
}
