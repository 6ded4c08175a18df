/** UTF-32, which `TextDecoder` does not know: no browser reads it, and some feeds are in it still. */

/** Whether bytes are UTF-32: by its byte order mark, or because they begin with a `<` in it. */
export function utf32Order(bytes: Uint8Array): 'little' | 'big' | null {
  const [a, b, c, d] = bytes;
  if (c === 0 && d === 0 && b === 0 && a === 0x3c) return 'little';
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return 'little';
  if (a === 0 && b === 0 && c === 0 && d === 0x3c) return 'big';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'big';
  return null;
}

/** The text without its byte order mark; what is no character becomes U+FFFD. */
export function decodeUtf32(bytes: Uint8Array, order: 'little' | 'big'): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, order === 'little');
    const isCharacter = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    parts.push(isCharacter ? String.fromCodePoint(code) : '\uFFFD');
  }
  return parts.join('').replace(/^\uFEFF/, '');
}
