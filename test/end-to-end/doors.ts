import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import {
  _electron,
  chromium,
  type Browser,
  type BrowserContext,
  type ElectronApplication,
  type Page,
} from 'playwright';
import { browserArguments, browserEnvironment, findBrowser } from '../../scripts/browser.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Carrel, opened through one of its doors. */
export interface OpenCarrel {
  page: Page;
  /** Every address the window asked for, other than its own. Must stay empty. */
  strangeRequests: string[];
  /** Errors in the window's console and uncaught ones. Must stay empty. */
  errors: string[];
  /** Closes it as a user does. */
  close(): Promise<void>;
  /** Kills all its processes at once, as a power cut would. */
  kill(): Promise<void>;
}

/** What the tests look for is English, whatever the machine's language is. */
const english = 'en-US';

/** One way to run Carrel. */
export interface Door {
  name: string;
  open(folder: string, options?: OpenOptions): Promise<OpenCarrel>;
}

export interface OpenOptions {
  viewport?: { width: number; height: number };
  colorScheme?: 'light' | 'dark';
  /** The reader's own language, BCP 47; English unless it is given. */
  locale?: string;
}

/** Every door there is on this machine: real Electron only where its runtime is installed. */
export function doors(): Door[] {
  const all = [browserDoor, standInDoor];
  const only = process.env['CARREL_DOOR'];
  if (electronRuntime() !== undefined) all.push(electronDoor);
  return only === undefined ? all : all.filter((door) => door.name.includes(only));
}

/** A fresh folder for a library, removed by the returned function. */
export async function temporaryFolder(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'carrel-e2e-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

const browserDoor: Door = {
  name: 'the browser door',
  async open(folder, options = {}) {
    const flags = ['dist/web/main.js', '--no-open', '--port', '0', '--library', folder];
    const program = run(flags);
    const line = await firstLine(
      program,
      (text) => /http:\/\/127\.0\.0\.1:\d+\/\S+/.exec(text)?.[0],
    );
    const browser = await chromium.launch({
      executablePath: findBrowser(),
      args: browserArguments(),
      env: browserEnvironment(),
    });
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: english,
      ...options,
    });
    const page = await context.newPage();
    const watched = watch(page, context, [line]);
    await page.goto(line);
    return {
      ...watched,
      page,
      async close() {
        await browser.close();
        await end(program, 'SIGTERM');
      },
      async kill() {
        await killAll(program);
        await browser.close();
      },
    };
  },
};

/**
 * The real main-process code and preload on a stand-in for Electron's API
 * (`test/electron-stand-in/`), over a real Chromium window.
 */
const standInDoor: Door = {
  name: 'the desktop door on the stand-in for Electron',
  async open(folder, options = {}) {
    const program = run([
      '--import',
      './test/electron-stand-in/register.ts',
      'dist/electron/main.js',
      '--library',
      folder,
    ]);
    const endpoint = await firstLine(program, endpointOf);
    const browser = await chromium.connectOverCDP(endpoint);
    const page = await firstPage(browser);
    await page.setViewportSize(options.viewport ?? { width: 1280, height: 800 });
    if (options.colorScheme !== undefined) {
      await page.emulateMedia({ colorScheme: options.colorScheme });
    }
    const watched = watch(page, page.context(), [originOf(page.url())]);
    return {
      ...watched,
      page,
      async close() {
        await page.close({ runBeforeUnload: true }).catch(() => undefined);
        await end(program, 'SIGTERM');
        await browser.close().catch(() => undefined);
      },
      async kill() {
        await killAll(program);
        await browser.close().catch(() => undefined);
      },
    };
  },
};

const electronDoor: Door = {
  name: 'the desktop door on Electron',
  async open(folder, options = {}) {
    const application: ElectronApplication = await _electron.launch({
      executablePath: electronRuntime() ?? '',
      args: [...browserArguments(), root, '--library', folder],
      locale: english,
      ...options,
    });
    const page = await application.firstWindow();
    const watched = watch(page, application.context(), ['carrel://app/']);
    return {
      ...watched,
      page,
      close: () => application.close(),
      kill: () => killAll(application.process()),
    };
  },
};

function electronRuntime(): string | undefined {
  const require = createRequire(import.meta.url);
  const home = join(require.resolve('electron/package.json'), '..');
  const pathFile = join(home, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const path = join(home, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(path) ? path : undefined;
}

/** A process group of its own, so that a kill reaches the engine's process too. */
function run(flags: string[]): ChildProcess {
  return spawn(process.execPath, flags, {
    cwd: root,
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
    // The window of the stand-in is of the machine's language otherwise.
    env: { ...process.env, LANGUAGE: english },
  });
}

/** The first thing `pick` finds in the program's output; what it printed where it ends before. */
async function firstLine(
  program: ChildProcess,
  pick: (line: string) => string | undefined,
): Promise<string> {
  const { stdout, stderr } = program;
  if (stdout === null || stderr === null) throw new Error('the program has no output');
  const printed: string[] = [];
  stderr.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
  return await new Promise((resolve, reject) => {
    createInterface({ input: stdout }).on('line', (line) => {
      printed.push(`${line}\n`);
      const found = pick(line);
      if (found !== undefined) resolve(found);
    });
    program.once('exit', (code) =>
      reject(new Error(`Carrel ended with ${code} before it opened:\n${printed.join('')}`)),
    );
  });
}

function endpointOf(line: string): string | undefined {
  return /"(?:endpoint|cdp)"\s*:\s*"([^"]+)"/.exec(line)?.[1];
}

async function firstPage(browser: Browser): Promise<Page> {
  const context = browser.contexts()[0];
  if (context === undefined) throw new Error('the stand-in has no browser context');
  const page = context.pages()[0] ?? (await context.waitForEvent('page'));
  await page.waitForLoadState('domcontentloaded');
  return page;
}

function originOf(address: string): string {
  return `${new URL(address).origin}/`;
}

/** Watches every request of the context: the window may ask for its own addresses only. */
function watch(
  page: Page,
  context: BrowserContext,
  own: string[],
): Pick<OpenCarrel, 'strangeRequests' | 'errors'> {
  const strangeRequests: string[] = [];
  const errors: string[] = [];
  context.on('request', (request) => {
    const address = request.url();
    const isOwn = own.some((prefix) => address.startsWith(prefix));
    if (!isOwn && !address.startsWith('data:') && !address.startsWith('blob:')) {
      strangeRequests.push(address);
    }
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return { strangeRequests, errors };
}

async function end(program: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const ended = new Promise((resolve) => program.once('exit', resolve));
  program.kill(signal);
  await ended;
}

async function killAll(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const ended = new Promise((resolve) => program.once('exit', resolve));
  if (process.platform === 'win32' || program.pid === undefined) program.kill('SIGKILL');
  else process.kill(-program.pid, 'SIGKILL');
  await ended;
}
