import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/**
 * Who may come through the browser door. Any program and any web page of this machine can send
 * requests to a loopback port; only the window knows the secret in its own address.
 */

/** A secret for one run of the browser door: 192 bits. */
export function makeSecret(): string {
  return randomBytes(24).toString('base64url');
}

/**
 * The path below `/<secret>`, with its slash; `undefined` where the secret is missing or wrong.
 * Hashes are compared, in constant time, so that neither content nor length can be guessed.
 */
export function pathBelowSecret(url: string, secret: string): string | undefined {
  const match = /^\/([^/?#]*)(\/.*)$/s.exec(url);
  if (match === null) return undefined;
  const [, given = '', rest = ''] = match;
  return timingSafeEqual(sha256(given), sha256(secret)) ? rest : undefined;
}

/**
 * Whether the browser believes it speaks to this port of this machine. A page of another site
 * whose name was made to point to 127.0.0.1 (DNS rebinding) sends its own name here.
 */
export function isOurHost(request: IncomingMessage, port: number): boolean {
  return (
    request.headers.host === `127.0.0.1:${port}` || request.headers.host === `localhost:${port}`
  );
}

/** Whether a POST comes from a page of this very door: browsers name a page's origin in it. */
export function isOurOrigin(request: IncomingMessage): boolean {
  return request.headers.origin === `http://${request.headers.host}`;
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
