import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { addFeed } from '../db/feeds.ts';
import { closeLibrary, openLibrary, openReadOnly } from '../db/open.ts';
import { startEngine, type Engine } from '../main/door/engine-process.ts';
import { noServices } from '../main/engine/door-services.ts';
import { version } from '../main/door/version.ts';
import { forkEngine } from '../main/web/engine-child.ts';
import { timeUs } from './interleave.ts';

/** What benches that refresh have in common: an engine as the app starts it, from `dist/`. */

const engineFile = fileURLToPath(new URL('../dist/engine/process.js', import.meta.url));

/** A library subscribed to the feeds, none of them due, open in an engine's process. */
export async function openSubscribed(folder: string, addresses: string[]): Promise<Engine> {
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
  // No icons either: the peer has none.
  db.prepare('UPDATE feeds SET next_fetch_at = :later, icon_tried_at = :now').run({
    now,
    later: now + 60 * 60_000,
  });
  closeLibrary(db);
  const engine = startEngine({
    spawn: () => forkEngine(engineFile),
    start: { kind: 'start', folder, version },
    onEvent: () => {},
    services: noServices,
  });
  await engine.ready;
  return engine;
}

/** Asks for all feeds and waits until no job is left. */
export async function refreshAll(engine: Engine, folder: string): Promise<void> {
  await engine.call('refresh', [{ kind: 'all' }]);
  await until(folder, 'SELECT NOT EXISTS (SELECT 1 FROM jobs)');
}

/** Waits until every article is in the full-text index. */
export async function indexed(folder: string): Promise<void> {
  await until(folder, 'SELECT NOT EXISTS (SELECT 1 FROM unindexed)');
}

/** How often it is looked whether a refresh is over; every 2 ms took a twentieth of a processor. */
const LOOK_EVERY_MS = 8;

/** Waits until a query of one value says 1. */
export async function until(folder: string, sql: string): Promise<void> {
  const db = openReadOnly(folder);
  const query = db.prepare(sql).pluck();
  while (query.get() !== 1) await sleep(LOOK_EVERY_MS);
  db.close();
}

/** @throws Error unless so many articles are kept, each with its text */
export function expectArticles(folder: string, expected: number): void {
  const db = openReadOnly(folder);
  const kept = db
    .prepare(`SELECT count(*) FROM articles WHERE text_state = 'kept' AND version_id IS NOT NULL`)
    .pluck()
    .get();
  const failure = db
    .prepare('SELECT error_message FROM feeds WHERE error_kind IS NOT NULL')
    .pluck();
  const cause = failure.get();
  db.close();
  if (kept !== expected) {
    throw new Error(`refresh: ${String(kept)} of ${expected} articles kept; ${String(cause)}`);
  }
}

/** Asks for a page of the list every 20 ms while work goes on; gives how long each took. */
export async function watchList(engine: Engine, work: () => Promise<void>): Promise<number[]> {
  const done = new AbortController();
  const ended = work().finally(() => done.abort());
  const pagesUs: number[] = [];
  const query = { scope: { kind: 'all' }, limit: 50, after: null };
  while (!done.signal.aborted) {
    pagesUs.push(await timeUs(() => engine.call('list', [query]), pagesUs.length));
    await sleep(20);
  }
  await ended;
  return pagesUs;
}

/** The peak resident memory of the largest process this one started; it is the engine. */
export function peakMemoryMb(): number | undefined {
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
