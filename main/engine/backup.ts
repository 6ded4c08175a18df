import { rmSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CarrelEvent } from '../../contract/api.ts';
import { toFailure } from '../../contract/errors.ts';
import type { Backup } from '../../contract/library.ts';
import type { Timestamp } from '../../contract/types.ts';
import { copyDatabase } from '../../db/backup-copy.ts';
import { asLibraryError } from '../../db/errors.ts';
import { spaceOf } from '../../db/space.ts';
import { backupEntries } from './backup-entries.ts';
import type { Context } from './context.ts';
import { holdGarbage } from './garbage.ts';
import { syncFolder } from './media-files.ts';
import { writeTar } from './write-tar.ts';

/** How often a backup says how far it is. */
const TELL_EVERY_MS = 250;

/** A backup that is made, to be handed out. */
export interface BackupFile {
  path: string;
  sizeBytes: number;
}

/** The one backup of a library that is being made, or was made last (docs/backup.md). */
export interface Backups {
  /** Begins one; while one is being made, that is the one. What was made before is removed. */
  begin(): Backup;
  state(): Backup | null;
  /** Stops what is being made, and removes what was made. */
  drop(): Promise<void>;
  /** The backup of this name, once it is made. */
  file(name: string): BackupFile | null;
  /** As `drop`, without telling it. */
  close(): Promise<void>;
}

/** Makes the backups of a library; what a process that ended left of them is removed. */
export function createBackups(
  context: Context,
  parts: { version: string; emit: (event: CarrelEvent) => void },
): Backups {
  const { db } = context;
  const folder = join(context.folder, 'backups');
  let current: Backup | null = null;
  let stopping: AbortController | undefined;
  /** One after another: what is being stopped has its files removed before the next is begun. */
  let before: Promise<void> = Promise.resolve();
  let toldAt = 0;

  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // What cannot be removed is in nobody's way; the next backup is told of it.
  }

  function tell(signal: AbortSignal, changes: Partial<Backup>): void {
    // Of one that is being stopped nobody wants to hear, least of all under the name of the next.
    if (current === null || signal.aborted) return;
    current = { ...current, ...changes };
    if (current.state === 'running' && performance.now() - toldAt < TELL_EVERY_MS) return;
    toldAt = performance.now();
    parts.emit({ kind: 'backup', backup: current });
  }

  /** Never rejects: what goes wrong is told. */
  async function make(name: string, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const release = holdGarbage(context);
    try {
      const file = await write(name, signal);
      signal.throwIfAborted();
      const { sizeBytes, sha256 } = file;
      tell(signal, { state: 'done', doneBytes: sizeBytes, ofBytes: sizeBytes, sha256 });
    } catch (error) {
      await removeAll();
      if (signal.aborted) return;
      const failure = toFailure(asLibraryError('make a backup', error));
      tell(signal, { state: 'failed', failure });
    } finally {
      release();
      if (stopping?.signal === signal) stopping = undefined;
    }
  }

  /**
   * 1. The database is copied. From then on every file that the copy names stays (`holdGarbage`).
   * 2. The archive is written beside, and has its name when it is whole and on the disk.
   */
  async function write(
    name: string,
    signal: AbortSignal,
  ): Promise<{ sizeBytes: number; sha256: string }> {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const copy = join(folder, `${name}.sqlite`);
    const part = join(folder, `${name}.part`);
    let databaseBytes = 0;
    const counts = await copyDatabase(db, copy, (bytes) => {
      signal.throwIfAborted();
      databaseBytes = bytes;
      tell(signal, { doneBytes: bytes });
    });
    const library = { ...counts, folder: context.folder, copy, version: parts.version };
    const entries = backupEntries({ ...library, madeAt: context.now() }, signal);
    let doneBytes = databaseBytes;
    const made = await writeTar(part, entries, (bytes) => {
      doneBytes += bytes;
      const ofBytes = Math.max(current?.ofBytes ?? 0, doneBytes);
      tell(signal, { doneBytes, ofBytes });
    });
    await rm(copy);
    signal.throwIfAborted();
    await rename(part, join(folder, name));
    await syncFolder(folder);
    return made;
  }

  async function removeAll(): Promise<void> {
    // What cannot be removed now, as a file that is being read on Windows, is removed at the start.
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }

  function stop(): Promise<void> {
    stopping?.abort();
    stopping = undefined;
    current = null;
    before = before.then(removeAll);
    return before;
  }

  return {
    begin() {
      if (stopping !== undefined && current !== null) return current;
      const name = `carrel-${dayOf(context.now())}.carrel-backup.tar`;
      const begun = new AbortController();
      current = {
        state: 'running',
        name,
        doneBytes: 0,
        ofBytes: workOf(context),
        sha256: null,
        failure: null,
      };
      stopping = begun;
      before = before.then(() => make(name, begun.signal));
      return current;
    },
    state: () => current,
    async drop() {
      const stopped = stop();
      parts.emit({ kind: 'backup', backup: null });
      await stopped;
    },
    file(name) {
      if (current?.state !== 'done' || current.name !== name) return null;
      return { path: join(folder, name), sizeBytes: current.doneBytes };
    },
    close: stop,
  };
}

/** How many bytes are to be written: the database is, twice. */
function workOf({ db }: Context): number {
  const { databaseBytes, pictureBytes, attachmentBytes } = spaceOf(db);
  return 2 * databaseBytes + pictureBytes + attachmentBytes;
}

/** The day where the reader is, as `2026-03-28`. */
function dayOf(now: Timestamp): string {
  const at = new Date(now);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
