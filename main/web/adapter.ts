import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';

/** Between `node:http` and the web's `Request` and `Response`, which `main/door/` speaks. */

/** A GET or HEAD as a `Request`; `path` starts with a slash. Throws on a path that is no URL. */
export function toRequest(incoming: IncomingMessage, path: string): Request {
  const headers = new Headers();
  const { range } = incoming.headers;
  // The one header that `answerFile` reads.
  if (range !== undefined) headers.set('Range', range);
  return new Request(`http://127.0.0.1${path}`, { method: incoming.method ?? 'GET', headers });
}

/** Writes a `Response`. A reader that goes away in the middle of a file is no error. */
export async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body === null) {
    outgoing.end();
    return;
  }
  try {
    await pipeline(response.body, outgoing);
  } catch (error) {
    outgoing.destroy();
    if (!isGone(error)) throw error;
  }
}

function isGone(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNRESET' || code === 'EPIPE';
}
