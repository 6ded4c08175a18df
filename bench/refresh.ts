import { fork, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { addFeed } from '../db/feeds.ts';
import { closeLibrary, openLibrary, openReadOnly } from '../db/open.ts';
import { startEngine, type Engine } from '../main/door/engine-process.ts';
import { version } from '../main/door/version.ts';
import { forkEngine } from '../main/web/engine-child.ts';
import { build } from '../scripts/build.ts';
import type { Feeds } from './feeds.ts';
import { benchFolder } from './folder.ts';
import { timeUs, type Sides } from './interleave.ts';
import { openRefreshFloor } from './refresh-floor.ts';
import type { Report, Row } from './report.ts';
import { summarize } from './statistics.ts';

const feeds: Feeds = { count: 200, entries: 30, entryBytes: 4000 };
const rounds = 7;
const engineFile = fileURLToPath(new URL('../dist/engine/process.js', import.meta.url));

/** Refreshing all feeds, first time and again unchanged, beside fetch, parse and one transaction. */
export async function refresh(): Promise<Report> {
  await build();
  const server = fork(fileURLToPath(new URL('feed-server.ts', import.meta.url)));
  try {
    const addresses = await startFeeds(server);
    const first: Sides<number[]> = { ours: [], floor: [] };
    const again: Sides<number[]> = { ours: [], floor: [] };
    // The first round warms the feeds' server and the file system, and is not counted.
    for (let round = 0; round <= rounds; round += 1) {
      const ours = await inNewFolder((folder) => refreshOurs(folder, addresses));
      const floor = await inNewFolder((folder) => refreshFloor(folder, addresses));
      console.error(`refresh: round ${round} of ${rounds}`);
      if (round === 0) continue;
      first.ours.push(ours.firstUs);
      first.floor.push(floor.firstUs);
      again.ours.push(ours.againUs);
      again.floor.push(floor.againUs);
    }
    const size = `${feeds.count} feeds × ${feeds.entries} entries of ${feeds.entryBytes / 1000} kB`;
    const rows = [rowOf(`${size}, first time`, first), rowOf(`${size}, again unchanged`, again)];
    return {
      bench: 'refresh',
      rows,
      notes: await inNewFolder((folder) => watch(folder, addresses)),
    };
  } finally {
    server.disconnect();
  }
}

function rowOf(what: string, measured: Sides<number[]>): Row {
  const { ours, floor } = measured;
  return { what, measured: { ours: summarize(ours), floor: summarize(floor) }, bound: null };
}

/** Tells the server what to serve; gives the feeds' addresses once it listens. */
async function startFeeds(server: ChildProcess): Promise<string[]> {
  const port = await new Promise((resolve, reject) => {
    server.once('message', resolve);
    server.once('exit', () => {
      // Linux and Windows answer on all of 127.0.0.0/8; macOS on 127.0.0.1 alone.
      reject(new Error('refresh: the feeds’ server cannot listen on 127.0.1.1 and the next ones'));
    });
    server.send(feeds);
  });
  return Array.from(
    { length: feeds.count },
    (_, place) => `http://127.0.1.${place + 1}:${String(port)}/feed.xml`,
  );
}

/** Beside the benches' libraries: a folder for temporary files may be in memory. */
async function inNewFolder<T>(act: (folder: string) => Promise<T>): Promise<T> {
  mkdirSync(benchFolder(), { recursive: true });
  const folder = mkdtempSync(join(benchFolder(), 'refresh-'));
  try {
    return await act(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Times {
  firstUs: number;
  againUs: number;
}

async function refreshFloor(folder: string, addresses: string[]): Promise<Times> {
  const floor = openRefreshFloor(folder, addresses);
  const firstUs = await timeUs(() => floor.refresh(), 0);
  const againUs = await timeUs(() => floor.refresh(), 1);
  await floor.close();
  return { firstUs, againUs };
}

async function refreshOurs(folder: string, addresses: string[]): Promise<Times> {
  const engine = await openSubscribed(folder, addresses);
  const firstUs = await timeUs(() => refreshAll(engine, folder), 0);
  expectArticles(folder);
  const againUs = await timeUs(() => refreshAll(engine, folder), 1);
  await engine.close();
  return { firstUs, againUs };
}

/** A library subscribed to the feeds, none of them due, open in an engine's process. */
async function openSubscribed(folder: string, addresses: string[]): Promise<Engine> {
  const db = openLibrary(folder);
  const now = Date.now();
  for (const address of addresses) {
    addFeed(db, {
      address,
      title: address,
      siteAddress: null,
      folderId: null,
      textFrom: 'feed',
      now,
    });
  }
  db.prepare('UPDATE feeds SET next_fetch_at = ?').run(now + 60 * 60_000);
  closeLibrary(db);
  const engine = startEngine({
    spawn: () => forkEngine(engineFile),
    start: { kind: 'start', folder, version },
    onEvent: () => {},
  });
  await engine.ready;
  return engine;
}

/** Asks for all feeds and waits until no job is left. */
async function refreshAll(engine: Engine, folder: string): Promise<void> {
  await engine.call('refresh', [{ kind: 'all' }]);
  const db = openReadOnly(folder);
  const isLeft = db.prepare('SELECT EXISTS (SELECT 1 FROM jobs)').pluck();
  while (isLeft.get() === 1) await sleep(2);
  db.close();
}

function expectArticles(folder: string): void {
  const db = openReadOnly(folder);
  const kept = db
    .prepare(`SELECT count(*) FROM articles WHERE text_state = 'kept' AND version_id IS NOT NULL`)
    .pluck()
    .get();
  const failure = db
    .prepare('SELECT error_message FROM feeds WHERE error_kind IS NOT NULL')
    .pluck();
  const expected = feeds.count * feeds.entries;
  const cause = failure.get();
  db.close();
  if (kept !== expected) {
    throw new Error(`refresh: ${String(kept)} of ${expected} articles kept; ${String(cause)}`);
  }
}

/** One more first refresh, during which the window asks for a list page every 20 ms. */
async function watch(folder: string, addresses: string[]): Promise<string[]> {
  const engine = await openSubscribed(folder, addresses);
  const done = new AbortController();
  const ended = refreshAll(engine, folder).finally(() => done.abort());
  const pagesUs: number[] = [];
  const query = { scope: { kind: 'all' }, limit: 50, after: null };
  while (!done.signal.aborted) {
    pagesUs.push(await timeUs(() => engine.call('list', [query]), pagesUs.length));
    await sleep(20);
  }
  await ended;
  const memoryMb = peakMemoryMb();
  await engine.close();
  const { runs, median, p95, worst } = summarize(pagesUs);
  return [
    `a list page during it: median ${ms(median)}, p95 ${ms(p95)}, worst ${ms(worst)} (${runs} pages)`,
    memoryMb === undefined
      ? 'peak memory of the engine: told on Linux only'
      : `peak memory of the engine: ${memoryMb} MB`,
  ];
}

function ms(us: number): string {
  return `${(us / 1000).toFixed(1)} ms`;
}

/** The peak resident memory of the largest process this one started; it is the engine. */
function peakMemoryMb(): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const children = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8')
    .trim()
    .split(' ');
  const peaks = children.map((pid) => {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmHWM:\s*(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024;
  });
  return Math.round(Math.max(...peaks));
}
