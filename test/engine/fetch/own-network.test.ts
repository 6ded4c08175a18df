import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFetcher, type Fetcher } from '../../../main/engine/fetch/fetcher.ts';
import { startServer, type TestServer } from './server.ts';

let server: TestServer;
let other: TestServer;
let fetcher: Fetcher;
/** The addresses that names lead to, one lookup after the other; the last one stays. */
let answers: string[];
let lookups: number;

beforeEach(async () => {
  [server, other] = await Promise.all([startServer(), startServer()]);
  answers = ['127.0.0.1'];
  lookups = 0;
  fetcher = createFetcher({
    version: '1',
    names: (_, done) => {
      const address = answers[Math.min(lookups++, answers.length - 1)] ?? '';
      done(null, [{ address, family: 4 }]);
    },
  });
});

afterEach(async () => {
  await fetcher.close();
  await Promise.all([server.close(), other.close()]);
});

async function get(address: string, ...typedHosts: string[]) {
  return await fetcher.get(address, { accept: '*/*', maxBytes: 1000, typedHosts });
}

function redirect(from: TestServer, to: string): void {
  from.on('/away', (_, response) => response.writeHead(302, { location: to }).end());
}

function named(origin: string, name: string): string {
  return origin.replace('127.0.0.1', name);
}

test.each(['127.0.0.1', '127.1', '2130706433', '0x7f.1', 'localhost', 'a.localhost', '127.0.0.1.'])(
  'this machine is not reached where nobody typed its host: %s',
  async (host) => {
    const address = `${named(server.origin, host)}/feed`;
    await expect(get(address)).rejects.toMatchObject({
      kind: 'private-address',
      message: expect.stringMatching(
        /^cannot fetch http:\S+: it leads to .* that you did not type/,
      ),
    });
    expect(server.requests).toHaveLength(0);
  },
);

test.each(['http://[::1]:1/', 'http://[::ffff:7f00:1]:1/', 'http://192.168.0.7/', 'http://0/'])(
  'nor is the own network: %s',
  async (address) => {
    await expect(get(address)).rejects.toMatchObject({ kind: 'private-address' });
  },
);

test('a name that leads there is refused, and the address it leads to is named', async () => {
  await expect(get(`${named(server.origin, 'news.example')}/`)).rejects.toMatchObject({
    kind: 'private-address',
    message: expect.stringContaining('it leads to 127.0.0.1'),
  });
  expect(server.requests).toHaveLength(0);
});

test('a name is looked up once for the check and the connection, so that it cannot change', async () => {
  answers = ['127.0.0.1', '8.8.8.8'];
  await expect(get(`${named(server.origin, 'news.example')}/`)).rejects.toMatchObject({
    kind: 'private-address',
  });
  expect(lookups).toBe(1);
});

test('a connection made for a host that was typed serves no one else', async () => {
  server.on('/', (_, response) => response.end('here'));
  const address = `${named(server.origin, 'news.example')}/`;
  await get(address, 'news.example');
  await expect(get(address)).rejects.toMatchObject({ kind: 'private-address' });
  await expect(get(address, 'other.example')).rejects.toMatchObject({ kind: 'private-address' });
  expect(server.requests).toHaveLength(1);
});

test('a redirect into the own network is refused', async () => {
  redirect(server, named(other.origin, 'localhost'));
  await expect(get(`${server.origin}/away`, '127.0.0.1')).rejects.toMatchObject({
    kind: 'private-address',
    message: expect.stringContaining(`cannot fetch ${server.origin}/away: it leads to localhost`),
  });
  redirect(server, `${named(other.origin, 'router.example')}/`);
  await expect(get(`${server.origin}/away`, '127.0.0.1')).rejects.toThrow('it leads to 127.0.0.1');
  expect(other.requests).toHaveLength(0);
});

test('a host that was typed is reached, and may redirect to itself', async () => {
  redirect(server, '/feed');
  server.on('/feed', (_, response) => response.end('here'));
  expect((await get(`${server.origin}/away`, '127.0.0.1')).status).toBe(200);
  const address = named(server.origin, 'nas.example');
  expect((await get(`${address}/away`, 'nas.example')).address).toBe(`${address}/feed`);
});
