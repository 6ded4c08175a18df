import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright';
import { browserArguments, browserEnvironment, findBrowser } from '../../scripts/browser.ts';
import { report } from './report.ts';

/** The Chromium whose tabs are the stand-in's windows; started with the first of them. */

let opening: Promise<BrowserContext> | undefined;
let endpoint = '';
let isReported = false;

export function openChromium(): Promise<BrowserContext> {
  opening ??= launch();
  return opening;
}

/** A tab for a window: the first is the one Chromium opens with. */
export async function newTab(): Promise<Page> {
  const context = await openChromium();
  const blank = context.pages().find((page) => page.url() === 'about:blank');
  return blank ?? context.newPage();
}

/** Tells the test, once, where the windows can be reached; when the first of them is loaded. */
export function reportEndpoint(): void {
  if (!isReported) report({ kind: 'stand-in', endpoint });
  isReported = true;
}

export async function closeChromium(): Promise<void> {
  await (await opening)?.close();
}

async function launch(): Promise<BrowserContext> {
  const profile = mkdtempSync(join(tmpdir(), 'carrel-stand-in-'));
  process.once('exit', () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));
  const port = await freePort();
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser(),
    args: [...browserArguments(), `--remote-debugging-port=${port}`],
    headless: true,
    env: browserEnvironment(),
    acceptDownloads: true,
    viewport: null,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  endpoint = `http://127.0.0.1:${port}`;
  return context;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
