import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from './start.ts';

/**
 * `npm run demo`: Carrel with a library of its own that is gone afterwards, subscribed to the
 * sample newsroom, which needs no network. Takes the flags of `npm start`.
 */

const folder = mkdtempSync(join(tmpdir(), 'carrel-demo-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
await main(['--library', folder, '--demo', ...process.argv.slice(2)]);
