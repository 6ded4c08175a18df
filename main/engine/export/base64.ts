/**
 * Bytes as Base64 (RFC 4648, section 4), piece by piece: what comes out, put together, is what all
 * bytes together give.
 */
export async function* base64Of(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, void> {
  /** Three bytes give four letters: what is left of a piece goes before the next. */
  let left: Buffer = Buffer.alloc(0);
  for await (const piece of pieces) {
    const bytes = left.byteLength === 0 ? piece : Buffer.concat([left, piece]);
    const whole = bytes.byteLength - (bytes.byteLength % 3);
    left = bytes.subarray(whole);
    if (whole > 0) yield lettersOf(bytes.subarray(0, whole));
  }
  if (left.byteLength > 0) yield lettersOf(left);
}

function lettersOf(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('base64'), 'latin1');
}
