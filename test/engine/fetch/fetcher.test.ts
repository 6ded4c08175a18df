import {
  brotliCompressSync,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
} from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CarrelError } from '../../../contract/errors.ts';
import { HttpStatusError } from '../../../main/engine/fetch/errors.ts';
import {
  createFetcher,
  type FetchOptions,
  type Fetcher,
} from '../../../main/engine/fetch/fetcher.ts';
import { refusedPort, startServer, type TestServer } from './server.ts';

const TEXT = 'Ferries leave the harbour at six. '.repeat(50);
const OPTIONS: FetchOptions = { accept: '*/*', maxBytes: 100_000, typedHosts: ['127.0.0.1'] };

let server: TestServer;
let fetcher: Fetcher;

beforeEach(async () => {
  server = await startServer();
  fetcher = createFetcher({ version: '1.2.3' });
});

afterEach(async () => {
  await fetcher.close();
  await server.close();
});

async function get(path: string, options: Partial<FetchOptions> = {}) {
  return await fetcher.get(server.origin + path, { ...OPTIONS, ...options });
}

/** The error of a fetch that must fail with one of Carrel's kinds. */
async function failure(fetching: Promise<unknown>): Promise<CarrelError> {
  const thrown = await fetching.then(
    () => 'nothing was thrown',
    (error: unknown) => error,
  );
  if (!(thrown instanceof CarrelError)) throw new Error(`not a CarrelError: ${String(thrown)}`);
  return thrown;
}

function redirect(path: string, to: string, status = 301): void {
  server.on(path, (_, response) => {
    response.writeHead(status, { location: to }).end('moved');
  });
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

describe('a server that cannot be reached', () => {
  test('is named with the cause: a refused port', async () => {
    const address = `http://127.0.0.1:${await refusedPort()}/feed`;
    const error = await failure(fetcher.get(address, OPTIONS));
    expect(error.kind).toBe('network');
    expect(error.message).toBe(`cannot fetch ${address}: the connection was refused`);
  });

  test('is named with the cause: a name that does not exist', async () => {
    const error = await failure(fetcher.get('http://carrel.invalid/', OPTIONS));
    expect(error.kind).toBe('network');
    expect(error.message).toMatch(/no server of this name|cannot be looked up/);
  });

  test('is named with the cause: https where there is none', async () => {
    const error = await failure(fetcher.get(server.origin.replace('http:', 'https:'), OPTIONS));
    expect(error.kind).toBe('network');
    expect(error.message).toContain('does not speak https');
  });

  test.each(['file:///etc/passwd', 'ftp://example.org/', 'javascript:alert(1)', 'not an address'])(
    'is not even tried when it is no http address: %s',
    async (address) => {
      expect((await failure(fetcher.get(address, OPTIONS))).kind).toBe('invalid');
    },
  );
});

describe('an answer that breaks off', () => {
  test('by a connection cut in the middle of a declared body', async () => {
    server.on('/', (_, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('half', () => response.destroy());
    });
    const error = await failure(get('/'));
    expect(error.kind).toBe('network');
    expect(error.message).toContain('the connection was cut');
  });

  test('by a connection cut in the middle of a chunked body', async () => {
    server.on('/', (_, response) => {
      response.write('half', () => response.destroy());
    });
    expect((await failure(get('/'))).message).toContain('the connection was cut');
  });

  test('by a connection cut before any answer', async () => {
    server.on('/', (request) => request.destroy());
    expect((await failure(get('/'))).message).toContain('the connection was cut');
  });

  test('by declaring more than is sent', async () => {
    server.on('/', (_, response) => {
      response.socket?.end('HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nfive!');
    });
    expect((await failure(get('/'))).kind).toBe('network');
  });

  test('by declaring less than is sent: what is declared counts, and the rest harms no other', async () => {
    server.on('/', (_, response) => {
      response.socket?.write('HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfour and more than that');
    });
    server.on('/next', (_, response) => response.end('here'));
    expect(textOf((await get('/')).bytes)).toBe('four');
    expect(textOf((await get('/next')).bytes)).toBe('here');
  });

  test('by declaring less than is sent of what is encoded', async () => {
    const body = gzipSync(TEXT);
    server.on('/', (_, response) => {
      const head = `HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: ${body.length - 9}`;
      response.socket?.end(Buffer.concat([Buffer.from(`${head}\r\n\r\n`), body]));
    });
    expect((await failure(get('/'))).message).toContain('its gzip encoding is damaged');
  });

  test.each(['-5', 'many', '5, 6', '99999999999999999999'])(
    'by declaring a length that is none: %s',
    async (length) => {
      server.on('/', (_, response) => {
        response.socket?.end(`HTTP/1.1 200 OK\r\nContent-Length: ${length}\r\n\r\nfive!`);
      });
      expect((await failure(get('/'))).message).toContain(`cannot fetch ${server.origin}/`);
    },
  );

  test('by not being HTTP at all', async () => {
    server.on('/', (_, response) => {
      response.socket?.end('220 mail.example.org ESMTP\r\n');
    });
    const error = await failure(get('/'));
    expect(error.kind).toBe('network');
    expect(error.message).toContain('not HTTP');
  });
});

describe('an answer that takes too long', () => {
  beforeEach(() => {
    fetcher = createFetcher({ version: '1', limits: { firstByteMs: 100, allMs: 200 } });
  });

  test('to begin is given up', async () => {
    server.on('/', () => {});
    const error = await failure(get('/'));
    expect(error.kind).toBe('timeout');
    expect(error.message).toContain('no answer within 0.1 s');
  });

  test('to end, because its body stalls, is given up', async () => {
    server.on('/', (_, response) => {
      response.write('a beginning');
    });
    const error = await failure(get('/'));
    expect(error.kind).toBe('timeout');
    expect(error.message).toContain('not complete within 0.2 s');
  });

  test('and is an error page that stalls is given up', async () => {
    server.on('/', (_, response) => {
      response.writeHead(500);
      response.write('a beginning');
    });
    expect((await failure(get('/'))).kind).toBe('timeout');
  });
});

describe('an answer that is too large', () => {
  test('by its own account is not read', async () => {
    server.on('/', (_, response) => {
      response.writeHead(200, { 'content-length': '200000000' });
      response.write('x');
    });
    const error = await failure(get('/'));
    expect(error.kind).toBe('too-large');
    expect(error.message).toContain('larger than 0.1 MB');
  });

  test('because it never ends is cut', async () => {
    let cut = false;
    server.on('/', (_, response) => {
      const piece = Buffer.alloc(16_384, 'x');
      const send = (): void => {
        if (response.writable) response.write(piece, send);
      };
      response.on('close', () => {
        cut = true;
      });
      send();
    });
    expect((await failure(get('/'))).kind).toBe('too-large');
    await expect.poll(() => cut).toBe(true);
  });

  test('once unpacked is refused: a gzip bomb', async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000));
    expect(bomb.length).toBeLessThan(OPTIONS.maxBytes);
    server.on('/', (_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    });
    expect((await failure(get('/'))).kind).toBe('too-large');
  });

  test('once unpacked twice is refused: a bomb in a bomb', async () => {
    const bomb = gzipSync(gzipSync(Buffer.alloc(50_000_000)));
    server.on('/', (_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip, gzip' }).end(bomb);
    });
    expect((await failure(get('/'))).kind).toBe('too-large');
  });

  test('in headers is refused', async () => {
    server.on('/', (_, response) => {
      response.socket?.end(`HTTP/1.1 200 OK\r\nX-Long: ${'x'.repeat(100_000)}\r\n\r\n`);
    });
    expect((await failure(get('/'))).kind).toBe('too-large');
  });
});

