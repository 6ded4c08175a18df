import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Download, Frame, Page } from 'playwright';
import { toChromium, toElectron } from './address.ts';
import { app } from './app.ts';
import { newTab, openChromium, reportEndpoint } from './chromium.ts';
import { invoke } from './ipc-main.ts';
import { preloadWorld } from './preload-world.ts';
import { report } from './report.ts';
import { answerPopups, answerWindow, type Navigation } from './routing.ts';
import { session } from './session.ts';

/** A frame as Electron shows it: one object for as long as the frame lives. */
export interface WebFrame {
  readonly url: string;
  readonly parent: WebFrame | null;
}

type WindowOpenHandler = (details: { url: string }) => { action: string };

const invokeBinding = '__carrelStandInInvoke';
const deliverName = '__carrelStandInDeliver';

/** The permissions that pages ask for: what Electron calls them, and what Playwright does. */
const permissions: Record<string, string> = {
  'clipboard-read': 'clipboard-read',
  'clipboard-sanitized-write': 'clipboard-write',
  geolocation: 'geolocation',
  midi: 'midi',
  notifications: 'notifications',
};

/** The stand-in's `webContents`: one page of Chromium, and what the app has to say about it. */
export class WebContents extends EventEmitter {
  readonly #preload: string;
  readonly #frames = new Map<Frame, WebFrame>();
  #page: Page | undefined;
  #isCrashed = false;
  /** The address that the app itself loads: no navigation of the page. */
  #loading: string | undefined;
  #windowOpenHandler: WindowOpenHandler = () => ({ action: 'allow' });

  constructor(preload: string) {
    super();
    this.#preload = preload;
    app.emit('web-contents-created', {}, this);
  }

  get mainFrame(): WebFrame | null {
    return this.#page === undefined ? null : this.#frame(this.#page.mainFrame());
  }

  getURL(): string {
    return this.mainFrame?.url ?? '';
  }

  isDestroyed(): boolean {
    return this.#page?.isClosed() ?? false;
  }

  setWebRTCIPHandlingPolicy(): void {}

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#windowOpenHandler = handler;
  }

  async load(url: string): Promise<void> {
    this.#page ??= await this.#open();
    this.#loading = url;
    await this.#page.goto(toChromium(url));
    reportEndpoint();
    report({ kind: 'loaded', url });
    this.emit('did-finish-load');
  }

  reload(): void {
    const url = this.getURL();
    // A crashed page stays crashed; Electron puts another renderer behind the same window.
    if (this.#isCrashed) this.#page = undefined;
    this.#isCrashed = false;
    void this.load(url);
  }

  send(channel: string, ...args: unknown[]): void {
    const message: [string, string, unknown[]] = [deliverName, channel, args];
    void this.#page
      ?.evaluate(([name, ...heard]) => {
        const deliver: unknown = Reflect.get(globalThis, name);
        if (typeof deliver === 'function') deliver(...heard);
      }, message)
      // The page is between two documents: in Electron, too, nobody would hear it.
      .catch(() => {});
  }

  /** Whether the app lets the page go there; asked before every navigation. */
  allowsNavigation(navigation: Navigation): boolean {
    if (navigation.isMainFrame && navigation.url === this.#loading) {
      this.#loading = undefined;
      return true;
    }
    let isAllowed = true;
    const preventDefault = (): void => {
      isAllowed = false;
    };
    const frame = this.#frame(navigation.frame);
    this.emit('will-frame-navigate', { ...navigation, frame, preventDefault });
    return isAllowed;
  }

  /** Whether the app lets the page open a window; asked before one is. */
  allowsWindow(url: string): boolean {
    return this.#windowOpenHandler({ url }).action !== 'deny';
  }

  async close(): Promise<void> {
    await this.#page?.close();
  }

  async #open(): Promise<Page> {
    const context = await openChromium();
    const { defaultSession } = session;
    const granted = defaultSession
      .granted(Object.keys(permissions), 'carrel://app')
      .flatMap((permission) => permissions[permission] ?? []);
    await context.grantPermissions(granted, { origin: toChromium('carrel://app') });
    const page = await newTab();
    await answerPopups(context, this, page);
    await answerWindow(page, this);
    await page.exposeBinding(invokeBinding, (source, channel: string, args: unknown[]) =>
      invoke({ sender: this, senderFrame: this.#frame(source.frame) }, channel, args),
    );
    const source = readFileSync(this.#preload, 'utf8');
    const requireOf = `(${preloadWorld.toString()})('${invokeBinding}', '${deliverName}')`;
    await page.addInitScript({
      content: `((require, module, exports) => {${source}\n})(${requireOf}, { exports: {} }, {});`,
    });
    page.on('crash', () => {
      this.#isCrashed = true;
      this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
    });
    page.on('close', () => {
      if (page === this.#page && !this.#isCrashed) this.emit('destroyed');
    });
    page.on('download', (download) => void keepDownload(download));
    return page;
  }

  #frame(frame: Frame): WebFrame {
    const known = this.#frames.get(frame);
    if (known !== undefined) return known;
    const above = frame.parentFrame();
    const made: WebFrame = {
      parent: above === null ? null : this.#frame(above),
      get url() {
        return toElectron(frame.url());
      },
    };
    this.#frames.set(frame, made);
    return made;
  }
}

async function keepDownload(download: Download): Promise<void> {
  const url = toElectron(download.url());
  let isPrevented = false;
  const event = {
    preventDefault: () => {
      isPrevented = true;
    },
  };
  session.defaultSession.emit('will-download', event, { getURL: () => url });
  if (isPrevented) {
    report({ kind: 'refused', what: 'download', url });
    await download.cancel();
    return;
  }
  report({ kind: 'download', filename: download.suggestedFilename() });
}
