import { Worker } from 'node:worker_threads';
import { CarrelError } from '../../contract/errors.ts';
import { listFeeds } from '../../db/feeds.ts';
import { readValue, writeValue } from '../../db/settings.ts';
import type { Context } from './context.ts';

/** What the newsroom's thread says (`test/newsroom/worker.ts`). */
type FromNewsroom =
  | { kind: 'listening'; origin: string; feeds: { title: string; address: string }[] }
  | { kind: 'failed'; message: string };

const PORT_KEY = 'sample-newsroom-port';

/** The sample newsroom: a small web server on loopback, for a first look without a network. */
export interface SampleNewsroom {
  /**
   * Starts it where it does not run.
   * @returns the addresses of its feeds
   * @throws CarrelError 'internal' when it cannot be started
   */
  open(): Promise<string[]>;
  /** Starts it again on the port it had, if this library subscribed to it before. */
  reopen(): Promise<void>;
  close(): Promise<void>;
}

export function createSampleNewsroom(context: Context, file: URL): SampleNewsroom {
  let worker: Worker | undefined;
  let feeds: Promise<string[]> | undefined;

  async function start(): Promise<string[]> {
    const port = readValue(context.db, PORT_KEY);
    const started = new Worker(file, { workerData: { port: typeof port === 'number' ? port : 0 } });
    worker = started;
    const answer = await new Promise<FromNewsroom>((resolve) => {
      started.once('message', resolve);
      started.once('error', (error) => resolve({ kind: 'failed', message: error.message }));
    });
    if (answer.kind === 'failed') {
      await started.terminate();
      throw new CarrelError('internal', `sample newsroom: it did not start: ${answer.message}`);
    }
    // It keeps its port, so that its feeds can be refreshed after a restart.
    writeValue(context.db, PORT_KEY, Number(new URL(answer.origin).port));
    return answer.feeds.map((feed) => feed.address);
  }

  return {
    async open() {
      feeds ??= start();
      try {
        return await feeds;
      } catch (error) {
        feeds = undefined;
        throw error;
      }
    },
    async reopen() {
      const port = readValue(context.db, PORT_KEY);
      const origin = `http://127.0.0.1:${String(port)}/`;
      const isSubscribed = listFeeds(context.db).some(({ address }) => address.startsWith(origin));
      if (isSubscribed) await this.open();
    },
    async close() {
      await worker?.terminate();
    },
  };
}
