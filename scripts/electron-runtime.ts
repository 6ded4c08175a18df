import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Electron's runtime: about 120 MB that its npm package does not hold. `npm start` looks for it,
 * has Electron's own installer download it where that is possible, and says why it is not.
 */

/** A failed download is remembered, so that a machine without a network waits once a day. */
const failureName = '.cache/carrel/electron-runtime.json';
const rememberMs = 24 * 60 * 60 * 1000;

const reachTimeoutMs = 3000;
const downloadTimeoutMs = 60_000;

export type Runtime = { path: string } | { path?: never; cause: string };

/** The runtime's program, downloaded now if need be; or, in a few words, why there is none. */
export async function electronRuntime(
  modules: string = fileURLToPath(new URL('../node_modules', import.meta.url)),
): Promise<Runtime> {
  const path = installedRuntime(modules);
  if (path !== undefined) return { path };
  const failureFile = join(modules, failureName);
  const remembered = rememberedFailure(failureFile);
  if (remembered !== undefined) return { cause: remembered };
  const failed = (await unreachable()) ?? (await download(modules));
  const installed = installedRuntime(modules);
  if (installed !== undefined) return { path: installed };
  const cause = failed ?? 'the download left no program';
  remember(failureFile, cause);
  return { cause };
}

/** Electron's installer writes the program's name into `path.txt` when all else is in place. */
function installedRuntime(modules: string): string | undefined {
  const pathFile = join(modules, 'electron/path.txt');
  if (!existsSync(pathFile)) return undefined;
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(modules, 'electron/dist');
  const path = join(folder, readFileSync(pathFile, 'utf8'));
  return existsSync(path) ? path : undefined;
}

/**
 * Why the server that has the runtime cannot be reached; `undefined` where it can. Electron's
 * installer alone would try for minutes. A proxy is left to the installer to find.
 */
async function unreachable(): Promise<string | undefined> {
  if (proxyNamed()) return undefined;
  const mirror = process.env['npm_config_electron_mirror'] ?? process.env['ELECTRON_MIRROR'];
  const address = mirror ?? 'https://github.com/electron/electron/releases/download/';
  if (!URL.canParse(address)) return `the mirror ${address} is no address`;
  const { host } = new URL(address);
  try {
    await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(reachTimeoutMs) });
    return undefined;
  } catch (error) {
    return `${host}: ${reason(error)}`;
  }
}

/** Runs Electron's installer; returns why it failed, or `undefined`. */
function download(modules: string): Promise<string | undefined> {
  console.log('Downloading Electron’s runtime, once …');
  const environment = proxyNamed() ? { ...process.env, NODE_USE_ENV_PROXY: '1' } : process.env;
  const child = spawn(process.execPath, [join(modules, 'electron/install.js')], {
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: downloadTimeoutMs,
    killSignal: 'SIGKILL',
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  return new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code) => {
      if (code === 0) resolve(undefined);
      else if (code === null)
        resolve(`the download took longer than ${downloadTimeoutMs / 1000} s`);
      else resolve(errors.split('\n', 1)[0]);
    });
  });
}

function rememberedFailure(failureFile: string): string | undefined {
  try {
    const kept: unknown = JSON.parse(readFileSync(failureFile, 'utf8'));
    if (typeof kept !== 'object' || kept === null || !('at' in kept) || !('cause' in kept)) {
      return undefined;
    }
    const { at, cause } = kept;
    const isFresh = typeof at === 'number' && Date.now() - at < rememberMs;
    return isFresh && typeof cause === 'string' ? cause : undefined;
  } catch {
    return undefined;
  }
}

function remember(failureFile: string, cause: string): void {
  mkdirSync(dirname(failureFile), { recursive: true });
  writeFileSync(failureFile, JSON.stringify({ at: Date.now(), cause }));
}

function proxyNamed(): boolean {
  return Boolean(process.env['HTTPS_PROXY'] ?? process.env['https_proxy']);
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `no answer in ${reachTimeoutMs / 1000} s`;
  const { cause } = error;
  if (cause instanceof Error && 'code' in cause) return String(cause.code);
  return error.message;
}
