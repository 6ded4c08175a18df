import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Travel } from '../../contract/provenance.ts';
import { closeLibrary, openLibrary } from '../../db/open.ts';
import { createFetcher } from '../../main/engine/fetch/fetcher.ts';
import { contradictionsOf } from '../db/consistency.ts';
import { startSite, type FeedSite } from './feed-site.ts';
import { aPage, aPng } from './import/pages.ts';
import { libraryFolder } from './open-engine.ts';
import { openWork, type Work } from './open-work.ts';

let site: FeedSite;
let library: Awaited<ReturnType<typeof libraryFolder>>;
let work: Work;
/** While it is closed, nothing is answered. */
let gate = Promise.withResolvers<void>();

const SECONDS = 60_000;
const saved = { kind: 'saved' } as const;

beforeEach(async () => {
  gate = Promise.withResolvers();
  site = await startSite();
  library = await libraryFolder();
  work = openWork(library.folder);
});
afterEach(async () => {
  expect(contradictionsOf(work.context.db)).toEqual([]);
  await work.close();
  await library.remove();
});

function answer(response: ServerResponse, type: string, body: string | Uint8Array): void {
  const send = (): void => void response.writeHead(200, { 'content-type': type }).end(body);
  // Slow enough to be cut off in the middle.
  void gate.promise.then(() => setTimeout(send, 20));
}

/** Pages with a picture each, and one that is not there; the gate is closed when they are saved. */
async function saveMany(
  count: number,
  at = (path: string): string => site.at(path),
): Promise<void> {
  for (let n = 1; n <= count; n += 1) {
    const page = aPage(`Page ${n}`, `<img src="/${n}.png" width="640" height="480">`);
    site.set(`/${n}`, (_request, response) => answer(response, 'text/html', page));
    site.set(`/${n}.png`, (_request, response) => answer(response, 'image/png', aPng(640 + n)));
    await work.api.savePage(at(`/${n}`));
  }
  site.set('/gone', (_request, response) => {
    void gate.promise.then(() => response.writeHead(404).end());
  });
  await work.api.savePage(at('/gone'));
}

async function ended(): Promise<Travel> {
  await expect
    .poll(async () => (await work.api.travel())?.state, { timeout: SECONDS })
    .not.toBe('running');
  const travel = await work.api.travel();
  if (travel === null) throw new Error('there is no travel');
  return travel;
}

/** The paths of the pages and pictures that are kept. */
function keptIn(folder: string): string[] {
  const db = openLibrary(folder);
  try {
    return db
      .prepare<[], string>(
        `SELECT address FROM captures UNION SELECT address FROM pictures WHERE sha256 IS NOT NULL`,
      )
      .pluck()
      .all()
      .map((address) => new URL(address).pathname);
  } finally {
    closeLibrary(db);
  }
}

const timesAsked = (path: string): number => site.asked.filter((asked) => asked === path).length;

function missedPaths({ missed }: Travel): (string | undefined)[] {
  return missed.flatMap(({ missing }) =>
    missing.map(({ address }) => (address === null ? undefined : new URL(address).pathname)),
  );
}

test(
  'a process that is killed in the middle goes on where it was, and fetches nothing twice',
  async () => {
    await saveMany(30);
    await work.close();
    site.asked.length = 0;
    gate.resolve();
    const traveller = fileURLToPath(new URL('traveller.ts', import.meta.url));
    const child = fork(traveller, [library.folder, '5']);
    await once(child, 'message');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const kept = keptIn(library.folder);
    expect(kept.length).toBeGreaterThan(5);
    expect(kept.length).toBeLessThan(60);

    work = openWork(library.folder);
    const travel = await ended();
    expect(travel).toMatchObject({ state: 'done', of: 31, done: 30, articles: 31, missedCount: 1 });
    expect(missedPaths(travel)).toEqual(['/gone']);
    expect(kept.filter((path) => timesAsked(path) > 1)).toEqual([]);
    expect(travel.receivedBytes).toBeGreaterThan(0);
  },
  SECONDS,
);

test(
  'a disk that fills up in the middle is said once, and it goes on to its end when there is room',
  async () => {
    const { db } = work.context;
    await saveMany(25);
    await work.api.prepareTravel(saved);
    gate.resolve();
    const done = async () => (await work.api.travel())?.done ?? 0;
    await expect.poll(done, { interval: 5 }).toBeGreaterThan(0);
    db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true }))}`);
    const problems = () => work.events.filter(({ kind }) => kind === 'problem');
    await expect
      .poll(problems, { timeout: 20_000 })
      .toMatchObject([{ failure: { kind: 'disk-full' } }]);
    const full = await work.api.travel();
    expect(full).toMatchObject({ state: 'running', of: 26, missed: [] });
    expect(full?.waiting).toBeGreaterThan(0);
    expect(full?.done).toBeLessThan(25);
    const failures = db.prepare<[], string>(
      'SELECT address FROM articles WHERE error_kind IS NOT NULL',
    );
    expect(
      failures
        .pluck()
        .all()
        .filter((address) => address !== site.at('/gone')),
    ).toEqual([]);

    db.pragma('max_page_count = 1073741823');
    work.pass(31_000);
    const travel = await ended();
    expect(travel).toMatchObject({ state: 'done', of: 26, done: 25, missedCount: 1 });
    expect(missedPaths(travel)).toEqual(['/gone']);
    expect(problems()).toHaveLength(1);
  },
  SECONDS,
);

test(
  'a network that goes in the middle fails nothing, and it goes on when there is one again',
  async () => {
    // Names that lead here, because servers on this machine are asked without a network too.
    work.context.fetcher = createFetcher({
      version: '0.0.0-test',
      names: (_name, done) => done(null, [{ address: '127.0.0.1', family: 4 }]),
    });
    const network = { online: true, metered: false };
    work.context.network = { state: () => ({ ...network }), close: () => undefined };
    const { port } = new URL(site.at('/'));
    await saveMany(4, (path) => `http://paper-${path.slice(1)}.example:${port}${path}`);
    await work.api.prepareTravel(saved);
    await expect.poll(() => site.asked.length).toBe(5);
    network.online = false;
    for (const { socket } of site.requests) socket.destroy();
    work.runner.networkChanged();
    await expect
      .poll(() => work.runner.progress())
      .toMatchObject({ waiting: 'offline', running: false });
    // A look of the travel or two.
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(await work.api.travel()).toMatchObject({ state: 'running', of: 5, done: 0, missed: [] });
    const failures = work.context.db.prepare(
      'SELECT count(*) FROM articles WHERE error_kind IS NOT NULL',
    );
    expect(failures.pluck().get()).toBe(0);
    expect(site.asked).toHaveLength(5);

    gate.resolve();
    network.online = true;
    work.runner.networkChanged();
    const travel = await ended();
    expect(travel).toMatchObject({ state: 'done', of: 5, done: 4, missedCount: 1 });
    expect(missedPaths(travel)).toEqual(['/gone']);
    expect(site.asked.filter((path) => path.endsWith('.png'))).toHaveLength(4);
  },
  SECONDS,
);
