import { rmSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { toFailure } from '../../contract/errors.ts';
import type { Making } from '../../contract/library.ts';
import { asLibraryError } from '../../db/errors.ts';
import type { Context } from './context.ts';
import { holdGarbage } from './garbage.ts';
import { syncFolder } from './media-files.ts';

/** How often it is said how far a file is. */
const TELL_EVERY_MS = 250;

/** A file that is made, to be handed out. */
export interface MadeFile {
  path: string;
  sizeBytes: number;
}

/** What a file is written with. */
export interface Writing<State> {
  /** Where it is written, beside its place. What else lies in the folder goes when it is whole. */
  part: string;
  /** Keeps how far it is, and tells so now and then. */
  tell: (changes: Partial<State>) => void;
  /** Ends it. */
  signal: AbortSignal;
}

/** Writes a file to its end, synced. */
export type WriteFile<State> = (
  writing: Writing<State>,
) => Promise<{ sizeBytes: number; sha256: string }>;

/** The one file of a kind that is being made, or was made last. */
export interface FileMaker<State extends Making> {
  /** Begins one, in the place of what is being made or was made last. */
  begin(first: State, write: WriteFile<State>): State;
  state(): State | null;
  /** Stops what is being made, and removes what was made. */
  drop(): Promise<void>;
  /** The file of this name, once it is made. */
  file(name: string): MadeFile | null;
  /** As `drop`, without telling it. */
  close(): Promise<void>;
}

/**
 * Makes files out of a library, one at a time, to be saved elsewhere; what a process that ended left
 * of them is removed. A file has its name only when it is whole and on the disk; until then no kept
 * file of the library is removed.
 * @param parts.act what a failure could not do: `make a backup`
 * @param parts.stored what the file is called in its folder; the name it is saved under, where this is
 *   left out
 */
export function createFileMaker<State extends Making>(
  context: Context,
  parts: {
    folder: string;
    stored?: string;
    act: string;
    emit: (state: State | null) => void;
  },
): FileMaker<State> {
  const folder = join(context.folder, parts.folder);
  const pathOf = (name: string): string => join(folder, parts.stored ?? name);
  let current: State | null = null;
  let stopping: AbortController | undefined;
  /** One after another: what is being stopped has its files removed before the next is begun. */
  let before: Promise<void> = Promise.resolve();
  let toldAt = 0;

  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // What cannot be removed is in nobody's way; the next one is told of it.
  }

  function tell(signal: AbortSignal, changes: Partial<State> | Partial<Making>): void {
    // Of one that is being stopped nobody wants to hear, least of all under the name of the next.
    if (current === null || signal.aborted) return;
    current = { ...current, ...changes };
    if (current.state === 'running' && performance.now() - toldAt < TELL_EVERY_MS) return;
    toldAt = performance.now();
    parts.emit(current);
  }

  /** Never rejects: what goes wrong is told. */
  async function make(name: string, write: WriteFile<State>, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const release = holdGarbage(context);
    try {
      await rm(folder, { recursive: true, force: true });
      await mkdir(folder, { recursive: true });
      const part = `${pathOf(name)}.part`;
      const { sizeBytes, sha256 } = await write({
        part,
        tell: (changes) => tell(signal, changes),
        signal,
      });
      signal.throwIfAborted();
      await rename(part, pathOf(name));
      await syncFolder(folder);
      signal.throwIfAborted();
      tell(signal, { state: 'done', doneBytes: sizeBytes, ofBytes: sizeBytes, sha256 });
    } catch (error) {
      await removeAll();
      if (signal.aborted) return;
      tell(signal, { state: 'failed', failure: toFailure(asLibraryError(parts.act, error)) });
    } finally {
      release();
      if (stopping?.signal === signal) stopping = undefined;
    }
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
    begin(first, write) {
      stopping?.abort();
      const begun = new AbortController();
      stopping = begun;
      current = first;
      before = before.then(() => make(first.name, write, begun.signal));
      return first;
    },
    state: () => current,
    async drop() {
      const stopped = stop();
      parts.emit(null);
      await stopped;
    },
    file(name) {
      if (current?.state !== 'done' || current.name !== name) return null;
      return { path: pathOf(name), sizeBytes: current.doneBytes };
    },
    close: stop,
  };
}
