import { beforeEach, describe, expect, test } from 'vitest';
import { handOver } from '../../../renderer/bring/hand-over.ts';
import { speak } from '../../../renderer/words/speak.ts';
import { FakeCarrel } from '../fake-carrel.ts';

const MB = 1024 * 1024;

let fake: FakeCarrel;
beforeEach(async () => {
  fake = new FakeCarrel();
  Object.defineProperty(window, 'carrel', { value: fake, configurable: true });
  await speak('en');
});

/** A file that somebody writes while it is read: from a place on, the browser refuses to read it. */
function changing(name: string, sizeBytes: number, from: number): File {
  const file = new File([new Uint8Array(sizeBytes)], name);
  const slice = file.slice.bind(file);
  file.slice = (start = 0, end = sizeBytes) => {
    const part = slice(start, end);
    if (end > from) {
      part.arrayBuffer = () =>
        Promise.reject(new DOMException('The file could not be read', 'NotReadableError'));
    }
    return part;
  };
  return file;
}

/** One that is shorter than it was when it was chosen. */
function shrunk(name: string, sizeBytes: number): File {
  const file = new File([new Uint8Array(sizeBytes)], name);
  file.slice = () => new Blob([]);
  return file;
}

async function hand(...files: File[]): Promise<string[]> {
  const id = await fake.startImport();
  const brought = files.map((file) => ({ path: file.name, file }));
  return await handOver(id, brought, () => undefined, new AbortController().signal);
}

/** What was handed over of each file, in bytes. */
function handed(): Record<string, number> {
  const bytes: Record<string, number> = {};
  for (const [method, , pieces] of fake.calls) {
    if (method !== 'addToImport' || !Array.isArray(pieces)) continue;
    for (const { path, bytes: part } of pieces) {
      bytes[path] = (bytes[path] ?? 0) + part.byteLength;
    }
  }
  return bytes;
}

describe('a file that changes while it is read', () => {
  test('is told by name, and the others are handed over', async () => {
    const told = await hand(
      new File(['one'], 'one.txt'),
      changing('page.html', 100, 0),
      new File(['two'], 'two.txt'),
    );
    expect(told).toEqual([
      'import: cannot read page.html: it was changed, moved or removed, or its folder cannot be read',
    ]);
    expect(handed()).toEqual({ 'one.txt': 3, 'two.txt': 3 });
  });

  test('in its middle leaves what was read of it incomplete, for the engine to refuse', async () => {
    const told = await hand(changing('large.warc', 10 * MB, 6 * MB), new File(['two'], 'two.txt'));
    expect(told).toHaveLength(1);
    expect(handed()).toEqual({ 'large.warc': 4 * MB, 'two.txt': 3 });
  });

  test('and is shorter by then does not go on for ever', async () => {
    const told = await hand(shrunk('page.html', 100), new File(['two'], 'two.txt'));
    expect(told).toHaveLength(1);
    expect(handed()).toEqual({ 'two.txt': 3 });
  });
});

test('an engine that takes no more ends it with what the engine says', async () => {
  fake.failNext('addToImport', { kind: 'disk-full', message: 'import: the disk is full' });
  await expect(
    hand(new File([new Uint8Array(5 * MB)], 'a.warc'), new File(['b'], 'b.txt')),
  ).rejects.toThrow('the disk is full');
});

test('once it is stopped, nothing more is handed over', async () => {
  const stopping = new AbortController();
  const id = await fake.startImport();
  const file = new File([new Uint8Array(20 * MB)], 'a.warc');
  const going = handOver(id, [{ path: 'a.warc', file }], () => undefined, stopping.signal);
  await expect.poll(() => fake.count('addToImport')).toBeGreaterThan(0);
  stopping.abort();
  await expect(going).rejects.toThrow(/abort/);
  const { length } = fake.calls;
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(fake.calls).toHaveLength(length);
});
