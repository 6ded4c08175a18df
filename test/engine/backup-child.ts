import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { openLibrary } from '../../db/open.ts';
import { createBackups } from '../../main/engine/backup.ts';
import { prepareRestore } from '../../main/engine/import/restore.ts';
import { createWorkerPool } from '../../main/engine/worker-pool.ts';
import { contextOn } from './context-on.ts';

/**
 * A process that kills itself in the middle: while it copies a database, writes a backup, or restores
 * from one. Its arguments: which of these, a library's folder, a backup.
 */
const [when = '', folder = '', backup = ''] = process.argv.slice(2);
const context = contextOn(openLibrary(folder), { folder });
const die = (): void => void process.kill(process.pid, 'SIGKILL');

if (when === 'restoring') {
  context.changes.articles = die;
  const unpackers = createWorkerPool(new URL('../../main/engine/worker.ts', import.meta.url), {
    threads: 1,
    memoryMb: 256,
    taskMs: 60_000,
  });
  const { signal } = new AbortController();
  const file = { path: backup, name: 'backup.tar', sizeBytes: 1, modifiedAt: null };
  await prepareRestore({ context, unpackers, signal, restoring: () => undefined }, file);
} else {
  const emit = when === 'copying' ? die : (): void => undefined;
  const { name } = createBackups(context, { version: '1', emit }).begin();
  while (!existsSync(join(folder, 'backups', `${name}.part`))) await setImmediate();
  die();
}
