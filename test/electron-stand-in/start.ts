import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Report } from './report.ts';

/** A desktop app that runs on the stand-in. */
export interface RunningApp {
  /** Where its window can be reached: `chromium.connectOverCDP(endpoint)`. */
  endpoint: Promise<string>;
  /** What it has reported so far. */
  reports: Report[];
  /** The first report of a kind, already made or still to come; rejects when the app ends first. */
  reported<K extends Report['kind']>(kind: K): Promise<Extract<Report, { kind: K }>>;
  /** The code it ended with. */
  ended: Promise<number | null>;
  /** Asks it to quit, and waits until it has. */
  quit(): Promise<number | null>;
}

/**
 * Starts the desktop app built in the folder `built` on the stand-in for Electron. `home` is the
 * user's home folder for this run, where the app's profile is kept.
 */
export function startOnStandIn(options: {
  built: string;
  args: string[];
  home: string;
}): RunningApp {
  const register = new URL('register.ts', import.meta.url).href;
  const main = join(options.built, 'electron/main.js');
  const child = spawn(process.execPath, ['--import', register, main, ...options.args], {
    env: { ...process.env, HOME: options.home },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const reports: Report[] = [];
  const ended = once(child, 'exit').then(([code]: (number | null)[]) => code ?? null);
  const waiting = new Set<() => void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    reports.push(JSON.parse(line));
    for (const check of waiting) check();
  });

  function reported<K extends Report['kind']>(kind: K): Promise<Extract<Report, { kind: K }>> {
    const isIt = (report: Report): report is Extract<Report, { kind: K }> => report.kind === kind;
    return new Promise((resolve, reject) => {
      const check = (): void => {
        const found = reports.find(isIt);
        if (found === undefined) return;
        waiting.delete(check);
        resolve(found);
      };
      waiting.add(check);
      check();
      void ended.then((code) => reject(new Error(`the app ended with ${code}, without ${kind}`)));
    });
  }

  return {
    get endpoint() {
      return reported('stand-in').then(({ endpoint }) => endpoint);
    },
    reports,
    reported,
    ended,
    quit: () => quit(child, ended),
  };
}

async function quit(child: ChildProcess, ended: Promise<number | null>): Promise<number | null> {
  child.kill('SIGTERM');
  return ended;
}
