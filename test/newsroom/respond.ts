/** Answering a request: validators, conditional requests, encodings, delays, stalled bodies. */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompressSync, gzipSync } from 'node:zlib';

export interface Reply {
  status?: number;
  type?: string;
  headers?: Record<string, string>;
  body: string | Buffer;
  lastModified?: Date;
  encoding?: 'gzip' | 'br';
  /** Wait this long before the first byte. */
  delayMs?: number;
  /** Send only this share of the body, then nothing more, and leave the connection open. */
  stallAt?: number;
}

/** Sends a reply; one with status 200 gets an ETag and answers conditional requests with 304. */
export function send(request: IncomingMessage, response: ServerResponse, reply: Reply): void {
  const {
    status = 200,
    type = 'text/html; charset=utf-8',
    headers = {},
    lastModified,
    encoding,
  } = reply;
  const bytes = encoded(Buffer.from(reply.body), encoding);
  response.setHeader('content-type', type);
  if (encoding) response.setHeader('content-encoding', encoding);
  if (status === 200) {
    response.setHeader('etag', `"${createHash('sha1').update(bytes).digest('base64url')}"`);
    response.setHeader('cache-control', 'no-cache');
    if (lastModified) response.setHeader('last-modified', lastModified.toUTCString());
  }
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (status === 200 && isFresh(request, response)) {
    response.writeHead(304).end();
    return;
  }
  response.setHeader('content-length', bytes.length);
  response.writeHead(status);
  if (request.method === 'HEAD') response.end();
  else if (reply.stallAt === undefined) response.end(bytes);
  else response.write(bytes.subarray(0, Math.floor(bytes.length * reply.stallAt)));
}

function encoded(bytes: Buffer, encoding: Reply['encoding']): Buffer {
  if (encoding === 'gzip') return gzipSync(bytes);
  return encoding === 'br' ? brotliCompressSync(bytes) : bytes;
}

/** RFC 9110, 13.1: If-None-Match decides alone where it is sent; the date only without it. */
function isFresh(request: IncomingMessage, response: ServerResponse): boolean {
  const match = request.headers['if-none-match'];
  if (match !== undefined) {
    const tags = new Set(match.split(',').map((tag) => tag.trim().replace(/^W\//, '')));
    return tags.has('*') || tags.has(String(response.getHeader('etag')));
  }
  const since = Date.parse(request.headers['if-modified-since'] ?? '');
  const changed = Date.parse(String(response.getHeader('last-modified') ?? ''));
  return changed <= since;
}