describe('encodings', () => {
  test.each([
    ['gzip', gzipSync(TEXT)],
    ['x-gzip', gzipSync(TEXT)],
    ['br', brotliCompressSync(TEXT)],
    ['zstd', zstdCompressSync(TEXT)],
    ['deflate', deflateSync(TEXT)],
    ['deflate', deflateRawSync(TEXT)],
    ['identity', Buffer.from(TEXT)],
    ['gzip, br', brotliCompressSync(gzipSync(TEXT))],
    ['GZIP', gzipSync(TEXT)],
  ])('%s is taken off', async (encoding, bytes) => {
    server.on('/', (_, response) => {
      response.writeHead(200, { 'content-encoding': encoding }).end(bytes);
    });
    expect(textOf((await get('/')).bytes)).toBe(TEXT);
  });

  test.each([
    ['gzip', Buffer.from(TEXT), 'its gzip encoding is damaged'],
    ['br', Buffer.from(TEXT), 'its br encoding is damaged'],
    ['zstd', Buffer.from(TEXT), 'its zstd encoding is damaged'],
    ['gzip', gzipSync(TEXT).subarray(0, 50), 'its gzip encoding is damaged'],
    ['br', brotliCompressSync(TEXT).subarray(0, 20), 'its br encoding is damaged'],
    ['zstd', zstdCompressSync(TEXT).subarray(0, 20), 'its zstd encoding is damaged'],
    ['compress', Buffer.from(TEXT), 'its encoding “compress” is unknown'],
  ])(
    '%s that is damaged, unknown or a lie is an error with the cause',
    async (encoding, bytes, cause) => {
      server.on('/', (_, response) => {
        response.writeHead(200, { 'content-encoding': encoding }).end(bytes);
      });
      const error = await failure(get('/'));
      expect(error.kind).toBe('network');
      expect(error.message).toContain(cause);
    },
  );

  test('that are too many are refused', async () => {
    server.on('/', (_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip,'.repeat(50) }).end('x');
    });
    expect((await failure(get('/'))).kind).toBe('too-large');
  });

  test('of an empty body are no matter', async () => {
    server.on('/', (_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end();
    });
    expect((await get('/')).bytes).toHaveLength(0);
  });
});

