import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createInterface } from 'node:readline';
import { type Browser, chromium, type Page } from 'playwright';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { methods } from '../../contract/schemas.ts';
import { browserArguments, findBrowser } from '../../scripts/browser.ts';
import { buildWebDoor } from '../../scripts/build.ts';
import { makeFakeBuilt } from './built.ts';

/** The browser door as it is shipped: its bundled program, and its script in a real browser. */

const { root, built, library } = makeFakeBuilt();
let browser: Browser;

beforeAll(async () => {
  await buildWebDoor(built);
  browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments() });
});

afterAll(async () => {
  await browser?.close();
  rmSync(root, { recursive: true, force: true, maxRetries: 5 });
});

function run(...args: string[]): ChildProcess {
  const program = join(built, 'web/main.js');
  return spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Runs the program to its end. */
async function outcome(...args: string[]): Promise<{ code: unknown; out: string; errors: string }> {
  const child = run(...args);
  if (child.stdout === null || child.stderr === null) throw new Error('no output');
  const ended = once(child, 'exit');
  const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code]: unknown[] = await ended;
  return { code, out, errors };
}

/** Opens the door; ended with the test, if the test does not. */
async function openDoor(): Promise<{ line: string; address: string; child: ChildProcess }> {
  const child = run('--no-open', '--library', library);
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  if (child.stdout === null) throw new Error('no output');
  const [line]: unknown[] = await once(createInterface({ input: child.stdout }), 'line');
  const address = /http:\S+/.exec(String(line))?.[0] ?? '';
  return { line: String(line), address, child };
}

/** How many points of the page's picture are red. */
async function redPoints(page: Page): Promise<number> {
  const points = await sharp(await page.screenshot())
    .removeAlpha()
    .raw()
    .toBuffer();
  let count = 0;
  for (let at = 0; at < points.length; at += 3) {
    const [red = 0, green = 0, blue = 0] = points.subarray(at, at + 3);
    if (red > 200 && green < 50 && blue < 50) count += 1;
  }
  return count;
}

async function openWindow(address: string): Promise<Page> {
  const page = await browser.newPage();
  onTestFinished(() => page.close());
  await page.goto(address);
  return page;
}

describe('the program of the browser door', () => {
  test.each([
    [['--port', 'x'], '--port takes a number from 0 to 65535, not x\n'],
    [['--port', '65536'], '--port takes a number from 0 to 65535, not 65536\n'],
    [['--library='], '--library takes a folder\n'],
    [['--nonsense'], expect.stringContaining('--nonsense')],
    [['extra'], expect.stringContaining('extra')],
  ])('ends with 2 on the flags %j', async (args, errors) => {
    expect(await outcome(...args)).toEqual({ code: 2, out: '', errors });
  });

  test('says in one line why a library cannot be opened, and ends with 1', async () => {
    const refused = await outcome('--no-open', '--library', join(root, 'refused'));
    expect(refused).toEqual({ code: 1, out: '', errors: 'library: from a newer Carrel\n' });
    const broken = await outcome('--no-open', '--library', join(root, 'broken'));
    const errors = 'engine: cannot start: it ended with code 7\n';
    expect(broken).toEqual({ code: 1, out: '', errors });
  });

  test('names its flags', async () => {
    const { code, out } = await outcome('--help');
    expect(code).toBe(0);
    for (const flag of ['--library', '--port', '--no-open', '--demo']) expect(out).toContain(flag);
  });

  test('prints its address, and closes in order when it is asked to end', async () => {
    const { line, child } = await openDoor();
    expect(line).toMatch(/^Carrel is at http:\/\/127\.0\.0\.1:\d+\/[\w-]{32}\/$/);
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  });
});

describe('window.carrel of the browser door', () => {
  test('is the contract, and no script can change it', async () => {
    const page = await openWindow((await openDoor()).address);
    const seen = await page.evaluate(() => Object.keys(Object(Reflect.get(globalThis, 'carrel'))));
    expect(seen.toSorted()).toEqual([...methods, 'subscribeToEvents'].toSorted());
    expect(await page.evaluate("Reflect.set(window, 'carrel', 1)")).toBe(false);
  });

  test('rejects with kind and message', async () => {
    const page = await openWindow((await openDoor()).address);
    const refused = await page.evaluate(
      'carrel.article(404).catch(({ kind, message }) => ({ kind, message }))',
    );
    const message = 'article: 404 is not in the library';
    expect(refused).toEqual({ kind: 'not-found', message });
  });

  test('carries files and answers', async () => {
    const page = await openWindow((await openDoor()).address);
    const report = await page.evaluate(`carrel.addToImport(1, [{
      path: 'a.html', sizeBytes: 70000, modifiedAt: null, offset: 0,
      bytes: Uint8Array.from({ length: 70000 }, (_, index) => index % 256),
    }])`);
    const sum = Array.from({ length: 70_000 }, (_, index) => index % 256).reduce((a, b) => a + b);
    expect(report).toEqual({ length: 70_000, sum });
  });

  test('hears of events, of an engine that died, and of a Carrel that is gone', async () => {
    const { address, child } = await openDoor();
    const page = await openWindow(address);
    await page.evaluate(
      'window.heard = []; carrel.subscribeToEvents((event) => heard.push(event))',
    );
    const heard = () => page.evaluate("heard.map(({ kind, state }) => state ?? kind).join(' ')");
    await page.evaluate("carrel.refresh({ kind: 'all' })");
    await expect.poll(heard).toBe('sources');
    await page.evaluate('carrel.retry(1).catch(() => {})');
    await expect.poll(heard).toBe('sources down up');
    child.kill('SIGTERM');
    await expect.poll(heard).toBe('sources down up down');
    const refused = await page.evaluate(
      'carrel.counts().catch(({ kind, message }) => [kind, message])',
    );
    expect(refused).toEqual(['engine-down', expect.stringContaining('Carrel does not answer: ')]);
  });
});

describe('kept files in the browser', () => {
  test('that are markup are saved, and never become a document', async () => {
    const page = await openWindow((await openDoor()).address);
    const address = `${page.url()}media/${'d'.repeat(64)}`;
    const saving = page.waitForEvent('download');
    await expect(page.goto(address)).rejects.toThrow('Download is starting');
    await (await saving).cancel();
    expect([await page.title(), page.url()]).toEqual(['loaded', address.split('media/')[0]]);
    const named = page.waitForEvent('download');
    await page.evaluate(`(() => {
      const link = document.createElement('a');
      link.href = 'media/${'d'.repeat(64)}';
      link.download = 'a page.html';
      link.click();
    })()`);
    expect((await named).suggestedFilename()).toBe('a page.html');
  });

  test('that are PDF are shown by the browser’s own viewer, in a tab of their own', async () => {
    const page = await openWindow((await openDoor()).address);
    const opening = page.context().waitForEvent('page');
    await page.evaluate(`(() => {
      const link = document.createElement('a');
      link.href = 'media/${'c'.repeat(64)}';
      link.target = '_blank';
      link.click();
    })()`);
    const tab = await opening;
    // The square of the page, and no less of it than the viewer shows at any size.
    await expect.poll(() => redPoints(tab), { timeout: 30_000 }).toBeGreaterThan(1000);
    expect(await tab.evaluate('window.opener')).toBeNull();
  });
});
