import { execFile } from 'node:child_process';

/**
 * What a program of the system prints on its standard output; `undefined` where it is not there,
 * fails, or takes longer than `timeoutMs`. Never rejects: what asks it does without.
 */
export function runProgram(
  file: string,
  args: readonly string[],
  timeoutMs: number,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const options = { timeout: timeoutMs, windowsHide: true, killSignal: 'SIGKILL' as const };
    execFile(file, args, options, (error, stdout) => {
      resolve(error === null ? stdout : undefined);
    });
  });
}

/**
 * The path of a program in Windows' own folder. By its name alone, Windows would take a program of
 * that name in the current folder first.
 */
export function windowsProgram(...path: string[]): string {
  return [process.env['SystemRoot'] ?? String.raw`C:\Windows`, 'System32', ...path].join('\\');
}
