import { request } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { encodeArguments } from '../../main/web/bytes.ts';
import { startWebDoor, type WebDoor } from '../../main/web/server.ts';
import { fakeBuilt } from './built.ts';

async function openDoor(): Promise<WebDoor & { origin: string }> {
  const { built, library } = fakeBuilt();
  const door = await startWebDoor({ built, folder: library, port: 0, version: '1.2.3' });
  onTestFinished(() => door.close());
  return { ...door, origin: new URL(door.address).origin };
}

function call(door: WebDoor & { origin: string }, method: string, args: unknown[]) {
  return fetch(`${door.address}api/${method}`, {
    method: 'POST',
    headers: { Origin: door.origin },
    body: encodeArguments(args),
  });
}

/** A GET with a `Host` of one's own, which `fetch` does not let one set. */
function getAs(host: string, address: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(address, { headers: { Host: host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('the browser door refuses', () => {
  test('a missing or wrong secret, with nothing in the answer', async () => {
    const door = await openDoor();
    const secret = new URL(door.address).pathname.split('/')[1] ?? '';
    expect(secret).toMatch(/^[\w-]{32}$/);
    const wrong = `${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`;
    for (const path of [
      '/',
      '/index.html',
      `/${wrong}/`,
      `/${secret}`,
      `/${secret}x/`,
      '//',
      '/api/counts',
    ]) {
      const response = await fetch(door.origin + path);
      expect([path, response.status, await response.text()]).toEqual([path, 404, '']);
    }
  });

  test('a name that was made to point here (DNS rebinding)', async () => {
    const door = await openDoor();
    const { host } = new URL(door.address);
    expect(await getAs('evil.example', door.address)).toBe(404);
    expect(await getAs('127.0.0.1:1', door.address)).toBe(404);
    expect(await getAs(host, door.address)).toBe(200);
  });

  test('a call from a page of another origin, or from no page', async () => {
    const door = await openDoor();
    for (const headers of [{ Origin: 'https://evil.example' }, { Origin: 'null' }, {}]) {
      const init = { method: 'POST', headers: { ...headers }, body: '[]' };
      const response = await fetch(`${door.address}api/counts`, init);
      expect(response.status).toBe(404);
    }
  });

  test('a call whose arguments are not JSON', async () => {
    const door = await openDoor();
    const response = await fetch(`${door.address}api/counts`, {
      method: 'POST',
      headers: { Origin: door.origin },
      body: '[',
    });
    expect(await response.json()).toEqual({
      ok: false,
      kind: 'invalid',
      message: 'counts: the arguments are not JSON',
    });
  });

  test('a library that cannot be opened', async () => {
    const { built, library } = fakeBuilt();
    const opening = startWebDoor({ built, folder: `${library}/refused`, port: 0, version: '1' });
    await expect(opening).rejects.toMatchObject({
      kind: 'newer-library',
      message: 'library: from a newer Carrel',
    });
  });

  test('a port that is taken', async () => {
    const door = await openDoor();
    const { built, library } = fakeBuilt();
    const port = Number(new URL(door.address).port);
    await expect(startWebDoor({ built, folder: library, port, version: '1' })).rejects.toThrow(
      `browser door: cannot listen on 127.0.0.1:${port}: `,
    );
  });
});

describe('the browser door', () => {
  test('answers the window with its own script before the window’s, under the policy', async () => {
    const door = await openDoor();
    const response = await fetch(door.address);
    const html = await response.text();
    expect(html.indexOf('<script src="client.js">')).toBeGreaterThan(0);
    expect(html.indexOf('<script src="client.js">')).toBeLessThan(html.indexOf('type="module"'));
    expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(await (await fetch(`${door.address}client.js`)).text()).toBe('window.carrel = {};');
  });

  test('carries a call to the engine and its answer back', async () => {
    const door = await openDoor();
    const answer = await (await call(door, 'markRead', [[3, 4], true])).json();
    expect(answer).toEqual({ ok: true, value: [[3, 4], true] });
    const refused = await (await call(door, 'article', [404])).json();
    expect(refused).toMatchObject({ ok: false, kind: 'not-found' });
  });

  test('carries the bytes of a file to the engine', async () => {
    const door = await openDoor();
    const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => index % 256);
    const piece = { path: 'a.html', sizeBytes: 100_000, modifiedAt: null, offset: 0, bytes };
    const answer = await (await call(door, 'addToImport', [1, [piece]])).json();
    const sum = bytes.reduce((total, byte) => total + byte, 0);
    expect(answer).toEqual({ ok: true, value: { length: 100_000, sum } });
  });

  test('answers kept pictures', async () => {
    const door = await openDoor();
    const response = await fetch(`${door.address}media/${'b'.repeat(64)}`);
    expect(response.headers.get('Content-Type')).toBe('image/png');
    expect(await response.text()).toBe('0123456789');
  });

  test('answers a backup, as a file to save', async () => {
    const door = await openDoor();
    const name = 'carrel-2026-03-28.carrel-backup.tar';
    const response = await fetch(`${door.address}backup/${name}`);
    expect(response.headers.get('Content-Disposition')).toContain(name);
    expect(await response.text()).toBe('0123456789');
    expect((await fetch(`${door.address}backup/another.tar`)).status).toBe(404);
  });

  test('answers an export, as a file to save under its own name', async () => {
    const door = await openDoor();
    const name = encodeURIComponent('Überall.html');
    const response = await fetch(`${door.address}export/${name}`);
    expect(response.headers.get('Content-Disposition')).toContain(`filename*=UTF-8''${name}`);
    expect(await response.text()).toBe('0123456789');
    expect((await fetch(`${door.address}backup/${name}`)).status).toBe(404);
  });

  test('streams the engine’s events, and that the engine died and is back', async () => {
    const door = await openDoor();
    const stream = await fetch(`${door.address}events`);
    expect(stream.headers.get('Content-Type')).toContain('text/event-stream');
    const events = readEvents(stream);
    await call(door, 'refresh', [{ kind: 'all' }]);
    expect((await events.next()).value).toEqual({ kind: 'sources' });
    const lost = await (await call(door, 'retry', [1])).json();
    expect(lost).toMatchObject({ ok: false, kind: 'engine-down' });
    expect((await events.next()).value).toMatchObject({ kind: 'engine', state: 'down' });
    expect((await events.next()).value).toMatchObject({ kind: 'engine', state: 'up' });
    expect(await (await call(door, 'counts', [])).json()).toEqual({ ok: true, value: [] });
  });
});

async function* readEvents(response: Response): AsyncGenerator {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      if (block.startsWith('data: ')) yield JSON.parse(block.slice('data: '.length));
    }
  }
}
