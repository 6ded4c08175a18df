import { isAscii, isUtf8 } from 'node:buffer';
import sniffHtmlEncoding from 'html-encoding-sniffer';
import { guessEncoding } from './guess-encoding.ts';

/**
 * How far a `<meta charset>` is looked for. The standard prescans 1,024 bytes and then lets the
 * parser start over when a later one turns up; looking further at once has the same result.
 */
const META_WITHIN_BYTES = 65_536;

/**
 * Decodes a page or feed-like text as a browser would: byte order mark, then the HTTP header's
 * charset, then `<meta>` or the XML declaration, then a guess from the bytes. A label nobody
 * knows counts as none, and so does one of bytes that are valid UTF-8 beyond ASCII: a browser would
 * show `SchÃ¶ne`, but by chance such bytes never are, and proxies and programs that save pages write
 * UTF-8 and leave the old label. Never throws: what cannot be decoded becomes U+FFFD.
 *
 * @param contentType The whole `Content-Type` header, or `null`.
 * @see https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding
 */
export function decodePage(bytes: Uint8Array, contentType: string | null): string {
  const label = charsetOf(contentType);
  const declared = sniffHtmlEncoding(bytes, {
    ...(label === null ? {} : { transportLayerEncodingLabel: label }),
    // No encoding is called this; it comes back when nothing was declared.
    defaultEncoding: '',
    maxPrescanBytes: META_WITHIN_BYTES,
  });
  // UTF-16 is told by its byte order mark, which no UTF-8 begins with.
  const isUtf8Anyway = declared?.startsWith('UTF') !== true && isUtf8(bytes) && !isAscii(bytes);
  const encoding = isUtf8Anyway ? 'UTF-8' : (declared ?? '');
  return decodeAs(bytes, encoding) ?? decodeAs(bytes, guessEncoding(bytes)) ?? '';
}

/** The bytes in an encoding by its label (any case), without byte order mark; `null` for an unknown label. */
export function decodeAs(bytes: Uint8Array, label: string): string | null {
  if (label === '') return null;
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return null;
  }
}

/** The `charset` parameter of a `Content-Type` header, without quotes. */
function charsetOf(contentType: string | null): string | null {
  const match = /;\s*charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;"']+))/i.exec(contentType ?? '');
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? null;
}
