import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { InputOptions, OutputOptions } from 'rolldown';
import { methods } from '../contract/schemas.ts';

/** Builds Carrel into `dist/`: the window with Vite, everything else with its bundler, Rolldown. */

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const stamp = join(dist, '.built');

/** What `dist/` is made of; a change in here means a new build. */
const sources = [
  'contract',
  'db',
  'main',
  'renderer',
  'test/newsroom',
  'scripts/build.ts',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
];

/** Not bundled: Electron brings itself, and better-sqlite3 finds its binary beside its own files. */
const external = ['electron', 'better-sqlite3'];

/** The folder `main/electron/` and `main/web/` find the rest of the app from. */
export const builtFolder = dist;

/**
 * Builds what is not built yet, in a few seconds; at once where no source is newer than the
 * last build. `force` builds in any case. Rejects where a source is missing or does not compile.
 */
export async function build(options: { force?: boolean } = {}): Promise<void> {
  if (options.force !== true && isCurrent()) return;
  // Taken now: what is saved while the build runs is newer than it.
  const startedAt = new Date();
  rmSync(stamp, { force: true });
  await Promise.all([
    buildWindow(),
    buildEngine(dist),
    buildNewsroom(dist),
    buildWebDoor(dist),
    buildElectronDoor(dist),
  ]);
  writeFileSync(stamp, `${startedAt.toISOString()}\n`);
}

async function buildWindow(): Promise<void> {
  // Bundlers are loaded when there is something to bundle: a second start takes no time.
  const vite = await import('vite');
  await vite.build({ configFile: join(root, 'vite.config.ts') });
}

export async function buildEngine(folder: string): Promise<void> {
  markAsModules(join(folder, 'engine'));
  // Apart, so that a worker loads only what extraction needs.
  await Promise.all([
    bundle('main/engine/process.ts', join(folder, 'engine/process.js')),
    // In pieces: what reads pages is loaded when there is one.
    bundle('main/engine/worker.ts', join(folder, 'engine/worker.js'), 'es', true),
    bundle('db/checkpoint-thread.ts', join(folder, 'engine/checkpoint-thread.js')),
  ]);
}

async function buildNewsroom(folder: string): Promise<void> {
  markAsModules(join(folder, 'newsroom'));
  await bundle('test/newsroom/worker.ts', join(folder, 'newsroom/worker.js'));
  cpSync(join(root, 'test/newsroom/pictures'), join(folder, 'newsroom/pictures'), {
    recursive: true,
  });
}

export async function buildWebDoor(folder: string): Promise<void> {
  await Promise.all([
    bundle('main/web/main.ts', join(folder, 'web/main.js')),
    bundle('main/web/client.ts', join(folder, 'web/client.js'), 'iife'),
  ]);
}

export async function buildElectronDoor(folder: string): Promise<void> {
  await Promise.all([
    bundle('main/electron/main.ts', join(folder, 'electron/main.js')),
    // A sandboxed preload is a CommonJS script that may require nothing but Electron.
    bundle('main/electron/preload.ts', join(folder, 'electron/preload.cjs'), 'cjs'),
  ]);
}

/** An installer puts these folders outside its archive, where Carrel's package.json is not. */
function markAsModules(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
}

async function bundle(
  source: string,
  file: string,
  format: 'es' | 'cjs' | 'iife' = 'es',
  inPieces = false,
): Promise<void> {
  const input: InputOptions = {
    input: join(root, source),
    external,
    platform: format === 'es' ? 'node' : 'browser',
    // The window's side needs the methods' names, and not the schema library they come from.
    transform: { define: { CARREL_METHODS: JSON.stringify(methods) } },
    logLevel: 'warn',
  };
  const output: OutputOptions = {
    dir: dirname(file),
    entryFileNames: basename(file),
    format,
    sourcemap: true,
    ...(inPieces ? { chunkFileNames: 'worker-[name].js' } : { codeSplitting: false }),
  };
  mkdirSync(dirname(file), { recursive: true });
  const { rolldown } = await import('rolldown');
  const bundler = await rolldown(input);
  await bundler.write(output);
  await bundler.close();
}

/** Whether no source was changed, added or removed since the last build began. */
function isCurrent(): boolean {
  if (!existsSync(stamp)) return false;
  const builtMs = Date.parse(readFileSync(stamp, 'utf8'));
  return sources.every((source) => newestMs(join(root, source)) < builtMs);
}

/** When a file, or anything in a folder, was last changed; a folder changes with its names. */
function newestMs(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  const inside = readdirSync(path).map((name) => newestMs(join(path, name)));
  return Math.max(stats.mtimeMs, ...inside);
}

if (import.meta.main) {
  const startedMs = Date.now();
  await build({ force: true });
  console.log(`Built dist/ in ${((Date.now() - startedMs) / 1000).toFixed(1)} s`);
}
