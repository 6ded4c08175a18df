import { cpSync, existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { methods } from '../../contract/schemas.ts';
import { buildElectronDoor } from '../../scripts/build.ts';
import { makeFakeBuilt } from '../door/built.ts';
import { hostileCapture } from '../door/hostile-capture.ts';
import { type RunningApp, startOnStandIn } from './start.ts';

/**
 * The desktop door's real main process and preload on the stand-in for Electron, with a fake
 * engine and a window of one line. Run in a real Electron, these hold as well; here, Electron is
 * the stand-in.
 */

const { root, built, library } = makeFakeBuilt();
let app: RunningApp;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  await buildElectronDoor(built);
  process.env['CARREL_STAND_IN_FOLDER'] = '/media/disk/Carrel';
  app = startOnStandIn({ built, args: ['--library', library], home: root });
  await app.reported('loaded');
  browser = await chromium.connectOverCDP(await app.endpoint);
  page = await windowOf(browser);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await app?.quit();
  rmSync(root, { recursive: true, force: true, maxRetries: 5 });
});

async function windowOf(connected: Browser): Promise<Page> {
  const pages = connected.contexts().flatMap((context) => context.pages());
  const found = pages.find((candidate) => candidate.url() === 'http://carrel.localhost/');
  if (found === undefined) throw new Error('the stand-in has no window');
  await found.waitForLoadState();
  return found;
}

/** Calls a method in the window; what it rejects with comes back under `rejected`. */
function call(method: string, ...args: unknown[]): Promise<unknown> {
  return page.evaluate(
    async ([name, given]) => {
      const carrel: unknown = Reflect.get(globalThis, 'carrel');
      const perform: unknown = Reflect.get(Object(carrel), name);
      if (typeof perform !== 'function') throw new Error(`no method ${name}`);
      try {
        return await perform(...given);
      } catch (error) {
        return { rejected: error };
      }
    },
    [method, args] as const,
  );
}

