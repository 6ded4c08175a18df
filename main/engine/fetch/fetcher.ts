import type { Login } from '../../../contract/types.ts';
import { ACCEPT_ENCODING, readBody } from './body.ts';
import { downloadFile } from './download.ts';
import { follow } from './follow.ts';
import { freshForMs } from './freshness.ts';
import { declaredBytesOf, headerOf } from './headers.ts';
import { createHosts } from './hosts.ts';
import { systemLookup, type NameLookup } from './private-address.ts';
import type { Environment, ProxyFor } from './proxies.ts';
import { DISCARDED_BYTES, type Answer, type Client } from './request.ts';
import { createRoutes } from './routes.ts';
import { systemCertificates, type ReadCertificates } from './trust.ts';

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

/** What is downloaded, and where to. */
export type DownloadOptions = Omit<FetchOptions, 'validators'> & {
  /** The file; made where it is not there, and begun anew unless it is resumed. */
  path: string;
  /** The first bytes of the file are from an earlier download and are kept. */
  resume?: {
    fromBytes: number;
    /** What `onAnswer` said then; where the file is another one by now, it is begun anew. */
    ifRange: string;
  };
  /** Called once, when the body begins to come. */
  onAnswer?: (answer: {
    /** What a later `resume` needs; `null` where there is no way to resume. */
    ifRange: string | null;
    /** Of the whole file; `null` where the server does not say. */
    sizeBytes: number | null;
  }) => void;
  /** Called for every piece, with the bytes of the file so far and in all, where that is known. */
  onBytes?: (received: number, of: number | null) => void;
};

/** A file that was received whole and is on the disk. */
export interface Downloaded {
  /** The address that answered, after redirects. */
  address: string;
  contentType: string | null;
  sizeBytes: number;
  /** In hexadecimal digits. */
  sha256: string;
  etag: string | null;
}

export interface Fetcher {
  /**
   * Fetches one address with GET. No cookies, no referrer; an honest User-Agent.
   * @throws HttpStatusError for an answer that is not success; CarrelError 'login' where a login
   *   is wanted or was refused, 'private-address' where the way leads into the user's own network
   *   at a host that is not typed, 'network', 'timeout', 'too-large' or 'invalid'; the reason of
   *   `options.signal`
   */
  get(address: string, options: FetchOptions): Promise<Fetched>;
  /**
   * Fetches one address into a file, of whatever size, in little memory. There is no limit to the
   * time in all; what sends nothing for `limits.stallMs` is given up. What was received of a
   * download that failed stays in the file, to be resumed or removed by the caller.
   * @throws as `get`; CarrelError 'disk-full' or 'library' where the file cannot be written
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
  /** How long a download may bring nothing. */
  stallMs: number;
  /** Connections to one site (`siteOf`). */
  perHost: number;
  /** Requests under way in all, those that servers keep waiting counted. */
  inAll: number;
}

const LIMITS: FetchLimits = {
  firstByteMs: 20_000,
  allMs: 60_000,
  stallMs: 60_000,
  perHost: 2,
  // What is at work the runner's slots bound; the others only wait for servers that hang (`slots.ts`).
  inAll: 128,
};

export interface FetcherOptions {
  /** Carrel's version, for the User-Agent. */
  version: string;
  /** Other limits than the usual, for tests. */
  limits?: Partial<FetchLimits>;
  /** The system's proxies, asked where the environment names none; without it there are none. */
  proxyFor?: ProxyFor;
  /** Where `HTTPS_PROXY` and its like stand; the process's own unless given. */
  environment?: Environment;
  /** Looks names up; the system's way unless given. */
  names?: NameLookup;
  /** Reads the authorities trusted besides Node's; the system's unless given. */
  readCertificates?: ReadCertificates;
}

/** The one way by which Carrel reads from the network. */
export function createFetcher(options: FetcherOptions): Fetcher {
  const limits = { ...LIMITS, ...options.limits };
  const closing = new AbortController();
  const client: Client = {
    routes: createRoutes({
      perHost: limits.perHost,
      connectMs: limits.firstByteMs,
      proxyFor: options.proxyFor ?? (() => Promise.resolve(null)),
      environment: options.environment ?? process.env,
      names: options.names ?? systemLookup,
      readCertificates: options.readCertificates ?? systemCertificates,
    }),
    hosts: createHosts(limits),
    userAgent: `Carrel/${options.version} (offline news reader)`,
    limits,
  };
  const orClosing = (signal: AbortSignal | undefined): AbortSignal =>
    AbortSignal.any([closing.signal, ...(signal ? [signal] : [])]);

  return {
    async get(address, fetchOptions) {
      return await getWhole(client, address, fetchOptions, orClosing(fetchOptions.signal));
    },
    async download(address, downloadOptions) {
      const signal = orClosing(downloadOptions.signal);
      return await downloadFile(client, address, downloadOptions, signal);
    },
    async close() {
      closing.abort(new DOMException('The fetcher was closed.', 'AbortError'));
      await client.routes.close();
    },
  };
}

async function getWhole(
  client: Client,
  address: string,
  options: FetchOptions,
  signal: AbortSignal,
): Promise<Fetched> {
  const { etag = null, lastModified = null } = options.validators ?? {};
  const quest = {
    ...options,
    address,
    headers: {
      accept: options.accept,
      'accept-encoding': ACCEPT_ENCODING,
      ...(etag === null ? {} : { 'if-none-match': etag }),
      ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
    },
    signal,
    allMs: client.limits.allMs,
  };
  const { value, redirects, permanent } = await follow(client, quest, async (answer) => ({
    answer,
    bytes: await bytesOf(answer, options.maxBytes),
  }));
  const { status, headers, retryAfterMs } = value.answer;
  return {
    status,
    address: value.answer.address,
    redirects,
    permanent,
    headers,
    bytes: value.bytes,
    contentType: headerOf(headers, 'content-type'),
    etag: headerOf(headers, 'etag'),
    lastModified: headerOf(headers, 'last-modified'),
    retryAfterMs,
    freshForMs: freshForMs(headers, Date.now()),
    notModified: status === 304,
  };
}

async function bytesOf(answer: Answer, maxBytes: number): Promise<Uint8Array> {
  if (answer.status === 304) {
    await answer.body.dump({ limit: DISCARDED_BYTES, signal: answer.signal });
    return new Uint8Array();
  }
  const wire = {
    address: answer.asked,
    stream: answer.body,
    encoding: headerOf(answer.headers, 'content-encoding'),
    declaredBytes: declaredBytesOf(answer.headers),
  };
  return await readBody(wire, maxBytes);
}
