import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { browserArguments, browserEnvironment, findBrowser } from '../../scripts/browser.ts';

/** What Chromium is told, by name. */
type Send = (method: string, params?: object) => Promise<unknown>;

/**
 * A window in a browser of its own that is driven by a few messages only. What drives tests has the
 * browser note whatever a page loads, and that stays in the page's memory.
 *
 * @see https://chromedevtools.github.io/devtools-protocol/tot/
 */
export interface BareWindow {
  /** Runs a function in the window, to its end. It knows nothing from outside of it. */
  run(act: () => Promise<void>): Promise<void>;
  press(key: string): Promise<void>;
  /** The window's private memory footprint, MB of 10⁶ bytes. */
  privateMb(): Promise<number>;
  close(): Promise<void>;
}

/** Opens an address in a window of the given size, in pixels. */
export async function openBareWindow(
  address: string,
  { width, height }: { width: number; height: number },
): Promise<BareWindow> {
  const folder = await mkdtemp(join(tmpdir(), 'carrel-bench-'));
  const browser = spawn(
    findBrowser(),
    [
      ...browserArguments(),
      '--headless',
      '--remote-debugging-port=0',
      `--user-data-dir=${folder}`,
      `--window-size=${width},${height}`,
      'about:blank',
    ],
    { env: browserEnvironment(), stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const socket = new WebSocket(await told(browser.stderr));
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', () => reject(new Error('window: no browser answers')), {
      once: true,
    });
  });
  const send = sender(socket);
  const targetId = named(await send('Target.createTarget', { url: address }), 'targetId');
  const attached = await send('Target.attachToTarget', { targetId, flatten: true });
  const ask = sender(socket, named(attached, 'sessionId'));
  await isThere(ask, address);
  return {
    async run(act) {
      const said = await ask('Runtime.evaluate', {
        expression: `(${String(act)})()`,
        awaitPromise: true,
      });
      if (isRecord(said) && said['exceptionDetails'] !== undefined) {
        throw new Error(`window: ${JSON.stringify(said['exceptionDetails'])}`);
      }
    },
    async press(key) {
      await ask('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key });
      await ask('Input.dispatchKeyEvent', { type: 'keyUp', key });
    },
    async privateMb() {
      // What a first collection lets go of may hold more.
      for (let time = 0; time < 3; time += 1) {
        await ask('HeapProfiler.collectGarbage');
        await sleep(1000);
      }
      const renderers = processes(await send('SystemInfo.getProcessInfo'));
      // The largest is the window: the others show an empty page, or are the browser's own.
      return Math.max(...(await Promise.all(renderers.map(privateMbOf))));
    },
    async close() {
      const ended = once(browser, 'exit');
      await send('Browser.close');
      await ended;
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Where the browser listens. */
async function told(stderr: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: stderr })) {
    const [, address] = /listening on (ws:\S+)/.exec(line) ?? [];
    if (address !== undefined) {
      stderr.resume();
      return address;
    }
  }
  throw new Error('window: the browser did not start');
}

let sent = 0;

function sender(socket: WebSocket, sessionId?: string): Send {
  return async (method, params = {}) => {
    sent += 1;
    const id = sent;
    return await new Promise((resolve, reject) => {
      const listen = ({ data }: MessageEvent): void => {
        const said: unknown = JSON.parse(String(data));
        if (!isRecord(said) || said['id'] !== id) return;
        socket.removeEventListener('message', listen);
        if (said['error'] === undefined) resolve(said['result']);
        else reject(new Error(`window: ${method}: ${JSON.stringify(said['error'])}`));
      };
      socket.addEventListener('message', listen);
      socket.send(JSON.stringify({ id, method, params, sessionId }));
    });
  };
}

/** Waits until the page is at its address: what is run in the one before it ends with that one. */
async function isThere(ask: Send, address: string): Promise<void> {
  for (;;) {
    const isAtAddress = await ask('Runtime.evaluate', { expression: 'location.href' }).then(
      (said) => isRecord(said) && isRecord(said['result']) && said['result']['value'] === address,
      () => false,
    );
    if (isAtAddress) return;
    await sleep(50);
  }
}

/** The ids of the processes that show pages. */
function processes(said: unknown): number[] {
  const all: unknown = isRecord(said) ? said['processInfo'] : undefined;
  if (!Array.isArray(all)) throw new Error('window: the browser tells of no processes');
  return all
    .filter((one: unknown) => isRecord(one) && one['type'] === 'renderer')
    .map((one: unknown) => (isRecord(one) ? Number(one['id']) : 0));
}

function named(said: unknown, name: string): string {
  const value = isRecord(said) ? said[name] : undefined;
  if (typeof value !== 'string') throw new Error(`window: the browser gave no ${name}`);
  return value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/**
 * As Chromium counts its "private memory footprint" on Linux: what is of no file, in memory or swapped
 * out. Not the browser's own files: whose pages those are depends on which processes run beside.
 *
 * @see https://docs.kernel.org/filesystems/proc.html, RssAnon and VmSwap
 */
async function privateMbOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const kib = (name: string): number => {
    const value = new RegExp(`^${name}:\\s*(\\d+) kB$`, 'm').exec(status)?.[1];
    if (value === undefined) throw new Error(`window: the system tells no ${name}`);
    return Number(value);
  };
  return ((kib('RssAnon') + kib('VmSwap')) * 1024) / 1e6;
}
