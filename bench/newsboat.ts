import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The peer of the bench `refresh`: newsboat (https://newsboat.org, Debian's package), which fetches
 * feeds with several threads and keeps their entries in SQLite, as Carrel does without its index.
 */
export interface Newsboat {
  /** Fetches all feeds; rejects where newsboat says that it failed. */
  reload(): Promise<void>;
  /** How many entries it has kept. */
  entries(): number;
}

/** The version that is installed, in newsboat's words; `undefined` where none is. */
export function newsboatVersion(): string | undefined {
  const { error, stdout } = spawnSync('newsboat', ['--version'], { encoding: 'utf8' });
  return error === undefined ? stdout.split('\n')[0] : undefined;
}

/** A newsboat with an empty cache in a folder, subscribed to these feeds. */
export function openNewsboat(folder: string, addresses: readonly string[]): Newsboat {
  const home = join(folder, 'newsboat');
  mkdirSync(home);
  const urls = join(home, 'urls');
  const config = join(home, 'config');
  writeFileSync(urls, `${addresses.join('\n')}\n`);
  writeFileSync(config, 'reload-threads 16\n');
  const given = ['-u', urls, '-C', config, '-c', join(home, 'cache.db')];

  return {
    async reload() {
      const child = spawn('newsboat', [...given, '-x', 'reload'], { stdio: 'ignore' });
      const [code] = await once(child, 'exit');
      if (code !== 0) throw new Error(`bench: newsboat ended with ${String(code)}`);
    },
    entries() {
      const { stdout } = spawnSync('newsboat', [...given, '-x', 'print-unread'], {
        encoding: 'utf8',
      });
      return Number.parseInt(stdout, 10);
    },
  };
}
