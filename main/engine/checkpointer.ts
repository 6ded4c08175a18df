import { Worker } from 'node:worker_threads';

/** Keeps a library's write-ahead log short, in a thread of its own (`db/checkpoint-thread.ts`). */
export interface Checkpointer {
  close(): Promise<void>;
}

/**
 * Starts the thread. Where it cannot be started or ends, the connection that writes does the same
 * at a greater length of the log (`db/open.ts`).
 */
export function startCheckpointer(file: URL, folder: string): Checkpointer {
  const worker = new Worker(file, {
    workerData: folder,
    resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 },
  });
  const ended = new Promise<void>((resolve) => {
    worker.once('exit', () => resolve());
  });
  worker.on('error', () => undefined);
  worker.unref();
  return {
    async close() {
      // Until it has ended, a process that has nothing else to do is not over.
      worker.ref();
      worker.postMessage('close');
      await ended;
    },
  };
}
