import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { Enclosure } from '../../contract/types.ts';
import { keepEntry } from '../../db/articles.ts';
import { enclosuresOf, keepEnclosures } from '../../db/enclosures.ts';
import { addFeed } from '../../db/feeds.ts';
import type { Db } from '../../db/open.ts';
import { hashOf } from '../../main/engine/media-files.ts';
import { startServer, type TestServer } from './fetch/server.ts';
import { libraryFolder } from './open-engine.ts';
import { openWork, type Work } from './open-work.ts';

/** A sound by its first bytes, and as long as a few pieces of the wire. */
export const SOUND = Buffer.concat([Buffer.from('ID3\x04'), Buffer.alloc(300_000, 'la')]);
export const SOUND_HASH = hashOf(SOUND);

/** A server with files, a library, and the engine on it; fresh for each test. */
export interface EnclosureSite {
  readonly server: TestServer;
  readonly library: Awaited<ReturnType<typeof libraryFolder>>;
  /** To be set where a test opens the library anew. */
  work: Work;
  anArticleWith: (db: Db, ...paths: string[]) => number;
  first: (articleId: number) => Enclosure | undefined;
  fetched: (path: string) => Promise<Enclosure | undefined>;
  files: () => Promise<string[]>;
  partPath: (name: string) => string;
  noted: (address: string, bytes: number) => string;
  serve: (path: string, body: Buffer | string, type?: string) => void;
  serveHalf: (path: string) => { begun: number; closed: number };
  serveInParts: (path: string, most: number, etag?: string, sound?: Buffer) => string[];
}

/** Sets it up for the tests of a file. */
export function setEnclosureSite(): EnclosureSite {
  let server: TestServer | undefined;
  let library: EnclosureSite['library'] | undefined;
  let work: Work | undefined;

  beforeEach(async () => {
    server = await startServer();
    library = await libraryFolder();
    work = openWork(library.folder);
  });
  afterEach(async () => {
    await work?.close();
    await server?.close();
    await library?.remove();
  });

  /** An article of a feed on the test's server, with a file offered at each path. */
  function anArticleWith(db: Db, ...paths: string[]): number {
    const name = paths.join();
    const feedId = addFeed(db, {
      address: `${site.server.origin}/feed-of-${name}`,
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
        address: site.server.origin + path,
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
    return enclosuresOf(site.work.context.db, articleId)[0];
  }

  async function fetched(path: string): Promise<Enclosure | undefined> {
    const articleId = anArticleWith(site.work.context.db, path);
    await site.work.api.fetchEnclosure(articleId, 0);
    await site.work.idle();
    return first(articleId);
  }

  /** What lies below `media/`, without the folders. */
  async function files(): Promise<string[]> {
    const entries = await readdir(join(site.library.folder, 'media'), {
      recursive: true,
      withFileTypes: true,
    }).catch(() => []);
    return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  }

  function partPath(name: string): string {
    return join(site.library.folder, 'media', 'parts', name);
  }

  /** What stands beside a part of which so many bytes are surely there. */
  function noted(address: string, bytes: number): string {
    return JSON.stringify({ address, ifRange: '"1"', bytes });
  }

  function serve(path: string, body: Buffer | string, type = 'audio/mpeg'): void {
    site.server.on(path, (_request, response) => {
      response.writeHead(200, { 'content-type': type }).end(body);
    });
  }

  /** Serves the beginning of a sound and then nothing; counts its answers and closed connections. */
  function serveHalf(path: string): { begun: number; closed: number } {
    const answers = { begun: 0, closed: 0 };
    site.server.on(path, (_request, response) => {
      response.writeHead(200, { 'content-length': SOUND.length });
      response.write(SOUND.subarray(0, 100_000));
      response.on('close', () => (answers.closed += 1));
      answers.begun += 1;
    });
    return answers;
  }

  /** Serves a sound that can be had in parts, and of it only so much at once; tells what was asked. */
  function serveInParts(path: string, most: number, etag = '"1"', sound: Buffer = SOUND): string[] {
    const ranges: string[] = [];
    site.server.on(path, (request, response) => {
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

  const site: EnclosureSite = {
    get server() {
      return set(server);
    },
    get library() {
      return set(library);
    },
    get work() {
      return set(work);
    },
    set work(opened) {
      work = opened;
    },
    anArticleWith,
    first,
    fetched,
    files,
    partPath,
    noted,
    serve,
    serveHalf,
    serveInParts,
  };
  return site;
}

function set<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the site is set only while a test runs');
  return value;
}
