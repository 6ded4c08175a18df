import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { electronRuntime } from '../../scripts/electron-runtime.ts';

/** A `node_modules` whose Electron has this script as its installer. */
function modulesWith(installer: string): string {
  const modules = mkdtempSync(join(tmpdir(), 'carrel-runtime-'));
  onTestFinished(() => rmSync(modules, { recursive: true, force: true }));
  mkdirSync(join(modules, 'electron'), { recursive: true });
  writeFileSync(join(modules, 'electron/install.js'), installer);
  return modules;
}

/** Makes the runtime's server one of our own, which answers, or one that is not there. */
async function nameMirror(isThere: boolean): Promise<void> {
  const server = createServer((_request, response) => response.end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  if (isThere) onTestFinished(() => void server.close());
  else await new Promise((resolve) => server.close(resolve));
  vi.stubEnv('ELECTRON_MIRROR', `http://127.0.0.1:${port}/`);
}

const installs = `
  const { mkdirSync, writeFileSync } = require('node:fs');
  const { join } = require('node:path');
  mkdirSync(join(__dirname, 'dist'));
  writeFileSync(join(__dirname, 'dist/electron'), '');
  writeFileSync(join(__dirname, 'path.txt'), 'electron');`;

const marksItsRun = `require('node:fs').writeFileSync(__dirname + '/ran', '');`;

beforeEach(() => {
  for (const name of ['npm_config_electron_mirror', 'HTTPS_PROXY', 'https_proxy']) {
    vi.stubEnv(name, undefined);
  }
  vi.spyOn(console, 'log').mockImplementation(() => {});
  return () => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  };
});

describe('Electron’s runtime', () => {
  test('is not downloaded where its server cannot be reached', async () => {
    const modules = modulesWith(marksItsRun);
    await nameMirror(false);
    expect(await electronRuntime(modules)).toEqual({
      cause: expect.stringMatching(/^127\.0\.0\.1:\d+: ECONNREFUSED$/),
    });
    expect(existsSync(join(modules, 'electron/ran'))).toBe(false);
  });

  test('is not asked for again on the day it failed, and is on the next', async () => {
    const modules = modulesWith(installs);
    await nameMirror(false);
    const first = await electronRuntime(modules);
    await nameMirror(true);
    expect(await electronRuntime(modules)).toEqual(first);
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 25 * 60 * 60 * 1000);
    expect(await electronRuntime(modules)).toEqual({
      path: join(modules, 'electron/dist/electron'),
    });
  });

  test('is missing, with the installer’s first words, where the installer fails', async () => {
    const modules = modulesWith(`console.error('HTTPError: 403\\n  at x'); process.exit(1);`);
    await nameMirror(true);
    expect(await electronRuntime(modules)).toEqual({ cause: 'HTTPError: 403' });
  });

  test('is missing where the installer says it worked and it did not', async () => {
    const modules = modulesWith('');
    await nameMirror(true);
    expect(await electronRuntime(modules)).toEqual({ cause: 'the download left no program' });
  });

  test('is downloaded once', async () => {
    const modules = modulesWith(installs);
    await nameMirror(true);
    const path = join(modules, 'electron/dist/electron');
    expect(await electronRuntime(modules)).toEqual({ path });
    // A second run of this installer would fail: its folder is there.
    expect(await electronRuntime(modules)).toEqual({ path });
  });
});
