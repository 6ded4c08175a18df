import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  createFetcher,
  type DownloadOptions,
  type Fetcher,
} from '../../../main/engine/fetch/fetcher.ts';
import { startServer, type TestServer } from './server.ts';

/** Bytes that differ from place to place, so that a piece in the wrong place shows. */
const EPISODE = Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * 7919) % 251));
const SHA256 = sha256Of(EPISODE);

let server: TestServer;
let fetcher: Fetcher;
let folder: string;
let path: string;

beforeEach(async () => {
  server = await startServer();
  fetcher = createFetcher({
    version: '1',
    limits: { allMs: 50, firstByteMs: 5_000, stallMs: 300 },
  });
  folder = await mkdtemp(join(tmpdir(), 'carrel-download-'));
  path = join(folder, 'episode');
});

afterEach(async () => {
  await fetcher.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function download(options: Partial<DownloadOptions> = {}) {
  return await fetcher.download(`${server.origin}/episode`, {
    accept: '*/*',
    maxBytes: 1_000_000,
    typedHosts: ['127.0.0.1'],
    path,
    ...options,
  });
}

function answer(by: (request: IncomingMessage, response: ServerResponse) => void): void {
  server.on('/episode', by);
}

/** A server that sends the rest it is asked for, if its file is still the one with that mark. */
function answerInParts(etag = '"one"'): void {
  answer((request, response) => {
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
    if (from === 0 || request.headers['if-range'] !== etag) {
      response.writeHead(200, { etag, 'content-type': 'audio/mpeg' }).end(EPISODE);
      return;
    }
    const range = `bytes ${from}-${EPISODE.length - 1}/${EPISODE.length}`;
    response.writeHead(206, { etag, 'content-range': range }).end(EPISODE.subarray(from));
  });
}

describe('a download that fails', () => {
  test('because it stalls is given up, and what came stays', async () => {
    answer((_, response) => response.write(EPISODE.subarray(0, 1000)));
    await expect(download()).rejects.toMatchObject({
      kind: 'timeout',
      message: `cannot fetch ${server.origin}/episode: nothing came for 0.3 s`,
    });
    expect(await readFile(path)).toEqual(EPISODE.subarray(0, 1000));
  });

  test('because it is cut', async () => {
    answer((_, response) => {
      response.writeHead(200, { 'content-length': '5000' });
      response.write(EPISODE.subarray(0, 1000), () => response.destroy());
    });
    await expect(download()).rejects.toThrow('the connection was cut');
  });

  test('because it is too large, by its own account, as it comes, or once unpacked', async () => {
    const maxBytes = 10_000;
    answer((_, response) => response.writeHead(200, { 'content-length': '999999' }).write('x'));
    await expect(download({ maxBytes })).rejects.toMatchObject({ kind: 'too-large' });
    answer((_, response) => {
      const send = (): void => {
        if (response.writable) response.write(EPISODE, send);
      };
      send();
    });
    await expect(download({ maxBytes })).rejects.toMatchObject({ kind: 'too-large' });
    answer((_, response) => {
      const bomb = gzipSync(Buffer.alloc(5_000_000));
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    });
    await expect(download({ maxBytes })).rejects.toMatchObject({ kind: 'too-large' });
    expect((await readFile(path)).length).toBeLessThanOrEqual(maxBytes);
  });

  test('because its encoding is damaged', async () => {
    answer((_, response) => {
      const cut = gzipSync(EPISODE).subarray(0, 500);
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(cut);
    });
    await expect(download()).rejects.toMatchObject({ kind: 'network' });
  });

  test('because the file cannot be written', async () => {
    answer((_, response) => response.end(EPISODE));
    await expect(download({ path: join(folder, 'no', 'folder') })).rejects.toMatchObject({
      kind: 'library',
    });
  });

  test('before it begins leaves the file as it was', async () => {
    await writeFile(path, 'kept');
    answer((_, response) => response.writeHead(500).end());
    await expect(download()).rejects.toMatchObject({ kind: 'http', status: 500 });
    await expect(download({ typedHosts: [] })).rejects.toMatchObject({ kind: 'private-address' });
    expect(await readFile(path, 'utf8')).toBe('kept');
  });

  test('because it is ended rejects with the reason', async () => {
    const ending = new AbortController();
    const reason = new Error('the user went away');
    answer((_, response) => response.write(EPISODE));
    const onBytes = (): void => ending.abort(reason);
    await expect(download({ signal: ending.signal, onBytes })).rejects.toBe(reason);
  });

  test('because the server sends a part that nobody asked for', async () => {
    answer((_, response) => {
      response.writeHead(206, { 'content-range': 'bytes 5-9/10' }).end('56789');
    });
    await expect(download()).rejects.toThrow('the server sends only a part of it');
  });
});

describe('a download', () => {
  test('is in the file as it was sent, with its hash, longer under way than a page may be', async () => {
    answer((_, response) => {
      response.writeHead(200, { 'content-length': EPISODE.length, 'content-type': 'audio/mpeg' });
      response.write(EPISODE.subarray(0, 1000));
      setTimeout(() => response.end(EPISODE.subarray(1000)), 100);
    });
    const seen: [number, number | null][] = [];
    const downloaded = await download({ onBytes: (...bytes) => seen.push(bytes) });
    expect(downloaded).toEqual({
      address: `${server.origin}/episode`,
      contentType: 'audio/mpeg',
      sizeBytes: EPISODE.length,
      sha256: SHA256,
      etag: null,
    });
    expect((await readFile(path)).equals(EPISODE)).toBe(true);
    expect(seen[0]).toEqual([1000, EPISODE.length]);
    expect(seen.at(-1)).toEqual([EPISODE.length, EPISODE.length]);
    expect(server.requests[0]?.headers['accept-encoding']).toBe('identity');
  });

  test('replaces a longer file', async () => {
    await writeFile(path, Buffer.alloc(500_000, 1));
    answer((_, response) => response.end(EPISODE));
    expect((await download()).sha256).toBe(SHA256);
    expect(sha256Of(await readFile(path))).toBe(SHA256);
  });

  test('may be empty', async () => {
    answer((_, response) => response.end());
    expect(await download()).toMatchObject({ sizeBytes: 0, sha256: sha256Of(Buffer.alloc(0)) });
  });

  test('has its encoding taken off, and cannot be resumed then', async () => {
    answer((_, response) => {
      const encoded = gzipSync(gzipSync(EPISODE));
      response.writeHead(200, { 'content-encoding': 'gzip, gzip', etag: '"one"' }).end(encoded);
    });
    const answers: unknown[] = [];
    const downloaded = await download({ onAnswer: (told) => answers.push(told) });
    expect(downloaded.sha256).toBe(SHA256);
    expect(answers).toEqual([{ ifRange: null, sizeBytes: null }]);
  });

  test('says what it can be resumed by', async () => {
    const date = 'Wed, 01 May 2024 06:00:00 GMT';
    for (const [headers, ifRange] of [
      [{ etag: '"one"', 'last-modified': date }, '"one"'],
      [{ etag: 'W/"one"', 'last-modified': date }, null],
      [{ 'last-modified': date }, date],
      [{}, null],
    ] as const) {
      answer((_, response) => response.writeHead(200, headers).end('here'));
      const answers: unknown[] = [];
      await download({ onAnswer: (told) => answers.push(told) });
      expect(answers).toMatchObject([{ ifRange }]);
    }
  });
});

describe('a download that is resumed', () => {
  beforeEach(async () => {
    // The last bytes were never synced: they are what a crash may leave.
    await writeFile(path, Buffer.concat([EPISODE.subarray(0, 100_000), Buffer.alloc(5_000)]));
  });
  const resume = { fromBytes: 100_000, ifRange: '"one"' };

  const whole = { sizeBytes: EPISODE.length, sha256: SHA256, inFile: SHA256 };

  async function resumed(options: Partial<DownloadOptions>) {
    const { sizeBytes, sha256 } = await download(options);
    return { sizeBytes, sha256, inFile: sha256Of(await readFile(path)) };
  }

  test('fetches the rest only', async () => {
    answerInParts();
    const seen: [number, number | null][] = [];
    expect(await resumed({ resume, onBytes: (...bytes) => seen.push(bytes) })).toEqual(whole);
    expect(server.requests.map(({ headers }) => headers.range)).toEqual(['bytes=100000-']);
    expect(seen[0]?.[0]).toBeGreaterThan(100_000);
    expect(seen.at(-1)).toEqual([EPISODE.length, EPISODE.length]);
  });

  test('begins anew where the file on the server is another one', async () => {
    answerInParts('"two"');
    expect(await resumed({ resume })).toEqual(whole);
    expect(server.requests).toHaveLength(1);
  });

  test('begins anew where the server does not know the part, or sends another', async () => {
    for (const [status, headers] of [
      [416, { 'content-range': `bytes */${EPISODE.length}` }],
      [206, { 'content-range': 'bytes 5-9/10' }],
      [206, {}],
    ] as const) {
      answer((request, response) => {
        if (request.headers.range === undefined) response.end(EPISODE);
        else response.writeHead(status, headers).end('other');
      });
      expect(await resumed({ resume })).toEqual(whole);
    }
  });

  test('begins anew where there is less in the file than thought, or only a weak mark', async () => {
    answerInParts();
    expect(await resumed({ resume: { ...resume, ifRange: 'W/"one"' } })).toEqual(whole);
    expect(await resumed({ resume: { ...resume, fromBytes: 400_000 } })).toEqual(whole);
    await rm(path);
    expect(await resumed({ resume })).toEqual(whole);
    expect(server.requests.map(({ headers }) => headers.range)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('is not whole when the rest is too short', async () => {
    answer((_, response) => {
      const range = `bytes 100000-${EPISODE.length - 1}/${EPISODE.length}`;
      response.writeHead(206, { 'content-range': range }).end('short');
    });
    await expect(download({ resume })).rejects.toThrow('the connection was cut');
  });
});
