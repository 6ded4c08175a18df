import { setImmediate } from 'node:timers/promises';
import type { SpacePreview } from '../../contract/library.ts';
import type { Failure, MediaHash } from '../../contract/types.ts';
import { titleOf } from '../../db/articles.ts';
import {
  dropPictures,
  firstToLosePictures,
  namersOf,
  nextToLosePictures,
  pictureBytes,
  pictureFilesOf,
  type ToLosePictures,
} from '../../db/picture-space.ts';
import { readSettings } from '../../db/settings.ts';
import type { Context } from './context.ts';
import { collectGarbage, isGarbageHeld } from './garbage.ts';

/** So many articles lose their pictures before the library answers others again. */
const ARTICLES_AT_ONCE = 5;

/** What stands at a picture that was removed. */
const REMOVED: Failure = {
  kind: 'skipped',
  message: 'picture: removed to keep pictures within the space that is set for them',
};

/**
 * Removes pictures until they take no more space than their reader allows. Where none may go
 * (all are of bookmarked articles, or of those that the reader brought), more is kept. While kept files
 * are held, to drop pictures would make no room; then it is left for later.
 */
export async function keepWithinSpace(context: Context): Promise<void> {
  const { db } = context;
  const { picturesMostMb } = readSettings(db);
  if (picturesMostMb === null) return;
  while (!isGarbageHeld(context) && pictureBytes(db) > picturesMostMb * 1_000_000) {
    const articles = firstToLosePictures(db, ARTICLES_AT_ONCE);
    if (articles.length === 0) return;
    for (const id of articles) {
      collectGarbage(context, dropPictures(db, id, REMOVED));
      if (pictureBytes(db) <= picturesMostMb * 1_000_000) break;
    }
    context.changes.articles(articles);
    await setImmediate();
  }
}

/** So many articles are looked at, in a few milliseconds, before the library answers others again. */
const LOOKED_AT_ONCE = 200;

/** So many articles are named. */
const NAMED = 20;

/**
 * What `keepWithinSpace` would remove, were pictures to take at most so many megabytes: the same
 * articles in the same order. A file goes with the last article that shows it. Changes nothing.
 */
export async function previewSpace(context: Context, mostMb: number): Promise<SpacePreview> {
  const { db } = context;
  const preview: SpacePreview = {
    articles: 0,
    pictures: 0,
    bytes: 0,
    leftBytes: pictureBytes(db),
    first: [],
  };
  /** By how many more articles a file is shown that was met before. */
  const shownBy = new Map<MediaHash, number>();
  let after: ToLosePictures | null = null;
  while (preview.leftBytes > mostMb * 1_000_000) {
    const articles: ToLosePictures[] = nextToLosePictures(db, LOOKED_AT_ONCE, after);
    if (articles.length === 0) break;
    for (const article of articles) {
      if (preview.leftBytes <= mostMb * 1_000_000) break;
      preview.articles += 1;
      const { id } = article;
      if (preview.first.length < NAMED) preview.first.push({ id, title: titleOf(db, id) ?? '' });
      for (const { hash, sizeBytes, shared } of pictureFilesOf(db, id)) {
        const left = shared === 0 ? 0 : (shownBy.get(hash) ?? namers(context, hash)) - 1;
        if (shared === 1) shownBy.set(hash, left);
        if (left > 0) continue;
        preview.pictures += 1;
        preview.bytes += sizeBytes;
        preview.leftBytes -= sizeBytes;
      }
    }
    after = articles.at(-1) ?? null;
    await setImmediate();
  }
  return preview;
}

/** By how much a file is named; a feed's icon, or a file that came with an article, never goes. */
function namers({ db }: Context, hash: MediaHash): number {
  const { articles, others } = namersOf(db, hash);
  return others === 1 ? Infinity : articles;
}
