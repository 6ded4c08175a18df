import { Agent } from 'undici';
import { CarrelError } from '../../../contract/errors.ts';
import type { Login } from '../../../contract/types.ts';
import { downloadTo, type Downloaded, type DownloadOptions } from './download.ts';
import { createHosts, type Hosts } from './hosts.ts';
import { sendRequest, withoutFragment, type Client, type Hop } from './request.ts';
import { siteOf } from './site.ts';

/** What is asked for, and how much of it is taken. */
export interface FetchOptions {
  /** The `Accept` header. */
  accept: string;
  /** What an earlier answer was marked with, so that an unchanged one is not sent again. */
  validators?: { etag: string | null; lastModified: string | null };
  /** The most that is taken, in bytes, both on the wire and after decompression. */
  maxBytes: number;
  /**
   * The hosts (as `URL.hostname` has them) that the user typed. Only these are reached at addresses
   * of this machine and its own network.
   */
  typedHosts?: readonly string[];
  /** Sent to the origin of the address asked for, and after a redirect to no other. */
  login?: Login;
  /** Ends the fetch; it then rejects with the signal's reason. */
  signal?: AbortSignal;
}

/** An answer that was received whole. */
export interface Fetched {
  /** 2xx, or 304 where validators were sent. */
  status: number;
  /** The address that answered, after redirects. */
  address: string;
  /** The addresses on the way to it, the one asked for first; empty without redirects. */
  redirects: string[];
  /** Whether every redirect says that it is for ever (301, 308); false without redirects. */
  permanent: boolean;
  /** Names in lower case. */
  headers: [name: string, value: string][];
  /** The body, its encodings taken off; empty when `notModified`. */
  bytes: Uint8Array;
  contentType: string | null;
  etag: string | null;
  lastModified: string | null;
  retryAfterMs: number | null;
  /**
   * How long the answer need not be asked for again (RFC 9111, 4.2: `Cache-Control`, `Expires`,
   * less its `Age`); `null` where it does not say.
   */
  freshForMs: number | null;
  /** What was kept before is still what the server has (304). */
  notModified: boolean;
}

export interface Fetcher {
  /**
   * Fetches one address with GET. No cookies, no referrer; an honest User-Agent.
   * @throws HttpStatusError for an answer that is not success; CarrelError 'network', 'timeout',
   *   'too-large' or 'invalid'; the reason of `options.signal`
   */
  get(address: string, options: FetchOptions): Promise<Fetched>;
  /**
   * Fetches one address into a file, which may be larger than memory; when it fails, the file may
   * be there in part.
   * @throws as `get`; what the file system threw, as it is
   */
  download(address: string, options: DownloadOptions): Promise<Downloaded>;
  /** Ends everything at once: what is under way rejects with an `AbortError`. */
  close(): Promise<void>;
}

export interface FetchLimits {
  /** From the request to the headers of the answer. */
  firstByteMs: number;
  /** From the first request to the last byte, redirects included, waiting for a turn not. */
  allMs: number;
  perHost: number;
  inAll: number;
}

const LIMITS: FetchLimits = { firstByteMs: 20_000, allMs: 60_000, perHost: 2, inAll: 12 };

/** More is a loop whose address is another one each time. */
const MAX_REDIRECTS = 10;

/** Some news sites send 20 kB of policy headers; Node's limit is 16 kB. */
const MAX_HEADER_BYTES = 64 * 1024;

/**
 * The one way by which Carrel reads from the network.
 * @param options.version Carrel's version, for the User-Agent
 * @param options.limits other limits than the usual, for tests
 */
export function createFetcher(options: {
  version: string;
  limits?: Partial<FetchLimits>;
}): Fetcher {
  const limits = { ...LIMITS, ...options.limits };
  const agent = new Agent({
    connections: limits.perHost,
    // One connection carries one request: politeness stays countable, and what goes wrong on a
    // connection concerns one article.
    allowH2: false,
    pipelining: 1,
    maxHeaderSize: MAX_HEADER_BYTES,
    // The time limits are ours (`request.ts`): undici's count in steps of half a second.
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { timeout: limits.firstByteMs },
  });
  const hosts = createHosts(limits);
  const closing = new AbortController();
  const client: Client = {
    agent,
    userAgent: `Carrel/${options.version} (offline news reader)`,
    limits,
  };

  return {
    async get(address, fetchOptions) {
      const signals = [closing.signal, ...(fetchOptions.signal ? [fetchOptions.signal] : [])];
      return await follow(client, hosts, address, fetchOptions, AbortSignal.any(signals));
    },
    async download(address, downloadOptions) {
      const signals = [closing.signal, ...(downloadOptions.signal ? [downloadOptions.signal] : [])];
      return await downloadTo(client, address, downloadOptions, AbortSignal.any(signals));
    },
    async close() {
      closing.abort(new DOMException('The fetcher was closed.', 'AbortError'));
      await agent.destroy();
    },
  };
}

/** Goes from redirect to redirect until there is an answer. */
async function follow(
  client: Client,
  hosts: Hosts,
  asked: string,
  options: FetchOptions,
  signal: AbortSignal,
): Promise<Fetched> {
  const redirects: string[] = [];
  let permanent = true;
  let leftMs = client.limits.allMs;
  let address = withoutFragment(asked);

  for (;;) {
    const url = httpUrl(asked, address);
    const leave = await hosts.enter(siteOf(url.href), signal);
    const startedAt = performance.now();
    let hop: Hop;
    try {
      hop = await sendRequest(client, url, { asked, options, signal, allMs: leftMs });
    } finally {
      leave();
    }
    if (hop.kind === 'answer') {
      return { ...hop.fetched, redirects, permanent: permanent && redirects.length > 0 };
    }
    leftMs -= performance.now() - startedAt;
    redirects.push(address);
    permanent &&= hop.permanent;
    address = withoutFragment(hop.to);
    if (redirects.includes(address)) {
      const loop = [...redirects.slice(redirects.indexOf(address)), address].join(' → ');
      throw new CarrelError('too-large', `cannot fetch ${asked}: it redirects in a loop: ${loop}`);
    }
    if (redirects.length > MAX_REDIRECTS) {
      const message = `cannot fetch ${asked}: it redirects more than ${MAX_REDIRECTS} times`;
      throw new CarrelError('too-large', message);
    }
  }
}

function httpUrl(asked: string, address: string): URL {
  const url = URL.parse(address);
  if (url !== null && (url.protocol === 'http:' || url.protocol === 'https:')) return url;
  const isRedirect = address !== withoutFragment(asked);
  const message = isRedirect
    ? `it redirects to ${address.slice(0, 200)}, which is not an http or https address`
    : 'it is not an http or https address';
  throw new CarrelError(
    isRedirect ? 'http' : 'invalid',
    `cannot fetch ${asked.slice(0, 200)}: ${message}`,
  );
}
