import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { type Browser, chromium, type Frame, type Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startWebDoor, type WebDoor } from '../../main/web/server.ts';
import { browserArguments, findBrowser } from '../../scripts/browser.ts';
import { makeFakeBuilt } from './built.ts';
import { hostileCapture } from './hostile-capture.ts';

/** A captured page in a frame of the browser door's window, in a real browser. */

const { root, built, library } = makeFakeBuilt();
/** Where the page tries to get to; it counts connections, so that one without a request counts. */
let elsewhere: Server;
let connections = 0;
let door: WebDoor;
let browser: Browser;
let page: Page;
let frame: Frame;

beforeAll(async () => {
  elsewhere = createServer((_request, response) => response.end());
  elsewhere.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => {
    elsewhere.listen(0, '127.0.0.1', resolve);
  });
  const address = elsewhere.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  writeFileSync(join(library, 'capture.html'), hostileCapture(`http://127.0.0.1:${address.port}`));
  door = await startWebDoor({ built, folder: library, port: 0, version: '1.2.3' });
  browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments() });
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await door?.close();
  elsewhere.closeAllConnections();
  elsewhere.close();
  rmSync(root, { recursive: true, force: true, maxRetries: 5 });
});

beforeEach(async () => {
  connections = 0;
  page = await browser.newPage();
  await page.goto(door.address);
  await page.evaluate(`new Promise((resolve) => {
    const frame = document.createElement('iframe');
    frame.width = 800;
    frame.height = 800;
    frame.onload = resolve;
    frame.src = 'capture/1';
    document.body.append(frame);
  })`);
  const found = page.frames().find((one) => one.url() === `${door.address}capture/1`);
  if (found === undefined) throw new Error('the capture is not shown');
  frame = found;
  return () => page.close();
});

test('shows what is written into it: text, style and pictures', async () => {
  expect(await frame.textContent('#text')).toBe('Harbour – Hafen');
  const color = await frame.evaluate("getComputedStyle(document.querySelector('#text')).color");
  expect(color).toBe('rgb(1, 2, 3)');
  expect(await frame.evaluate("document.querySelector('#shown').naturalWidth")).toBe(1);
});

test('runs no script, and reaches nothing by itself', async () => {
  await page.waitForTimeout(1500);
  expect(connections).toBe(0);
  expect(await frame.title()).toBe('Harbour');
  expect(frame.url()).toBe(`${door.address}capture/1`);
  expect(page.url()).toBe(door.address);
});

test.each(['blank', 'top', 'self', 'download', 'script', 'send'])(
  'reaches nothing by what a reader clicks: %s',
  async (id) => {
    const opened: string[] = [];
    page.context().on('page', (one) => opened.push(one.url()));
    page.on('download', (download) => opened.push(download.url()));
    await frame.locator(`#${id}`).click({ noWaitAfter: true });
    await page.waitForTimeout(500);
    expect(connections).toBe(0);
    expect(opened).toEqual([]);
    expect(page.url()).toBe(door.address);
    expect(await page.title()).toBe('loaded');
  },
);

test('is saved under a name that says whence it is', async () => {
  const downloading = page.waitForEvent('download');
  await page.evaluate(`(() => {
    const link = document.createElement('a');
    link.href = 'capture/1?save';
    link.download = '';
    link.click();
  })()`);
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('Harbour (news.example, 2026-01-31).html');
  expect(readFileSync(await download.path())).toEqual(readFileSync(join(library, 'capture.html')));
});
