/** The kinds of picture that the window can show. */
export type PictureType =
  | 'image/jpeg'
  | 'image/png'
  | 'image/gif'
  | 'image/webp'
  | 'image/avif'
  | 'image/bmp'
  | 'image/vnd.microsoft.icon'
  | 'image/svg+xml';

/**
 * The type of a picture by its first bytes; `null` for what is none, or none that can be shown.
 * @see https://mimesniff.spec.whatwg.org/#matching-an-image-type-pattern
 */
export function pictureType(bytes: Uint8Array): PictureType | null {
  const start = Buffer.from(bytes.subarray(0, 32)).toString('latin1');
  if (start.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (/^GIF8[79]a/.test(start)) return 'image/gif';
  if (/^RIFF.{4}WEBPVP/s.test(start)) return 'image/webp';
  if (start.slice(4, 8) === 'ftyp') return isAvif(bytes) ? 'image/avif' : null;
  if (isBmp(bytes)) return 'image/bmp';
  if (start.startsWith('\0\0\x01\0') && bytes.length > 22) return 'image/vnd.microsoft.icon';
  return isSvg(bytes) ? 'image/svg+xml' : null;
}

/** `BM` begins many texts too; the size of the header that follows tells a BMP from them. */
function isBmp(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x42 || bytes[1] !== 0x4d || bytes.length <= 26) return false;
  const headerBytes = new DataView(bytes.buffer, bytes.byteOffset).getUint32(14, true);
  return [12, 16, 40, 52, 56, 64, 108, 124].includes(headerBytes);
}

/** AVIF is told by the brands of its first box: the major one, or one it is compatible with. */
function isAvif(bytes: Uint8Array): boolean {
  const boxBytes = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  const brands = bytes.subarray(8, Math.min(boxBytes, 256));
  return /avi[fs]/.test(Buffer.from(brands).toString('latin1'));
}

/** An SVG is a text whose first element is `svg`; an HTML page with an SVG in it is none. */
function isSvg(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes.subarray(0, 16_384));
  const prolog =
    /^\s*(?:<\?[^]*?\?>\s*|<!--[^]*?-->\s*|<!doctype\s+svg[^[>]*(?:\[[^\]]*\])?\s*>\s*)*/i;
  return /^<(?:\w+:)?svg[\s>/]/i.test(text.replace(prolog, ''));
}
