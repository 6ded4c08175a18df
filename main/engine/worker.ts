import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { toFailure } from '../../contract/errors.ts';
import { parseFeed } from './feeds/parse.ts';
import type { FromWorker, TaskName, TaskOutput, ToWorker } from './worker-tasks.ts';

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
  void answer(message).then((answered) => port.postMessage(answered));
});

async function answer(message: ToWorker): Promise<FromWorker> {
  try {
    return { ok: true, output: await perform(message) };
  } catch (error) {
    return { ok: false, failure: toFailure(error) };
  }
}

/** Feeds are read as soon as Carrel starts; what reads the rest is loaded when there is some. */
async function perform(message: ToWorker): Promise<TaskOutput<TaskName>> {
  switch (message.task) {
    case 'page':
      return (await import('./extract/page.ts')).extractPage(message.input);
    case 'savedPage':
      return (await import('./import/read-saved.ts')).readSaved(message.input);
    case 'pdf':
      return await (await import('./import/pdf-article.ts')).readPdfArticle(message.input);
    case 'unpack':
      return await (await import('./import/unpack.ts')).unpack(message.input);
    case 'checkBackup':
      return await (await import('./import/check-backup.ts')).checkBackup(message.input);
    case 'feed':
      return parseFeed(message.input);
    case 'opml':
      return (await import('./opml.ts')).parseOpml(message.input.bytes, message.input.name);
    case 'feedsOfPage':
      return (await import('./feeds/discover.ts')).discoverFeeds(message.input);
    case 'iconsOfPage':
      return (await import('./feeds/icons.ts')).iconsOfPage(message.input);
  }
}
