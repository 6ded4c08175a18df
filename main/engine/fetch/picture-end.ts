import type { PictureType } from './picture-type.ts';

/**
 * Tells whether a picture is all there, as far as its format says where it ends. A picture that
 * is cut off looks whole to its size and opens half grey: no better than none, and it would never
 * be fetched again.
 * @returns how much is there, for a reader (`1,234 of 5,678 bytes`); `null` when it is whole
 */
export function endOfPicture(bytes: Uint8Array, type: PictureType): string | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (type) {
    case 'image/jpeg':
      return endOfJpeg(file) ? null : thereIs(file);
    case 'image/png':
      return file.includes('IEND', 8, 'latin1') ? null : thereIs(file);
    case 'image/gif':
      return endOfGif(file) ? null : thereIs(file);
    case 'image/webp':
      // RIFF: the size counts from behind itself. The last byte may be padding that is left out.
      return file.length + 1 < file.readUInt32LE(4) + 8
        ? thereIs(file, file.readUInt32LE(4) + 8)
        : null;
    case 'image/avif':
      return endOfBoxes(file);
    case 'image/svg+xml':
      return /<\/(?:\w+:)?svg\s*>|<(?:\w+:)?svg[^>]*\/>/i.test(file.toString('utf8'))
        ? null
        : thereIs(file);
    default:
      // BMP and ICO have no end to look for, and a length that many writers get wrong.
      return null;
  }
}

function thereIs(file: Buffer, of?: number): string {
  const count = file.length.toLocaleString('en');
  return of === undefined ? `only ${count} bytes` : `${count} of ${of.toLocaleString('en')} bytes`;
}

/**
 * A JPEG ends with the marker FFD9 behind its first scan (ITU-T T.81, B.1.1); in a scan's data,
 * FF is always followed by 00 or a restart marker. One before the scan ends a preview.
 */
function endOfJpeg(file: Buffer): boolean {
  let at = 2;
  while (at + 4 <= file.length) {
    const marker = file[at + 1];
    // Padding is legal, other bytes between segments are common.
    if (file[at] !== 0xff || marker === 0xff || marker === 0) {
      at++;
      continue;
    }
    if (marker === 0xda) return file.lastIndexOf('\xff\xd9', undefined, 'latin1') > at;
    at += 2 + file.readUInt16BE(at + 2);
  }
  return false;
}

/** Walks a GIF's blocks to its trailer (GIF89a, appendix A). */
function endOfGif(file: Buffer): boolean {
  let at = 13 + colourTableBytes(file[10]);
  while (at < file.length) {
    const block = file[at];
    if (block === 0x3b) return true;
    if (block === 0x21) at += 2;
    else if (block === 0x2c) at += 11 + colourTableBytes(file[at + 9]);
    // Behind the pictures, some encoders leave zeros or worse: what can be shown is there.
    else return true;
    while (at < file.length && file[at] !== 0) at += 1 + (file[at] ?? 0);
    at++;
  }
  return false;
}

function colourTableBytes(flags = 0): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 0x07) + 1);
}

/** ISO base media files (ISO 14496-12) are boxes end to end, each with its size. */
function endOfBoxes(file: Buffer): string | null {
  let at = 0;
  while (at + 8 <= file.length) {
    const size = file.readUInt32BE(at);
    // 0: to the end of the file; 1: a size of 64 bits, which no picture needs.
    if (size < 8) return null;
    at += size;
  }
  return at > file.length ? thereIs(file, at) : null;
}
