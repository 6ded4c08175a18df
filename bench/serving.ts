import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { hostAt, type Serving } from './feed-server.ts';

/** Feeds that are served from a process of their own. */
export interface ServedFeeds {
  /** The address of each, by place. */
  addresses: string[];
  close(): void;
}

/** Starts the feeds' server; rejects where the machine does not answer on all of 127.0.0.0/8. */
export async function serveFeeds(serving: Serving): Promise<ServedFeeds> {
  const server = fork(fileURLToPath(new URL('feed-server.ts', import.meta.url)));
  const port = await new Promise((resolve, reject) => {
    server.once('message', resolve);
    server.once('exit', () => {
      // Linux and Windows answer on all of 127.0.0.0/8; macOS on 127.0.0.1 alone.
      reject(new Error('bench: the feeds’ server cannot listen on 127.0.1.1 and the next ones'));
    });
    server.send(serving);
  });
  return {
    addresses: Array.from(
      { length: serving.count },
      (_, place) => `http://${hostAt(place)}:${String(port)}/feed.xml`,
    ),
    close: () => server.disconnect(),
  };
}