describe('the window of the desktop app', () => {
  test('refuses to go anywhere else, and opens a link in the user’s browser', async () => {
    await page.evaluate(() => Reflect.set(globalThis, 'stayed', true));
    await page.evaluate("location.href = 'https://elsewhere.example/page'");
    expect((await app.reported('open-external')).url).toBe('https://elsewhere.example/page');
    expect(page.url()).toBe('http://carrel.localhost/');
    expect(await page.evaluate(() => Reflect.get(globalThis, 'stayed'))).toBe(true);
  });

  test('opens no window, and hands no other scheme to the system', async () => {
    await page.evaluate("window.open('https://popup.example/', '_blank')");
    await page.evaluate("window.open('file:///etc/passwd', '_blank')");
    await expect
      .poll(() => app.reports)
      .toContainEqual({ kind: 'open-external', url: 'https://popup.example/' });
    const opened = app.reports.filter(({ kind }) => kind === 'open-external');
    expect(opened.every((report) => 'url' in report && report.url.startsWith('https:'))).toBe(true);
  });

  test('reaches no network: the policy refuses, and nothing escapes', async () => {
    const outcome = await page.evaluate(`Promise.allSettled([
      fetch('https://tracker.example/'),
      new Promise((resolve, reject) => {
        const image = new Image();
        image.onload = resolve;
        image.onerror = () => reject(new Error('refused'));
        image.src = 'https://tracker.example/pixel.png';
      }),
    ]).then((results) => results.map(({ status }) => status))`);
    expect(outcome).toEqual(['rejected', 'rejected']);
    expect(app.reports.filter(({ kind }) => kind === 'escaped')).toEqual([]);
  });

  test('runs no script written into the page', async () => {
    const run = await page.evaluate(`(() => {
      const script = document.createElement('script');
      try { script.textContent = 'window.injected = true'; } catch (error) { return error.name; }
      document.head.append(script);
      return window.injected ?? 'refused';
    })()`);
    expect(run).toBe('TypeError');
  });

  test('sees the contract’s methods and nothing else of Electron', async () => {
    const seen = await page.evaluate(() => Object.keys(Object(Reflect.get(globalThis, 'carrel'))));
    expect(seen.toSorted()).toEqual([...methods, 'subscribeToEvents'].toSorted());
    const others = await page.evaluate(
      "['require', 'process', 'module', 'ipcRenderer', 'electron'].filter((name) => name in window)",
    );
    expect(others).toEqual([]);
  });

  test('has a menu in the system’s language, and then in the one that is set', async () => {
    const menus = () => app.reports.filter((report) => report.kind === 'menu');
    expect(menus()[0]?.labels.slice(0, 2)).toEqual(['&File', '&Edit']);
    await call('saveSettings', { language: 'de' });
    expect(menus().at(-1)?.labels.slice(0, 2)).toEqual(['&Datei', '&Bearbeiten']);
    const count = menus().length;
    // What is refused sets no other.
    await call('saveSettings', { language: 'tlh' });
    expect(menus()).toHaveLength(count);
    await call('saveSettings', { language: 'system' });
    expect(menus().at(-1)?.labels.slice(0, 2)).toEqual(['&File', '&Edit']);
  });

  test('is refused what the contract does not allow, with kind and message', async () => {
    expect(await call('markRead', 'all', true)).toEqual({
      rejected: { kind: 'invalid', message: expect.stringContaining('markRead: argument 1: ') },
    });
    expect(await call('article', 404)).toEqual({
      rejected: { kind: 'not-found', message: 'article: 404 is not in the library' },
    });
  });

  test('calls the engine, bytes included, and is answered', async () => {
    expect(await call('markRead', [3, 4], true)).toEqual([[3, 4], true]);
    const report = await page.evaluate(`carrel.addToImport(1, [{
      path: 'a.html', sizeBytes: 70000, modifiedAt: null, offset: 0,
      bytes: Uint8Array.from({ length: 70000 }, (_, index) => index % 256),
    }])`);
    const sum = Array.from({ length: 70_000 }, (_, index) => index % 256).reduce((a, b) => a + b);
    expect(report).toEqual({ length: 70_000, sum });
  });

  test('shows kept pictures', async () => {
    const status = await page.evaluate(
      `fetch('media/${'b'.repeat(64)}').then(async (response) =>
        [response.status, response.headers.get('content-type'), await response.text()])`,
    );
    expect(status).toEqual([200, 'image/png', '0123456789']);
  });

  test('hears of events, and of an engine that died and is back', async () => {
    await page.evaluate(`
      window.heard = [];
      window.stop = carrel.subscribeToEvents((event) => window.heard.push(event));`);
    const heard = () => page.evaluate(() => Reflect.get(globalThis, 'heard'));
    await call('refresh', { kind: 'all' });
    await expect.poll(heard).toEqual([{ kind: 'sources' }]);
    expect(await call('retry', 1)).toMatchObject({ rejected: { kind: 'engine-down' } });
    await expect
      .poll(heard)
      .toEqual([
        { kind: 'sources' },
        expect.objectContaining({ kind: 'engine', state: 'down' }),
        expect.objectContaining({ kind: 'engine', state: 'up' }),
      ]);
    await page.evaluate('window.stop()');
    await call('refresh', { kind: 'all' });
    expect(await heard()).toHaveLength(3);
  });

  test('saves a file it made', async () => {
    const downloading = page.waitForEvent('download');
    await page.evaluate(`(() => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['<opml/>']));
      link.download = 'feeds.opml';
      link.click();
    })()`);
    expect((await app.reported('download')).filename).toBe('feeds.opml');
    expect(readFileSync(await (await downloading).path(), 'utf8')).toBe('<opml/>');
  });
});

