import { createServer, type IncomingMessage, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { readFileSync } from 'node:fs';
import { connect, type AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFetcher, type FetcherOptions } from '../../../main/engine/fetch/fetcher.ts';
import { environmentProxies } from '../../../main/engine/fetch/proxies.ts';
import { refusedPort, startServer, type TestServer } from './server.ts';

const certificate = readFileSync(new URL('./fixtures/certificate.pem', import.meta.url), 'utf8');
const key = readFileSync(new URL('./fixtures/key.pem', import.meta.url), 'utf8');

/** A real proxy, which takes every name for this machine's. */
interface TestProxy {
  address: string;
  host: string;
  /** What it was asked for: `GET http://…` or `CONNECT host:port`. */
  asked: string[];
  requests: IncomingMessage[];
  /** From now on, it answers everything with this status. */
  refuse(status: number): void;
  close(): Promise<void>;
}

async function startProxy(to: TestServer): Promise<TestProxy> {
  const asked: string[] = [];
  const requests: IncomingMessage[] = [];
  let refusal: number | undefined;
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    requests.push(request);
    if (refusal !== undefined) return response.writeHead(refusal).end('no');
    const path = new URL(request.url ?? '').pathname;
    fetch(to.origin + path).then(
      async (answer) => response.writeHead(answer.status).end(await answer.text()),
      () => response.writeHead(502).end(),
    );
  });
  server.on('connect', (request: IncomingMessage, socket) => {
    asked.push(`CONNECT ${request.url}`);
    requests.push(request);
    if (refusal !== undefined) return socket.end(`HTTP/1.1 ${refusal} No\r\n\r\n`);
    const port = Number(request.url?.split(':').at(-1));
    const onward = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      socket.pipe(onward).pipe(socket);
    });
    onward.on('error', () => socket.destroy());
    socket.on('error', () => onward.destroy());
  });
  const port = await listen(server);
  return {
    address: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    asked,
    requests,
    refuse(status) {
      refusal = status;
    },
    close: () => closing(server),
  };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound: AddressInfo | string | null = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the test server has no port');
  return bound.port;
}

async function closing(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
}

let server: TestServer;
let proxy: TestProxy;
const closes: (() => Promise<void>)[] = [];

beforeEach(async () => {
  server = await startServer();
  server.on('/feed', (_, response) => response.end('here'));
  proxy = await startProxy(server);
  closes.push(
    () => server.close(),
    () => proxy.close(),
  );
});

afterEach(async () => {
  await Promise.all(closes.splice(0).map((close) => close()));
});

/** Fetches in this environment, where the system has the proxy unless told otherwise. */
async function get(address: string, options: Partial<FetcherOptions> & { typed?: string[] } = {}) {
  const fetcher = createFetcher({
    version: '1',
    environment: {},
    proxyFor: () => Promise.resolve(proxy.address),
    ...options,
  });
  closes.unshift(() => fetcher.close());
  const typedHosts = options.typed ?? [];
  return await fetcher.get(address, { accept: '*/*', maxBytes: 1000, typedHosts });
}

