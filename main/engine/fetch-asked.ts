import { CarrelError } from '../../contract/errors.ts';
import type { Login } from '../../contract/types.ts';
import type { Context } from './context.ts';
import type { Fetched } from './fetch/fetcher.ts';
import { FEED_ACCEPT, FEED_MAX_BYTES } from './take-feed.ts';

/** What the reader wants to subscribe to. */
export interface Asked {
  address: string;
  /** As `URL.hostname` has it: the one host that may be on this machine's own network. */
  host: string;
  login: Login | null;
}

/**
 * Fetches what may be a feed, or a page that names one, on the way to what the reader asked for.
 * @throws CarrelError 'login' where the server asks for a login or refuses the one it got; and as
 *   `Fetcher.get`; the reason of `signal`
 */
export async function fetchAsked(
  context: Context,
  asked: Asked,
  address: string,
  signal?: AbortSignal,
): Promise<Fetched> {
  const login = loginFor(asked, address);
  try {
    return await context.fetcher.get(address, {
      accept: FEED_ACCEPT,
      maxBytes: FEED_MAX_BYTES,
      typedHosts: [asked.host],
      ...(login === null ? {} : { login }),
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (error) {
    if (!(error instanceof CarrelError)) throw error;
    throw new CarrelError(error.kind, `subscribe: ${error.message}`, { cause: error });
  }
}

/** The login that may be sent to an address: it is for the site that was typed and no other. */
export function loginFor(asked: Asked, address: string): Login | null {
  const [typed, other] = [new URL(asked.address), new URL(address)];
  const isSecured =
    other.hostname === typed.hostname && other.protocol === 'https:' && other.port === typed.port;
  return other.origin === typed.origin || isSecured ? asked.login : null;
}