describe('kept files in the desktop app', () => {
  const open = (address: string) => page.evaluate(`window.open('${address}', '_blank')`);

  test('that are markup are never opened, and it says so', async () => {
    await open(`media/${'d'.repeat(64)}`);
    expect(await app.reported('error-box')).toMatchObject({
      title: 'Carrel cannot open this file',
      content: 'Only sound, film and PDF are opened; you can save it.',
    });
    expect(app.reports.filter(({ kind }) => kind === 'open-path')).toEqual([]);
  });

  test('that are PDF are opened by the system: a copy, named by Carrel', async () => {
    await open(`media/${'c'.repeat(64)}#page=1`);
    const { path } = await app.reported('open-path');
    expect(basename(path)).toBe('carrel-cccccccccccccccc.pdf');
    expect(path.startsWith(library)).toBe(false);
    expect(readFileSync(path)).toEqual(readFileSync(join(library, 'paper.pdf')));
  });

  test('are saved under the name their link has', async () => {
    const saved = app.reports.filter(({ kind }) => kind === 'download').length;
    const downloading = page.waitForEvent('download');
    await page.evaluate(`(() => {
      const link = document.createElement('a');
      link.href = 'media/${'d'.repeat(64)}';
      link.download = 'a page.html';
      link.click();
    })()`);
    expect((await downloading).suggestedFilename()).toBe('a page.html');
    const downloads = () => app.reports.filter(({ kind }) => kind === 'download').slice(saved);
    await expect.poll(downloads).toEqual([{ kind: 'download', filename: 'a page.html' }]);
    expect(app.reports).not.toContainEqual(expect.objectContaining({ what: 'download' }));
  });
});

describe('files that were made, in the desktop app', () => {
  test.each([
    ['backup', 'carrel-2026-03-28.carrel-backup.tar'],
    ['export', 'Überall.html'],
  ])('are saved: %s', async (what, name) => {
    const saved = app.reports.filter(({ kind }) => kind === 'download').length;
    await page.evaluate(`(() => {
      const link = document.createElement('a');
      link.href = '${what}/${encodeURIComponent(name)}';
      link.download = '${name}';
      link.click();
    })()`);
    const downloads = () => app.reports.filter(({ kind }) => kind === 'download').slice(saved);
    await expect.poll(downloads).toEqual([{ kind: 'download', filename: name }]);
    expect(app.reports).not.toContainEqual(expect.objectContaining({ what: 'download' }));
  });
});

describe('captures in the desktop app', () => {
  const show = async (address: string) => {
    await page.evaluate(`new Promise((resolve) => {
      document.querySelectorAll('iframe').forEach((frame) => frame.remove());
      const frame = document.createElement('iframe');
      frame.width = frame.height = 800;
      frame.onload = resolve;
      frame.src = '${address}';
      document.body.append(frame);
      setTimeout(resolve, 1000);
    })`);
  };
  const shown = () => page.frames().find((frame) => frame.url().includes('/capture/'));
  const refusals = () =>
    app.reports.flatMap((report) => (report.kind === 'refused' ? [report.url] : []));

  test('are shown in a frame, without script and without network', async () => {
    writeFileSync(join(library, 'capture.html'), hostileCapture('https://elsewhere.example'));
    const before = app.reports.length;
    await show('capture/1');
    expect(await shown()?.textContent('#text')).toBe('Harbour – Hafen');
    expect(await shown()?.evaluate("document.querySelector('#shown').naturalWidth")).toBe(1);
    await page.waitForTimeout(1000);
    expect(await shown()?.title()).toBe('Harbour');
    const after = app.reports.slice(before);
    expect(after.filter(({ kind }) => kind === 'escaped' || kind === 'open-external')).toEqual([]);
  });

  test('lead nowhere, whatever is clicked in them', async () => {
    writeFileSync(
      join(library, 'capture.html'),
      `${hostileCapture('https://elsewhere.example')}<a id="other" href="3">another capture</a>`,
    );
    await show('capture/1');
    const before = app.reports.length;
    const click = async (id: string) => {
      await shown()?.locator(`#${id}`).click({ noWaitAfter: true });
      await page.waitForTimeout(200);
    };
    for (const id of ['blank', 'top', 'download', 'script', 'send', 'other']) await click(id);
    expect(shown()?.url()).toBe('http://carrel.localhost/capture/1');
    // Chromium puts a page of its own in place of the frame, which says that this is not allowed.
    await click('self');
    const kinds = app.reports.slice(before).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind !== 'refused')).toEqual([]);
    expect(page.url()).toBe('http://carrel.localhost/');
  });

  test.each(['capture/1/x', 'capture/1?x', 'capture/a', `media/${'b'.repeat(64)}`, 'index.html'])(
    'are all that a frame may show: not %s',
    async (address) => {
      await show(address);
      expect(refusals()).toContain(`carrel://app/${address}`);
    },
  );

  test('are not shown in the window itself, nor in another', async () => {
    await page.evaluate("location.href = 'capture/1'");
    await expect.poll(refusals).toContain('carrel://app/capture/1');
    const before = app.reports.length;
    await page.evaluate("window.open('capture/3', '_blank')");
    await expect
      .poll(() => app.reports.slice(before))
      .toContainEqual({
        kind: 'refused',
        what: 'window',
        url: 'carrel://app/capture/3',
      });
    expect(page.url()).toBe('http://carrel.localhost/');
  });

  test('are saved', async () => {
    const before = app.reports.length;
    await page.evaluate(`(() => {
      const link = document.createElement('a');
      link.href = 'capture/3?save';
      link.download = 'harbour.txt';
      link.click();
    })()`);
    await expect
      .poll(() => app.reports.slice(before))
      .toContainEqual({ kind: 'download', filename: 'harbour.txt' });
    expect(app.reports.slice(before)).not.toContainEqual(
      expect.objectContaining({ what: 'download' }),
    );
  });

  test('as pictures are, under a name', async () => {
    const before = app.reports.length;
    await page.evaluate(`(() => {
      const link = document.createElement('a');
      link.href = 'media/${'a'.repeat(64)}?save=harbour';
      link.download = 'harbour.jpg';
      link.click();
    })()`);
    await expect
      .poll(() => app.reports.slice(before))
      .toContainEqual({ kind: 'download', filename: 'harbour.jpg' });
  });
});

