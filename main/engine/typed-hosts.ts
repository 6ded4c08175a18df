import type { ArticleId } from '../../contract/types.ts';
import { typedAddressesOf } from '../../db/feeds.ts';
import type { Context } from './context.ts';

/**
 * The hosts that the reader typed for an article: those of the feeds that carry it, as far as they
 * were typed, and its own, if it was saved by its address. Only these may lead into this machine's
 * own network (SECURITY.md): a feed at home may have its pages and pictures there.
 */
export function typedHostsOf(context: Context, articleId: ArticleId): string[] {
  return hostsOf(typedAddressesOf(context.db, articleId));
}

/** The host names of addresses, as `URL.hostname` has them, each once. */
export function hostsOf(addresses: string[]): string[] {
  return [...new Set(addresses.flatMap((address) => URL.parse(address)?.hostname ?? []))];
}
