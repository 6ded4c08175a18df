import type { Agent, Dispatcher } from 'undici';
import { CarrelError } from '../../../contract/errors.ts';
import { ACCEPT_ENCODING, readBody } from './body.ts';
import { HttpStatusError, networkError, parseRetryAfter } from './errors.ts';
import type { Fetched, FetchLimits, FetchOptions } from './fetcher.ts';

/** What every request of one fetcher shares. */
export interface Client {
  agent: Agent;
  userAgent: string;
  limits: FetchLimits;
}

/** What one request of a fetch brings: the answer, or where it redirects to. */
export type Hop =
  | { kind: 'answer'; fetched: Fetched }
  | { kind: 'redirect'; to: string; permanent: boolean };

/** A redirect's or an error's own page is read up to here to keep the connection, else cut. */
const DISCARDED_BYTES = 64 * 1024;

/** What one request of a fetch needs to know of the whole. */
export interface HopOptions {
  /** The address the caller asked for: the one that errors name. */
  asked: string;
  options: FetchOptions;
  signal: AbortSignal;
  /** What is left of the time for the whole fetch. */
  allMs: number;
}

/**
 * Sends one request and reads its answer, within the time limits.
 * @throws as `Fetcher.get`
 */
export async function sendRequest(client: Client, url: URL, hop: HopOptions): Promise<Hop> {
  const time = new AbortController();
  const expire = (what: string): void => {
    time.abort(new CarrelError('timeout', `cannot fetch ${hop.asked}: ${what}`));
  };
  const { firstByteMs, allMs } = client.limits;
  const untilFirstByte = setTimeout(() => {
    expire(`no answer within ${firstByteMs / 1000} s`);
  }, firstByteMs);
  const untilAll = setTimeout(
    () => {
      expire(`it was not complete within ${allMs / 1000} s`);
    },
    Math.max(hop.allMs, 0),
  );
  const signal = AbortSignal.any([hop.signal, time.signal]);
  try {
    const response = await client.agent.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: 'GET',
      headers: requestHeaders(client.userAgent, hop.options),
      signal,
    });
    clearTimeout(untilFirstByte);
    return await readResponse(response, url, hop, signal);
  } catch (error) {
    // Which error comes first when a signal ends a request is chance; the signal's is the cause.
    signal.throwIfAborted();
    throw networkError(hop.asked, error);
  } finally {
    clearTimeout(untilFirstByte);
    clearTimeout(untilAll);
  }
}

function requestHeaders(userAgent: string, options: FetchOptions): Record<string, string> {
  const { etag = null, lastModified = null } = options.validators ?? {};
  return {
    'user-agent': userAgent,
    accept: options.accept,
    'accept-encoding': ACCEPT_ENCODING,
    ...(etag === null ? {} : { 'if-none-match': etag }),
    ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
  };
}

async function readResponse(
  response: Dispatcher.ResponseData,
  url: URL,
  hop: HopOptions,
  signal: AbortSignal,
): Promise<Hop> {
  const { statusCode: status, body } = response;
  const headers = headerList(response.headers);
  const retryAfterMs = parseRetryAfter(valueOf(headers, 'retry-after'), Date.now());

  const location = valueOf(headers, 'location');
  if ([301, 302, 303, 307, 308].includes(status) && location !== null) {
    await body.dump({ limit: DISCARDED_BYTES, signal });
    return {
      kind: 'redirect',
      to: targetOf(location, url),
      permanent: [301, 308].includes(status),
    };
  }
  // A 304 that nobody asked for is an error: there is nothing kept that it could mean.
  const notModified = status === 304 && hop.options.validators !== undefined;
  if (!notModified && (status < 200 || status > 299)) {
    await body.dump({ limit: DISCARDED_BYTES, signal });
    throw new HttpStatusError(statusMessage(response, url, hop.asked), status, retryAfterMs);
  }

  const wire = {
    address: hop.asked,
    stream: body,
    encoding: valueOf(headers, 'content-encoding'),
    declaredBytes: bytesOf(valueOf(headers, 'content-length')),
  };
  if (notModified) await body.dump({ limit: DISCARDED_BYTES, signal });
  const bytes = notModified ? new Uint8Array() : await readBody(wire, hop.options.maxBytes);
  const fetched: Fetched = {
    status,
    address: url.href,
    redirects: [],
    permanent: false,
    headers,
    bytes,
    contentType: valueOf(headers, 'content-type'),
    etag: valueOf(headers, 'etag'),
    lastModified: valueOf(headers, 'last-modified'),
    retryAfterMs,
    freshForMs: null,
    notModified,
  };
  return { kind: 'answer', fetched };
}

function statusMessage(response: Dispatcher.ResponseData, url: URL, asked: string): string {
  const text = `${response.statusCode} ${response.statusText.trim().slice(0, 80)}`.trim();
  const to = url.href === withoutFragment(asked) ? '' : `, redirected to ${url.href}`;
  return `fetch: ${asked} answered ${text}${to}`;
}

function headerList(headers: Dispatcher.ResponseData['headers']): [string, string][] {
  return Object.entries(headers).flatMap(([name, value]) => {
    const values = Array.isArray(value) ? value : value === undefined ? [] : [value];
    return values.map((one): [string, string] => [name, one]);
  });
}

function valueOf(headers: [string, string][], name: string): string | null {
  const values = headers.filter(([key]) => key === name).map(([, value]) => value);
  if (name === 'content-encoding' && values.length > 0) return values.join(', ');
  return values[0] ?? null;
}

function bytesOf(contentLength: string | null): number | null {
  return contentLength !== null && /^\d+$/.test(contentLength) ? Number(contentLength) : null;
}

/** Where a `Location` leads; servers write it in raw UTF-8, which headers are not read as. */
function targetOf(location: string, from: URL): string {
  const bytes = Buffer.from(location, 'latin1');
  const utf8 = bytes.toString('utf8');
  const text = utf8.includes('\uFFFD') ? location : utf8;
  return URL.parse(text, from.href)?.href ?? text;
}

/** An address as it is sent: a fragment never is. */
export function withoutFragment(address: string): string {
  const url = URL.parse(address);
  if (url === null) return address;
  url.hash = '';
  return url.href;
}
