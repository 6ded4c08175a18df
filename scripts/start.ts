import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { hasDisplay } from '../main/web/open-browser.ts';
import { build, builtFolder } from './build.ts';
import { electronRuntime } from './electron-runtime.ts';

/** `npm start`: builds what has changed and opens Carrel, on the desktop where that is possible. */

const help = `Starts Carrel: npm start -- [flags]

  --browser       open Carrel in your browser, not on the desktop
  --library DIR   the library's folder
  --demo          subscribe to the sample newsroom
  --help          this text

In the browser only:
  --port N        the port on 127.0.0.1 (default: a free one)
  --no-open       print the address, open no browser`;

export interface StartFlags {
  browser: boolean;
  help: boolean;
  /** What both doors are started with. */
  both: string[];
  /** What only the browser door is started with. */
  browserOnly: string[];
}

/** The flags of `npm start`; throws on a flag it does not have. */
export function readStartFlags(args: string[]): StartFlags {
  const { values } = parseArgs({
    args,
    options: {
      browser: { type: 'boolean', default: false },
      library: { type: 'string' },
      demo: { type: 'boolean', default: false },
      port: { type: 'string' },
      'no-open': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const { browser, library, demo, port } = values;
  const both = library === undefined ? [] : [`--library=${library}`];
  if (demo) both.push('--demo');
  const browserOnly = port === undefined ? [] : [`--port=${port}`];
  if (values['no-open']) browserOnly.push('--no-open');
  return { browser, help: values.help, both, browserOnly };
}

/** Builds and opens Carrel. Returns when it is open (browser) or was closed (desktop). */
export async function start(flags: StartFlags): Promise<void> {
  await build();
  if (!flags.browser) {
    const refusal = noDesktop() ?? (await openDesktop(flags));
    if (refusal === undefined) return;
    console.log(`${refusal}: opening Carrel in your browser instead.`);
  }
  // In this process: its signals and its exit are Carrel's.
  process.argv.splice(2, Infinity, ...flags.both, ...flags.browserOnly);
  await import(pathToFileURL(join(builtFolder, 'web/main.js')).href);
}

/** Why a window cannot be opened on this machine by this user; `undefined` where it can. */
function noDesktop(): string | undefined {
  if (!hasDisplay()) return 'There is no display here';
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    return 'Electron does not run as root';
  }
  return undefined;
}

/** Opens the desktop door and waits until it is closed; returns why it could not be opened. */
async function openDesktop(flags: StartFlags): Promise<string | undefined> {
  const runtime = await electronRuntime();
  if (runtime.path === undefined) {
    return `Electron’s runtime is not here and cannot be downloaded (${runtime.cause})`;
  }
  const root = fileURLToPath(new URL('..', import.meta.url));
  const child = spawn(runtime.path, [root, ...flags.both], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => child.kill(signal));
  }
  return new Promise((resolve) => {
    child.on('error', (error) => resolve(`Electron cannot be started (${error.message})`));
    child.on('exit', (code, signal) => {
      // Chromium ends itself by a signal where its sandbox cannot be set up (a kernel without
      // user namespaces); nobody asked for that one.
      if (signal !== null && signal !== 'SIGINT' && signal !== 'SIGTERM') {
        resolve(`Electron ended by ${signal}`);
        return;
      }
      process.exitCode = code ?? 0;
      resolve(undefined);
    });
  });
}

/** Reads the flags, prints help or what is wrong with them, or starts. */
export async function main(args: string[]): Promise<void> {
  let flags: StartFlags;
  try {
    flags = readStartFlags(args);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
    return;
  }
  if (flags.help) console.log(help);
  else await start(flags);
}

if (import.meta.main) await main(process.argv.slice(2));
