import { CarrelError } from '../contract/errors.ts';
import type { Folder, FolderChanges, FolderId } from '../contract/types.ts';
import type { Db } from './open.ts';
import { prepared } from './statement.ts';
import { transact } from './transact.ts';

/** The folder of that title in `parentId` (`null`: at the top), made where it is not there. */
export function addFolder(db: Db, title: string, parentId: FolderId | null): FolderId {
  const present = prepared<{ id: FolderId }>(
    db,
    'SELECT id FROM folders WHERE title = ? AND parent_id IS ? ORDER BY id LIMIT 1',
  ).get(title, parentId);
  if (present !== undefined) return present.id;
  const { lastInsertRowid } = prepared(
    db,
    'INSERT INTO folders (title, parent_id) VALUES (?, ?)',
  ).run(title, parentId);
  return Number(lastInsertRowid);
}

/** All folders, by title. */
export function listFolders(db: Db): Folder[] {
  return prepared<FolderRow>(
    db,
    'SELECT id, parent_id, title FROM folders ORDER BY title COLLATE NOCASE, id',
  )
    .all()
    .map(toFolder);
}

export function getFolder(db: Db, id: FolderId): Folder | undefined {
  const sql = 'SELECT id, parent_id, title FROM folders WHERE id = ?';
  const row = prepared<FolderRow>(db, sql).get(id);
  return row === undefined ? undefined : toFolder(row);
}

/**
 * Renames a folder or puts it elsewhere; returns it as it is then.
 * @throws CarrelError 'not-found', or 'invalid' for a folder that would stand within itself
 */
export function changeFolder(db: Db, id: FolderId, changes: FolderChanges): Folder {
  return transact(db, () => {
    const before = getFolder(db, id);
    if (before === undefined) throw noFolder(id);
    const { title = before.title, parentId = before.parentId } = changes;
    if (parentId !== null && getFolder(db, parentId) === undefined) throw noFolder(parentId);
    if (parentId !== null && isWithin(db, parentId, id)) {
      throw new CarrelError('invalid', `folder: “${title}” cannot stand within itself`);
    }
    prepared(db, 'UPDATE folders SET title = ?, parent_id = ? WHERE id = ?').run(
      title,
      parentId,
      id,
    );
    return { id, title, parentId };
  });
}

/**
 * Removes a folder; the feeds and folders in it stand where it stood. Returns it as it was.
 * @throws CarrelError 'not-found'
 */
export function removeFolder(db: Db, id: FolderId): Folder {
  return transact(db, () => {
    const folder = getFolder(db, id);
    if (folder === undefined) throw noFolder(id);
    for (const sql of [
      'UPDATE feeds SET folder_id = ? WHERE folder_id = ?',
      'UPDATE folders SET parent_id = ? WHERE parent_id = ?',
    ]) {
      prepared(db, sql).run(folder.parentId, id);
    }
    prepared(db, 'DELETE FROM folders WHERE id = ?').run(id);
    return folder;
  });
}

function noFolder(id: FolderId): CarrelError {
  return new CarrelError('not-found', `folder: there is no folder ${id} in the library`);
}

/** Whether a folder is another one, or in it at any depth. */
function isWithin(db: Db, id: FolderId, holder: FolderId): boolean {
  return (
    prepared<1>(
      db,
      `WITH RECURSIVE inside (id) AS (
         SELECT :holder UNION SELECT folders.id FROM folders JOIN inside ON parent_id = inside.id
       )
       SELECT 1 FROM inside WHERE id = :id`,
    ).get({ id, holder }) !== undefined
  );
}

interface FolderRow {
  id: FolderId;
  parent_id: FolderId | null;
  title: string;
}

function toFolder(row: FolderRow): Folder {
  return { id: row.id, parentId: row.parent_id, title: row.title };
}
