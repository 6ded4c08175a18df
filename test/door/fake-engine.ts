import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer, Method } from '../../contract/api.ts';
import { askDoor } from '../../main/engine/ask-door.ts';
import type { CaptureAnswer, FromEngine, ToEngine } from '../../main/engine/protocol.ts';

/**
 * A process that speaks the engine's protocol and keeps nothing: what the doors' tests start in
 * the engine's place, in `fork` and in the stand-in's `utilityProcess` alike.
 *
 * - a library folder whose name holds `refused` cannot be opened; one with `broken` ends it
 * - `article(404)` is refused as not found; `retry` ends the process without an answer
 * - `refresh` sends the event `sources`; `importFile` reports the sum of the bytes
 * - `subscribe(address)` asks the door for the proxy to that address
 * - `saveSettings` is answered with the changes alone
 * - `chooseFolder` asks the door for a folder
 * - `exportOpml` asks the door to open the bytes of `sealed.bin`
 * - the backup `carrel-2026-03-28.carrel-backup.tar` and the export `Überall.html` are `bytes.bin`;
 * - the media `aaa…` is `picture.svg`, `bbb…` is `bytes.bin`, `ccc…` is `paper.pdf` and `ddd…` is
 *   `page.html`, all in the library's folder
 * - the capture 1 is `capture.html` of that folder, 2 the bytes of a PDF, 3 a text; 13 is damaged
 */

let folder = '';
const door = askDoor(post);

function post(message: FromEngine): void {
  if (process.parentPort === undefined) process.send?.(message);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process, not a page
  else process.parentPort.postMessage(message);
}

function receive(message: ToEngine): void {
  switch (message.kind) {
    case 'start':
      ({ folder } = message);
      if (folder.includes('broken')) process.exit(7);
      if (folder.includes('refused')) {
        const failure = { kind: 'newer-library', message: 'library: from a newer Carrel' } as const;
        post({ kind: 'refused', failure });
        setTimeout(() => process.exit(1), 50);
        return;
      }
      post({ kind: 'ready' });
      return;
    case 'call':
      void answer(message.method, message.args).then((given) =>
        post({ kind: 'answer', id: message.id, answer: given }),
      );
      return;
    case 'media':
      post({ kind: 'media', id: message.id, file: mediaFile(message.hash) });
      return;
    case 'capture':
      post({ kind: 'capture', id: message.id, answer: captureOf(message.captureId) });
      return;
    case 'made':
      post({ kind: 'made', id: message.id, file: madeFile(message.what, message.name) });
      return;
    case 'told':
      door.told(message);
      return;
    case 'close':
      process.exit(0);
  }
}

async function answer(method: Method, args: unknown[]): Promise<Answer> {
  if (method === 'retry') process.exit(3);
  if (method === 'article' && args[0] === 404) {
    return { ok: false, kind: 'not-found', message: 'article: 404 is not in the library' };
  }
  if (method === 'refresh') post({ kind: 'event', event: { kind: 'sources' } });
  if (method === 'library')
    return { ok: true, value: { folder, version: 'fake', pid: process.pid } };
  if (method === 'subscribe') {
    return { ok: true, value: await door.services.proxyFor(String(args[0])) };
  }
  if (method === 'chooseFolder') return { ok: true, value: await door.services.chooseFolder() };
  if (method === 'exportOpml') {
    return {
      ok: true,
      value: await door.services.unseal(readFileSync(join(folder, 'sealed.bin'))),
    };
  }
  if (method === 'saveSettings') return { ok: true, value: args[0] };
  if (method === 'addToImport') return { ok: true, value: sumOf(args[1]) };
  return { ok: true, value: args };
}

function sumOf(pieces: unknown): object {
  const [piece]: unknown[] = Array.isArray(pieces) ? pieces : [];
  if (typeof piece !== 'object' || piece === null || !('bytes' in piece)) return {};
  const { bytes } = piece;
  if (!(bytes instanceof Uint8Array)) return { bytes: typeof bytes };
  return { length: bytes.length, sum: bytes.reduce((sum, byte) => sum + byte, 0) };
}

function madeFile(what: string, name: string): { path: string; sizeBytes: number } | null {
  const names = { backup: 'carrel-2026-03-28.carrel-backup.tar', export: 'Überall.html' };
  if (!Object.entries(names).some(([kind, made]) => kind === what && made === name)) return null;
  return { path: join(folder, 'bytes.bin'), sizeBytes: 10 };
}

function mediaFile(hash: string): { path: string; type: string; sizeBytes: number } | null {
  if (hash === 'a'.repeat(64)) {
    return { path: join(folder, 'picture.svg'), type: 'image/svg+xml', sizeBytes: 64 };
  }
  if (hash === 'b'.repeat(64)) {
    return { path: join(folder, 'bytes.bin'), type: 'image/png', sizeBytes: 10 };
  }
  if (hash === 'c'.repeat(64)) {
    return { path: join(folder, 'paper.pdf'), type: 'application/pdf', sizeBytes: 350 };
  }
  if (hash === 'd'.repeat(64)) {
    return { path: join(folder, 'page.html'), type: 'text/html', sizeBytes: 54 };
  }
  return null;
}

function captureOf(id: number): CaptureAnswer {
  if (id === 13) {
    const message = 'capture: its bytes are not those that were kept';
    return { ok: false, failure: { kind: 'internal', message } };
  }
  const kept: Record<number, [file: string, type: string]> = {
    1: ['capture.html', 'text/html; charset=utf-8'],
    2: ['paper.pdf', 'application/pdf'],
    3: ['bytes.bin', 'text/plain'],
  };
  const [file, type] = kept[id] ?? [];
  if (file === undefined || type === undefined) return { ok: true, capture: null };
  const bytes = readFileSync(join(folder, file));
  const address = 'https://news.example/harbour';
  const fetchedAt = Date.UTC(2026, 0, 31);
  return { ok: true, capture: { bytes, type, title: 'Harbour', address, fetchedAt } };
}

if (process.parentPort === undefined) {
  process.on('disconnect', () => process.exit(0));
  process.on('message', receive);
} else {
  process.parentPort.on('message', ({ data }) => receive(data));
}
