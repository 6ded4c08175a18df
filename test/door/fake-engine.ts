import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer, Method } from '../../contract/api.ts';
import { askDoor } from '../../main/engine/ask-door.ts';
import type { FromEngine, ToEngine } from '../../main/engine/protocol.ts';

/**
 * A process that speaks the engine's protocol and keeps nothing: what the doors' tests start in
 * the engine's place, in `fork` and in the stand-in's `utilityProcess` alike.
 *
 * - a library folder whose name holds `refused` cannot be opened; one with `broken` ends it
 * - `article(404)` is refused as not found; `retry` ends the process without an answer
 * - `refresh` sends the event `sources`; `importFile` reports the sum of the bytes
 * - `subscribe(address)` asks the door for the proxy to that address
 * - `exportOpml` asks the door to open the bytes of `sealed.bin`
 * - the media `aaa…` is `picture.svg`, `bbb…` is `bytes.bin`, `ccc…` is `paper.pdf` and `ddd…` is
 *   `page.html`, all in the library's folder
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
  if (method === 'exportOpml') {
    return {
      ok: true,
      value: await door.services.unseal(readFileSync(join(folder, 'sealed.bin'))),
    };
  }
  if (method === 'importFile') return { ok: true, value: importReport(args[0]) };
  return { ok: true, value: args };
}

function importReport(file: unknown): object {
  if (typeof file !== 'object' || file === null || !('bytes' in file)) return {};
  const { bytes } = file;
  if (!(bytes instanceof Uint8Array)) return { bytes: typeof bytes };
  return { length: bytes.length, sum: bytes.reduce((sum, byte) => sum + byte, 0) };
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

if (process.parentPort === undefined) {
  process.on('disconnect', () => process.exit(0));
  process.on('message', receive);
} else {
  process.parentPort.on('message', ({ data }) => receive(data));
}
