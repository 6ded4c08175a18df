import type { Dispatcher } from 'undici';
import { CarrelError } from '../../../contract/errors.ts';
import {
  HttpStatusError,
  isCut,
  networkError,
  parseRetryAfter,
  proxyWantsLogin,
} from './errors.ts';
import type { FetchLimits } from './fetcher.ts';
import { httpDate } from './freshness.ts';
import { headerList, headerOf, type Header } from './headers.ts';
import type { Hosts } from './hosts.ts';
import { loginError, loginWanted } from './login.ts';
import type { Route, Routes } from './routes.ts';

/** What every request of one fetcher shares. */
export interface Client {
  routes: Routes;
  hosts: Hosts;
  userAgent: string;
  limits: FetchLimits;
}

/** What one request of a fetch needs to know of the whole. */
export interface Hop {
  /** The address the caller asked for: the one that errors name. */
  asked: string;
  url: URL;
  headers: Record<string, string>;
  /** Whether the user typed the host of `url`. */
  isTyped: boolean;
  /** What became of the login, for the error where one is wanted. */
  login: 'sent' | 'held back' | 'none';
  /** Whether there is something kept that a 304 can mean. */
  hasValidators: boolean;
  signal: AbortSignal;
  /** What is left of the time for the whole fetch; `null` without a limit. */
  leftMs: number | null;
}

/** An answer of success (or 304 where validators were sent), its body not read yet. */
export interface Answer {
  status: number;
  /** The address that errors name. */
  asked: string;
  /** The address that answered. */
  address: string;
  headers: Header[];
  body: Dispatcher.ResponseData['body'];
  retryAfterMs: number | null;
  /** Aborts when the time is over or the caller ends the fetch. */
  signal: AbortSignal;
  /** Ends the fetch with a 'timeout'. */
  expire(what: string): void;
}

/** What one request of a fetch brings: what was made of the answer, or where it redirects to. */
export type Outcome<T> =
  | { kind: 'answer'; value: T }
  | { kind: 'redirect'; to: string; permanent: boolean };

/** A redirect's or an error's own page is read up to here to keep the connection, else cut. */
export const DISCARDED_BYTES = 64 * 1024;

/**
 * Sends one request and has its answer received, within the time limits.
 * @throws as `Fetcher.get`, and what `receive` throws
 */
export async function sendRequest<T>(
  client: Client,
  hop: Hop,
  receive: (answer: Answer) => Promise<T>,
): Promise<Outcome<T>> {
  const time = new AbortController();
  const expire = (what: string): void => {
    time.abort(new CarrelError('timeout', `cannot fetch ${hop.asked}: ${what}`));
  };
  const { firstByteMs, allMs } = client.limits;
  const untilFirstByte = setTimeout(() => {
    expire(`no answer within ${firstByteMs / 1000} s`);
  }, firstByteMs);
  const untilAll =
    hop.leftMs === null
      ? undefined
      : setTimeout(
          () => {
            expire(`it was not complete within ${allMs / 1000} s`);
          },
          Math.max(hop.leftMs, 0),
        );
  const signal = AbortSignal.any([hop.signal, time.signal]);
  try {
    const { response, route } = await ask(client, hop, signal);
    clearTimeout(untilFirstByte);
    try {
      return await readResponse(response, hop, { receive, signal, expire });
    } catch (error) {
      throw signal.aborted ? error : networkError(hop.asked, error, route.proxy);
    } finally {
      route.leave();
    }
  } catch (error) {
    // Which error comes first when a signal ends a request is chance; the signal's is the cause.
    signal.throwIfAborted();
    throw error;
  } finally {
    clearTimeout(untilFirstByte);
    clearTimeout(untilAll);
  }
}

/**
 * Sends the request and waits for the head of the answer. A connection that was kept open may be
 * closed by the server just now; then the request is sent by another one (RFC 9112, 9.3.1).
 */
async function ask(
  client: Client,
  hop: Hop,
  signal: AbortSignal,
): Promise<{ response: Dispatcher.ResponseData; route: Route }> {
  for (;;) {
    let route: Route | undefined;
    try {
      route = await client.routes.to(hop.url, hop.isTyped);
      const response = await route.dispatcher.request({
        origin: hop.url.origin,
        path: hop.url.pathname + hop.url.search,
        method: 'GET',
        headers: hop.headers,
        signal,
      });
      return { response, route };
    } catch (error) {
      route?.leave();
      const mayBeOld = route?.isReused === true && isCut(error) && !signal.aborted;
      if (!mayBeOld) throw networkError(hop.asked, error, route?.proxy);
    }
  }
}

async function readResponse<T>(
  response: Dispatcher.ResponseData,
  hop: Hop,
  around: Pick<Answer, 'signal' | 'expire'> & { receive: (answer: Answer) => Promise<T> },
): Promise<Outcome<T>> {
  const { receive, signal, expire } = around;
  const { statusCode: status, body } = response;
  const headers = headerList(response.headers);
  const serverNow = httpDate(headerOf(headers, 'date')) ?? Date.now();
  const retryAfterMs = parseRetryAfter(headerOf(headers, 'retry-after'), serverNow);

  const location = headerOf(headers, 'location');
  if ([301, 302, 303, 307, 308].includes(status) && location !== null) {
    await body.dump({ limit: DISCARDED_BYTES, signal });
    const to = targetOf(location, hop.url);
    return { kind: 'redirect', to, permanent: [301, 308].includes(status) };
  }
  const { asked, url } = hop;
  const answer = { status, asked, address: url.href, headers, body, retryAfterMs, signal, expire };
  // A 304 that nobody asked for is an error: there is nothing kept that it could mean.
  const isAnswer = (status >= 200 && status <= 299) || (status === 304 && hop.hasValidators);
  if (isAnswer) return { kind: 'answer', value: await receive(answer) };
  await body.dump({ limit: DISCARDED_BYTES, signal });
  throw refusal(answer, response.statusText, hop);
}

/** What an answer that is not success means. */
function refusal(answer: Answer, statusText: string, hop: Hop): CarrelError {
  const wanted = loginWanted(answer, hop.login);
  if (wanted !== null) return loginError(hop.asked, wanted);
  if (answer.status === 407) {
    const message = `cannot fetch ${hop.asked}: ${proxyWantsLogin('on the way')}`;
    return new CarrelError('network', message);
  }
  const text = `${answer.status} ${statusText.trim().slice(0, 80)}`.trim();
  const to = answer.address === hop.asked ? '' : `, redirected to ${answer.address}`;
  const message = `fetch: ${hop.asked} answered ${text}${to}`;
  return new HttpStatusError(message, answer.status, answer.retryAfterMs);
}

/** Where a `Location` leads; servers write it in raw UTF-8, which headers are not read as. */
function targetOf(location: string, from: URL): string {
  const bytes = Buffer.from(location, 'latin1');
  const utf8 = bytes.toString('utf8');
  const text = utf8.includes('\uFFFD') ? location : utf8;
  return URL.parse(text, from.href)?.href ?? text;
}