describe('redirects', () => {
  test('in a loop end with the loop named', async () => {
    redirect('/a', '/b');
    redirect('/b', '/a');
    const error = await failure(get('/a'));
    expect(error.kind).toBe('too-large');
    expect(error.message).toContain(`${server.origin}/a → ${server.origin}/b → ${server.origin}/a`);
  });

  test('without an end are given up', async () => {
    for (let n = 0; n < 20; n++) redirect(`/${n}`, `/${n + 1}`);
    const error = await failure(get('/0'));
    expect(error.kind).toBe('too-large');
    expect(server.requests).toHaveLength(11);
  });

  test('out of http are refused', async () => {
    redirect('/', 'file:///etc/passwd');
    const error = await failure(get('/'));
    expect(error.kind).toBe('http');
    expect(error.message).toContain('file:///etc/passwd');
  });

  test('to an error name both addresses', async () => {
    redirect('/', '/gone');
    const error = await failure(get('/'));
    expect(error.message).toBe(
      `fetch: ${server.origin}/ answered 404 Not Found, redirected to ${server.origin}/gone`,
    );
  });

  test('without a place to go are an error', async () => {
    server.on('/', (_, response) => response.writeHead(302).end());
    expect((await failure(get('/'))).kind).toBe('http');
  });

  test('are followed, and the way is told', async () => {
    redirect('/a', '/b#part', 308);
    redirect('/b', '/c');
    server.on('/c', (_, response) => response.end('here'));
    const fetched = await get('/a');
    expect(textOf(fetched.bytes)).toBe('here');
    expect(fetched.address).toBe(`${server.origin}/c`);
    expect(fetched.redirects).toEqual([`${server.origin}/a`, `${server.origin}/b`]);
    expect(fetched.permanent).toBe(true);
  });

  test('are not permanent when one of them is not', async () => {
    redirect('/a', '/b');
    redirect('/b', '/c', 302);
    server.on('/c', (_, response) => response.end('here'));
    expect((await get('/a')).permanent).toBe(false);
  });

  test('are read as UTF-8, as servers write them', async () => {
    server.on('/', (_, response) => {
      response.socket?.end(
        Buffer.from('HTTP/1.1 301 Moved\r\nLocation: /fähre\r\nContent-Length: 0\r\n\r\n'),
      );
    });
    server.on('/f%C3%A4hre', (_, response) => response.end('here'));
    expect(textOf((await get('/')).bytes)).toBe('here');
  });
});

describe('an answer that is not success', () => {
  test('is an error with its status', async () => {
    const error = await failure(get('/nothing'));
    expect(error).toBeInstanceOf(HttpStatusError);
    expect(error).toMatchObject({ kind: 'http', status: 404, retryAfterMs: null });
    expect(error.message).toBe(`fetch: ${server.origin}/nothing answered 404 Not Found`);
  });

  test('tells how long to wait, in seconds', async () => {
    server.on('/', (_, response) => response.writeHead(429, { 'retry-after': '120' }).end());
    expect(await failure(get('/'))).toMatchObject({ status: 429, retryAfterMs: 120_000 });
  });

  test('tells how long to wait, as a date', async () => {
    const date = new Date(Date.now() + 3_600_000).toUTCString();
    server.on('/', (_, response) => response.writeHead(503, { 'retry-after': date }).end());
    const error = await failure(get('/'));
    if (!(error instanceof HttpStatusError)) throw error;
    expect(error.retryAfterMs).toBeGreaterThan(3_500_000);
    expect(error.retryAfterMs).toBeLessThanOrEqual(3_600_000);
  });

  test('does not hold the connection, however long its page', async () => {
    server.on('/', (_, response) => response.writeHead(500).end('x'.repeat(500_000)));
    server.on('/next', (_, response) => response.end('here'));
    await failure(get('/'));
    await failure(get('/'));
    expect(textOf((await get('/next')).bytes)).toBe('here');
  });

  test('is counted by the server’s clock, should ours be wrong', async () => {
    server.on('/', (_, response) => {
      response
        .writeHead(503, {
          date: 'Tue, 01 Jan 2019 00:00:00 GMT',
          'retry-after': 'Tue, 01 Jan 2019 00:02:00 GMT',
        })
        .end();
    });
    expect(await failure(get('/'))).toMatchObject({ retryAfterMs: 120_000 });
  });

  test('is a proxy’s on the way that wants a login', async () => {
    server.on('/', (_, response) => response.writeHead(407).end());
    expect(await failure(get('/'))).toMatchObject({
      kind: 'network',
      message: expect.stringContaining('asks for a name and password'),
    });
  });

  test('is gone for good', async () => {
    server.on('/', (_, response) => response.writeHead(410).end());
    expect(await failure(get('/'))).toMatchObject({ kind: 'http', status: 410 });
  });

  test('is a 304 that nobody asked for', async () => {
    server.on('/', (_, response) => response.writeHead(304).end());
    expect(await failure(get('/'))).toMatchObject({ kind: 'http', status: 304 });
  });
});

