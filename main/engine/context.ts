import type { MediaHash, Timestamp } from '../../contract/types.ts';
import type { Db } from '../../db/open.ts';
import type { Changes } from './changes.ts';
import type { DoorServices } from './door-services.ts';
import type { Fetcher } from './fetch/fetcher.ts';
import type { Keeper } from './keeper.ts';
import type { Network } from './network.ts';
import type { WorkerPool } from './worker-pool.ts';

/** What every step of the way of an article needs. */
export interface Context {
  db: Db;
  /** The library's folder. */
  folder: string;
  fetcher: Fetcher;
  workers: WorkerPool;
  changes: Changes;
  services: DoorServices;
  /** Files that are being kept: written, but not yet named by a row; no garbage. */
  keeping: Set<MediaHash>;
  keeper: Keeper;
  network: Network;
  /** The time, so that tests can set it. */
  now: () => Timestamp;
}
