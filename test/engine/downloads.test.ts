import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { awaitedAddresses, wantEnclosure } from '../../db/enclosures.ts';
import { closeLibrary, openLibrary } from '../../db/open.ts';
import { openDownload, removeLeftParts } from '../../main/engine/downloads.ts';
import { queueEnclosure } from '../../main/engine/jobs/enclosure.ts';
import { setEnclosureSite, SOUND, SOUND_HASH } from './enclosure-site.ts';
import { libraryFolder, openEngine } from './open-engine.ts';
import { openWork } from './open-work.ts';

const site = setEnclosureSite();
const { anArticleWith, first, fetched, files, partPath, noted, serveHalf, serveInParts } = site;

describe('a file whose server can send the rest of it', () => {
  test('goes on where its connection was cut, as often as it is', async () => {
    const ranges = serveInParts('/a.mp3', 120_000);
    const enclosure = await fetched('/a.mp3');
    expect(enclosure).toMatchObject({ state: 'failed', failure: { kind: 'network' } });
    for (let time = 0; time < 2; time += 1) {
      site.work.pass(10 * 60_000);
      await site.work.idle();
    }
    expect(first(1)).toMatchObject({ state: 'kept', hash: SOUND_HASH });
    expect(ranges).toEqual(['all', 'bytes=120000-', 'bytes=240000-']);
    expect(await files()).toEqual([SOUND_HASH]);
  });

  test('comes anew where it is another one by now', async () => {
    serveInParts('/a.mp3', 120_000, '"1"', Buffer.alloc(400_000, 'old'));
    await fetched('/a.mp3');
    serveInParts('/a.mp3', 1_000_000, '"2"');
    site.work.pass(10 * 60_000);
    await site.work.idle();
    expect(first(1)).toMatchObject({ state: 'kept', hash: SOUND_HASH });
    expect(await files()).toEqual([SOUND_HASH]);
  });

  test('leaves nothing when it is not wanted any more', async () => {
    serveInParts('/a.mp3', 120_000);
    await fetched('/a.mp3');
    expect(await files()).toHaveLength(2);
    await site.work.api.removeEnclosure(1, 0);
    await site.work.close();
    site.work = openWork(site.library.folder);
    removeLeftParts(site.library.folder, awaitedAddresses(site.work.context.db));
    expect(await files()).toEqual([]);
  });

  test('goes on once, where two articles want the same file', async () => {
    serveInParts('/a.mp3', 120_000);
    await fetched('/a.mp3');
    const open = () => openDownload(site.library.folder, `${site.server.origin}/a.mp3`);
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
    site.server.on('/a.mp3', (request, response) => {
      ranges.push(request.headers.range ?? 'all');
      response.writeHead(200, { 'content-length': SOUND.length, etag: '"1"' });
      response.write(SOUND.subarray(0, 100_000));
    });
    const articleId = anArticleWith(site.work.context.db, '/a.mp3');
    await site.work.api.fetchEnclosure(articleId, 0);
    const size = async (): Promise<number> => {
      const [part] = await files();
      return part === undefined ? 0 : (await stat(partPath(part))).size;
    };
    await expect.poll(size).toBe(100_000);
    await site.work.close();

    const rest = serveInParts('/a.mp3', 1_000_000);
    site.work = openWork(site.library.folder);
    await site.work.idle();
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
    queueEnclosure({ ...site.work.context, db }, articleId, 0);
    closeLibrary(db);
    const parts = join(killed.folder, 'media', 'parts');
    await mkdir(parts, { recursive: true });
    await writeFile(join(parts, 'half'), SOUND.subarray(0, 5000));
    const beside = note(`${site.server.origin}/a.mp3`);
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
    const articleId = anArticleWith(site.work.context.db, '/a.mp3');
    await site.work.api.fetchEnclosure(articleId, 0);
    await expect.poll(() => answers.begun).toBe(1);
    await site.work.runner.close();
    expect(await files()).toEqual([]);
    expect(first(articleId)).toMatchObject({ state: 'waiting', failure: null });
    expect(site.work.jobs('enclosure')).toBe(1);
  });
});
