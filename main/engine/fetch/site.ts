import { isIP } from 'node:net';
import { getDomain } from 'tldts';

/**
 * Platforms that give each publisher a sub-domain and do not stand in the public suffix list
 * (https://publicsuffix.org; it has github.io, blogspot.com, hatenablog.com, netlify.app and many
 * more). Without this table, fifty newsletters would queue for the two connections of one. Only
 * platforms whose sub-domains people subscribe to: the fewer, the politer.
 */
const SHARED_HOSTING = new Set([
  'ameblo.jp',
  'bandcamp.com',
  'beehiiv.com',
  'blog.hu',
  'blogs.com',
  'buttondown.email',
  'canalblog.com',
  'cocolog-nifty.com',
  'deviantart.com',
  'dreamwidth.org',
  'edublogs.org',
  'exblog.jp',
  'fandom.com',
  'fc2.com',
  'fireside.fm',
  'ghost.io',
  'hashnode.dev',
  'home.blog',
  'hypotheses.org',
  'itch.io',
  'jimdofree.com',
  'libsyn.com',
  'livedoor.jp',
  'livejournal.com',
  'mataroa.blog',
  'medium.com',
  'micro.blog',
  'neocities.org',
  'over-blog.com',
  'over-blog.net',
  'podbean.com',
  'posthaven.com',
  'seesaa.net',
  'skyrock.com',
  'squarespace.com',
  'substack.com',
  'svbtle.com',
  'tistory.com',
  'tumblr.com',
  'typepad.com',
  'ucoz.ru',
  'unblog.fr',
  'webnode.com',
  'weebly.com',
  'wordpress.com',
  'write.as',
]);

/**
 * The site an address belongs to: what politeness is counted by (two connections at once, pauses,
 * `Retry-After`). It is the registrable domain by the public suffix list, private suffixes
 * included, so that `www.example.co.uk` and `img.example.co.uk` are one site and two blogs of one
 * platform are two.
 * @returns in lower case and ASCII, without a trailing dot. An IP address is its own site; on this
 *   machine, every port is one. Empty for a `data:` address and for what is none.
 */
export function siteOf(address: string): string {
  const url = URL.parse(address);
  if (url === null || url.hostname === '') return '';
  const host = url.hostname.replace(/\.$/, '');
  if (isLoopback(host)) return url.port === '' ? host : `${host}:${url.port}`;
  if (isIP(host.replace(/^\[|\]$/g, '')) !== 0) return host;
  const domain = domainOf(host);
  if (!SHARED_HOSTING.has(domain) || host === domain) return domain;
  const publisher =
    host
      .slice(0, -domain.length - 1)
      .split('.')
      .at(-1) ?? '';
  return `${publisher}.${domain}`;
}

/** A host that has no registrable domain (`intranet`, a suffix itself) counts as it is. */
function domainOf(host: string): string {
  return getDomain(host, { allowPrivateDomains: true, extractHostname: false }) ?? host;
}

/** The names and literals of this machine (RFC 6761, 6.3; RFC 1122, 3.2.1.3; RFC 4291, 2.5.3). */
function isLoopback(host: string): boolean {
  if (host === 'localhost' || host.endsWith('.localhost') || host === '[::1]') return true;
  return isIP(host) === 4 && host.startsWith('127.');
}
