import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { mediaPath } from '../../db/media.ts';
import { removeLeftParts } from '../../main/engine/downloads.ts';
import { hashOf, linkMediaFile, writeMediaFile } from '../../main/engine/media-files.ts';

const bytes = new TextEncoder().encode('the bytes of a picture');
const hash = createHash('sha256').update(bytes).digest('hex');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'carrel-media-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

test('fails where the folder cannot be written, and leaves no part behind', async () => {
  await writeFile(join(folder, 'media'), 'a file where the folder should be');
  await expect(writeMediaFile(folder, hash, bytes)).rejects.toThrow(/EEXIST|ENOTDIR/);
  expect(await readdir(folder)).toEqual(['media']);
});

test('names a file by its SHA-256 and leaves nothing else', async () => {
  expect(hashOf(bytes)).toBe(hash);
  await writeMediaFile(folder, hash, bytes);
  const path = mediaPath(folder, hash);
  expect(new Uint8Array(await readFile(path))).toEqual(bytes);
  expect(await readdir(dirname(path))).toHaveLength(1);
});

test('keeps the same bytes once, also when written side by side', async () => {
  await Promise.all([1, 2, 3, 4].map(() => writeMediaFile(folder, hash, bytes)));
  expect(await readdir(dirname(mediaPath(folder, hash)))).toHaveLength(1);
});

test('is one with a file that holds the same bytes, and stays when that goes', async () => {
  const from = join(folder, 'brought');
  await writeFile(from, bytes);
  await linkMediaFile(folder, hash, { path: from, bytes });
  const path = mediaPath(folder, hash);
  expect((await stat(path)).ino).toBe((await stat(from)).ino);
  await rm(from);
  expect(new Uint8Array(await readFile(path))).toEqual(bytes);
  expect(await readdir(join(folder, 'media', 'parts'))).toEqual([]);
});

test('writes the bytes where the file cannot be linked', async () => {
  await linkMediaFile(folder, hash, { path: join(folder, 'gone'), bytes });
  expect(new Uint8Array(await readFile(mediaPath(folder, hash)))).toEqual(bytes);
  expect(await readdir(join(folder, 'media', 'parts'))).toEqual([]);
});

test('mends a file that was cut short', async () => {
  await writeMediaFile(folder, hash, bytes);
  await truncate(mediaPath(folder, hash), 3);
  await writeMediaFile(folder, hash, bytes);
  expect(new Uint8Array(await readFile(mediaPath(folder, hash)))).toEqual(bytes);
});

test('removes what a killed process left half-written, and nothing else', async () => {
  await writeMediaFile(folder, hash, bytes);
  const parts = join(folder, 'media', 'parts');
  await writeFile(join(parts, 'half'), bytes.subarray(0, 5));
  removeLeftParts(folder, new Set());
  expect(await readdir(join(folder, 'media'))).toEqual([hash.slice(0, 2)]);
  expect(new Uint8Array(await readFile(mediaPath(folder, hash)))).toEqual(bytes);
});
