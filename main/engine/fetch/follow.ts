import { CarrelError } from '../../../contract/errors.ts';
import type { FetchOptions } from './fetcher.ts';
import { authorizationOf, loginIn } from './login.ts';
import { sendRequest, type Answer, type Client, type Hop, type Outcome } from './request.ts';
import { siteOf } from './site.ts';

/** What a fetch is, whatever is made of its answer. */
export interface Quest extends Pick<FetchOptions, 'typedHosts' | 'login' | 'validators'> {
  address: string;
  /** Besides the User-Agent and what logs in. */
  headers: Record<string, string>;
  signal: AbortSignal;
  /** The longest that all requests take together; `null` without a limit. */
  allMs: number | null;
}

/** What was made of the answer, and the way to it. */
export interface Followed<T> {
  value: T;
  /** The addresses on the way, the one asked for first; empty without redirects. */
  redirects: string[];
  /** Whether every redirect says that it is for ever; false without redirects. */
  permanent: boolean;
}

/** More is a loop whose address is another one each time. */
const MAX_REDIRECTS = 10;

/**
 * Goes from redirect to redirect until there is an answer, and has that received. Every hop waits
 * for its turn at its site, is checked by itself, and carries the login only as long as the way
 * never left the origin that was asked for.
 * @throws as `Fetcher.get`
 */
export async function follow<T>(
  client: Client,
  quest: Quest,
  receive: (answer: Answer) => Promise<T>,
): Promise<Followed<T>> {
  const asked = bareAddress(quest.address);
  const askedUrl = httpUrl(asked, asked);
  const login = quest.login ?? loginIn(new URL(quest.address));
  const redirects: string[] = [];
  let permanent = true;
  let { allMs } = quest;
  let isAtOrigin = true;
  let address = asked;

  for (;;) {
    const url = httpUrl(asked, address);
    isAtOrigin &&= url.origin === askedUrl.origin;
    const hop: Hop = {
      asked,
      url,
      headers: {
        'user-agent': client.userAgent,
        ...quest.headers,
        ...(login !== undefined && isAtOrigin ? { authorization: authorizationOf(login) } : {}),
      },
      isTyped: quest.typedHosts?.includes(url.hostname) ?? false,
      login: login === undefined ? 'none' : isAtOrigin ? 'sent' : 'held back',
      hasValidators: quest.validators !== undefined,
      signal: quest.signal,
      leftMs: allMs,
    };
    const leave = await client.hosts.enter(siteOf(url.href), quest.signal);
    const startedAt = performance.now();
    let outcome: Outcome<T>;
    try {
      outcome = await sendRequest(client, hop, receive);
    } finally {
      leave();
    }
    if (outcome.kind === 'answer') {
      return { value: outcome.value, redirects, permanent: permanent && redirects.length > 0 };
    }
    if (allMs !== null) allMs -= performance.now() - startedAt;
    redirects.push(address);
    permanent &&= outcome.permanent;
    address = bareAddress(outcome.to);
    refuseLoop(asked, redirects, address);
  }
}

function refuseLoop(asked: string, redirects: string[], address: string): void {
  if (redirects.includes(address)) {
    const loop = [...redirects.slice(redirects.indexOf(address)), address].join(' → ');
    throw new CarrelError('too-large', `cannot fetch ${asked}: it redirects in a loop: ${loop}`);
  }
  if (redirects.length > MAX_REDIRECTS) {
    const message = `cannot fetch ${asked}: it redirects more than ${MAX_REDIRECTS} times`;
    throw new CarrelError('too-large', message);
  }
}

function httpUrl(asked: string, address: string): URL {
  const url = URL.parse(address);
  if (url !== null && (url.protocol === 'http:' || url.protocol === 'https:')) return url;
  const isRedirect = address !== asked;
  const message = isRedirect
    ? `it redirects to ${address.slice(0, 200)}, which is not an http or https address`
    : 'it is not an http or https address';
  throw new CarrelError(
    isRedirect ? 'http' : 'invalid',
    `cannot fetch ${asked.slice(0, 200)}: ${message}`,
  );
}

/**
 * An address as it is shown and kept: without a fragment, which is never sent, and without the
 * name and password that may stand in it.
 */
function bareAddress(address: string): string {
  const url = URL.parse(address);
  if (url === null) return address;
  url.hash = '';
  url.username = '';
  url.password = '';
  return url.href;
}
