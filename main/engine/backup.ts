import { rm } from 'node:fs/promises';
import type { CarrelEvent } from '../../contract/api.ts';
import type { Backup } from '../../contract/library.ts';
import type { Timestamp } from '../../contract/types.ts';
import { copyDatabase } from '../../db/backup-copy.ts';
import { spaceOf } from '../../db/space.ts';
import { backupEntries } from './backup-entries.ts';
import type { Context } from './context.ts';
import { createFileMaker, type FileMaker, type WriteFile } from './file-maker.ts';
import { writeTar } from './write-tar.ts';

/** The one backup of a library that is being made, or was made last (docs/backup.md). */
export interface Backups extends Omit<FileMaker<Backup>, 'begin'> {
  /** Begins one; while one is being made, that is the one. What was made before is removed. */
  begin(): Backup;
}

/** Makes the backups of a library; what a process that ended left of them is removed. */
export function createBackups(
  context: Context,
  parts: { version: string; emit: (event: CarrelEvent) => void },
): Backups {
  const maker = createFileMaker<Backup>(context, {
    folder: 'backups',
    act: 'make a backup',
    emit: (backup) => parts.emit({ kind: 'backup', backup }),
  });
  return {
    ...maker,
    begin() {
      const current = maker.state();
      if (current?.state === 'running') return current;
      const name = `carrel-${dayOf(context.now())}.carrel-backup.tar`;
      const none = { doneBytes: 0, ofBytes: workOf(context), sha256: null, failure: null };
      return maker.begin({ state: 'running', name, ...none }, writer(context, parts.version));
    },
  };
}

/**
 * 1. The database is copied. From then on every file that the copy names stays (`holdGarbage`).
 * 2. The archive is written.
 */
function writer(context: Context, version: string): WriteFile<Backup> {
  return async ({ part, tell, signal }) => {
    const copy = part.replace(/\.part$/, '.sqlite');
    let doneBytes = 0;
    const counts = await copyDatabase(context.db, copy, (bytes) => {
      signal.throwIfAborted();
      doneBytes = bytes;
      tell({ doneBytes });
    });
    const library = { ...counts, folder: context.folder, copy, version };
    const entries = backupEntries({ ...library, madeAt: context.now() }, signal);
    const ofBytes = workOf(context);
    const made = await writeTar(part, entries, (bytes) => {
      doneBytes += bytes;
      tell({ doneBytes, ofBytes: Math.max(ofBytes, doneBytes) });
    });
    await rm(copy);
    return made;
  };
}

/** How many bytes are to be written: the database is, twice. */
function workOf({ db }: Context): number {
  const { databaseBytes, pictureBytes, attachmentBytes } = spaceOf(db);
  return 2 * databaseBytes + pictureBytes + attachmentBytes;
}

/** The day where the reader is, as `2026-03-28`. */
export function dayOf(now: Timestamp): string {
  const at = new Date(now);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
