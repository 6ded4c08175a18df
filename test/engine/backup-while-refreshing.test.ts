import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { addFeed } from '../../db/feeds.ts';
import { mediaPath } from '../../db/media.ts';
import { createFetcher } from '../../main/engine/fetch/fetcher.ts';
import { hashOf } from '../../main/engine/media-files.ts';
import { createRunner } from '../../main/engine/runner.ts';
import { contradictionsOf } from '../db/consistency.ts';
import { startNewsroom } from '../newsroom/server.ts';
import { aLibrary, closeThread, thread } from './backed-up.ts';

afterAll(closeThread);

test('a backup that is made while feeds are refreshed is whole', async () => {
  const newsroom = await startNewsroom();
  const library = aLibrary();
  const { db, context, backups } = library;
  const fetcher = createFetcher({ version: '0.0.0-test' });
  Object.assign(context, { fetcher, workers: thread(), now: Date.now });
  for (const { address, title } of newsroom.feeds) {
    addFeed(db, { address, title, siteAddress: null, folderId: null, textFrom: 'page', now: 0 });
  }
  const runner = createRunner(context, () => undefined);
  try {
    const count = (table: string): unknown =>
      db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
    await expect.poll(() => count('media'), { timeout: 20_000 }).toBeGreaterThan(3);
    const { name } = backups.begin();
    const before = count('media');
    await expect.poll(() => backups.state()?.state, { timeout: 20_000, interval: 5 }).toBe('done');
    // It is of a moment in the middle.
    expect(runner.progress().running).toBe(true);
    await runner.close();
    const to = aLibrary();
    await to.restore(backups.file(name)?.path ?? '');
    expect(contradictionsOf(to.db)).toEqual([]);
    const files = to.db.prepare<[], string>('SELECT sha256 FROM media').pluck().all();
    expect(files.length).toBeGreaterThanOrEqual(Number(before));
    for (const hash of files) {
      expect(hashOf(readFileSync(mediaPath(to.folder, hash)))).toBe(hash);
    }
  } finally {
    await runner.close();
    await Promise.all([fetcher.close(), newsroom.close()]);
  }
}, 60_000);
