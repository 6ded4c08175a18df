import type { CarrelEvent } from '../../contract/api.ts';
import type { Article, ArticleId } from '../../contract/types.ts';
import { pendingCounts, type JobKind } from '../../db/jobs.ts';
import { closeLibrary, openLibrary } from '../../db/open.ts';
import { createApi } from '../../main/engine/api.ts';
import { createBackups } from '../../main/engine/backup.ts';
import { gatherChanges } from '../../main/engine/changes.ts';
import type { Context } from '../../main/engine/context.ts';
import { noServices } from '../../main/engine/door-services.ts';
import { createExports } from '../../main/engine/export/exports.ts';
import { createFetcher } from '../../main/engine/fetch/fetcher.ts';
import { createImports } from '../../main/engine/import/imports.ts';
import { createKeeper } from '../../main/engine/keeper.ts';
import type { EngineApi } from '../../main/engine/protocol.ts';
import { createRunner, type Runner } from '../../main/engine/runner.ts';
import { createSampleNewsroom } from '../../main/engine/sample-newsroom.ts';
import { createTravels } from '../../main/engine/travel.ts';
import { createWorkerPool } from '../../main/engine/worker-pool.ts';
import { libraryFolder } from './open-engine.ts';
import { movesOn } from './context-on.ts';

/** An engine's parts on a library of its own, for tests that look behind the contract. */
export interface Work {
  context: Context;
  runner: Runner;
  api: EngineApi;
  events: CarrelEvent[];
  /** Sets the clock forward. */
  pass(ms: number): void;
  /** Resolves when no work is due. */
  idle(): Promise<void>;
  /** An article as the reading view shows it. @throws Error where there is none */
  article(id: ArticleId): Promise<Article>;
  /** How many jobs of a kind there are, those put off for later included. */
  jobs(kind: JobKind): number;
  close(): Promise<void>;
}

/** An engine's parts on a new library, which is removed when they are closed. */
export async function newWork(): Promise<Work> {
  const library = await libraryFolder();
  const work = openWork(library.folder);
  return {
    ...work,
    async close() {
      await work.close();
      await library.remove();
    },
  };
}

const workerFile = new URL('../../main/engine/worker.ts', import.meta.url);

export function openWork(folder: string): Work {
  const events: CarrelEvent[] = [];
  let aheadMs = 0;
  const db = openLibrary(folder);
  const context: Context = {
    db,
    folder,
    fetcher: createFetcher({ version: '0.0.0-test' }),
    workers: createWorkerPool(workerFile, {
      threads: 1,
      memoryMb: 256,
      taskMs: 10_000,
    }),
    changes: gatherChanges((event) => events.push(event)),
    services: noServices,
    keeping: new Set(),
    keeper: createKeeper(db),
    network: { state: () => ({ online: true, metered: false }), close: () => undefined },
    now: () => Date.now() + aheadMs,
  };
  const runner = createRunner(
    context,
    (event) => events.push(event),
    (articleId, bytes) => travels.received(articleId, bytes),
  );
  const travels = createTravels(context, runner, (event) => events.push(event));
  const newsroom = createSampleNewsroom(context, new URL('file:///none'));
  const imports = createImports(context, {
    workerFile,
    emit: (event) => events.push(event),
    wake: () => runner.wake(),
  });
  const backups = createBackups(context, {
    version: '0.0.0-test',
    emit: (event) => events.push(event),
  });
  const exports = createExports(context, {
    version: '0.0.0-test',
    emit: (event) => events.push(event),
  });
  const api = createApi({
    context,
    runner,
    newsroom,
    imports,
    travels,
    backups,
    exports,
    moves: movesOn(context),
    version: '0.0.0-test',
  });
  return {
    context,
    runner,
    api,
    events,
    pass(ms) {
      aheadMs += ms;
      runner.wake();
    },
    async idle() {
      do await new Promise((resolve) => setTimeout(resolve, 20));
      while (runner.progress().running);
    },
    async article(id) {
      const found = await api.article(id);
      if (found === null) throw new Error(`there is no article ${id}`);
      return found;
    },
    jobs: (kind) =>
      pendingCounts(db, Number.MAX_SAFE_INTEGER, { running: [], onlyLocal: false })[kind],
    async close() {
      await Promise.all([runner.close(), imports.close(), travels.close()]);
      await Promise.all([backups.close(), exports.close()]);
      await Promise.all([context.workers.close(), context.fetcher.close()]);
      context.changes.flush();
      closeLibrary(context.db);
    },
  };
}
