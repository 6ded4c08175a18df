import { EventEmitter } from 'node:events';
import { mkdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeChromium } from './chromium.ts';

/** The stand-in's `app`: its life from ready to quit, its paths and its one instance. */
class App extends EventEmitter {
  readonly isPackaged = false;
  readonly commandLine = { appendSwitch: (): void => {} };
  /** The windows register how they are closed. */
  readonly closers = new Set<() => Promise<void>>();
  /** Electron is ready when the main module has run to its end, not before. */
  readonly #ready = new Promise<void>((resolve) => {
    setImmediate(() => {
      this.emit('ready');
      resolve();
    });
  });
  #userData = join(homedir(), '.config/Carrel stand-in');
  #isQuitting = false;

  enableSandbox(): void {}
  setAboutPanelOptions(): void {}
  getVersion = (): string => '0.0.0';
  getPreferredSystemLanguages = (): string[] => ['en-GB', 'de-DE'];
  whenReady = (): Promise<void> => this.#ready;

  getPath(name: string): string {
    if (name === 'temp') return tmpdir();
    if (name !== 'userData') throw new Error(`stand-in: no path ${name}`);
    return this.#userData;
  }

  /** As the system would say where the user set a proxy for all but one domain. */
  resolveProxy(address: string): Promise<string> {
    const isDirect = new URL(address).hostname.endsWith('.direct.example');
    return Promise.resolve(isDirect ? 'DIRECT' : 'SOCKS5 s.example:1; PROXY proxy.example:3128');
  }

  setPath(_name: string, path: string): void {
    this.#userData = path;
  }

  requestSingleInstanceLock(): boolean {
    mkdirSync(this.#userData, { recursive: true });
    const lock = join(this.#userData, 'instance');
    const knock = join(this.#userData, 'second-instance');
    if (isRunning(lock)) {
      writeFileSync(knock, String(process.pid));
      return false;
    }
    writeFileSync(lock, String(process.pid));
    process.once('exit', () => rmSync(lock, { force: true }));
    watch(this.#userData, { persistent: false }, (_event, name) => {
      if (name === 'second-instance') this.emit('second-instance', {}, [], '');
    });
    return true;
  }

  /** As Electron: before-quit, the windows closed, will-quit, which may be prevented, quit. */
  quit(): void {
    if (this.#isQuitting) return;
    this.#isQuitting = true;
    void this.#quit().finally(() => {
      this.#isQuitting = false;
    });
  }

  async #quit(): Promise<void> {
    this.emit('before-quit', { preventDefault: () => {} });
    await Promise.all([...this.closers].map((close) => close()));
    let isPrevented = false;
    this.emit('will-quit', {
      preventDefault: () => {
        isPrevented = true;
      },
    });
    if (!isPrevented) await this.#end(0);
  }

  exit(code = 0): void {
    void this.#end(code);
  }

  async #end(code: number): Promise<void> {
    await closeChromium();
    this.emit('quit', {}, code);
    process.exit(code);
  }
}

function isRunning(lock: string): boolean {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0);
    return true;
  } catch {
    return false;
  }
}

export const app = new App();

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => app.quit());
