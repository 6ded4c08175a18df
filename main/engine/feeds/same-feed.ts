import type { Feed } from '../../../contract/types.ts';
import { feedByAddress } from '../../../db/feeds.ts';
import type { Db } from '../../../db/open.ts';

/**
 * What is the same for all addresses of a feed that differ only as sites let them: `http` and
 * `https`, with and without `www.`, with and without a slash at the end of the path, fragments.
 */
export function sameFeedKey(address: string): string {
  const url = URL.parse(address);
  if (url === null) return address;
  const host = url.host.replace(/^www\./, '');
  return `${host}${url.pathname.replace(/\/$/, '')}${url.search}`;
}

/** The feed of the library at an address, or at one that is the same feed; the exact one first. */
export function presentFeed(db: Db, address: string): Feed | undefined {
  for (const spelling of spellings(address)) {
    const feed = feedByAddress(db, spelling);
    if (feed !== undefined) return feed;
  }
  return undefined;
}

/** The addresses with one `sameFeedKey`, the one asked for first. */
function spellings(address: string): string[] {
  const asked = URL.parse(address);
  if (asked === null) return [address];
  asked.hash = '';
  const host = asked.host.replace(/^www\./, '');
  const path = asked.pathname.replace(/\/$/, '');
  const found = new Set([address, asked.href]);
  for (const scheme of ['https', 'http']) {
    for (const www of ['', 'www.']) {
      for (const slash of ['', '/']) {
        const url = URL.parse(`${scheme}://${www}${host}${path}${slash}${asked.search}`);
        if (url !== null) found.add(url.href);
      }
    }
  }
  return [...found];
}
