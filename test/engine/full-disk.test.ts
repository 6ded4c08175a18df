import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CarrelEvent } from '../../contract/api.ts';
import { getArticle } from '../../db/articles.ts';
import { pendingCounts } from '../../db/jobs.ts';
import { closeLibrary, openLibrary } from '../../db/open.ts';
import { answerCall } from '../../main/engine/answer.ts';
import { createApi } from '../../main/engine/api.ts';
import { createSampleNewsroom } from '../../main/engine/sample-newsroom.ts';
import { gatherChanges } from '../../main/engine/changes.ts';
import type { Context } from '../../main/engine/context.ts';
import { noServices } from '../../main/engine/door-services.ts';
import { createFetcher } from '../../main/engine/fetch/fetcher.ts';
import { createKeeper } from '../../main/engine/keeper.ts';
import { createBackups } from '../../main/engine/backup.ts';
import { createExports } from '../../main/engine/export/exports.ts';
import { createImports } from '../../main/engine/import/imports.ts';
import { createRunner, type Runner } from '../../main/engine/runner.ts';
import { savePage } from '../../main/engine/save-page.ts';
import { createTravels } from '../../main/engine/travel.ts';
import { createWorkerPool } from '../../main/engine/worker-pool.ts';
import { startNewsroom, type Newsroom } from '../newsroom/server.ts';
import { libraryFolder } from './open-engine.ts';
import { movesOn } from './context-on.ts';

let newsroom: Newsroom;
let library: Awaited<ReturnType<typeof libraryFolder>>;
let context: Context;
let runner: Runner;
let clockMs = Date.now();
const events: CarrelEvent[] = [];

beforeEach(async () => {
  newsroom = await startNewsroom();
  library = await libraryFolder();
  events.length = 0;
  const db = openLibrary(library.folder);
  context = {
    db,
    folder: library.folder,
    fetcher: createFetcher({ version: '0.0.0-test' }),
    workers: createWorkerPool(new URL('../../main/engine/worker.ts', import.meta.url), {
      threads: 1,
      memoryMb: 256,
      taskMs: 10_000,
    }),
    changes: gatherChanges((event) => events.push(event)),
    services: noServices,
    keeping: new Set(),
    keeper: createKeeper(db),
    network: { state: () => ({ online: true, metered: false }), close: () => undefined },
    now: () => clockMs,
  };
  runner = createRunner(context, (event) => events.push(event));
});
afterEach(async () => {
  await runner.close();
  await Promise.all([context.workers.close(), context.fetcher.close(), newsroom.close()]);
  context.changes.flush();
  closeLibrary(context.db);
  await library.remove();
});

test('a full disk is said once, loses nothing, and the work goes on when there is room', async () => {
  // A first row of each table fits into pages that are there; this many articles do not.
  const ids = ['gzip', 'brotli', 'one-picture', 'no-picture', 'changing', 'shift-jis'].map((slug) =>
    savePage(context, `${newsroom.origin}/special/${slug}`),
  );
  const pages = Number(context.db.pragma('page_count', { simple: true }));
  context.db.pragma(`max_page_count = ${pages}`);

  runner.wake();
  await expect
    .poll(() => events.filter(({ kind }) => kind === 'problem'), { timeout: 10_000 })
    .toMatchObject([{ failure: { kind: 'disk-full' } }]);
  const states = () => ids.map((id) => getArticle(context.db, id)?.text);
  expect(states()).not.toContain('failed');
  const pending = pendingCounts(context.db, clockMs, { running: [], onlyLocal: false });
  expect(pending.page + pending.extract + pending.picture).toBeGreaterThan(0);

  context.db.pragma('max_page_count = 1073741823');
  clockMs += 31_000;
  runner.wake();
  await expect.poll(states, { timeout: 10_000 }).toEqual(ids.map(() => 'kept'));
  expect(events.filter(({ kind }) => kind === 'problem')).toHaveLength(1);
});

test('a full disk is said to whoever saves a page, and the page is not half there', async () => {
  const api = createApi({
    context,
    runner,
    newsroom: createSampleNewsroom(context, new URL('file:///none')),
    travels: createTravels(context, runner, () => undefined),
    backups: createBackups(context, { version: '0.0.0-test', emit: () => undefined }),
    exports: createExports(context, { version: '0.0.0-test', emit: () => undefined }),
    moves: movesOn(context),
    imports: createImports(context, {
      workerFile: new URL('file:///none'),
      emit: () => undefined,
      wake: () => undefined,
    }),
    version: '0.0.0-test',
  });
  const pages = Number(context.db.pragma('page_count', { simple: true }));
  context.db.pragma(`max_page_count = ${pages}`);
  const name = 'long'.repeat(2000);
  const answer = await answerCall(api, 'savePage', [`${newsroom.origin}/${name}`]);
  expect(answer).toMatchObject({ ok: false, kind: 'disk-full' });
  expect(await api.list({ scope: { kind: 'all' }, limit: 10, after: null })).toMatchObject({
    articles: [],
  });
});
