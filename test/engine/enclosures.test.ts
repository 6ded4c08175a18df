import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { enclosuresOf, keepEnclosures } from '../../db/enclosures.ts';
import { mediaFile, mediaPath } from '../../db/media.ts';
import { queueEnclosure } from '../../main/engine/jobs/enclosure.ts';
import { hashOf } from '../../main/engine/media-files.ts';
import { setEnclosureSite, SOUND, SOUND_HASH } from './enclosure-site.ts';

const site = setEnclosureSite();
const { anArticleWith, first, fetched, files, serve, serveHalf } = site;

describe('a file that cannot be had says why, leaves nothing, and can be asked for again', () => {
  test('one that is not in the library', () => {
    const message = 'file 3 of article 7: it is not in the library';
    expect(() => site.work.api.fetchEnclosure(7, 3)).toThrow(`enclosure: cannot fetch ${message}`);
    expect(() => site.work.api.removeEnclosure(7, 3)).toThrow(
      `enclosure: cannot remove ${message}`,
    );
  });

  test('one that the server does not have', async () => {
    expect(await fetched('/a.mp3')).toMatchObject({
      state: 'failed',
      hash: null,
      failure: { kind: 'http', message: expect.stringContaining('404') },
    });
    expect(site.work.jobs('enclosure')).toBe(0);
    expect(await files()).toEqual([]);

    serve('/a.mp3', SOUND);
    await site.work.api.fetchEnclosure(1, 0);
    await site.work.idle();
    expect(first(1)).toMatchObject({ state: 'kept', failure: null });
  });

  test('one that its article is tried again for', async () => {
    expect(await fetched('/a.mp3')).toMatchObject({ state: 'failed' });
    serve('/a.mp3', SOUND);
    await site.work.api.retry(1);
    await site.work.idle();
    expect(first(1)).toMatchObject({ state: 'kept', failure: null });
  });

  test('one that is cut off before the length the server gave', async () => {
    site.server.on('/a.mp3', (_request, response) => {
      response.writeHead(200, { 'content-length': SOUND.length });
      response.write(SOUND.subarray(0, 1000), () => response.destroy());
    });
    expect(await fetched('/a.mp3')).toMatchObject({
      state: 'failed',
      failure: { kind: 'network' },
    });
    expect(await files()).toEqual([]);
    // It may pass: it is tried again by itself.
    expect(site.work.jobs('enclosure')).toBe(1);
    serve('/a.mp3', SOUND);
    site.work.pass(60_000);
    await site.work.idle();
    expect(first(1)).toMatchObject({ state: 'kept', failure: null });
  });

  test('one that is larger than any disk of the kind a library is copied to takes', async () => {
    site.server.on('/a.mp3', (_request, response) => {
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
    const { db, fetcher } = site.work.context;
    const articleId = anArticleWith(db, '/a.mp3');
    site.work.context.fetcher = {
      ...fetcher,
      download: (address, options) => fetcher.download(address, { ...options, path: '/dev/full' }),
    };
    await site.work.api.fetchEnclosure(articleId, 0);
    await expect
      .poll(() => site.work.events.filter(({ kind }) => kind === 'problem'))
      .toMatchObject([{ failure: { kind: 'disk-full' } }]);
    expect(first(articleId)).toMatchObject({ state: 'waiting', failure: null });

    site.work.context.fetcher = fetcher;
    site.work.pass(31_000);
    await expect.poll(() => first(articleId)?.state).toBe('kept');
  });
});

describe('a file that is taken back while it comes', () => {
  test('is offered again, leaves nothing, and its connection is closed', async () => {
    const answers = serveHalf('/a.mp3');
    const articleId = anArticleWith(site.work.context.db, '/a.mp3');
    await site.work.api.fetchEnclosure(articleId, 0);
    await expect.poll(files).toHaveLength(1);
    expect(first(articleId)?.state).toBe('waiting');

    await site.work.api.removeEnclosure(articleId, 0);
    expect(first(articleId)?.state).toBe('offered');
    expect(site.work.jobs('enclosure')).toBe(0);
    await expect.poll(() => answers.closed).toBe(1);
    await expect.poll(files).toEqual([]);
    expect(first(articleId)).toMatchObject({ state: 'offered', failure: null });
  });

  test('and wanted again at once, is fetched once more', async () => {
    const answers = serveHalf('/a.mp3');
    const articleId = anArticleWith(site.work.context.db, '/a.mp3');
    await site.work.api.fetchEnclosure(articleId, 0);
    await expect.poll(() => answers.begun).toBe(1);
    serve('/a.mp3', SOUND);
    await site.work.api.removeEnclosure(articleId, 0);
    await site.work.api.fetchEnclosure(articleId, 0);
    await expect.poll(() => first(articleId)?.state).toBe('kept');
    await expect.poll(files).toEqual([SOUND_HASH]);
  });

  test('at its very end, is not kept', async () => {
    serve('/a.mp3', SOUND);
    const { db, fetcher } = site.work.context;
    const articleId = anArticleWith(db, '/a.mp3');
    site.work.context.fetcher = {
      ...fetcher,
      async download(address, options) {
        const downloaded = await fetcher.download(address, options);
        await site.work.api.removeEnclosure(articleId, 0);
        return downloaded;
      },
    };
    await site.work.api.fetchEnclosure(articleId, 0);
    await expect.poll(() => site.server.requests.length).toBe(1);
    await expect.poll(() => first(articleId)?.state).toBe('offered');
    await site.work.runner.close();
    expect(mediaFile(db, SOUND_HASH)).toBeUndefined();
    expect(await files()).toEqual([]);
  });

  test('never becomes the file of another address that came into its place', async () => {
    const other = Buffer.from('%PDF-1.7 the minutes of a meeting');
    serve('/a.mp3', SOUND);
    serve('/b.pdf', other);
    const { db, fetcher } = site.work.context;
    const articleId = anArticleWith(db, '/a.mp3');
    site.work.context.fetcher = {
      ...fetcher,
      async download(address, options) {
        const downloaded = await fetcher.download(address, options);
        if (!address.endsWith('/a.mp3')) return downloaded;
        await site.work.api.removeEnclosure(articleId, 0);
        const given = { type: null, title: null, sizeBytes: null, durationSeconds: null };
        keepEnclosures(db, articleId, [{ ...given, address: `${site.server.origin}/b.pdf` }], true);
        queueEnclosure(site.work.context, articleId, 0);
        return downloaded;
      },
    };
    await site.work.api.fetchEnclosure(articleId, 0);
    await expect.poll(() => first(articleId)?.address).toBe(`${site.server.origin}/b.pdf`);
    await site.work.idle();
    expect(first(articleId)).toMatchObject({ state: 'kept', hash: hashOf(other) });
    expect(await files()).toEqual([hashOf(other)]);
  });

  test('with its feed, leaves nothing', async () => {
    const answers = serveHalf('/a.mp3');
    const articleId = anArticleWith(site.work.context.db, '/a.mp3');
    await site.work.api.fetchEnclosure(articleId, 0);
    await expect.poll(() => answers.begun).toBe(1);
    await site.work.api.unsubscribe(1);
    await expect.poll(() => answers.closed).toBe(1);
    await expect.poll(files).toEqual([]);
    expect(site.work.jobs('enclosure')).toBe(0);
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
    expect(await readFile(mediaPath(site.library.folder, SOUND_HASH))).toEqual(SOUND);
    site.work.context.changes.flush();
    expect(site.work.events).toContainEqual({ kind: 'articles', ids: [1] });
    expect(site.work.jobs('enclosure')).toBe(0);
  });

  test('is not fetched again when it is asked for again', async () => {
    serve('/a.mp3', SOUND);
    await fetched('/a.mp3');
    await site.work.api.fetchEnclosure(1, 0);
    await site.work.idle();
    expect(site.server.requests).toHaveLength(1);
  });

  test('is kept for another article with the same address, without asking for a day', async () => {
    serve('/a.mp3', SOUND);
    const { db } = site.work.context;
    const [a, b, c] = ['/x.mp3', '/y.mp3', '/z.mp3'].map((path) => {
      return anArticleWith(db, path, '/a.mp3');
    });
    for (const id of [a, b]) {
      await site.work.api.fetchEnclosure(id ?? 0, 1);
      await site.work.idle();
    }
    expect(site.server.requests).toHaveLength(1);
    expect(enclosuresOf(db, b ?? 0)[1]).toMatchObject({ state: 'kept', hash: SOUND_HASH });

    site.work.pass(25 * 60 * 60_000);
    await site.work.api.fetchEnclosure(c ?? 0, 1);
    await site.work.idle();
    expect(site.server.requests).toHaveLength(2);
  });

  test('goes when it is removed, and can be fetched again', async () => {
    serve('/a.mp3', SOUND);
    await fetched('/a.mp3');
    await site.work.api.removeEnclosure(1, 0);
    expect(first(1)).toMatchObject({ state: 'offered', hash: null });
    expect(await files()).toEqual([]);
    await site.work.api.fetchEnclosure(1, 0);
    await site.work.idle();
    expect(first(1)?.state).toBe('kept');
    expect(await files()).toEqual([SOUND_HASH]);
  });

  test('stays, removed from one article, while another has it', async () => {
    serve('/a.mp3', SOUND);
    serve('/b.mp3', SOUND);
    await fetched('/a.mp3');
    await fetched('/b.mp3');
    await site.work.api.removeEnclosure(1, 0);
    await expect.poll(files).toEqual([SOUND_HASH]);
    expect(first(2)?.state).toBe('kept');
    await site.work.api.removeEnclosure(2, 0);
    await expect.poll(files).toEqual([]);
  });

  test('goes with the feed of its article', async () => {
    serve('/a.mp3', SOUND);
    await fetched('/a.mp3');
    await site.work.api.unsubscribe(1);
    expect(await files()).toEqual([]);
    expect(mediaFile(site.work.context.db, SOUND_HASH)).toBeUndefined();
  });
});
