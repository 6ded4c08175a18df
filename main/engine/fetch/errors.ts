import { errors } from 'undici';
import { CarrelError } from '../../../contract/errors.ts';
import { PrivateAddressError } from './private-address.ts';
import { httpDate } from './freshness.ts';

/** A server's answer that is not success, with what a scheduler needs to know of it. */
export class HttpStatusError extends CarrelError {
  readonly status: number;
  /** How long the server asks to be left alone (`Retry-After`); `null` where it does not say. */
  readonly retryAfterMs: number | null;

  constructor(message: string, status: number, retryAfterMs: number | null) {
    super('http', message);
    this.name = 'HttpStatusError';
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}

/** What the codes of Node, OpenSSL, zlib and undici mean, in words for a reader. */
const CAUSES: Record<string, string> = {
  ENOTFOUND: 'there is no server of this name, or no network',
  EAI_AGAIN: 'the name cannot be looked up; there may be no network',
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was cut',
  EPIPE: 'the connection was cut',
  UND_ERR_SOCKET: 'the connection was cut',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'the connection was cut',
  ENETUNREACH: 'there is no network',
  ENETDOWN: 'there is no network',
  EHOSTUNREACH: 'the server cannot be reached',
  EHOSTDOWN: 'the server cannot be reached',
  EADDRNOTAVAIL: 'there is no network',
  EACCES: 'this machine does not allow the connection',
  EPERM: 'this machine does not allow the connection',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  CERT_NOT_YET_VALID: 'its certificate is not valid yet (is the clock of this machine right?)',
  CERT_REVOKED: 'its certificate was revoked',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is self-signed',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate cannot be verified',
  UNABLE_TO_GET_ISSUER_CERT: 'its certificate cannot be verified',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate cannot be verified',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
  ERR_SSL_WRONG_VERSION_NUMBER: 'it does not speak https here',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'it does not speak https here',
};

const TIMEOUTS = new Set([
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
]);

/**
 * An error of the network, named for a reader. What has a kind already is passed on as it is.
 * @param proxy the proxy on the way, as `host:port`
 */
export function networkError(
  address: string,
  thrown: unknown,
  proxy: string | null = null,
): CarrelError {
  if (thrown instanceof CarrelError) return thrown;
  if (thrown instanceof PrivateAddressError) return privateAddressError(address, thrown);
  const code = codeOf(thrown);
  if (TIMEOUTS.has(code)) {
    const message = `cannot fetch ${address}: the server did not answer in time`;
    return new CarrelError('timeout', message, { cause: thrown });
  }
  if (code === 'UND_ERR_HEADERS_OVERFLOW') {
    const message = `cannot fetch ${address}: the headers of the answer are too large`;
    return new CarrelError('too-large', message, { cause: thrown });
  }
  const cause = proxy === null ? causeOf(code, thrown) : causeAtProxy(proxy, code, thrown);
  return new CarrelError('network', `cannot fetch ${address}: ${cause}`, { cause: thrown });
}

/** An address that leads where only hosts that the user typed may lead. */
function privateAddressError(address: string, thrown: PrivateAddressError): CarrelError {
  const why = `it leads to ${thrown.led}, an address of your own network that you did not type`;
  const message = `cannot fetch ${address}: ${why}; to allow it, add it by that address yourself`;
  return new CarrelError('private-address', message, { cause: thrown });
}

/** A proxy's refusal, which undici tells in its own words, or what went wrong on the way to it. */
function causeAtProxy(proxy: string, code: string, thrown: unknown): string {
  const message = thrown instanceof Error ? thrown.message : '';
  const [, status] = /^Proxy (?:response|Authentication Required) \((\d+)\)/.exec(message) ?? [];
  if (status === '407') return proxyWantsLogin(proxy);
  if (status !== undefined) return `the proxy ${proxy} refused the connection (${status})`;
  return `${causeOf(code, thrown)} (through the proxy ${proxy})`;
}

export function proxyWantsLogin(proxy: string): string {
  return `the proxy ${proxy} asks for a name and password`;
}

function causeOf(code: string, thrown: unknown): string {
  const known = CAUSES[code];
  if (known !== undefined) return known;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  if (thrown instanceof errors.HTTPParserError) return `the answer is not HTTP (${message})`;
  if (code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS')) {
    return `no secure connection could be made (${code})`;
  }
  return message;
}

/** Whether a connection ended that had been open. */
export function isCut(thrown: unknown): boolean {
  return ['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'].includes(codeOf(thrown));
}

/** The code of an error; of several attempts (IPv6, IPv4), the code of the last. */
function codeOf(thrown: unknown): string {
  if (thrown instanceof AggregateError && thrown.errors.length > 0) {
    return codeOf(thrown.errors.at(-1));
  }
  if (!(thrown instanceof Error)) return '';
  if ('code' in thrown && typeof thrown.code === 'string') return thrown.code;
  return thrown.cause === undefined ? '' : codeOf(thrown.cause);
}

const WEEK_MS = 7 * 24 * 60 * 60_000;

/**
 * `Retry-After` (RFC 9110, 10.2.3), seconds or an HTTP date, as milliseconds from `now`; at most
 * a week, whatever the server asks. `null` where there is none or it cannot be read.
 * @param now by the server's clock, where its answer says what that shows
 */
export function parseRetryAfter(header: string | null, now: number): number | null {
  const text = header?.trim() ?? '';
  const at = /^\d+$/.test(text) ? now + Number(text) * 1000 : httpDate(text);
  return at === null ? null : Math.min(Math.max(at - now, 0), WEEK_MS);
}
