import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Import, Restoring } from '../../../contract/imports.ts';
import { checkBackup } from '../../../main/engine/import/check-backup.ts';
import { temporaryFolder } from '../../db/library.ts';
import { contradictionsOf } from '../../db/consistency.ts';
import { aBackup, aLibrary, closeThread, keepFile, manyArticles } from '../backed-up.ts';
import { newWork, type Work } from '../open-work.ts';
import { endOf } from './bring.ts';

afterAll(closeThread);

/** A backup of a hundred articles, with a file of a few megabytes. */
async function aLargeBackup(): Promise<string> {
  const from = aLibrary();
  manyArticles(from, 100);
  const sha256 = keepFile(from.folder, 'la'.repeat(2_000_000));
  from.db.prepare(`INSERT INTO media VALUES (?, 'audio/mpeg', 0, 0, 4000000, 1)`).run(sha256);
  return await aBackup(from);
}

/** Hands a backup over as a window does, and begins to take it. */
async function begin({ api }: Work, backup: string): Promise<number> {
  const id = await api.startImport();
  const bytes = readFileSync(backup);
  const piece = { path: 'my.carrel-backup.tar', sizeBytes: bytes.byteLength, modifiedAt: null };
  await api.addToImport(id, [{ ...piece, offset: 0, bytes }]);
  await api.runImport(id);
  return id;
}

async function currentOf({ api }: Work): Promise<Import> {
  const [current] = await api.imports();
  if (current === undefined) throw new Error('there is no import');
  return current;
}

const titlesIn = ({ context }: Work): number =>
  context.db.prepare<[], number>('SELECT count(*) FROM articles').pluck().get() ?? 0;

test('a restore that is stopped while it is checked leaves nothing, and is checked anew', async () => {
  const work = await newWork();
  const id = await begin(work, await aLargeBackup());
  await expect
    .poll(async () => (await currentOf(work)).restoring?.step, { interval: 1 })
    .toBe('checked');
  expect(await work.api.stopImport(id)).toMatchObject({ state: 'stopped', failure: null });
  expect(await currentOf(work)).toMatchObject({ restoring: null });
  expect(titlesIn(work)).toBe(0);
  expect(readdirSync(join(work.context.folder, 'imports'))).toEqual([String(id)]);
  await work.api.runImport(id);
  expect((await endOf(work.api, id)).report).toMatchObject({ articleCount: 100, refused: [] });
  await work.close();
});

test('a restore that is stopped among its articles keeps those, and goes on with the rest', async () => {
  const work = await newWork();
  const { changes } = work.context;
  const told = changes.articles.bind(changes);
  let seen: Import | undefined;
  let stopped: Promise<Import> | undefined;
  changes.articles = (ids) => {
    told(ids);
    // Told of a moment later: by then it is stopping.
    stopped ??= currentOf(work).then((current) => {
      seen = current;
      return work.api.stopImport(current.id);
    });
  };
  const id = await begin(work, await aLargeBackup());
  await expect.poll(() => stopped !== undefined).toBe(true);
  expect(await stopped).toMatchObject({ state: 'stopped', failure: null, restoring: null });
  expect(seen?.restoring).toMatchObject({ step: 'articles', done: 24, of: 100 });
  const kept = titlesIn(work);
  expect(kept).toBeGreaterThan(0);
  expect(kept).toBeLessThan(100);
  await work.api.runImport(id);
  expect(await endOf(work.api, id)).toMatchObject({
    state: 'done',
    restoring: null,
    report: { articleCount: 100 - kept, present: kept, refused: [] },
  });
  expect(contradictionsOf(work.context.db)).toEqual([]);
  await work.close();
});

test('a restore says how much is checked, gone through for files, and how many articles are kept', async () => {
  const backup = await aLargeBackup();
  const size = statSync(backup).size;
  const told: (Restoring | null)[] = [];
  await aLibrary().restore(backup, undefined, (far) => void told.push(far));
  expect(told.pop()).toBeNull();
  const steps = Map.groupBy(told, (far) => far?.step);
  expect([...steps.keys()]).toEqual(['checked', 'files', 'articles']);
  for (const [step, ofStep] of steps) {
    const done = ofStep.map((far) => far?.done ?? 0);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
    expect(ofStep.at(-1)?.of).toBe(step === 'articles' ? 100 : size);
  }
  const files = steps.get('files') ?? [];
  expect(files.some((far) => (far?.done ?? 0) > size / 4 && (far?.done ?? 0) < size / 2)).toBe(
    true,
  );
  expect(files.at(-1)?.done).toBeGreaterThan(size * 0.99);
  const articles = new Set(steps.get('articles')?.map((far) => far?.done));
  expect([...articles]).toEqual([24, 48, 72, 96, 100]);
});

test('what the other thread has read is seen in this one', async () => {
  const path = await aLargeBackup();
  const bytesRead = new BigInt64Array(new SharedArrayBuffer(8));
  await checkBackup({ path, name: 'my.tar', folder: temporaryFolder(), bytesRead });
  expect(Number(bytesRead[0])).toBeGreaterThan(statSync(path).size * 0.99);
});
