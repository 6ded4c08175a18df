import type { Login } from '../../contract/types.ts';
import { parseAddress } from './address.ts';

/** An address without the name and password that stood in it, and these as a login. */
export interface TypedAddress {
  address: string;
  login: Login | null;
}

/** Schemes by which programs hand a feed to a reader; all of them mean http or https. */
const FEED_SCHEME = /^(?:web\+)?(?:feeds?|rss|podcast|itpc|pcast):/i;

/**
 * An address of a feed as it is typed or stands in a list: `parseAddress`, and with it the schemes
 * `feed:`, `rss:`, `podcast:`, `itpc:` and `pcast:`, and a login (`https://name:password@host/`).
 * @throws CarrelError 'invalid' when it is no http(s) address
 */
export function readTypedAddress(typed: string): TypedAddress {
  const text = typed.trim();
  const inner = text.replace(FEED_SCHEME, '');
  const isScheme = inner !== text;
  const written =
    !isScheme || /^https?:\/\//i.test(inner) ? inner : inner.replace(/^\/*/, 'https://');
  const url = parseAddress(written);
  const login = loginIn(url);
  return { address: withoutLogin(url.href), login };
}

/** The address without the name and password in it. */
export function withoutLogin(address: string): string {
  const url = URL.parse(address);
  if (url === null || (url.username === '' && url.password === '')) return address;
  url.username = '';
  url.password = '';
  return url.href;
}

/** The address with a name and password in it, as `readTypedAddress` reads them. */
export function withLogin(address: string, login: Extract<Login, { kind: 'basic' }>): string {
  const url = new URL(address);
  url.username = encodeURIComponent(login.name.toWellFormed());
  url.password = encodeURIComponent(login.password.toWellFormed());
  return url.href;
}

/** `null` where there is none, or none that can be sent (RFC 7617, 2: no colon in a name). */
function loginIn(url: URL): Login | null {
  if (url.username === '' && url.password === '') return null;
  const name = decoded(url.username);
  const password = decoded(url.password);
  if (name.includes(':') || /\p{Cc}/u.test(name + password)) return null;
  return { kind: 'basic', name, password };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // A percent sign that escapes nothing.
    return part;
  }
}
