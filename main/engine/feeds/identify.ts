import { createHash } from 'node:crypto';
import { canonicalAddress } from '../address.ts';
import type { ParsedEntry } from './types.ts';

export type UnidentifiedEntry = Omit<ParsedEntry, 'ownAddress'>;

/** Fragments that say where a reader came from, not which part of the page is meant. */
const TRACKING_FRAGMENT = /^#(?:ref|rss|utm|xtor|source|from|cm_|mc_|comments?$|respond$|more)/i;

/**
 * Settles by what the entries of one feed are told apart, so that no two of them become one
 * article that are two (docs/identity.md).
 *
 * 1. An entry that is there twice, guid and address, counts once: the first is the newer.
 * 2. A guid that entries with different addresses share (`<guid>0</guid>`) is none.
 * 3. An address that several entries share, or that is no article's, is not their own.
 * 4. An entry with neither gets a guid made of its title and date.
 */
export function identified(
  entries: UnidentifiedEntry[],
  siteAddress: string | null,
): ParsedEntry[] {
  const once = withoutDoubles(entries);
  const guids = countBy(once, ({ guid }) => guid);
  const addresses = countBy(once, canonicalOf);
  const settled: ParsedEntry[] = [];
  for (const entry of once) {
    const guid = guids.get(entry.guid) === 1 ? entry.guid : null;
    const isShared = (addresses.get(canonicalOf(entry)) ?? 0) > 1;
    const ownAddress =
      entry.address !== null && !isShared && isOfAnArticle(entry.address, siteAddress);
    settled.push({ ...entry, guid: guid ?? (ownAddress ? null : guidOf(entry)), ownAddress });
  }
  return settled;
}

function withoutDoubles(entries: UnidentifiedEntry[]): UnidentifiedEntry[] {
  const seen = new Set<string>();
  return entries.filter((entry) => {
    const address = canonicalOf(entry);
    // Where one of the two is missing, the entry itself tells whether it is the same.
    const isWhole = entry.guid !== null && address !== null;
    const key = JSON.stringify([entry.guid, address, isWhole ? null : guidOf(entry)]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function countBy<K>(
  entries: UnidentifiedEntry[],
  keyOf: (entry: UnidentifiedEntry) => K,
): Map<K, number> {
  const counts = new Map<K, number>();
  for (const entry of entries) counts.set(keyOf(entry), (counts.get(keyOf(entry)) ?? 0) + 1);
  return counts;
}

function canonicalOf({ address }: UnidentifiedEntry): string | null {
  return address === null ? null : canonicalAddress(address);
}

function isOfAnArticle(address: string, siteAddress: string | null): boolean {
  const { pathname, search, hash } = new URL(address);
  if (hash !== '' && !TRACKING_FRAGMENT.test(hash)) return false;
  if (pathname === '/' && search === '') return false;
  return siteAddress === null || canonicalAddress(address) !== canonicalAddress(siteAddress);
}

/** A guid from what an entry surely has; its content only where it has nothing else. */
function guidOf({ title, publishedAt, contentSha256 }: UnidentifiedEntry): string {
  const parts = publishedAt === null ? [title, contentSha256] : [title, publishedAt];
  return `carrel:${createHash('sha256').update(JSON.stringify(parts)).digest('hex')}`;
}
