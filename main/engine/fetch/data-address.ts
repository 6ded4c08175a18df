import { CarrelError } from '../../../contract/errors.ts';

/**
 * The bytes inside a `data:` address (RFC 2397).
 * @throws CarrelError 'not-a-picture' when it is malformed
 */
export function dataOf(address: string): { bytes: Uint8Array; contentType: string | null } {
  const match = /^data:([^,;]*)((?:;[^,;]*)*),(.*)$/s.exec(address);
  const [, type, parameters, text] = match ?? [];
  if (parameters === undefined || text === undefined) {
    throw new CarrelError('not-a-picture', 'picture: cannot read a data: address: it has no comma');
  }
  const isBase64 = /;\s*base64\s*$/i.test(parameters);
  return {
    bytes: isBase64 ? Buffer.from(unescaped(text), 'base64') : Buffer.from(unescaped(text), 'utf8'),
    contentType: type === undefined || type === '' ? null : type,
  };
}

/** Percent-encoding is often left out or broken in data: addresses; then the text counts as is. */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
