import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from '../scripts/build.ts';
import { bounds } from './bounds.ts';
import type { Limit, Report, Row } from './report.ts';
import { windowLibrary } from './window-library.ts';

const windowFolder = fileURLToPath(new URL('../dist/window/', import.meta.url));

/** What the process that drives the browser has measured. */
export interface Measured {
  rows: Row[];
  limits: Limit[];
  notes: string[];
}

/**
 * The window, as built, in Chromium over 100,000 articles, beside finished pages of the same
 * elements. In a process of its own: what drives the browser knows the types of a browser, and the
 * rest of the bench does not.
 *
 * @param parts the names of the parts that are measured; none is all.
 * @throws Error where a part is not known, or the browser ends.
 */
export async function windowBench(parts: readonly string[] = []): Promise<Report> {
  await build();
  const library = await windowLibrary();
  const child = fork(fileURLToPath(new URL('window/main.ts', import.meta.url)), [
    windowFolder,
    library,
    ...parts,
  ]);
  const ended = once(child, 'exit').then(() => {
    throw new Error('window: the process that drives the browser ended');
  });
  const said: Promise<Measured[]> = once(child, 'message').then((messages) => messages);
  const [measured] = await Promise.race([said, ended]);
  if (measured === undefined) throw new Error('window: nothing was measured');
  ended.catch(() => undefined);
  return {
    bench: 'window',
    rows: measured.rows,
    limits: [
      ...measured.limits,
      {
        what: 'script sent to the window, gzip',
        value: scriptKb(),
        most: bounds.window.scriptKb,
        unit: 'kB',
      },
    ],
    notes: measured.notes,
  };
}

/** All scripts of the built window, in kB (10³ bytes), as a server would send them. */
function scriptKb(): number {
  const assets = join(windowFolder, 'assets');
  return readdirSync(assets)
    .filter((name) => name.endsWith('.js'))
    .map((name) => gzipSync(readFileSync(join(assets, name))).length / 1000)
    .reduce((sum, kb) => sum + kb, 0);
}
