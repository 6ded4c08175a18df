import type { Timestamp } from '../contract/types.ts';
import type { Db } from './open.ts';
import { prepared } from './statement.ts';

/** A host that is left alone for a while. */
export interface RestingHost {
  /** How often in a row it did not answer, or was too busy. */
  failures: number;
  retryAt: Timestamp;
  /** Whether the host itself said until when (`Retry-After`); then it is not asked sooner. */
  asked: boolean;
}

export function restingHost(db: Db, host: string): RestingHost | undefined {
  const row = prepared<HostRow>(
    db,
    'SELECT failures, retry_at, asked FROM hosts WHERE host = ?',
  ).get(host);
  return row === undefined ? undefined : toRestingHost(row);
}

/** Has a host left alone: none of its jobs is due before. */
export function restHost(db: Db, host: string, rest: RestingHost): void {
  prepared(
    db,
    `INSERT INTO hosts (host, failures, retry_at, asked) VALUES (:host, :failures, :retryAt, :asked)
     ON CONFLICT (host) DO UPDATE SET
       failures = excluded.failures, retry_at = excluded.retry_at, asked = excluded.asked`,
  ).run({ ...rest, host, asked: rest.asked ? 1 : 0 });
}

/** A host answered: it is as any other. */
export function wakeHost(db: Db, host: string): void {
  prepared(db, 'DELETE FROM hosts WHERE host = ?').run(host);
}

/** Forgets who did not answer, as when there is a network again; who asked for a rest has it. */
export function wakeHosts(db: Db): void {
  prepared(db, 'DELETE FROM hosts WHERE asked = 0').run();
}

interface HostRow {
  failures: number;
  retry_at: Timestamp;
  asked: 0 | 1;
}

function toRestingHost(row: HostRow): RestingHost {
  return { failures: row.failures, retryAt: row.retry_at, asked: row.asked === 1 };
}
