import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFetcher, type Fetcher } from '../../../main/engine/fetch/fetcher.ts';
import { startServer, type TestServer } from './server.ts';

let server: TestServer;
let fetcher: Fetcher;

beforeEach(async () => {
  server = await startServer();
  fetcher = createFetcher({
    version: '1',
    limits: { allMs: 2_000, inAll: 3 },
    names: (_, done) => done(null, [{ address: '127.0.0.1', family: 4 }]),
  });
});

afterEach(async () => {
  await fetcher.close();
  await server.close();
});

/** Fetches from the test server under another name. */
async function get(name: string, path = '/') {
  const address = server.origin.replace('127.0.0.1', name) + path;
  return await fetcher.get(address, { accept: '*/*', maxBytes: 1000, typedHosts: [name] });
}

test('all hosts of a site share its two connections, also when they are idle', async () => {
  server.on('/', (_, response) => setTimeout(() => response.end('here'), 5));
  const hosts = ['www', 'img', 'api', 'www', 'img'].map((name) => `${name}.example.org`);
  await get('www.example.org');
  await get('img.example.org');
  await Promise.all([...hosts, ...hosts].map((host) => get(host)));
  expect(server.requests).toHaveLength(12);
  expect(server.connections.most).toBe(2);
});

test('two publishers of one platform do not wait for one another', async () => {
  const held: (() => void)[] = [];
  server.on('/', (_, response) => held.push(() => response.end('here')));
  const fetching = ['one', 'one', 'one', 'two'].map((name) => get(`${name}.substack.com`));
  await expect.poll(() => held.length).toBe(3);
  const hosts = server.requests.map(({ headers }) => headers.host ?? '');
  expect(hosts.filter((host) => host.startsWith('two.'))).toHaveLength(1);
  held.splice(0).forEach((release) => release());
  await expect.poll(() => held.length).toBe(1);
  held.forEach((release) => release());
  await Promise.all(fetching);
});

test('an answer that stalls costs its own place only, and that for its time only', async () => {
  server.on('/stalls', (_, response) => response.write('a beginning'));
  server.on('/', (_, response) => response.end('here'));
  const stalled = [get('a.example', '/stalls'), get('b.example', '/stalls')].map((fetching) =>
    fetching.catch((error: unknown) => error),
  );
  for (const name of ['c.example', 'd.example', 'a.example']) {
    expect((await get(name)).status).toBe(200);
  }
  for (const error of await Promise.all(stalled)) expect(error).toMatchObject({ kind: 'timeout' });
  expect((await get('b.example')).status).toBe(200);
});

test('a hundred servers that never answer hold up no other', async () => {
  await fetcher.close();
  fetcher = createFetcher({
    version: '1',
    names: (_, done) => done(null, [{ address: '127.0.0.1', family: 4 }]),
  });
  server.on('/hangs', () => undefined);
  server.on('/', (_, response) => response.end('here'));
  const hanging = Array.from({ length: 100 }, (_, n) =>
    get(`hangs-${n}.example`, '/hangs').catch((error: unknown) => error),
  );
  expect((await get('answers.example')).status).toBe(200);
  await fetcher.close();
  for (const error of await Promise.all(hanging))
    expect(error).toMatchObject({ name: 'AbortError' });
});

test('a connection is kept for the next request', async () => {
  server.on('/', (_, response) => response.end('here'));
  for (let n = 0; n < 5; n++) await get('www.example.org');
  expect(server.connections.most).toBe(1);
});

test('a kept connection that the server closes just then costs nothing', async () => {
  let requests = 0;
  server.on('/', (request, response) => {
    // The second request on a connection is answered by closing it.
    if (++requests === 2) request.socket.destroy();
    else response.end('here');
  });
  await get('www.example.org');
  expect((await get('www.example.org')).status).toBe(200);
  expect(requests).toBe(3);
});

test('a new connection that is cut is not tried again', async () => {
  server.on('/', (request) => request.socket.destroy());
  await expect(get('www.example.org')).rejects.toThrow('the connection was cut');
  expect(server.requests).toHaveLength(1);
});

test('of many sites, few idle connections are kept', async () => {
  server.on('/', (_, response) => response.end('here'));
  for (let n = 0; n < 40; n++) await get(`site-${n}.example`);
  await expect.poll(() => server.connections.open).toBe(24);
});
