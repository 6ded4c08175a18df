import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { getArticle } from '../../db/articles.ts';
import { getCapture } from '../../db/captures.ts';
import { closeLibrary, openLibrary } from '../../db/open.ts';
import { contradictionsOf } from './consistency.ts';
import { temporaryFolder } from './library.ts';

const WRITER = fileURLToPath(new URL('writer.ts', import.meta.url));

/** Runs the writer until it has kept as many articles, kills it, and gives the ids it told. */
async function killedAfter(folder: string, articles: number): Promise<number[]> {
  const writer = spawn(process.execPath, [WRITER, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let told = '';
  writer.stdout.setEncoding('utf8').on('data', (part: string) => {
    told += part;
    if (told.split('\n').length > articles) writer.kill('SIGKILL');
  });
  await once(writer, 'close');
  expect(writer.signalCode).toBe('SIGKILL');
  return told.split('\n').slice(0, -1).map(Number);
}

test('has everything that was told to be kept when its process was killed', async () => {
  const folder = temporaryFolder();
  const kept: number[] = [];
  for (const articles of [1, 40, 150]) {
    kept.push(...(await killedAfter(folder, articles)));
    const db = openLibrary(folder);
    try {
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
      expect(contradictionsOf(db)).toEqual([]);
      for (const id of kept) expect(getArticle(db, id)?.html).toContain('Article');
      const captures = db.prepare<unknown[], number>('SELECT id FROM captures').pluck().all();
      for (const id of captures) expect(getCapture(db, id)).toBeDefined();
      // What belongs together was kept together.
      const articlesKept = db.prepare('SELECT count(*) FROM articles').pluck().get();
      expect(articlesKept).toBeGreaterThanOrEqual(kept.length);
      for (const table of ['captures', 'versions', 'jobs']) {
        expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(articlesKept);
      }
    } finally {
      closeLibrary(db);
    }
  }
});
