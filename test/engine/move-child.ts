import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { openAt, settled } from './moving.ts';

/**
 * A process that moves a library, starts again in itself, and kills itself at one step on the way. Its
 * arguments: the folder it is started with, the new one, and the step: a function of the file system, an
 * end of the path that it is called with, `before` or `after`, and how often it was called before that.
 */
const [started = '', to = '', name = '', end = '', when = '', skip = '0'] = process.argv.slice(2);
const wanted = new RegExp(end);
let toSkip = Number(skip);

function watch(step: 'link' | 'rename' | 'rm' | 'open'): void {
  const real: unknown = fs[step];
  if (typeof real !== 'function') return;
  Reflect.set(fs, step, async (...args: unknown[]) => {
    // Where files are to be copied, as between two disks, none can have two names.
    if (step === 'link' && name !== 'link')
      throw Object.assign(new Error('EXDEV'), { code: 'EXDEV' });
    const isIt = step === name && args.some((arg) => typeof arg === 'string' && wanted.test(arg));
    const isNow = isIt && toSkip === 0;
    if (isIt) toSkip -= 1;
    if (isNow && when === 'before') die();
    const result: unknown = await Reflect.apply(real, fs, args);
    if (isNow) die();
    return result;
  });
}

function die(): void {
  process.kill(process.pid, 'SIGKILL');
}

for (const step of ['link', 'rename', 'rm', 'open'] as const) watch(step);
syncBuiltinESMExports();

const before = openAt(started);
await before.moves.begin(to);
await before.closed;
const after = openAt(started);
await settled(after);
