import { CarrelError } from '../../../contract/errors.ts';
import type { Login } from '../../../contract/types.ts';
import { headerOf, type Header } from './headers.ts';

/** What `Authorization` says: Basic in UTF-8 (RFC 7617) or Bearer (RFC 6750). */
export function authorizationOf(login: Login): string {
  if (login.kind === 'bearer') return `Bearer ${login.token}`;
  return `Basic ${Buffer.from(`${login.name}:${login.password}`).toString('base64')}`;
}

/** The name and password that stand in an address itself, which is then never shown or kept. */
export function loginIn(url: URL): Login | undefined {
  if (url.username === '' && url.password === '') return undefined;
  return { kind: 'basic', name: unescaped(url.username), password: unescaped(url.password) };
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * What to say of an answer that asks for a login (RFC 9110, 11.6.1), or `null` for another one.
 * @param sent what became of the login: sent, held back because the address redirects to another
 *   origin, or not given
 */
export function loginWanted(
  answer: { status: number; headers: Header[]; address: string },
  sent: 'sent' | 'held back' | 'none',
): string | null {
  const challenge = headerOf(answer.headers, 'www-authenticate');
  if (answer.status !== 401 && !(answer.status === 403 && challenge !== null)) return null;
  const realm = realmOf(challenge ?? '');
  const of = realm === '' ? '' : ` for “${realm}”`;
  if (sent === 'sent') return `the server refused the login${of} that it was sent`;
  if (sent === 'none') return `the server asks for a login${of}`;
  const origin = URL.parse(answer.address)?.origin ?? answer.address;
  return `it redirects to ${origin}, which asks for a login${of}; yours is only for the address it was given for`;
}

function realmOf(challenge: string): string {
  const [, quoted, bare] =
    /\brealm\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/i.exec(challenge) ?? [];
  const realm = quoted?.replace(/\\(.)/g, '$1') ?? bare ?? '';
  return realm.replace(/\s+/g, ' ').trim().slice(0, 80);
}

/** A login is wanted, or was refused. */
export function loginError(asked: string, wanted: string): CarrelError {
  return new CarrelError('login', `cannot fetch ${asked}: ${wanted}`);
}
