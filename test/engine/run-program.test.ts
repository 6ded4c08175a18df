import { describe, expect, test } from 'vitest';
import { runProgram, windowsProgram } from '../../main/engine/run-program.ts';

const node = process.execPath;

describe('a program of the system', () => {
  test('that is not there, fails or does not end has nothing to say', async () => {
    expect(await runProgram('carrel-no-such-program', [], 5000)).toBeUndefined();
    const failing = "process.stdout.write('half'); process.exitCode = 3";
    expect(await runProgram(node, ['-e', failing], 20_000)).toBeUndefined();
    expect(await runProgram(node, ['-e', 'setInterval(() => {}, 1000)'], 200)).toBeUndefined();
  });

  test('says what it prints', async () => {
    expect(await runProgram(node, ['-e', "process.stdout.write('u 1')"], 20_000)).toBe('u 1');
  });

  test('of Windows is taken from Windows’ own folder', () => {
    expect(windowsProgram('reg.exe')).toMatch(/^[A-Z]:\\.*System32\\reg\.exe$/i);
  });
});
