import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Travel } from '../../contract/provenance.ts';
import { removeArticles } from '../../db/articles.ts';
import { contradictionsOf } from '../db/consistency.ts';
import { libraryFolder } from './open-engine.ts';
import { openWork, type Work } from './open-work.ts';

/** Pages on loopback: `/good/…`, `/gone/…` (404), `/cut/…` (cut off); while `holds`, none is answered. */
let server: Server;
let origin: string;
let library: Awaited<ReturnType<typeof libraryFolder>>;
let work: Work;
let holds = false;
const asked: string[] = [];

const saved = { kind: 'saved' } as const;
const text = '<p>The ferry had left the quay before the fog came down on the harbour.</p>'.repeat(
  20,
);

beforeEach(async () => {
  holds = false;
  asked.length = 0;
  server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    if (holds) return;
    if (path.startsWith('/gone/')) response.writeHead(404).end();
    else if (path.startsWith('/cut/')) {
      response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Length': '5000' });
      response.write(text.slice(0, 100));
      setImmediate(() => request.socket.destroy());
    } else {
      response.writeHead(200, { 'Content-Type': 'text/html' });
      response.end(
        `<html><title>Page ${path}</title><body><article>${text}</article></body></html>`,
      );
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  origin = `http://127.0.0.1:${address.port}`;
  library = await libraryFolder();
  work = openWork(library.folder);
});
afterEach(async () => {
  expect(contradictionsOf(work.context.db)).toEqual([]);
  await work.close();
  server.closeAllConnections();
  await new Promise((resolve) => {
    server.close(resolve);
  });
  await library.remove();
});

async function save(...paths: string[]): Promise<number[]> {
  const ids: number[] = [];
  for (const path of paths) ids.push(await work.api.savePage(`${origin}/${path}`));
  return ids;
}

async function ended(): Promise<Travel> {
  await expect
    .poll(async () => (await work.api.travel())?.state, { timeout: 20_000 })
    .not.toBe('running');
  const travel = await work.api.travel();
  if (travel === null) throw new Error('there is no travel');
  return travel;
}

test('tells what could not be had and why, and that the rest is there', async () => {
  await save('good/1', 'gone/2', 'cut/3');
  expect(await work.api.prepareTravel(saved)).toMatchObject({ state: 'running', articles: 3 });
  // What was cut off is tried again half a minute later; the wait after that is too long.
  await expect.poll(() => work.api.travel(), { timeout: 10_000 }).toMatchObject({ done: 1 });
  await expect.poll(() => asked.length).toBe(3);
  await work.idle();
  work.pass(60_000);
  const travel = await ended();
  expect(travel).toMatchObject({ state: 'done', of: 3, done: 1, waiting: 0, missedCount: 2 });
  expect(travel.receivedBytes).toBeGreaterThan(text.length);
  expect(travel.missed.map(({ missing }) => missing)).toMatchObject([
    [{ what: 'text', address: `${origin}/cut/3`, failure: { kind: 'network' } }],
    [{ what: 'text', address: `${origin}/gone/2`, failure: { kind: 'http' } }],
  ]);
  expect(work.events.findLast(({ kind }) => kind === 'travel')).toEqual({
    kind: 'travel',
    travel,
  });
});

test('a place where nothing is missing is done at once', async () => {
  await save('good/1');
  await work.idle();
  expect(await work.api.prepareTravel({ kind: 'all' })).toMatchObject({
    state: 'done',
    of: 0,
    articles: 1,
    missedCount: 0,
  });
});

test('asks once more for what had been given up', async () => {
  await save('gone/1');
  await work.idle();
  const before = asked.length;
  await work.api.prepareTravel(saved);
  await ended();
  expect(asked.length).toBe(before + 1);
});

test('is stopped, and goes on where it was', async () => {
  holds = true;
  await save('good/1', 'good/2');
  await work.api.prepareTravel(saved);
  await expect.poll(() => asked.length).toBe(2);
  expect(await work.api.stopTravel()).toMatchObject({ state: 'stopped', of: 2, done: 0 });
  await work.idle();
  expect(work.jobs('page')).toBe(2);
  holds = false;
  await work.api.prepareTravel(saved);
  expect(await ended()).toMatchObject({ state: 'done', of: 2, done: 2, missedCount: 0 });
});

test('goes on after its process ended in the middle', async () => {
  holds = true;
  await save('good/1', 'gone/2');
  await work.api.prepareTravel(saved);
  await expect.poll(() => asked.length).toBe(2);
  await work.close();
  holds = false;
  work = openWork(library.folder);
  expect(await ended()).toMatchObject({ state: 'done', of: 2, done: 1, missedCount: 1 });
});

test('an article that is removed while it runs is counted no more', async () => {
  holds = true;
  const [first = 0] = await save('good/1', 'good/2');
  await work.api.prepareTravel(saved);
  await expect.poll(() => asked.length).toBe(2);
  removeArticles(work.context.db, [first]);
  expect(await work.api.travel()).toMatchObject({ of: 1, done: 0, articles: 1 });
  await work.api.stopTravel();
});

test('an article that comes while it runs is taken along', async () => {
  holds = true;
  await save('good/1');
  await work.api.prepareTravel(saved);
  await expect.poll(() => asked.length).toBe(1);
  await save('gone/2');
  await work.api.stopTravel();
  holds = false;
  await work.api.prepareTravel(saved);
  expect(await ended()).toMatchObject({ of: 2, done: 1, missedCount: 1 });
});

test('is forgotten when its reader has seen it', async () => {
  await save('gone/1');
  await work.idle();
  await work.api.prepareTravel(saved);
  await ended();
  await work.api.endTravel();
  expect(await work.api.travel()).toBeNull();
});

test('retries all of a place and says of how many articles', async () => {
  await save('gone/1', 'gone/2', 'good/3');
  await work.idle();
  expect(await work.api.retryAll(saved)).toBe(2);
  await work.idle();
  expect(await work.api.retryAll({ kind: 'bookmarks' })).toBe(0);
});
