import type { CarrelEvent } from '../../../contract/api.ts';
import { CarrelError, toFailure } from '../../../contract/errors.ts';
import type { FilePiece, Import, ImportId, Restoring } from '../../../contract/imports.ts';
import {
  dropImport,
  getImport,
  listImports,
  setImportState,
  startImport,
} from '../../../db/imports.ts';
import type { Context } from '../context.ts';
import { createWorkerPool, type WorkerPool } from '../worker-pool.ts';
import { addPieces, removeLeftStaging, removeStaging } from './staging.ts';
import { takeAll } from './take-all.ts';

/** The imports of a library: handed over, taken, stopped, gone on with. */
export interface Imports {
  start(): ImportId;
  add(id: ImportId, pieces: FilePiece[]): Promise<void>;
  run(id: ImportId): Import;
  stop(id: ImportId): Promise<Import>;
  drop(id: ImportId): Promise<void>;
  list(): Import[];
  /** Ends what is under way; the next start goes on with it. */
  close(): Promise<void>;
}

/** To unpack an archive takes as long as it takes; its size is limited, and it can be stopped. */
const UNPACK_MS = 60 * 60_000;

/** How often an import says how far it is. */
const TELL_EVERY_MS = 250;

interface Run {
  stopping: AbortController;
  end: Promise<void>;
}

/**
 * Makes the imports of a library, and goes on with those that a process which ended had under way.
 * One is taken at a time.
 * @param wake is called when there is something to be fetched
 */
export function createImports(
  context: Context,
  parts: { workerFile: URL; emit: (event: CarrelEvent) => void; wake: () => void },
): Imports {
  const { db, folder } = context;
  const runs = new Map<ImportId, Run>();
  let before: Promise<void> = Promise.resolve();
  let isClosing = false;
  /** Of the one import that is taken now. */
  let restoring: { id: ImportId; far: Restoring } | null = null;

  const withRestoring = (shown: Import): Import =>
    restoring?.id === shown.id && shown.state === 'running'
      ? { ...shown, restoring: restoring.far }
      : shown;
  const current = (id: ImportId): Import => withRestoring(getImport(db, id));

  function tell(id: ImportId): void {
    parts.emit({ kind: 'import', import: current(id) });
  }

  async function take(id: ImportId, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    let unpackers: WorkerPool | undefined;
    let toldAt = 0;
    const run: WorkerPool['run'] = (task, input) => {
      unpackers ??= createWorkerPool(parts.workerFile, {
        threads: 1,
        memoryMb: 512,
        taskMs: UNPACK_MS,
      });
      return unpackers.run(task, input);
    };
    // A thread that unpacks is ended in the middle.
    const end = (): void => void unpackers?.close();
    signal.addEventListener('abort', end);
    try {
      const tellSoon = (): void => {
        if (performance.now() - toldAt < TELL_EVERY_MS) return;
        toldAt = performance.now();
        tell(id);
        parts.wake();
      };
      await takeAll(context, id, { run }, signal, {
        kept: tellSoon,
        restoring(far) {
          restoring = far === null ? null : { id, far };
          try {
            tellSoon();
          } catch {
            // A library that cannot be read now is told by what is kept next.
          }
        },
      });
      if (!signal.aborted) {
        // What stays, because another program has it open, goes at the next start.
        await removeStaging(folder, id).catch(() => undefined);
        setImportState(db, id, 'done');
      }
    } catch (error) {
      if (!signal.aborted) setImportState(db, id, 'stopped', toFailure(error));
    } finally {
      signal.removeEventListener('abort', end);
      await unpackers?.close();
    }
  }

  /** Takes an import after those before it. Never throws. */
  async function takeInTurn(id: ImportId, signal: AbortSignal, turn: Promise<void>): Promise<void> {
    await turn;
    try {
      await take(id, signal);
      runs.delete(id);
      if (isClosing) return;
      context.changes.flush();
      tell(id);
      parts.wake();
    } catch {
      // A library that cannot be written does not hear of it either: the state stays as it is, and
      // the next start goes on.
      runs.delete(id);
    }
  }

  function begin(id: ImportId): void {
    const stopping = new AbortController();
    before = takeInTurn(id, stopping.signal, before);
    runs.set(id, { stopping, end: before });
  }

  async function halt(id: ImportId): Promise<void> {
    const run = runs.get(id);
    run?.stopping.abort();
    await run?.end;
  }

  // What nobody went on with is of a window that is gone; what is done was told.
  for (const { id, state } of listImports(db)) {
    if (state === 'receiving' || state === 'done') dropImport(db, id);
  }
  removeLeftStaging(folder, new Set(listImports(db).map(({ id }) => id)));
  for (const { id, state } of listImports(db).toReversed()) if (state === 'running') begin(id);

  return {
    start: () => startImport(db, context.now()),
    async add(id, pieces) {
      const { state } = getImport(db, id);
      if (state !== 'receiving') {
        throw new CarrelError(
          'invalid',
          `import: cannot add files to import ${id}: it is ${state}`,
        );
      }
      await addPieces(db, folder, id, pieces);
    },
    run(id) {
      if (getImport(db, id).state !== 'done' && !runs.has(id)) {
        setImportState(db, id, 'running');
        begin(id);
      }
      return current(id);
    },
    async stop(id) {
      const wasRunning = runs.has(id);
      await halt(id);
      if (wasRunning && getImport(db, id).state === 'running') setImportState(db, id, 'stopped');
      tell(id);
      return getImport(db, id);
    },
    async drop(id) {
      await halt(id);
      dropImport(db, id);
      await removeStaging(folder, id);
    },
    list: () => listImports(db).map(withRestoring),
    async close() {
      isClosing = true;
      for (const { stopping } of runs.values()) stopping.abort();
      await Promise.all([...runs.values()].map(({ end }) => end));
    },
  };
}
