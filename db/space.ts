import type { Space } from '../contract/library.ts';
import type { Db } from './open.ts';
import { prepared } from './statement.ts';

/** What a library takes, in bytes; counted as it changes, so that nothing is added up here. */
export function spaceOf(db: Db): Omit<Space, 'freeBytes'> {
  const row = prepared<SpaceRow>(
    db,
    'SELECT capture_bytes, version_bytes, picture_bytes, attachment_bytes FROM counts WHERE id = 1',
  ).get();
  if (row === undefined) throw new Error('space: the row of counts is missing');
  return {
    captureBytes: row.capture_bytes,
    versionBytes: row.version_bytes,
    pictureBytes: row.picture_bytes,
    attachmentBytes: row.attachment_bytes,
    databaseBytes: pragma(db, 'page_count') * pragma(db, 'page_size'),
  };
}

function pragma(db: Db, name: string): number {
  return Number(db.pragma(name, { simple: true }));
}

interface SpaceRow {
  capture_bytes: number;
  version_bytes: number;
  picture_bytes: number;
  attachment_bytes: number;
}
