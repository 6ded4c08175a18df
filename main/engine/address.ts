import { CarrelError } from '../../contract/errors.ts';

/** Query parameters that say where a reader came from, and never which page is meant. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi|vero_id|oly_anon_id|oly_enc_id|_openstat|at_medium|at_campaign|xtor)$/i;

/**
 * What a user types as an address: trimmed, `https://` added where no scheme is given, and the
 * `feed:` schemes (`feed://host/…`, `feed:https://host/…`) understood.
 * @throws CarrelError 'invalid' when it is no http(s) address
 */
export function parseAddress(typed: string): URL {
  const text = typed
    .trim()
    .replace(/^feed:(?=https?:)/i, '')
    .replace(/^feed:\/\//i, 'https://');
  if (text === '') throw unusable(typed, 'it is empty');
  // A port is no scheme: `example.org:8080/feed` against `mailto:someone`.
  const hasScheme = /^[a-z][a-z\d+.-]*:(?!\d)/i.test(text);
  const url = URL.parse(hasScheme ? text : `https://${text}`);
  if (url === null) throw unusable(typed, 'it is not a web address');
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw unusable(typed, `Carrel reads http and https, not ${url.protocol.slice(0, -1)}`);
  }
  if (!hasScheme && !/[.:]/.test(url.hostname) && url.hostname !== 'localhost') {
    throw unusable(typed, 'it is not a web address');
  }
  return url;
}

function unusable(typed: string, cause: string): CarrelError {
  const shown = typed.length > 200 ? `${typed.slice(0, 200)}…` : typed;
  return new CarrelError('invalid', `address: cannot use “${shown}”: ${cause}`);
}

/**
 * The form of an address by which two articles are compared (docs/identity.md): host in lower
 * case, default port, fragment and tracking parameters dropped; the other parameters keep their
 * order and spelling. What cannot be parsed is returned as it is.
 */
export function canonicalAddress(address: string): string {
  const url = URL.parse(address.trim());
  if (url === null) return address.trim();
  if (!/[?#]/.test(url.href)) return url.href;
  const parameters = url.search
    .slice(1)
    .split('&')
    .filter((parameter) => parameter !== '' && !TRACKING.test(parameter.split('=', 1)[0] ?? ''));
  url.hash = '';
  url.search = parameters.join('&');
  return url.href;
}

/** What an article may be known by. */
export interface Identifiers {
  /** The feed the entry stands in; `null` for a page saved or a file opened. */
  feedAddress: string | null;
  guid: string | null;
  address: string | null;
  /**
   * False when the address is not the article's alone (see `ParsedEntry.ownAddress`); it then
   * identifies nothing, provided there is a guid that does.
   */
  ownAddress?: boolean;
}

/**
 * The keys an article is found by; two things that share one key are one article. The rule in
 * prose: docs/identity.md.
 *
 * - `guid:<feed> <guid>`: a guid is only promised to be unique inside its feed (and not even
 *   that is checked by anybody), so that it counts together with the feed's address.
 * - `url:<canonical address>`, as if by https: counts across feeds and for saved pages. A guid that is itself an
 *   address gives no key of this kind: feeds write guids like `https://site/?p=12` that stay
 *   when the article's address does not.
 *
 * An entry with neither has no key; `parseFeed` gives such entries a guid of their content.
 */
export function identityKeys(identifiers: Identifiers): string[] {
  const { feedAddress, guid, address, ownAddress = true } = identifiers;
  const keys: string[] = [];
  const hasGuid = feedAddress !== null && guid !== null && guid.trim() !== '';
  if (hasGuid) keys.push(`guid:${canonicalAddress(feedAddress)} ${guid.trim()}`);
  if (address !== null && (ownAddress || !hasGuid)) keys.push(addressKey(address));
  return keys;
}

/** A page is the same over http and https. */
function addressKey(address: string): string {
  return `url:${canonicalAddress(address).replace(/^http:/, 'https:')}`;
}
