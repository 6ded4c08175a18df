import type { ArticleId, Feed } from '../../contract/types.ts';
import { keepEnclosures } from '../../db/enclosures.ts';
import { keepEntry } from '../../db/articles.ts';
import { addIdentities, entryLike, isAnyKnown } from '../../db/identities.ts';
import { identityKeys } from './address.ts';
import type { Context } from './context.ts';
import type { ParsedEntry } from './feeds/types.ts';
import { queueEnclosure } from './jobs/enclosure.ts';
import { queuePage } from './jobs/page.ts';
import { keepFirstVersion, keepVersion } from './keep-extracted.ts';

/** What all entries of a fetched feed have in common. */
export interface TakenFrom {
  feed: Feed;
  /** The address that the feed's guids are known by. */
  identityAddress: string;
  language: string | null;
  /** What lists call the feed. */
  source: string;
  /** Whether none of its guids was there before: then entries are also known by title and date. */
  hasNewGuids: boolean;
}

/** Keeps one entry and what follows from it, inside the caller's transaction. */
export function takeEntry(context: Context, from: TakenFrom, entry: ParsedEntry): void {
  const { feed } = from;
  const now = context.now();
  // Zones are left out and clocks are wrong: nothing is shown as from the future.
  const publishedAt = entry.publishedAt === null ? null : Math.min(entry.publishedAt, now);
  const hasPage = feed.settings.textFrom === 'page' && entry.address !== null;
  const keys = keysOf(from, entry);
  if (from.hasNewGuids) recogniseByDate(context, from, entry, keys);
  const { articleId, isNew, changed } = keepEntry(context.db, {
    feedId: feed.id,
    identityKeys: keys,
    guid: entry.guid,
    address: entry.address,
    title: entry.title,
    authors: entry.authors,
    excerpt: entry.excerpt,
    language: entry.body?.language ?? from.language,
    direction: entry.body?.direction ?? 'ltr',
    publishedAt,
    modifiedAt: entry.modifiedAt,
    sortAt: publishedAt ?? now,
    contentSha256: entry.contentSha256,
    source: from.source,
    textState: hasPage ? 'waiting' : 'kept',
    now,
  });
  if (!isNew && !changed) return;
  const wanted = feed.settings.enclosures;
  for (const ordinal of keepEnclosures(context.db, articleId, entry.enclosures, wanted)) {
    queueEnclosure(context, articleId, ordinal);
  }

  keepText(context, articleId, entry, isNew);
  if (hasPage && entry.address !== null) queuePage(context, articleId, entry.address);
  context.changes.articles([articleId]);
}

/** What an entry is known by (docs/identity.md). */
export function keysOf(from: Pick<TakenFrom, 'identityAddress'>, entry: ParsedEntry): string[] {
  const { guid, address, ownAddress } = entry;
  return identityKeys({ feedAddress: from.identityAddress, guid, address, ownAddress });
}

/** A feed that changed all its guids, and its addresses with them, brings what was there before. */
function recogniseByDate(
  context: Context,
  { feed }: TakenFrom,
  { title, publishedAt }: ParsedEntry,
  keys: string[],
): void {
  if (publishedAt === null || isAnyKnown(context.db, keys)) return;
  const same = entryLike(context.db, feed.id, { title, publishedAt });
  if (same !== undefined) addIdentities(context.db, same, keys);
}

function keepText(
  context: Context,
  articleId: ArticleId,
  entry: ParsedEntry,
  isNew: boolean,
): void {
  const { body } = entry;
  if (body === null || body.text === '') return;
  const keep = isNew ? keepFirstVersion : keepVersion;
  keep(
    context,
    articleId,
    body,
    { captureId: null, textFrom: 'feed', fetchedAt: context.now() },
    {
      title: entry.title,
      authors: entry.authors,
      publishedAt: entry.publishedAt,
      modifiedAt: entry.modifiedAt,
    },
  );
}
