import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { closeLibrary, openLibrary } from '../../db/open.ts';
import { contradictionsOf } from '../db/consistency.ts';
import { startNewsroom, type Newsroom } from '../newsroom/server.ts';
import { libraryFolder, openEngine, type TestEngine } from './open-engine.ts';

let newsroom: Newsroom;
let engine: TestEngine;
let remove: () => Promise<void>;

beforeEach(async () => {
  const made = await libraryFolder();
  ({ remove } = made);
  newsroom = await startNewsroom();
  engine = openEngine(made.folder);
});
afterEach(async () => {
  await engine.close();
  await newsroom.close();
  await remove();
});

test('what is fetched while the library is moved is there afterwards, and the rest goes on', async () => {
  const { folder } = engine;
  const to = `${folder}-moved`;
  onTestFinished(() => rmSync(to, { recursive: true, force: true }));
  for (const { address } of newsroom.feeds) await engine.api.subscribe(address);
  // In the middle: some pictures are kept, and others are on their way.
  await expect.poll(async () => (await engine.api.progress()).pictures.done).toBeGreaterThan(5);
  const before = (await engine.all()).map(({ id, title }) => ({ id, title }));
  await engine.api.moveLibrary(to);
  await engine.moved;
  await engine.close();

  engine = openEngine(folder);
  expect(await engine.api.library()).toMatchObject({ folder: to });
  await engine.idle();
  const after = await engine.all();
  expect(after.map(({ id, title }) => ({ id, title }))).toEqual(expect.arrayContaining(before));
  expect(
    after.filter(({ text, pictures }) => text !== 'kept' || pictures.kept !== pictures.of),
  ).toEqual([]);
  await expect.poll(() => engine.api.libraryMove()).toMatchObject({ state: 'done', from: folder });
  expect(existsSync(join(folder, 'media'))).toBe(false);
  await engine.close();
  const db = openLibrary(to);
  expect(contradictionsOf(db)).toEqual([]);
  closeLibrary(db);
  engine = openEngine(folder);
});

test('a backup is not begun in the middle of a move, nor a move in that of a backup', async () => {
  const to = `${engine.folder}-moved`;
  onTestFinished(() => rmSync(to, { recursive: true, force: true }));
  await engine.api.backUp();
  await expect(async () => engine.api.moveLibrary(to)).rejects.toThrow('a backup is being made');
  await engine.api.dropBackup();
  await engine.api.moveLibrary(to);
  await expect(async () => engine.api.backUp()).rejects.toThrow('the library is being moved');
  await engine.api.stopMove();
});
