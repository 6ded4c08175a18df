import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { expect, test } from 'vitest';
import { openLibrary, closeLibrary } from '../../db/open.ts';
import { temporaryFolder } from '../db/library.ts';

const checkpointer = new URL('../../main/engine/checkpointer.ts', import.meta.url);
const thread = new URL('../../db/checkpoint-thread.ts', import.meta.url);

test('the thread is waited for when it is closed, also by a process with nothing else to do', () => {
  const folder = temporaryFolder();
  closeLibrary(openLibrary(folder));
  const program = `
    const { startCheckpointer } = await import('${checkpointer.href}');
    await startCheckpointer(new URL('${thread.href}'), ${JSON.stringify(folder)}).close();
    console.log('closed');`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
  });
  expect(stdout).toBe('closed\n');
});
