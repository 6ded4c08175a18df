import type { ArticleId, FeedId, FolderId, MediaHash } from '../contract/types.ts';
import { addFolder } from './folders.ts';
import { copyRows } from './copy-rows.ts';
import type { Db } from './open.ts';
import { restoreArticle, type RestoreWay } from './restore-article.ts';
import { SETTING_KEYS } from './settings.ts';
import { prepared } from './statement.ts';
import { transact } from './transact.ts';

/**
 * Puts the rows of a backup into a library, by the rules of docs/backup.md: nothing that is there is
 * lost or changed for the worse, and a second time changes nothing. The backup's database is the one
 * that is attached as `backup`.
 */

/** Makes a copied database, which was checked (`check-copy.ts`), the one that is restored from. */
export function attachBackup(db: Db, file: string): void {
  db.prepare('ATTACH ? AS backup').run(file);
}

export function detachBackup(db: Db): void {
  db.exec('DETACH backup');
}

/** Keeps that files of the backup are in the media folder now. Nothing names them yet. */
export function restoreMedia(db: Db, hashes: MediaHash[]): void {
  transact(db, () => {
    copyRows(db, 'media', {
      where: 'b.sha256 IN (SELECT value FROM json_each(:hashes))',
      but: {},
      values: { hashes: JSON.stringify(hashes) },
      present: `ON CONFLICT (sha256) DO UPDATE SET
        type = excluded.type, width = excluded.width, height = excluded.height
        WHERE media.width = 0 AND excluded.width > 0`,
    });
  });
}

/** The feeds of the backup, as they are called here. */
export interface RestoredFeeds {
  here: ReadonlyMap<FeedId, FeedId>;
  /** Those that were not in the library. */
  added: FeedId[];
}

/**
 * Restores folders, feeds and settings, all or none. A folder is known by its path, a feed by its
 * address, the one it has or the one it had first. Settings go only into a library that is empty.
 */
export function restoreSources(db: Db): RestoredFeeds {
  return transact(db, () => {
    const isEmpty = prepared<0 | 1>(
      db,
      `SELECT NOT EXISTS (SELECT 1 FROM main.feeds) AND NOT EXISTS (SELECT 1 FROM main.articles)`,
    )
      .pluck()
      .get();
    if (isEmpty === 1) restoreSettings(db);
    const folders = restoreFolders(db);
    const here = new Map<FeedId, FeedId>();
    const added: FeedId[] = [];
    for (const feed of prepared<BackupFeed>(db, BACKUP_FEEDS).all()) {
      const present = prepared<FeedId>(db, FEED_HERE).pluck().get(feed);
      const id = present ?? addFeed(db, feed, folders);
      if (present === undefined) added.push(id);
      here.set(feed.id, id);
    }
    return { here, added };
  });
}

interface BackupFeed {
  id: FeedId;
  address: string;
  identityAddress: string | null;
  folderId: FolderId | null;
}

const BACKUP_FEEDS = `
  SELECT id, address, identity_address AS identityAddress, folder_id AS folderId
  FROM backup.feeds ORDER BY id`;

const FEED_HERE = `
  SELECT id FROM main.feeds WHERE address = :address OR identity_address = :identityAddress
  ORDER BY address = :address DESC LIMIT 1`;

function addFeed(db: Db, feed: BackupFeed, folders: ReadonlyMap<FolderId, FolderId>): FeedId {
  const folderId = feed.folderId === null ? null : (folders.get(feed.folderId) ?? null);
  const { lastInsertRowid } = copyRows(db, 'feeds', {
    where: 'b.id = :id',
    but: {
      id: 'NULL',
      folder_id: ':folderId',
      icon_sha256: '(SELECT sha256 FROM main.media WHERE sha256 = b.icon_sha256)',
      // Triggers count its entries as they come.
      article_count: '0',
      unread_count: '0',
    },
    values: { id: feed.id, folderId },
  });
  return Number(lastInsertRowid);
}

/** From the top down; a folder that is in no other and not at the top cannot be reached. */
function restoreFolders(db: Db): Map<FolderId, FolderId> {
  const here = new Map<FolderId, FolderId>();
  const inside = prepared<{ id: FolderId; title: string }>(
    db,
    'SELECT id, title FROM backup.folders WHERE parent_id IS ? ORDER BY id',
  );
  let parents: (FolderId | null)[] = [null];
  while (parents.length > 0) {
    const next: FolderId[] = [];
    for (const parent of parents) {
      const parentHere = parent === null ? null : (here.get(parent) ?? null);
      for (const { id, title } of inside.all(parent)) {
        here.set(id, addFolder(db, title, parentHere));
        next.push(id);
      }
    }
    parents = next;
  }
  return here;
}

function restoreSettings(db: Db): void {
  copyRows(db, 'settings', {
    where: 'b.key IN (SELECT value FROM json_each(:keys))',
    but: {},
    values: { keys: JSON.stringify(SETTING_KEYS) },
    present: 'ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  });
}

/** How many articles there are to restore. */
export function articlesInBackup(db: Db): number {
  return prepared<number>(db, 'SELECT count(*) FROM backup.articles').pluck().get() ?? 0;
}

/** What was restored in one transaction. */
export interface RestoredArticles {
  /** As they are called here: those that were not in the library, and those that were. */
  added: ArticleId[];
  present: ArticleId[];
  /** The last one of the backup, to go on after; `null` at the end. */
  after: ArticleId | null;
}

/** Restores the articles of the backup that follow one of them, at most `limit`, all or none. */
export function restoreArticles(
  db: Db,
  after: ArticleId,
  limit: number,
  way: RestoreWay,
): RestoredArticles {
  return transact(db, () => {
    const ids = prepared<ArticleId>(
      db,
      'SELECT id FROM backup.articles WHERE id > ? ORDER BY id LIMIT ?',
    )
      .pluck()
      .all(after, limit);
    const restored = ids.map((id) => restoreArticle(db, id, way));
    return {
      added: restored.filter(({ isNew }) => isNew).map(({ id }) => id),
      present: restored.filter(({ isNew }) => !isNew).map(({ id }) => id),
      after: ids.at(-1) ?? null,
    };
  });
}
