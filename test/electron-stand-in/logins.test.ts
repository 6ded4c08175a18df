import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { Login } from '../../contract/types.ts';
import { getLogin } from '../../db/logins.ts';
import { closeLibrary, openLibrary } from '../../db/open.ts';
import { buildElectronDoor } from '../../scripts/build.ts';
import { aFeed } from '../db/library.ts';
import { makeFakeBuilt } from '../door/built.ts';
import { type RunningApp, startOnStandIn } from './start.ts';

/**
 * Logins through the desktop door: the real main process and the real engine, from source, with the
 * stand-in's keychain.
 */

const password = 'correct horse battery';
const login: Login = { kind: 'basic', name: 'ada.lovelace', password };

const root = mkdtempSync(join(tmpdir(), 'carrel-logins-'));
const built = join(root, 'built');
const fake = makeFakeBuilt();

beforeAll(async () => {
  cpSync(fake.built, built, { recursive: true });
  await buildElectronDoor(built);
  await buildElectronDoor(fake.built);
  const engine = pathToFileURL(join(import.meta.dirname, '../../main/engine/process.ts')).href;
  writeFileSync(join(built, 'engine/process.js'), `import ${JSON.stringify(engine)};`);
}, 60_000);

afterAll(() => {
  for (const folder of [root, fake.root])
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** A library with one feed, which nobody serves. */
function aLibrary(name: string): { folder: string; feed: number } {
  const folder = join(root, name);
  mkdirSync(folder);
  const db = openLibrary(folder);
  const feed = aFeed(db, 'a');
  closeLibrary(db);
  return { folder, feed };
}

function start(folder: string, programs: string): RunningApp {
  const app = startOnStandIn({ built: programs, args: ['--library', folder], home: root });
  onTestFinished(async () => {
    await app.quit();
  });
  return app;
}

/** Calls a method in the window of an app, once. */
async function call(app: RunningApp, method: string, ...args: unknown[]): Promise<unknown> {
  const browser = await chromium.connectOverCDP(await app.endpoint);
  const page = browser
    .contexts()
    .flatMap((context) => context.pages())
    .find((candidate) => candidate.url() === 'http://carrel.localhost/');
  if (page === undefined) throw new Error('the stand-in has no window');
  try {
    await page.waitForLoadState();
    return await page.evaluate(
      ([name, given]) => {
        const carrel: unknown = Reflect.get(globalThis, 'carrel');
        const perform: unknown = Reflect.get(Object(carrel), name);
        if (typeof perform !== 'function') throw new Error(`no method ${name}`);
        return perform(...given);
      },
      [method, args] as const,
    );
  } finally {
    await browser.close();
  }
}

function kept(folder: string, feed: number) {
  const db = openLibrary(folder);
  const found = getLogin(db, feed);
  closeLibrary(db);
  return found;
}

test('a login is sealed in the library’s file, and opened after a restart', async () => {
  const { folder, feed } = aLibrary('sealed');
  const first = start(folder, built);
  expect(await call(first, 'library')).toMatchObject({ loginsIn: 'keychain' });
  expect(await call(first, 'saveLogin', feed, login)).toMatchObject({ login: 'basic' });
  // While it runs, the login may stand in the write-ahead log alone.
  for (const text of [password, login.name]) expect(filesWith(folder, text)).toEqual([]);
  expect(await first.quit()).toBe(0);
  for (const text of [password, login.name]) expect(filesWith(folder, text)).toEqual([]);

  const row = kept(folder, feed);
  expect(row?.sealedBy).toBe('keychain');
  writeFileSync(join(folder, 'sealed.bin'), row?.sealed ?? '');
  const second = start(folder, fake.built);
  expect(JSON.parse(String(await call(second, 'exportOpml')))).toEqual(login);
});

test('a login is kept as it is, and the window told, where the system has no keychain', async () => {
  process.env['CARREL_STAND_IN_KEYCHAIN'] = 'none';
  onTestFinished(() => {
    delete process.env['CARREL_STAND_IN_KEYCHAIN'];
  });
  const { folder, feed } = aLibrary('as it is');
  const app = start(folder, built);
  expect(await call(app, 'library')).toMatchObject({ loginsIn: 'library' });
  await call(app, 'saveLogin', feed, login);
  expect(await app.quit()).toBe(0);
  expect(kept(folder, feed)?.sealedBy).toBe('library');
  // What the test above looks for is found where it stands.
  expect(filesWith(folder, password)).toContain('library.sqlite');
});

/** The names of the library's files that hold the text. */
function filesWith(folder: string, text: string): string[] {
  const names = readdirSync(folder).filter((name) => name.startsWith('library.sqlite'));
  return names.filter((name) => readFileSync(join(folder, name)).includes(text));
}
