import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { contradictionsOf } from '../../db/consistency.ts';
import { libraryFolder } from '../open-engine.ts';
import { newWork, openWork, type Work } from '../open-work.ts';
import { bring, endOf, pieceOf, type BroughtFile } from './bring.ts';
import { aPage, aPng } from './pages.ts';

const SECONDS = 60_000;

function manyPages(count: number): BroughtFile[] {
  return Array.from({ length: count }, (_, at) => ({
    path: `pages/${at}.html`,
    content: aPage(`Page ${at}`),
  }));
}

function titles({ context }: Work): string[] {
  return context.db.prepare<[], string>('SELECT title FROM articles ORDER BY title').pluck().all();
}

const expected = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `Page ${at}`).toSorted();

test(
  'a process that is killed goes on where it was, and takes nothing twice',
  async () => {
    const { folder, remove } = await libraryFolder();
    const child = fork(fileURLToPath(new URL('importer.ts', import.meta.url)), [folder, '120']);
    const [kept] = await once(child, 'message');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(kept).toBeLessThan(120);

    const work = openWork(folder);
    const [{ id } = { id: 0 }] = await work.api.imports();
    const { state, report, filesDone } = await endOf(work.api, id);
    expect({ state, filesDone }).toEqual({ state: 'done', filesDone: 120 });
    expect(report).toMatchObject({ articleCount: 120, present: 0, refused: [] });
    expect(titles(work)).toEqual(expected(120));
    expect(contradictionsOf(work.context.db)).toEqual([]);
    await work.close();
    await remove();
  },
  SECONDS,
);

test(
  'an import that is stopped keeps what it has, and goes on with the rest',
  async () => {
    const work = await newWork();
    const id = await work.api.startImport();
    await work.api.addToImport(id, manyPages(80).map(pieceOf));
    await work.api.runImport(id);
    await expect.poll(async () => (await work.api.imports())[0]?.filesDone ?? 0).toBeGreaterThan(5);
    const stopped = await work.api.stopImport(id);
    expect(stopped).toMatchObject({ state: 'stopped', failure: null });
    expect(stopped.filesDone).toBeLessThan(80);
    expect(titles(work)).toHaveLength(stopped.filesDone);

    await work.api.runImport(id);
    expect((await endOf(work.api, id)).report).toMatchObject({ articleCount: 80, present: 0 });
    expect(titles(work)).toEqual(expected(80));
    await work.close();
  },
  SECONDS,
);

test(
  'a disk that fills up stops it with a word, nothing is half there, and it goes on later',
  async () => {
    const work = await newWork();
    const { db } = work.context;
    const id = await work.api.startImport();
    const report = (at: number): BroughtFile[] => [
      {
        path: `${at}.html`,
        content: aPage(`Page ${at}`, `<img src="${at}_files/a.png" width="640" height="480">`),
      },
      { path: `${at}_files/a.png`, content: aPng(640 + at, 480) },
    ];
    const files = Array.from({ length: 60 }, (_, at) => report(at)).flat();
    await work.api.addToImport(id, files.map(pieceOf));
    const pages = Number(db.pragma('page_count', { simple: true }));
    db.pragma(`max_page_count = ${pages + 20}`);
    await work.api.runImport(id);
    const stopped = await endOf(work.api, id);
    expect(stopped).toMatchObject({ state: 'stopped', failure: { kind: 'disk-full' } });
    expect(stopped.filesDone).toBeLessThan(120);
    expect(contradictionsOf(db)).toEqual([]);
    const whole = db
      .prepare('SELECT count(*) FROM articles WHERE pictures_kept = 1 AND version_id IS NOT NULL')
      .pluck()
      .get();
    expect(whole).toBe(stopped.report.articleCount);
    expect(titles(work)).toHaveLength(stopped.report.articleCount);

    db.pragma('max_page_count = 1073741823');
    await work.api.runImport(id);
    expect((await endOf(work.api, id)).report).toMatchObject({ articleCount: 60, refused: [] });
    expect(titles(work)).toEqual(expected(60));
    await work.close();
  },
  SECONDS,
);

test('an import that is dropped in the middle leaves no file behind', async () => {
  const work = await newWork();
  const id = await work.api.startImport();
  await work.api.addToImport(id, manyPages(40).map(pieceOf));
  await work.api.runImport(id);
  await work.api.dropImport(id);
  expect(await work.api.imports()).toEqual([]);
  expect(readdirSync(join(work.context.folder, 'imports'))).toEqual([]);
  await work.close();
});

test('what a window that is gone had begun to hand over is gone at the next start', async () => {
  const { folder, remove } = await libraryFolder();
  const before = openWork(folder);
  await before.api.addToImport(await before.api.startImport(), manyPages(3).map(pieceOf));
  await before.close();
  const after = openWork(folder);
  expect(await after.api.imports()).toEqual([]);
  expect(readdirSync(join(folder, 'imports'))).toEqual([]);
  await after.close();
  await remove();
});

test(
  'ten thousand files in one drop are taken, or told why not',
  async () => {
    const work = await newWork();
    const files = Array.from({ length: 10_000 }, (_, at) =>
      at % 100 === 0
        ? { path: `drop/${at}.html`, content: aPage('The ferry', `<p>This is part ${at}.</p>`) }
        : { path: `drop/${at}.bin`, content: Buffer.from([0, at % 256, 1, 2]) },
    );
    const { report, filesDone } = await bring(work.api, files);
    expect(filesDone).toBe(10_000);
    expect(report).toMatchObject({ articleCount: 100, refusedCount: 9_900 });
    expect(report.refused).toHaveLength(200);
    await work.close();
  },
  SECONDS,
);
