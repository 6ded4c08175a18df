import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where the benches' libraries are kept between runs: `CARREL_BENCH_DIR`, or the platform's
 * folder for what can be made again. They take about 3 GB.
 */
export function benchFolder(
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
  home: string = homedir(),
): string {
  const named = environment['CARREL_BENCH_DIR'];
  if (named !== undefined && named !== '') return named;
  if (platform === 'darwin') return join(home, 'Library/Caches/carrel-bench');
  if (platform === 'win32') {
    return join(environment['LOCALAPPDATA'] ?? join(home, 'AppData/Local'), 'carrel-bench');
  }
  const cache = environment['XDG_CACHE_HOME'];
  return join(cache?.startsWith('/') ? cache : join(home, '.cache'), 'carrel-bench');
}

/**
 * Does something in a folder that is there only so long. Beside the benches' libraries, because a
 * folder for temporary files may be in memory.
 */
export async function inNewFolder<T>(act: (folder: string) => Promise<T>): Promise<T> {
  mkdirSync(benchFolder(), { recursive: true });
  const folder = mkdtempSync(join(benchFolder(), 'new-'));
  try {
    return await act(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
