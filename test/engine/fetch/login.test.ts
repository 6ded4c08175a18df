import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Login } from '../../../contract/types.ts';
import { createFetcher, type Fetcher } from '../../../main/engine/fetch/fetcher.ts';
import { startServer, type TestServer } from './server.ts';

const BASIC: Login = { kind: 'basic', name: 'ada', password: 'pä ss' };
const BASIC_HEADER = `Basic ${Buffer.from('ada:pä ss').toString('base64')}`;
const BEARER: Login = { kind: 'bearer', token: 'abc.def==' };

let server: TestServer;
let other: TestServer;
let fetcher: Fetcher;

beforeEach(async () => {
  [server, other] = await Promise.all([startServer(), startServer()]);
  fetcher = createFetcher({ version: '1' });
});

afterEach(async () => {
  await fetcher.close();
  await Promise.all([server.close(), other.close()]);
});

async function get(address: string, login?: Login) {
  return await fetcher.get(address, {
    accept: '*/*',
    maxBytes: 1000,
    typedHosts: ['127.0.0.1'],
    ...(login === undefined ? {} : { login }),
  });
}

function challenge(at: TestServer, status: number, header?: string): void {
  at.on('/feed', (_, response) => {
    response.writeHead(status, header === undefined ? {} : { 'www-authenticate': header }).end();
  });
}

/** What each request so far was sent for a login. */
function sent(to: TestServer): (string | undefined)[] {
  return to.requests.map(({ headers }) => headers.authorization);
}

describe('a server that asks for a login', () => {
  test.each([
    [401, 'Basic realm="The Harbour Post"', ' for “The Harbour Post”'],
    [401, 'Basic charset="UTF-8", realm="a \\"b\\""', ' for “a "b"”'],
    [401, 'Bearer realm=members', ' for “members”'],
    [401, 'Basic', ''],
    [401, undefined, ''],
    [403, 'Basic realm="x"', ' for “x”'],
  ])('is told as such: %i, %s', async (status, header, realm) => {
    challenge(server, status, header);
    await expect(get(`${server.origin}/feed`)).rejects.toMatchObject({
      kind: 'login',
      message: `cannot fetch ${server.origin}/feed: the server asks for a login${realm}`,
    });
  });

  test('and refuses the one it was sent is told as such, without the login', async () => {
    challenge(server, 401, 'Basic realm="x"');
    for (const login of [BASIC, BEARER]) {
      await expect(get(`${server.origin}/feed`, login)).rejects.toMatchObject({
        kind: 'login',
        message: `cannot fetch ${server.origin}/feed: the server refused the login for “x” that it was sent`,
      });
    }
  });

  test('is none where it only forbids', async () => {
    challenge(server, 403);
    await expect(get(`${server.origin}/feed`)).rejects.toMatchObject({ kind: 'http', status: 403 });
  });
});

describe('a login', () => {
  test('is not sent after a redirect to another origin, nor on the way back', async () => {
    server.on('/feed', (_, response) => {
      response.writeHead(302, { location: `${other.origin}/out` }).end();
    });
    other.on('/out', (_, response) => {
      response.writeHead(302, { location: `${server.origin}/back` }).end();
    });
    server.on('/back', (_, response) => response.end('here'));
    await get(`${server.origin}/feed`, BASIC);
    expect(sent(server)).toEqual([BASIC_HEADER, undefined]);
    expect(sent(other)).toEqual([undefined]);
  });

  test('that another origin asks for is told as not sent', async () => {
    server.on('/start', (_, response) => {
      response.writeHead(302, { location: `${other.origin}/feed` }).end();
    });
    challenge(other, 401);
    await expect(get(`${server.origin}/start`, BASIC)).rejects.toMatchObject({
      kind: 'login',
      message: expect.stringContaining(`it redirects to ${other.origin}, which asks for a login`),
    });
  });

  test('is sent to the origin asked for, redirects within it included', async () => {
    server.on('/a', (_, response) => response.writeHead(302, { location: '/b' }).end());
    server.on('/b', (_, response) => response.end('here'));
    await get(`${server.origin}/a`, BASIC);
    await get(`${server.origin}/b`, BEARER);
    expect(sent(server)).toEqual([BASIC_HEADER, BASIC_HEADER, 'Bearer abc.def==']);
  });

  test('that cannot be a header is refused before anything is sent', async () => {
    const login: Login = { kind: 'bearer', token: 'a\r\nX-Other: b' };
    await expect(get(`${server.origin}/feed`, login)).rejects.toMatchObject({
      message: expect.not.stringContaining('X-Other'),
    });
    expect(server.requests).toHaveLength(0);
  });
});

describe('a name and password in an address', () => {
  test('stand in no error', async () => {
    const address = server.origin.replace('//', '//ada:secret@');
    for (const path of ['/gone', '/feed', '/loop', '/large']) {
      challenge(server, 401);
      server.on('/loop', (_, response) => {
        response.writeHead(302, { location: `${address}/loop` }).end();
      });
      server.on('/large', (_, response) => response.end('x'.repeat(2000)));
      await expect(get(address + path)).rejects.toThrow(`${server.origin}${path}`);
    }
    await expect(get('ftp://ada:secret@example.org/')).rejects.toThrow('fetch ftp://example.org/');
  });

  test('are a login, and stand in no address of the answer', async () => {
    server.on('/a', (_, response) => {
      const location = server.origin.replace('//', '//eve:other@');
      response.writeHead(302, { location: `${location}/b` }).end();
    });
    server.on('/b', (_, response) => response.end('here'));
    const fetched = await get(`${server.origin.replace('//', '//ada:p%C3%A4%20ss@')}/a`);
    expect(fetched.address).toBe(`${server.origin}/b`);
    expect(fetched.redirects).toEqual([`${server.origin}/a`]);
    expect(sent(server)).toEqual([BASIC_HEADER, BASIC_HEADER]);
  });
});
