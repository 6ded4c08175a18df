import { afterEach, beforeEach, expect, test } from 'vitest';
import { startServer, type TestServer } from './fetch/server.ts';
import { libraryFolder, openEngine, type TestEngine } from './open-engine.ts';
import { rss } from './web.ts';

/** What `subscribe.test.ts` tries on a made-up web, once through the real fetcher and its threads. */
let server: TestServer;
let engine: TestEngine;
let library: Awaited<ReturnType<typeof libraryFolder>>;

beforeEach(async () => {
  server = await startServer();
  library = await libraryFolder();
  engine = openEngine(library.folder);
});
afterEach(async () => {
  await engine.close();
  await server.close();
  await library.remove();
});

function answer(path: string, body: string, headers: Record<string, string> = {}): void {
  server.on(path, (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);
  });
}

test('a site without any feed is asked for the usual addresses, each once, and then refused', async () => {
  answer('/', '<!doctype html><title>Post</title><p>News</p>');
  await expect(engine.api.subscribe(server.origin)).rejects.toMatchObject({ kind: 'not-a-feed' });
  const asked = server.requests.map(({ url }) => url);
  expect(asked).toContain('/feeds/posts/default');
  expect(new Set(asked).size).toBe(asked.length);
});

test('a feed at a usual address is found behind its redirect', async () => {
  answer('/', '<!doctype html><title>Post</title><p>News</p>');
  server.on('/feed', (_request, response) => {
    response.writeHead(301, { location: '/feed/all' }).end();
  });
  answer('/feed/all', rss('All of it'), { 'content-type': 'application/rss+xml' });
  const subscription = await engine.api.subscribe(server.origin);
  expect(subscription).toMatchObject({
    kind: 'added',
    feed: { title: 'All of it', address: `${server.origin}/feed/all` },
  });
  const again = await engine.api.subscribe(`${server.origin}/feed`);
  expect(again.kind).toBe('present');
});

test('a feed that only a header declares is found, and several are offered', async () => {
  const link = '</a>; rel="alternate"; type="application/rss+xml"; title="News"';
  answer('/', '<!doctype html><title>Post</title><a href="/sea/feed">Sea</a>', { link });
  expect(await engine.api.subscribe(server.origin)).toEqual({
    kind: 'choose',
    candidates: [
      { address: `${server.origin}/a`, title: 'News' },
      { address: `${server.origin}/sea/feed`, title: 'Sea' },
    ],
  });
});