describe('the desktop app', () => {
  test('sends its window’s requests nowhere, and asks the system for the engine’s proxy', async () => {
    expect(await app.reported('window-proxy')).toMatchObject({
      mode: 'fixed_servers',
      proxyRules: '127.0.0.1:9',
    });
    expect(await call('subscribe', 'https://news.example/')).toBe('http://proxy.example:3128');
    expect(await call('subscribe', 'https://www.direct.example/')).toBeNull();
  });

  test('lets a folder be chosen in the system’s dialog', async () => {
    expect(await call('chooseFolder')).toBe('/media/disk/Carrel');
  });

  test('answers no call but from the main frame of its own page', async () => {
    // The stand-in runs the preload in every frame; Electron, in the main frame only.
    await page.evaluate("document.body.append(document.createElement('iframe'))");
    const frame = page.frames().find((candidate) => candidate !== page.mainFrame());
    const refusal = await frame?.evaluate(
      "carrel.markRead([1], true).then(() => 'answered', ({ message }) => message)",
    );
    expect(refusal).toBe('markRead: called from outside the window');
  });

  test('opens one window for a library: a second start shows it', async () => {
    const second = startOnStandIn({ built, args: ['--library', library], home: root });
    expect(await second.ended).toBe(0);
    expect(second.reports).toEqual([]);
    await app.reported('focused');
  });

  test('says why a library cannot be opened, and ends', async () => {
    const folder = join(root, 'refused');
    const refused = startOnStandIn({ built, args: ['--library', folder], home: root });
    expect(await refused.reported('error-box')).toMatchObject({
      title: 'Carrel cannot open its library',
      content: 'library: from a newer Carrel',
    });
    expect(await refused.ended).toBe(1);
  });

  test('ends its engine, keeps its window’s place and leaves no copies when its window is closed', async () => {
    const folder = join(root, 'another');
    cpSync(library, folder, { recursive: true });
    const other = startOnStandIn({ built, args: ['--library', folder], home: root });
    await other.reported('loaded');
    const { pid } = await other.reported('engine');
    const connected = await chromium.connectOverCDP(await other.endpoint);
    const window = await windowOf(connected);
    await window.evaluate(`window.open('media/${'c'.repeat(64)}', '_blank')`);
    const { path } = await other.reported('open-path');
    expect(existsSync(path)).toBe(true);
    await window.close();
    expect(await other.ended).toBe(0);
    expect(existsSync(dirname(path))).toBe(false);
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    const [file] = globSync(join(root, '.config/**/window-state.json'));
    expect(JSON.parse(readFileSync(file ?? '', 'utf8'))).toEqual({
      x: 0,
      y: 0,
      width: 1280,
      height: 820,
      maximized: false,
    });
  });
});
