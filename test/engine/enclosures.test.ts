import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Enclosure } from '../../contract/types.ts';
import { keepEntry } from '../../db/articles.ts';
import {
  awaitedAddresses,
  enclosuresOf,
  keepEnclosures,
  wantEnclosure,
} from '../../db/enclosures.ts';
import { addFeed } from '../../db/feeds.ts';
import { mediaFile, mediaPath } from '../../db/media.ts';
import { closeLibrary, openLibrary, type Db } from '../../db/open.ts';
import { openDownload, removeLeftParts } from '../../main/engine/downloads.ts';
import { queueEnclosure } from '../../main/engine/jobs/enclosure.ts';
import { hashOf } from '../../main/engine/media-files.ts';
import { startServer, type TestServer } from './fetch/server.ts';
import { libraryFolder, openEngine } from './open-engine.ts';
import { openWork, type Work } from './open-work.ts';

/** A sound by its first bytes, and as long as a few pieces of the wire. */
const SOUND = Buffer.concat([Buffer.from('ID3\x04'), Buffer.alloc(300_000, 'la')]);
const SOUND_HASH = hashOf(SOUND);

let server: TestServer;
let library: Awaited<ReturnType<typeof libraryFolder>>;
let work: Work;

beforeEach(async () => {
  server = await startServer();
  library = await libraryFolder();
  work = openWork(library.folder);
});
afterEach(async () => {
  await work.close();
  await server.close();
  await library.remove();
});

/** An article of a feed on the test's server, with a file offered at each path. */
function anArticleWith(db: Db, ...paths: string[]): number {
  const name = paths.join();
  const feedId = addFeed(db, {
    address: `${server.origin}/feed-of-${name}`,
    title: name,
    siteAddress: null,
    folderId: null,
    textFrom: 'feed',
    now: 1000,
  }).feed.id;
  // Far from due: these tests fetch files alone.
  db.prepare('UPDATE feeds SET next_fetch_at = 9e15').run();
  const { articleId } = keepEntry(db, {
    feedId,
    identityKeys: [`url:https://paper.example/${feedId}`],
    guid: null,
    address: null,
    title: name,
    authors: [],
    excerpt: '',
    language: null,
    direction: 'ltr',
    publishedAt: null,
    modifiedAt: null,
    sortAt: 1000,
    contentSha256: name,
    textState: 'kept',
    source: name,
    now: 1000,
  });
  keepEnclosures(
    db,
    articleId,
    paths.map((path) => ({
      address: server.origin + path,
      type: 'audio/mpeg',
      title: null,
      sizeBytes: null,
      durationSeconds: null,
    })),
    false,
  );
  return articleId;
}

function first(articleId: number): Enclosure | undefined {
  return enclosuresOf(work.context.db, articleId)[0];
}

async function fetched(path: string): Promise<Enclosure | undefined> {
  const articleId = anArticleWith(work.context.db, path);
  await work.api.fetchEnclosure(articleId, 0);
  await work.idle();
  return first(articleId);
}

