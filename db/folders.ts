import type { Folder, FolderId } from '../contract/types.ts';
import type { Db } from './open.ts';
import { prepared } from './statement.ts';

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

interface FolderRow {
  id: FolderId;
  parent_id: FolderId | null;
  title: string;
}

function toFolder(row: FolderRow): Folder {
  return { id: row.id, parentId: row.parent_id, title: row.title };
}
