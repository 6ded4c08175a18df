import { isAscii, isUtf8 } from 'node:buffer';
import { decodeAs } from '../extract/decode.ts';
import { guessFeedEncoding } from './guess-encoding.ts';
import { decodeUtf32, utf32Order } from './utf32.ts';

/** Of the characters beyond ASCII, how many may be unreadable before a declaration counts as wrong. */
const TOLERATED = 0.1;

/**
 * The text of a feed or OPML file. Servers and generators often declare what the bytes are not
 * (RFC 7303 lets the header win, and most misdeclare by header), so that the bytes are asked too:
 *
 * 1. A byte order mark decides, and so do the first four bytes of UTF-32.
 * 2. Bytes that are valid UTF-8 beyond ASCII are UTF-8: by chance they never are.
 * 3. The header's charset, then the XML declaration's, if the text is readable by it.
 * 4. A guess.
 *
 * Never throws; what cannot be read becomes U+FFFD.
 */
export function decodeFeed(bytes: Uint8Array, contentType: string | null): string {
  const wide = utf32Order(bytes);
  if (wide !== null) return decodeUtf32(bytes, wide);
  const marked = markOf(bytes);
  if (marked !== null) return decodeAs(bytes, marked) ?? '';
  const utf8 = asUtf8(bytes);
  if (utf8 !== null && !isAscii(bytes)) return utf8;
  const decodedAs = (label: string): string | null =>
    // Decoded once is enough.
    utf8 !== null && /^utf-?8$/i.test(label) ? utf8 : decodeAs(bytes, label);
  for (const label of [charsetOf(contentType), declaredBy(bytes)]) {
    const text = label === null ? null : decodedAs(label);
    if (text !== null && isReadable(text)) return text;
  }
  return utf8 !== null && !utf8.includes('\0')
    ? utf8
    : (decodeAs(bytes, guessFeedEncoding(bytes)) ?? '');
}

function markOf(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return null;
}

/** `null` for what is not UTF-8. A `Buffer` gives texts of one byte a character where it can. */
function asUtf8(bytes: Uint8Array): string | null {
  if (!isUtf8(bytes)) return null;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // The same for ASCII, in a tenth of the time.
  return buffer.toString(isAscii(bytes) ? 'latin1' : 'utf8');
}

function charsetOf(contentType: string | null): string | null {
  return /;\s*charset\s*=\s*["']?([^\s;"']+)/i.exec(contentType ?? '')?.[1] ?? null;
}

/** The encoding of an XML declaration; in UTF-16 it is read by leaving its NULs out. */
function declaredBy(bytes: Uint8Array): string | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 400));
  if (start.startsWith('<\0')) return 'utf-16le';
  if (start.startsWith('\0<')) return 'utf-16be';
  return /<\?xml[^>]*\sencoding\s*=\s*["']([^"']+)["']/i.exec(start)?.[1] ?? null;
}

function isReadable(text: string): boolean {
  if (!text.includes('\uFFFD') && !text.includes('\0')) return true;
  const unreadable = text.match(/\uFFFD|\0/g)?.length ?? 0;
  const beyondAscii = text.match(/\P{ASCII}/gu)?.length ?? 0;
  return unreadable <= beyondAscii * TOLERATED;
}
