import { EventEmitter } from 'node:events';
import { app } from './app.ts';
import { report } from './report.ts';
import { WebContents } from './web-contents.ts';

interface Options {
  x?: number;
  y?: number;
  width: number;
  height: number;
  webPreferences: { preload: string; sandbox: boolean; contextIsolation: boolean };
}

const windows = new Set<BrowserWindow>();

/** The stand-in's `BrowserWindow`: a tab of a headless Chromium. */
export class BrowserWindow extends EventEmitter {
  readonly webContents: WebContents;
  readonly #bounds: { x: number; y: number; width: number; height: number };
  #isMaximized = false;
  readonly #close = (): Promise<void> => this.#end();

  constructor({ x = 0, y = 0, width, height, webPreferences }: Options) {
    super();
    if (!webPreferences.sandbox || !webPreferences.contextIsolation) {
      throw new Error('stand-in: a window without sandbox or context isolation');
    }
    this.#bounds = { x, y, width, height };
    this.webContents = new WebContents(webPreferences.preload);
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'));
    this.webContents.once('destroyed', () => void this.#end());
    windows.add(this);
    app.closers.add(this.#close);
  }

  static getAllWindows(): BrowserWindow[] {
    return [...windows];
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.load(url);
  }

  show(): void {
    report({ kind: 'shown' });
  }

  focus(): void {
    report({ kind: 'focused' });
  }

  maximize(): void {
    this.#isMaximized = true;
  }

  isMaximized = (): boolean => this.#isMaximized;
  isMinimized = (): boolean => false;
  restore(): void {}

  getNormalBounds(): { x: number; y: number; width: number; height: number } {
    return { ...this.#bounds };
  }

  async #end(): Promise<void> {
    if (!windows.delete(this)) return;
    app.closers.delete(this.#close);
    this.emit('close', { preventDefault: () => {} });
    await this.webContents.close();
    this.emit('closed');
    if (windows.size === 0) app.emit('window-all-closed');
  }
}