/** What lies below `media/`, without the folders. */
async function files(): Promise<string[]> {
  const entries = await readdir(join(library.folder, 'media'), {
    recursive: true,
    withFileTypes: true,
  }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

function partPath(name: string): string {
  return join(library.folder, 'media', 'parts', name);
}

/** What stands beside a part of which so many bytes are surely there. */
function noted(address: string, bytes: number): string {
  return JSON.stringify({ address, ifRange: '"1"', bytes });
}

function serve(path: string, body: Buffer | string, type = 'audio/mpeg'): void {
  server.on(path, (_request, response) => {
    response.writeHead(200, { 'content-type': type }).end(body);
  });
}

/** Serves the beginning of a sound and then nothing; counts its answers and closed connections. */
function serveHalf(path: string): { begun: number; closed: number } {
  const answers = { begun: 0, closed: 0 };
  server.on(path, (_request, response) => {
    response.writeHead(200, { 'content-length': SOUND.length });
    response.write(SOUND.subarray(0, 100_000));
    response.on('close', () => (answers.closed += 1));
    answers.begun += 1;
  });
  return answers;
}

describe('a file that cannot be had says why, leaves nothing, and can be asked for again', () => {
  test('one that is not in the library', () => {
    const message = 'file 3 of article 7: it is not in the library';
    expect(() => work.api.fetchEnclosure(7, 3)).toThrow(`enclosure: cannot fetch ${message}`);
    expect(() => work.api.removeEnclosure(7, 3)).toThrow(`enclosure: cannot remove ${message}`);
  });

  test('one that the server does not have', async () => {
    expect(await fetched('/a.mp3')).toMatchObject({
      state: 'failed',
      hash: null,
      failure: { kind: 'http', message: expect.stringContaining('404') },
    });
    expect(work.jobs('enclosure')).toBe(0);
    expect(await files()).toEqual([]);

    serve('/a.mp3', SOUND);
    await work.api.fetchEnclosure(1, 0);
    await work.idle();
    expect(first(1)).toMatchObject({ state: 'kept', failure: null });
  });

  test('one that is cut off before the length the server gave', async () => {
    server.on('/a.mp3', (_request, response) => {
      response.writeHead(200, { 'content-length': SOUND.length });
      response.write(SOUND.subarray(0, 1000), () => response.destroy());
    });
    expect(await fetched('/a.mp3')).toMatchObject({
      state: 'failed',
      failure: { kind: 'network' },
    });
    expect(await files()).toEqual([]);
    // It may pass: it is tried again by itself.
    expect(work.jobs('enclosure')).toBe(1);
    serve('/a.mp3', SOUND);
    work.pass(60_000);
    await work.idle();
    expect(first(1)).toMatchObject({ state: 'kept', failure: null });
  });

  test('one that is larger than any disk of the kind a library is copied to takes', async () => {
    server.on('/a.mp3', (_request, response) => {
      response.writeHead(200, { 'content-length': 2 ** 32 }).write(SOUND);
    });
    expect(await fetched('/a.mp3')).toMatchObject({
      state: 'failed',
      failure: { kind: 'too-large' },
    });
    expect(await files()).toEqual([]);
  });

  test('a page in place of a sound', async () => {
    serve('/a.mp3', '<!doctype html><title>Welcome aboard: sign in</title>', 'audio/mpeg');
    expect(await fetched('/a.mp3')).toMatchObject({
      state: 'failed',
      failure: { kind: 'http', message: expect.stringContaining('an HTML page came in its place') },
    });
    expect(await files()).toEqual([]);
  });

  // A device of Linux that is always full.
  test.skipIf(!existsSync('/dev/full'))('one for which there is no room', async () => {
    serve('/a.mp3', SOUND);
    const { db, fetcher } = work.context;
    const articleId = anArticleWith(db, '/a.mp3');
    work.context.fetcher = {
      ...fetcher,
      download: (address, options) => fetcher.download(address, { ...options, path: '/dev/full' }),
    };
    await work.api.fetchEnclosure(articleId, 0);
    await expect
      .poll(() => work.events.filter(({ kind }) => kind === 'problem'))
      .toMatchObject([{ failure: { kind: 'disk-full' } }]);
    expect(first(articleId)).toMatchObject({ state: 'waiting', failure: null });

    work.context.fetcher = fetcher;
    work.pass(31_000);
    await expect.poll(() => first(articleId)?.state).toBe('kept');
  });
});

describe('a file that is taken back while it comes', () => {
  test('is offered again, leaves nothing, and its connection is closed', async () => {
    const answers = serveHalf('/a.mp3');
    const articleId = anArticleWith(work.context.db, '/a.mp3');
    await work.api.fetchEnclosure(articleId, 0);
    await expect.poll(files).toHaveLength(1);
    expect(first(articleId)?.state).toBe('waiting');

    await work.api.removeEnclosure(articleId, 0);
    expect(first(articleId)?.state).toBe('offered');
    expect(work.jobs('enclosure')).toBe(0);
    await expect.poll(() => answers.closed).toBe(1);
    await expect.poll(files).toEqual([]);
    expect(first(articleId)).toMatchObject({ state: 'offered', failure: null });
  });

  test('and wanted again at once, is fetched once more', async () => {
    const answers = serveHalf('/a.mp3');
    const articleId = anArticleWith(work.context.db, '/a.mp3');
    await work.api.fetchEnclosure(articleId, 0);
    await expect.poll(() => answers.begun).toBe(1);
    serve('/a.mp3', SOUND);
    await work.api.removeEnclosure(articleId, 0);
    await work.api.fetchEnclosure(articleId, 0);
    await expect.poll(() => first(articleId)?.state).toBe('kept');
    await expect.poll(files).toEqual([SOUND_HASH]);
  });

  test('at its very end, is not kept', async () => {
    serve('/a.mp3', SOUND);
    const { db, fetcher } = work.context;
    const articleId = anArticleWith(db, '/a.mp3');
    work.context.fetcher = {
      ...fetcher,
      async download(address, options) {
        const downloaded = await fetcher.download(address, options);
        await work.api.removeEnclosure(articleId, 0);
        return downloaded;
      },
    };
    await work.api.fetchEnclosure(articleId, 0);
    await expect.poll(() => server.requests.length).toBe(1);
    await expect.poll(() => first(articleId)?.state).toBe('offered');
    await work.runner.close();
    expect(mediaFile(db, SOUND_HASH)).toBeUndefined();
    expect(await files()).toEqual([]);
  });

  test('never becomes the file of another address that came into its place', async () => {
    const other = Buffer.from('%PDF-1.7 the minutes of a meeting');
    serve('/a.mp3', SOUND);
    serve('/b.pdf', other);
    const { db, fetcher } = work.context;
    const articleId = anArticleWith(db, '/a.mp3');
    work.context.fetcher = {
      ...fetcher,
      async download(address, options) {
        const downloaded = await fetcher.download(address, options);
        if (!address.endsWith('/a.mp3')) return downloaded;
        await work.api.removeEnclosure(articleId, 0);
        const given = { type: null, title: null, sizeBytes: null, durationSeconds: null };
        keepEnclosures(db, articleId, [{ ...given, address: `${server.origin}/b.pdf` }], true);
        queueEnclosure(work.context, articleId, 0);
        return downloaded;
      },
    };
    await work.api.fetchEnclosure(articleId, 0);
    await expect.poll(() => first(articleId)?.address).toBe(`${server.origin}/b.pdf`);
    await work.idle();
    expect(first(articleId)).toMatchObject({ state: 'kept', hash: hashOf(other) });
    expect(await files()).toEqual([hashOf(other)]);
  });

  test('with its feed, leaves nothing', async () => {
    const answers = serveHalf('/a.mp3');
    const articleId = anArticleWith(work.context.db, '/a.mp3');
    await work.api.fetchEnclosure(articleId, 0);
    await expect.poll(() => answers.begun).toBe(1);
    await work.api.unsubscribe(1);
    await expect.poll(() => answers.closed).toBe(1);
    await expect.poll(files).toEqual([]);
    expect(work.jobs('enclosure')).toBe(0);
  });
});

/** Serves a sound that can be had in parts, and of it only so much at once; tells what was asked. */
function serveInParts(path: string, most: number, etag = '"1"', sound = SOUND): string[] {
  const ranges: string[] = [];
  server.on(path, (request, response) => {
    const { range = 'all', 'if-range': ifRange } = request.headers;
    ranges.push(range);
    const from = ifRange === etag ? Number(/^bytes=(\d+)-$/.exec(range)?.[1] ?? 0) : 0;
    const rest = sound.subarray(from);
    const part = { 'content-range': `bytes ${from}-${sound.length - 1}/${sound.length}` };
    response.writeHead(from > 0 ? 206 : 200, {
      etag,
      'content-length': rest.length,
      ...(from > 0 ? part : {}),
    });
    if (rest.length <= most) response.end(rest);
    else response.write(rest.subarray(0, most), () => setTimeout(() => response.destroy(), 50));
  });
  return ranges;
}

describe('a file whose server can send the rest of it', () => {
  test('goes on where its connection was cut, as often as it is', async () => {
    const ranges = serveInParts('/a.mp3', 120_000);
    const enclosure = await fetched('/a.mp3');
    expect(enclosure).toMatchObject({ state: 'failed', failure: { kind: 'network' } });
    for (let time = 0; time < 2; time += 1) {
      work.pass(10 * 60_000);
      await work.idle();
    }
    expect(first(1)).toMatchObject({ state: 'kept', hash: SOUND_HASH });
    expect(ranges).toEqual(['all', 'bytes=120000-', 'bytes=240000-']);
    expect(await files()).toEqual([SOUND_HASH]);
  });

  test('comes anew where it is another one by now', async () => {
    serveInParts('/a.mp3', 120_000, '"1"', Buffer.alloc(400_000, 'old'));
    await fetched('/a.mp3');
    serveInParts('/a.mp3', 1_000_000, '"2"');
    work.pass(10 * 60_000);
    await work.idle();
    expect(first(1)).toMatchObject({ state: 'kept', hash: SOUND_HASH });
    expect(await files()).toEqual([SOUND_HASH]);
  });

  test('leaves nothing when it is not wanted any more', async () => {
    serveInParts('/a.mp3', 120_000);
    await fetched('/a.mp3');
    expect(await files()).toHaveLength(2);
    await work.api.removeEnclosure(1, 0);
    await work.close();
    work = openWork(library.folder);
    removeLeftParts(library.folder, awaitedAddresses(work.context.db));
    expect(await files()).toEqual([]);
  });

  test('goes on once, where two articles want the same file', async () => {
    serveInParts('/a.mp3', 120_000);
    await fetched('/a.mp3');
    const open = () => openDownload(library.folder, `${server.origin}/a.mp3`);
    const both = await Promise.all([open(), open()]);
    expect(both.map(({ resume }) => resume?.fromBytes ?? 0).toSorted((a, b) => a - b)).toEqual([
      0, 120_000,
    ]);
    expect(both[0].path).not.toBe(both[1].path);
    for (const one of both) await one.close(false);
    expect(await files()).toEqual([]);
  });
});

describe('a Carrel that ends in the middle of a file', () => {
  test('closed in order, goes on where it was at the next start', async () => {
    const ranges: string[] = [];
    server.on('/a.mp3', (request, response) => {
      ranges.push(request.headers.range ?? 'all');
      response.writeHead(200, { 'content-length': SOUND.length, etag: '"1"' });
      response.write(SOUND.subarray(0, 100_000));
    });
    const articleId = anArticleWith(work.context.db, '/a.mp3');
    await work.api.fetchEnclosure(articleId, 0);
    const size = async (): Promise<number> => {
      const [part] = await files();
      return part === undefined ? 0 : (await stat(partPath(part))).size;
    };
    await expect.poll(size).toBe(100_000);
    await work.close();

    const rest = serveInParts('/a.mp3', 1_000_000);
    work = openWork(library.folder);
    await work.idle();
    expect(ranges).toEqual(['all']);
    expect(rest).toEqual(['bytes=100000-']);
    expect(first(articleId)).toMatchObject({ state: 'kept', hash: SOUND_HASH });
  });

  test.each([
    ['goes on from what it noted', (address: string) => noted(address, 1000), ['bytes=1000-']],
    ['comes anew where the note is of another file', () => noted('x', 1000), ['all']],
    ['comes anew where the note is damaged', () => '{"address"', ['all']],
    ['comes anew where nothing was noted', () => null, ['all']],
    ['comes anew where less is there than noted', (at: string) => noted(at, 9000), ['all']],
  ])('killed, %s', async (_what, note, expected) => {
    const ranges = serveInParts('/a.mp3', 1_000_000);
    const killed = await libraryFolder();
    const db = openLibrary(killed.folder);
    const articleId = anArticleWith(db, '/a.mp3');
    wantEnclosure(db, { articleId, ordinal: 0 });
    queueEnclosure({ ...work.context, db }, articleId, 0);
    closeLibrary(db);
    const parts = join(killed.folder, 'media', 'parts');
    await mkdir(parts, { recursive: true });
    await writeFile(join(parts, 'half'), SOUND.subarray(0, 5000));
    const beside = note(`${server.origin}/a.mp3`);
    if (beside !== null) await writeFile(join(parts, 'half.json'), beside);

    const engine = openEngine(killed.folder);
    await engine.idle();
    const [enclosure] = (await engine.whole(articleId)).enclosures;
    expect(enclosure).toMatchObject({ state: 'kept', hash: SOUND_HASH });
    expect(ranges).toEqual(expected);
    await expect.poll(() => readdir(parts).catch(() => [])).toEqual([]);
    await engine.close();
    await killed.remove();
  });

  test('closed in order, leaves no part, and the file waits for the next start', async () => {
    const answers = serveHalf('/a.mp3');
    const articleId = anArticleWith(work.context.db, '/a.mp3');
    await work.api.fetchEnclosure(articleId, 0);
    await expect.poll(() => answers.begun).toBe(1);
    await work.runner.close();
    expect(await files()).toEqual([]);
    expect(first(articleId)).toMatchObject({ state: 'waiting', failure: null });
    expect(work.jobs('enclosure')).toBe(1);
  });
});

describe('a kept file', () => {
  test('is there byte for byte, with the type and size that it has', async () => {
    serve('/a.mp3', SOUND, 'application/octet-stream');
    expect(await fetched('/a.mp3')).toMatchObject({
      state: 'kept',
      hash: SOUND_HASH,
      type: 'audio/mpeg',
      sizeBytes: SOUND.length,
      failure: null,
    });
    expect(await files()).toEqual([SOUND_HASH]);
    expect(await readFile(mediaPath(library.folder, SOUND_HASH))).toEqual(SOUND);
    work.context.changes.flush();
    expect(work.events).toContainEqual({ kind: 'articles', ids: [1] });
    expect(work.jobs('enclosure')).toBe(0);
  });

  test('is not fetched again when it is asked for again', async () => {
    serve('/a.mp3', SOUND);
    await fetched('/a.mp3');
    await work.api.fetchEnclosure(1, 0);
    await work.idle();
    expect(server.requests).toHaveLength(1);
  });

  test('is kept for another article with the same address, without asking for a day', async () => {
    serve('/a.mp3', SOUND);
    const { db } = work.context;
    const [a, b, c] = ['/x.mp3', '/y.mp3', '/z.mp3'].map((path) => {
      return anArticleWith(db, path, '/a.mp3');
    });
    for (const id of [a, b]) {
      await work.api.fetchEnclosure(id ?? 0, 1);
      await work.idle();
    }
    expect(server.requests).toHaveLength(1);
    expect(enclosuresOf(db, b ?? 0)[1]).toMatchObject({ state: 'kept', hash: SOUND_HASH });

    work.pass(25 * 60 * 60_000);
    await work.api.fetchEnclosure(c ?? 0, 1);
    await work.idle();
    expect(server.requests).toHaveLength(2);
  });

  test('goes when it is removed, and can be fetched again', async () => {
    serve('/a.mp3', SOUND);
    await fetched('/a.mp3');
    await work.api.removeEnclosure(1, 0);
    expect(first(1)).toMatchObject({ state: 'offered', hash: null });
    expect(await files()).toEqual([]);
    await work.api.fetchEnclosure(1, 0);
    await work.idle();
    expect(first(1)?.state).toBe('kept');
    expect(await files()).toEqual([SOUND_HASH]);
  });

  test('stays, removed from one article, while another has it', async () => {
    serve('/a.mp3', SOUND);
    serve('/b.mp3', SOUND);
    await fetched('/a.mp3');
    await fetched('/b.mp3');
    await work.api.removeEnclosure(1, 0);
    await expect.poll(files).toEqual([SOUND_HASH]);
    expect(first(2)?.state).toBe('kept');
    await work.api.removeEnclosure(2, 0);
    await expect.poll(files).toEqual([]);
  });

  test('goes with the feed of its article', async () => {
    serve('/a.mp3', SOUND);
    await fetched('/a.mp3');
    await work.api.unsubscribe(1);
    expect(await files()).toEqual([]);
    expect(mediaFile(work.context.db, SOUND_HASH)).toBeUndefined();
  });
});
