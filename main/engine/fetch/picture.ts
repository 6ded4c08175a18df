import { imageSize } from 'image-size';
import { CarrelError } from '../../../contract/errors.ts';
import { pictureType, type PictureType } from './picture-type.ts';
import { endOfPicture } from './picture-end.ts';

/** What is known of a picture's bytes. */
export interface CheckedPicture {
  /** Its MIME type, told by its bytes. */
  type: PictureType;
  /** In pixels, as it is shown (EXIF orientation applied). */
  width: number;
  height: number;
}

/** What browsers give an SVG that says no size (CSS 2.1, 10.3.2). */
const UNSIZED_SVG = { width: 300, height: 150 };

/**
 * Tells whether bytes are a picture that can be shown, whole, and how large it is: JPEG, PNG, GIF,
 * WebP, AVIF, SVG, BMP, ICO.
 * @param contentType the `Content-Type` header; only used to say what came instead
 * @throws CarrelError 'not-a-picture' saying what it is instead, or that it is cut off; 'too-large'
 *   for one that no window could show
 */
export function checkPicture(
  bytes: Uint8Array,
  contentType: string | null,
  address: string,
): CheckedPicture {
  const type = pictureType(bytes);
  if (type === null)
    throw notAPicture(address, `is not a picture: it is ${insteadOf(bytes, contentType)}`);
  const missing = endOfPicture(bytes, type);
  if (missing !== null) throw notAPicture(address, `is cut off: ${missing}`);
  const size = sizeOf(bytes, type);
  if (size === null) throw notAPicture(address, 'is not a whole picture: its size cannot be read');
  if (type !== 'image/svg+xml' && size.width * size.height > MOST_PIXELS) {
    const shape = `${size.width} × ${size.height} pixels`;
    throw new CarrelError('too-large', `picture: ${shown(address)} is too large: ${shape}`);
  }
  return { type, ...size };
}

/**
 * Four bytes each when shown, whatever the file takes: a file of some kilobytes may be gigabytes.
 * The largest that cameras make, and panoramas that people put together, have half of it.
 */
const MOST_PIXELS = 250_000_000;

function notAPicture(address: string, what: string): CarrelError {
  return new CarrelError('not-a-picture', `picture: ${shown(address)} ${what}`);
}

/** A `data:` address holds the whole picture. */
function shown(address: string): string {
  return address.length > 300 ? `${address.slice(0, 300)}…` : address;
}

function sizeOf(bytes: Uint8Array, type: PictureType): { width: number; height: number } | null {
  const size = measured(bytes);
  if (size !== null) return size;
  if (type === 'image/svg+xml') return UNSIZED_SVG;
  return type === 'image/avif' ? sizeOfAvif(bytes) : null;
}

function measured(bytes: Uint8Array): { width: number; height: number } | null {
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    if (!isSize(width) || !isSize(height)) return null;
    // EXIF 2.3: the orientations from 5 to 8 lie on their side.
    const isOnItsSide = orientation >= 5 && orientation <= 8;
    return isOnItsSide ? { width: height, height: width } : { width, height };
  } catch {
    return null;
  }
}

/** image-size knows no animated AVIF (`avis`); its size stands in the `ispe` box all the same. */
function sizeOfAvif(bytes: Uint8Array): { width: number; height: number } | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = file.indexOf('ispe', 0, 'latin1');
  if (at === -1 || at + 16 > file.length) return null;
  const [width, height] = [file.readUInt32BE(at + 8), file.readUInt32BE(at + 12)];
  return isSize(width) && isSize(height) ? { width, height } : null;
}

function isSize(pixels: number): boolean {
  return Number.isInteger(pixels) && pixels > 0;
}

function insteadOf(bytes: Uint8Array, contentType: string | null): string {
  if (bytes.length === 0) return 'empty';
  const start = new TextDecoder().decode(bytes.subarray(0, 1024)).trimStart();
  if (/<(?:!doctype html|html|head|body|script|title|div|p)[\s>]/i.test(start))
    return 'an HTML page';
  if (start.startsWith('{')) return 'JSON';
  if (start.startsWith('<')) return 'XML';
  if (/^[\p{L}\p{N}\p{P}\p{S}\s]+$/u.test(start) && !start.includes('\uFFFD')) return 'text';
  const declared = contentType?.split(';')[0]?.trim() ?? '';
  return declared === ''
    ? 'of a kind Carrel cannot show'
    : `of a kind Carrel cannot show (${declared})`;
}
