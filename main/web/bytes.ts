/**
 * JSON has no bytes: a `Uint8Array` among the arguments travels as `{ "$bytes": base64 }`. Used
 * by both ends, so it keeps to what browsers and Node have alike.
 */

const key = '$bytes';

/** Characters per call of `fromCharCode`: engines limit how many arguments a call may have. */
const chunk = 32_768;

/** Arguments as JSON text. */
export function encodeArguments(args: readonly unknown[]): string {
  return JSON.stringify(args, (_, value: unknown) =>
    value instanceof Uint8Array ? { [key]: toBase64(value) } : value,
  );
}

/** What `encodeArguments` wrote, from the other side and unchecked. Throws on what is not that. */
export function decodeArguments(json: string): unknown {
  return JSON.parse(json, (_, value: unknown) => {
    const text = isRecord(value) ? value[key] : undefined;
    return typeof text === 'string' ? fromBase64(text) : value;
  });
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let start = 0; start < bytes.length; start += chunk) {
    binary += String.fromCharCode(...bytes.subarray(start, start + chunk));
  }
  return btoa(binary);
}

function fromBase64(text: string): Uint8Array {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
  return bytes;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
