import { availableParallelism } from 'node:os';
import type { CarrelEvent } from '../../contract/api.ts';
import { toFailure } from '../../contract/errors.ts';
import type { MediaHash } from '../../contract/types.ts';
import { awaitedAddresses } from '../../db/enclosures.ts';
import { closeLibrary, openLibrary } from '../../db/open.ts';
import { readSettings } from '../../db/settings.ts';
import { mediaFile, mediaPath } from '../../db/media.ts';
import { createApi } from './api.ts';
import { createBackups } from './backup.ts';
import { captureFile } from './capture-file.ts';
import { gatherChanges } from './changes.ts';
import { startCheckpointer } from './checkpointer.ts';
import type { Context } from './context.ts';
import { noServices, type DoorServices } from './door-services.ts';
import { removeLeftParts } from './downloads.ts';
import { createExports } from './export/exports.ts';
import { createFetcher } from './fetch/fetcher.ts';
import type { MadeFile } from './file-maker.ts';
import { collectGarbage } from './garbage.ts';
import { createImports } from './import/imports.ts';
import { createKeeper } from './keeper.ts';
import { createMoves } from './move/moves.ts';
import { placeOf } from './move/place.ts';
import { createNetwork } from './network.ts';
import type { CaptureFile, EngineApi, MadeKind, MediaFile } from './protocol.ts';
import { createRunner } from './runner.ts';
import { createSampleNewsroom } from './sample-newsroom.ts';
import { createTravels } from './travel.ts';
import { createWorkerPool } from './worker-pool.ts';

export interface EngineOptions {
  /** The library's folder, or one that leads to it (`move/place.ts`); made where it is not there. */
  folder: string;
  /** Carrel's version, for the User-Agent. */
  version: string;
  /** The file of the worker threads. */
  workerFile: URL;
  /** The file of the thread that keeps the write-ahead log short. */
  checkpointFile: URL;
  /** The file of the sample newsroom's thread. */
  newsroomFile: URL;
  emit: (event: CarrelEvent) => void;
  /** What the door's platform knows; none where it is left out. */
  services?: DoorServices;
  now?: () => number;
  /** Called when the engine begins to end by itself, because its library goes to another folder. */
  onMoving?: () => void;
  /** Called when it has ended so. Made anew, it finds the library where it is. */
  onClosed?: () => void;
}

/** The reader without a screen. */
export interface Engine {
  api: EngineApi;
  media(hash: MediaHash): MediaFile | null;
  /** @throws CarrelError when its bytes are damaged or cannot be read */
  capture(id: number): CaptureFile | null;
  /** The backup or the export of this name, once it is made. */
  made(what: MadeKind, name: string): MadeFile | null;
  /** Stops all work; what was under way stays due. */
  close(): Promise<void>;
}

/**
 * Opens a library and goes on with its work.
 * @throws CarrelError 'library' or 'newer-library' when it cannot be opened; it is then untouched
 */
export function createEngine(options: EngineOptions): Engine {
  const { version, emit } = options;
  const place = placeOf(options.folder);
  const { folder } = place;
  const db = openLibrary(folder);
  const checkpointer = startCheckpointer(options.checkpointFile, folder);
  const services = options.services ?? noServices;
  const fetcher = createFetcher({ version, proxyFor: (address) => services.proxyFor(address) });
  const workers = createWorkerPool(options.workerFile, {
    threads: Math.min(4, Math.max(1, availableParallelism() - 1)),
    memoryMb: 512,
    taskMs: 30_000,
  });
  const changes = gatherChanges(emit);
  const network = createNetwork({
    wantsMetered: () => readSettings(db).onMetered === 'wait',
    onChange: () => runner.networkChanged(),
  });
  const context: Context = {
    db,
    folder,
    fetcher,
    workers,
    changes,
    services,
    keeping: new Set(),
    keeper: createKeeper(db),
    network,
    now: options.now ?? Date.now,
  };
  // First of all: the runner begins at once, and what it writes is written as parts.
  removeLeftParts(folder, awaitedAddresses(db));
  const runner = createRunner(context, emit, (articleId, bytes) =>
    travels.received(articleId, bytes),
  );
  const travels = createTravels(context, runner, emit);
  const newsroom = createSampleNewsroom(context, options.newsroomFile);
  const imports = createImports(context, {
    workerFile: options.workerFile,
    emit,
    wake: () => runner.wake(),
  });
  const backups = createBackups(context, { version, emit });
  const exports = createExports(context, { version, emit });
  const moves = createMoves(context, {
    place,
    emit,
    rest,
    onMoving: () => options.onMoving?.(),
    onClosed: () => options.onClosed?.(),
  });
  const tell = (error: unknown) => emit({ kind: 'problem', failure: toFailure(error) });
  newsroom.reopen().catch(tell);
  collectGarbage(context);

  return {
    api: createApi({
      context,
      runner,
      newsroom,
      imports,
      travels,
      backups,
      exports,
      moves,
      version,
    }),
    media(hash) {
      const file = mediaFile(db, hash);
      if (file === undefined) return null;
      return { path: mediaPath(folder, hash), type: file.type, sizeBytes: file.sizeBytes };
    },
    capture: (id) => captureFile(db, id),
    made: (what, name) => (what === 'backup' ? backups : exports).file(name),
    async close() {
      if (await moves.close()) return;
      await rest();
      closeLibrary(db);
    },
  };

  async function rest(): Promise<void> {
    network.close();
    await Promise.all([runner.close(), imports.close(), travels.close()]);
    await Promise.all([backups.close(), exports.close()]);
    await Promise.all([workers.close(), fetcher.close(), newsroom.close(), checkpointer.close()]);
    changes.flush();
  }
}
