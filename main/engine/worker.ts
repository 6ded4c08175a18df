import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { toFailure } from '../../contract/errors.ts';
import { extractPage } from './extract/page.ts';
import { extractTextFile } from './extract/text.ts';
import { discoverFeeds } from './feeds/discover.ts';
import { iconsOfPage } from './feeds/icons.ts';
import { parseFeed } from './feeds/parse.ts';
import { parseOpml } from './opml.ts';
import type { FromWorker, ToWorker, WorkerTasks } from './worker-tasks.ts';

/** How nice it is to other threads, from 0 to 19. */
const NICE = 10;

/**
 * The entry of a worker thread. It does one task at a time; its memory and time are limited by
 * the pool that started it, which ends the whole thread when a task takes too much of either.
 */

// Who asks the library goes first. Linux alone has a priority for each thread; elsewhere this would
// be the whole engine's (setpriority(2), "C library/kernel differences").
if (process.platform === 'linux') setPriority(0, NICE);

const port = parentPort;
if (port === null) throw new Error('worker: this file runs as a worker thread only');

port.on('message', (message: ToWorker) => {
  port.postMessage(answer(message));
});

function answer(message: ToWorker): FromWorker {
  try {
    return { ok: true, output: perform(message) };
  } catch (error) {
    return { ok: false, failure: toFailure(error) };
  }
}

function perform(message: ToWorker): ReturnType<WorkerTasks[ToWorker['task']]> {
  switch (message.task) {
    case 'page':
      return extractPage(message.input);
    case 'textFile':
      return extractTextFile(message.input);
    case 'feed':
      return parseFeed(message.input);
    case 'opml':
      return parseOpml(message.input.bytes, message.input.name);
    case 'feedsOfPage':
      return discoverFeeds(message.input);
    case 'iconsOfPage':
      return iconsOfPage(message.input);
  }
}