describe('through a proxy', () => {
  test('what only the own network can mean is refused by its name', async () => {
    for (const host of [
      'localhost',
      '127.0.0.1',
      '192.168.0.7',
      '[::1]',
      'intranet',
      'nas.local',
    ]) {
      await expect(get(`http://${host}/feed`)).rejects.toMatchObject({ kind: 'private-address' });
    }
    expect(proxy.asked).toEqual([]);
  });

  test.each([403, 407, 502])('a refusal is told as the proxy’s: %i', async (status) => {
    proxy.refuse(status);
    const cause = status === 407 ? 'asks for a name and password' : 'refused the connection';
    await expect(get('https://news.example/feed')).rejects.toMatchObject({
      kind: 'network',
      message: expect.stringContaining(
        `cannot fetch https://news.example/feed: the proxy ${proxy.host} ${cause}`,
      ),
    });
  });

  test('that wants a login, http says so as well', async () => {
    proxy.refuse(407);
    await expect(get('http://news.example/feed')).rejects.toMatchObject({
      kind: 'network',
      message: expect.stringContaining('asks for a name and password'),
    });
  });

  test('that is not there, the proxy is named and its password is not', async () => {
    const port = await refusedPort();
    const proxyFor = () => Promise.resolve(`http://ada:secret@127.0.0.1:${port}`);
    for (const scheme of ['http', 'https']) {
      await expect(get(`${scheme}://news.example/`, { proxyFor })).rejects.toMatchObject({
        kind: 'network',
        message: `cannot fetch ${scheme}://news.example/: the connection was refused (through the proxy 127.0.0.1:${port})`,
      });
    }
  });

  test.each(['ftp://proxy.example:21', 'socks5h://127.0.0.1:9050', 'not an address'])(
    'of a kind that Carrel does not speak, nothing is fetched: %s',
    async (address) => {
      const proxyFor = () => Promise.resolve(address);
      await expect(get('http://news.example/', { proxyFor })).rejects.toMatchObject({
        kind: 'network',
        message: expect.stringContaining('its proxy cannot be used'),
      });
    },
  );

  test('the name is looked up by the proxy', async () => {
    const names = (): never => {
      throw new Error('looked up');
    };
    const fetched = await get('http://news.example/feed', { names });
    expect(new TextDecoder().decode(fetched.bytes)).toBe('here');
    expect(proxy.asked).toEqual(['GET http://news.example/feed']);
    expect(proxy.requests[0]?.headers).toMatchObject({
      host: 'news.example',
      'user-agent': 'Carrel/1 (offline news reader)',
    });
  });

  test('https goes through a tunnel, its certificate checked', async () => {
    const secure = createSecureServer({ cert: certificate, key }, (_, response) => {
      response.end('here');
    });
    const port = await listen(secure);
    closes.push(() => closing(secure));
    const address = `https://news.example:${port}/`;
    await expect(get(address)).rejects.toThrow('its certificate is self-signed');
    const readCertificates = () => [certificate];
    const other = `https://other.example:${port}/`;
    await expect(get(other, { readCertificates })).rejects.toThrow('is for another name');
    expect((await get(address, { readCertificates })).status).toBe(200);
    const tunnels = ['news', 'other', 'news'].map((name) => `CONNECT ${name}.example:${port}`);
    expect(proxy.asked).toEqual(tunnels);
  });

  test('it logs in with the name and password of the proxy’s address', async () => {
    const proxyFor = () => Promise.resolve(proxy.address.replace('//', '//ada:p%20s@'));
    await get('http://news.example/feed', { proxyFor });
    expect(proxy.requests[0]?.headers['proxy-authorization']).toBe(
      `Basic ${Buffer.from('ada:p s').toString('base64')}`,
    );
  });
});

test('a typed host of the own network is reached without the proxy', async () => {
  expect((await get(`${server.origin}/feed`, { typed: ['127.0.0.1'] })).status).toBe(200);
  expect(proxy.asked).toEqual([]);
});

test('the environment’s proxy goes before the system’s', async () => {
  const proxyFor = (): never => {
    throw new Error('the system was asked');
  };
  await get('http://news.example/feed', { proxyFor, environment: { HTTP_PROXY: proxy.address } });
  expect(proxy.asked).toEqual(['GET http://news.example/feed']);
});

describe('the environment', () => {
  function proxyOf(address: string, environment: Record<string, string>) {
    return environmentProxies(environment)(new URL(address));
  }

  test('says nothing where it names no proxy for the scheme', () => {
    expect(proxyOf('http://a.example/', {})).toBeUndefined();
    expect(proxyOf('http://a.example/', { HTTP_PROXY: ' ' })).toBeUndefined();
    expect(proxyOf('http://a.example/', { https_proxy: 'http://p:1' })).toBeUndefined();
  });

  test('names proxies by scheme, the lower case first', () => {
    const environment = { https_proxy: 'http://p:1', HTTPS_PROXY: 'http://q:1', ALL_PROXY: 'r:2' };
    expect(proxyOf('https://a.example/', environment)).toBe('http://p:1');
    expect(proxyOf('http://a.example/', environment)).toBe('http://r:2');
  });

  test.each([
    ['*', 'http://a.example/', true],
    ['example', 'http://a.example/', true],
    ['x, .a.example', 'http://A.example/', true],
    ['*.a.example b', 'http://c.a.example/', true],
    ['a.example', 'http://ba.example/', false],
    ['a.example', 'http://a.example.org/', false],
    ['10.0.0.0/8,[2606:4700::]/32', 'http://10.1.2.3/', true],
    ['10.0.0.0/8', 'http://11.1.2.3/', false],
    ['10.0.0.0/99', 'http://10.1.2.3/', false],
    ['2606:4700::/32', 'http://[2606:4700::1111]/', true],
    ['8.8.8.8', 'http://8.8.8.8/', true],
    ['8.8', 'http://8.8.8.8/', false],
  ])('excepts by no_proxy=%s: %s, %s', (exceptions, address, isExcepted) => {
    const environment = { all_proxy: 'http://p:1', NO_PROXY: exceptions };
    expect(proxyOf(address, environment)).toBe(isExcepted ? null : 'http://p:1');
  });
});
