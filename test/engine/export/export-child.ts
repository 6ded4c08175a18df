import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { openLibrary } from '../../../db/open.ts';
import { createExports } from '../../../main/engine/export/exports.ts';
import { contextOn } from '../context-on.ts';

/**
 * A process that kills itself in the middle of an export: while it copies articles, or writes the
 * archive. Its arguments: which of these, a library's folder.
 */
const [when = '', folder = ''] = process.argv.slice(2);
const db = openLibrary(folder);
const context = contextOn(db, { folder });
const ids = db.prepare<[], number>('SELECT id FROM articles').pluck().all();
createExports(context, { version: '1', emit: () => undefined }).begin(ids, { kind: 'carrel' });
const awaited = when === 'copying' ? 'export.sqlite' : 'export.part';
while (!existsSync(join(folder, 'exports', awaited))) await setImmediate();
process.kill(process.pid, 'SIGKILL');
