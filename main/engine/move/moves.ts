import type { CarrelEvent } from '../../../contract/api.ts';
import { CarrelError, toFailure } from '../../../contract/errors.ts';
import type { LibraryMove } from '../../../contract/library.ts';
import type { Failure } from '../../../contract/types.ts';
import { asLibraryError } from '../../../db/errors.ts';
import { mediaBytes } from '../../../db/media.ts';
import { closeLibrary } from '../../../db/open.ts';
import { spaceOf } from '../../../db/space.ts';
import type { Context } from '../context.ts';
import { holdGarbage } from '../garbage.ts';
import { copyKeptFiles, copyRest, type Copied } from './copy-library.ts';
import { writePlace, type Left, type Place } from './place.ts';
import { isChanged, removeLeft } from './remove-left.ts';
import { clearTarget, openTarget, removeMarker, type Target } from './target.ts';

/** How often a move says how far it is. */
const TELL_EVERY_MS = 250;

/** The move of a library into another folder, and what is to be done after one (docs/library.md). */
export interface Moves {
  /** @throws CarrelError with the reason where the library cannot go there */
  begin(folder: string): Promise<LibraryMove>;
  state(): LibraryMove | null;
  /** Whether it is copying, or further. */
  isUnderWay(): boolean;
  stop(): Promise<LibraryMove | null>;
  /** Ends what can be ended; tells whether the library was closed for a move. */
  close(): Promise<boolean>;
}

/** What of the engine a move needs. */
export interface MoveParts {
  place: Place;
  emit: (event: CarrelEvent) => void;
  /** Ends all work but this; the library stays open. */
  rest: () => Promise<void>;
  /** Called before that: from now on the engine does nothing more. */
  onMoving: () => void;
  /** Called when the library is closed, wherever it is then: it is to be opened anew. */
  onClosed: () => void;
}

/**
 * Moves a library, and ends what a move before this start left to be done.
 *
 * 1. The folder is made ready, and kept as one that is to be cleared: a process that is killed leaves
 *    nothing there for long.
 * 2. Kept files are copied while all goes on. None is removed meanwhile.
 * 3. All work ends. The rest is copied, and the library closed.
 * 4. The place of the library is kept: this is the moment at which it has moved.
 * 5. The engine ends, is started again, and finds it in its new folder. Only then are its files removed
 *    from the old one.
 */
export function createMoves(context: Context, parts: MoveParts): Moves {
  const { db } = context;
  let { place } = parts;
  let current: LibraryMove | null = null;
  let stopping: AbortController | undefined;
  let ended: Promise<void> = Promise.resolve();
  let isClosed = false;
  let toldAt = 0;

  function tell(changes: Partial<LibraryMove>): void {
    if (current === null) return;
    current = { ...current, ...changes };
    const isSame = changes.state === undefined;
    if (isSame && performance.now() - toldAt < TELL_EVERY_MS) return;
    toldAt = performance.now();
    parts.emit({ kind: 'move', move: current });
  }

  async function keepLeft(left: Left[]): Promise<void> {
    place = { ...place, left };
    await writePlace(place);
  }

  /** 2 to 4. Never rejects: what goes wrong is told. */
  async function move(target: Target, signal: AbortSignal): Promise<void> {
    const others = place.left.filter(({ folder }) => folder !== target.folder);
    const release = holdGarbage(context);
    const done: Copied = new Set();
    let doneBytes = 0;
    const copied = (bytes: number): void => {
      signal.throwIfAborted();
      doneBytes += bytes;
      tell({ doneBytes, ofBytes: Math.max(current?.ofBytes ?? 0, doneBytes) });
    };
    try {
      await keepLeft([...others, { folder: target.folder, sha256: null }]);
      await copyKeptFiles(db, place.folder, target, done, copied); // 2
      signal.throwIfAborted();
    } catch (error) {
      target.release();
      // What cannot be removed now is removed at the next start.
      await clearTarget(target.folder, place.folder)
        .then(() => keepLeft(others))
        .catch(() => undefined);
      release();
      stopping = undefined;
      fail(error, signal);
      return;
    }
    isClosed = true;
    tell({ state: 'changing' });
    parts.onMoving();
    try {
      await parts.rest(); // 3
      const { sha256, release: letGo } = await copyRest(db, place.folder, target, done, copied);
      const left = [...others, { folder: place.folder, sha256 }];
      await writePlace({ home: place.home, folder: target.folder, left }).finally(letGo); // 4
    } catch (error) {
      // What is in the other folder is removed at the next start.
      if (db.open) closeLibrary(db);
      fail(error, signal);
    }
    target.release();
    parts.onClosed();
  }

  function fail(error: unknown, signal: AbortSignal): void {
    if (signal.aborted) {
      current = null;
      parts.emit({ kind: 'move', move: null });
      return;
    }
    const failure = failureOf(`move to ${current?.to}`, error);
    tell({ state: 'failed', failure });
    // Who does not look at the move hears of it too; and where the engine ends, it forgets it.
    if (isClosed) parts.emit({ kind: 'problem', failure });
  }

  /** 5, in the engine that was started again; and what a move left that was killed. Never rejects. */
  async function clean(): Promise<void> {
    const before = place.left.findLast(({ sha256 }) => sha256 !== null)?.folder;
    if (before !== undefined) {
      const to = place.folder;
      current = { state: 'removing', from: before, to, doneBytes: 0, ofBytes: 0, failure: null };
    }
    const stay: Left[] = [];
    let failure: Failure | null = null;
    for (const left of place.left) {
      try {
        await removeLeft(place, left);
      } catch (error) {
        failure = failureOf(`remove what is left in ${left.folder}`, error);
        if (!isChanged(error)) stay.push(left);
      }
    }
    await keepLeft(stay).catch(() => undefined);
    tell({ state: 'done', failure });
  }

  async function begin(folder: string): Promise<LibraryMove> {
    if (stopping !== undefined || current?.state === 'removing') {
      throw new CarrelError('invalid', 'move: the library is being moved already');
    }
    const begun = new AbortController();
    stopping = begun;
    try {
      const [bytes, keptBytes] = [spaceOf(db).databaseBytes, mediaBytes(db)];
      const target = await openTarget(place, folder, { bytes, keptBytes }); // 1
      const ofBytes = bytes + (target.sharesDisk ? 0 : keptBytes);
      const [from, to] = [place.folder, target.folder];
      const copying: LibraryMove = {
        state: 'copying',
        from,
        to,
        doneBytes: 0,
        ofBytes,
        failure: null,
      };
      current = copying;
      ended = move(target, begun.signal);
      return copying;
    } catch (error) {
      stopping = undefined;
      throw error;
    }
  }

  async function stop(): Promise<LibraryMove | null> {
    if (!isClosed) {
      stopping?.abort();
      await ended;
    }
    return current;
  }

  // First of all: from now on there may be something in this folder that is nowhere else.
  removeMarker(place.folder);
  if (place.left.length > 0) ended = clean();
  return {
    begin,
    state: () => current,
    isUnderWay: () => stopping !== undefined,
    stop,
    async close() {
      stopping?.abort();
      await ended;
      return isClosed;
    },
  };
}

function failureOf(act: string, error: unknown): Failure {
  return toFailure(asLibraryError(act, error));
}