describe('an answer', () => {
  test('that has not changed says so', async () => {
    server.on('/', (request, response) => {
      expect(request.headers['if-none-match']).toBe('"one"');
      expect(request.headers['if-modified-since']).toBe('Wed, 01 May 2024 06:00:00 GMT');
      response.writeHead(304, { etag: '"one"', 'cache-control': 'max-age=600' }).end();
    });
    const fetched = await get('/', {
      validators: { etag: '"one"', lastModified: 'Wed, 01 May 2024 06:00:00 GMT' },
    });
    expect(fetched).toMatchObject({
      status: 304,
      notModified: true,
      etag: '"one"',
      freshForMs: 600_000,
    });
    expect(fetched.bytes).toHaveLength(0);
  });

  test('comes with its headers, those sent twice too', async () => {
    server.on('/', (_, response) => {
      response.writeHead(200, {
        'content-type': 'text/html; charset=latin1',
        etag: 'W/"two"',
        'last-modified': 'Wed, 01 May 2024 06:00:00 GMT',
        link: ['<a>', '<b>'],
      });
      response.end('here');
    });
    const fetched = await get('/');
    expect(fetched).toMatchObject({
      status: 200,
      redirects: [],
      permanent: false,
      contentType: 'text/html; charset=latin1',
      etag: 'W/"two"',
      lastModified: 'Wed, 01 May 2024 06:00:00 GMT',
      retryAfterMs: null,
      notModified: false,
    });
    expect(fetched.headers).toContainEqual(['link', '<a>']);
    expect(fetched.headers).toContainEqual(['link', '<b>']);
  });

  test('is asked for honestly, without cookies or a referrer', async () => {
    server.on('/a', (_, response) => {
      response.writeHead(302, { location: '/b', 'set-cookie': 'id=1' }).end();
    });
    server.on('/b', (_, response) => response.end('here'));
    await get('/a', { accept: 'text/html' });
    const headers = server.requests[1]?.headers;
    expect(headers).toMatchObject({
      accept: 'text/html',
      'accept-encoding': 'gzip, deflate, br, zstd',
      'user-agent': 'Carrel/1.2.3 (offline news reader)',
    });
    expect(headers).not.toHaveProperty('cookie');
    expect(headers).not.toHaveProperty('referer');
  });
});

describe('a fetch', () => {
  test('that was ended before it began does not reach the server', async () => {
    const reason = new Error('the user went away');
    await expect(get('/', { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(server.requests).toHaveLength(0);
  });

  test('that is ended rejects with the reason of its signal', async () => {
    const ending = new AbortController();
    const reason = new Error('the user went away');
    server.on('/', (_, response) => {
      response.write('a beginning', () => ending.abort(reason));
    });
    await expect(get('/', { signal: ending.signal })).rejects.toBe(reason);
  });

  test('that is ended while it waits for its turn leaves the queue', async () => {
    const held: (() => void)[] = [];
    server.on('/', (_, response) => held.push(() => response.end('here')));
    const first = [get('/'), get('/')];
    const ending = new AbortController();
    const waiting = get('/', { signal: ending.signal });
    ending.abort(new Error('the user went away'));
    await expect(waiting).rejects.toThrow('the user went away');
    await expect.poll(() => held.length).toBe(2);
    held.forEach((release) => release());
    await Promise.all(first);
    expect(server.requests).toHaveLength(2);
  });

  test('is ended by closing the fetcher, and none begins after that', async () => {
    server.on('/', (_, response) => {
      response.write('a beginning', () => void fetcher.close());
    });
    await expect(get('/')).rejects.toMatchObject({ name: 'AbortError' });
    await expect(get('/')).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('shares its host with one other at most', async () => {
    let atOnce = 0;
    let most = 0;
    server.on('/', (_, response) => {
      atOnce++;
      most = Math.max(most, atOnce);
      setTimeout(() => {
        atOnce--;
        response.end('here');
      }, 5);
    });
    const fetched = await Promise.all(Array.from({ length: 12 }, () => get('/')));
    expect(fetched).toHaveLength(12);
    expect(most).toBe(2);
  });
});
