import { headerOf, type Header } from './headers.ts';

/** Longer is not believed: a mistyped year would silence a feed for good. */
const LONGEST_MS = 24 * 60 * 60_000;

/**
 * How long an answer may be taken for what the server still has (RFC 9111, 4.2), in milliseconds
 * from its arrival: `max-age`, or else `Expires` less `Date`; less the `Age` that it had already.
 * Zero where it is not to be kept; a day at most. `s-maxage` is for shared caches, and nothing is
 * guessed.
 * @param now in milliseconds; stands in for a `Date` that is missing
 * @returns `null` where the answer does not say
 */
export function freshForMs(headers: Header[], now: number): number | null {
  const directives = directivesOf(headers);
  if (directives.has('no-store') || directives.has('no-cache')) return 0;
  const lifetimeMs = lifetimeOf(directives, headers, now);
  if (lifetimeMs === null) return null;
  const ageMs = (secondsOf(headerOf(headers, 'age') ?? '') ?? 0) * 1000;
  return Math.min(Math.max(lifetimeMs - ageMs, 0), LONGEST_MS);
}

function lifetimeOf(
  directives: Map<string, string>,
  headers: Header[],
  now: number,
): number | null {
  const maxAge = directives.get('max-age');
  if (maxAge !== undefined) {
    // One that cannot be read means stale (RFC 9111, 4.2.1).
    return (secondsOf(maxAge) ?? 0) * 1000;
  }
  const expires = headerOf(headers, 'expires');
  if (expires === null) return null;
  // Both are by the server's clock, so that ours may be wrong. `Expires: 0` means stale (5.3).
  const expiresAt = httpDate(expires);
  return expiresAt === null ? 0 : expiresAt - (httpDate(headerOf(headers, 'date')) ?? now);
}

/** The directives of all `Cache-Control` lines; of one that is repeated, the first counts. */
function directivesOf(headers: Header[]): Map<string, string> {
  const directives = new Map<string, string>();
  const lines = headers.filter(([name]) => name === 'cache-control').map(([, value]) => value);
  for (const directive of lines.join(',').split(',')) {
    const [name = '', value = ''] = directive.split('=', 2).map((part) => part.trim());
    const key = name.toLowerCase();
    if (!directives.has(key)) directives.set(key, value.replaceAll('"', ''));
  }
  return directives;
}

function secondsOf(text: string): number | null {
  return /^\d+$/.test(text.trim()) ? Number(text) : null;
}

/** An HTTP date (RFC 9110, 5.6.7) in milliseconds; `null` for what is none. */
export function httpDate(text: string | null): number | null {
  // `Date.parse` also reads `0` and `-1`, as years.
  const at = text === null || !/[a-z]{3}/i.test(text) ? Number.NaN : Date.parse(text);
  return Number.isNaN(at) ? null : at;
}
