import { Worker } from 'node:worker_threads';
import { CarrelError } from '../../contract/errors.ts';
import type { FromWorker, TaskInput, TaskName, TaskOutput } from './worker-tasks.ts';

/**
 * A pool of worker threads for the tasks that read hostile input. Each thread has a memory limit
 * and each task a time limit; a thread that exceeds either is ended and replaced, and only the
 * task it was on fails.
 */
export interface WorkerPool {
  /**
   * Runs a task on a free thread, in the order of the calls.
   * @throws CarrelError what the task threw; 'too-large' when it needed too much memory;
   *   'timeout' when it took too long.
   */
  run<N extends TaskName>(task: N, input: TaskInput<N>): Promise<TaskOutput<N>>;
  close(): Promise<void>;
}

export interface PoolLimits {
  threads: number;
  /** Memory of one thread's heap. */
  memoryMb: number;
  /** Time of one task on its thread. */
  taskMs: number;
}

/** A task that waits for a thread, or has one. */
interface Task {
  begin: (worker: Worker) => void;
  fail: (error: CarrelError) => void;
}

interface Thread {
  worker: Worker;
  task: Task | undefined;
  timer: NodeJS.Timeout | undefined;
}

/** Starts the first thread at once, others when they are needed; `file` is `worker`, built or source. */
export function createWorkerPool(file: URL, limits: PoolLimits): WorkerPool {
  const waiting: Task[] = [];
  const threads = new Set<Thread>();
  let closed = false;

  function start(): Thread {
    const worker = new Worker(file, {
      resourceLimits: {
        maxOldGenerationSizeMb: limits.memoryMb,
        // What is read leaves much behind: with 12 MB, a first refresh spent twice the time on it,
        // and with 48 MB no less than with 24.
        maxYoungGenerationSizeMb: 24,
      },
    });
    const thread: Thread = { worker, task: undefined, timer: undefined };
    threads.add(thread);
    worker.on('message', () => {
      release(thread);
      assign();
    });
    worker.on('error', (error) => end(thread, asCarrelError(error, limits)));
    worker.on('exit', () =>
      end(thread, new CarrelError('internal', 'the thread reading it ended')),
    );
    return thread;
  }

  /** Gives waiting tasks to free threads, starting threads up to the limit. */
  function assign(): void {
    while (waiting.length > 0) {
      const free = [...threads].find((thread) => thread.task === undefined);
      const thread = free ?? (threads.size < limits.threads ? start() : undefined);
      if (thread === undefined) return;
      thread.task = waiting.shift();
      thread.timer = setTimeout(() => {
        const seconds = Math.round(limits.taskMs / 1000);
        end(thread, new CarrelError('timeout', `it takes longer than ${seconds} s to be read`));
      }, limits.taskMs);
      thread.task?.begin(thread.worker);
    }
  }

  function release(thread: Thread): Task | undefined {
    clearTimeout(thread.timer);
    const task = thread.task;
    thread.task = undefined;
    return task;
  }

  /** Ends a thread once, whichever of its limits, its error or its exit says so first. */
  function end(thread: Thread, error: CarrelError): void {
    if (!threads.delete(thread)) return;
    void thread.worker.terminate();
    release(thread)?.fail(error);
    assign();
  }

  // The first thread takes a moment to load what it reads with, and there is always something.
  start();

  return {
    run<N extends TaskName>(task: N, input: TaskInput<N>) {
      return new Promise<TaskOutput<N>>((resolve, reject) => {
        if (closed) {
          reject(closing());
          return;
        }
        waiting.push({
          begin(worker) {
            worker.once('message', (answer: FromWorker<TaskOutput<N>>) => {
              if (answer.ok) resolve(answer.output);
              else reject(new CarrelError(answer.failure.kind, answer.failure.message));
            });
            worker.postMessage({ task, input });
          },
          fail: reject,
        });
        assign();
      });
    },
    async close() {
      closed = true;
      for (const task of waiting.splice(0)) task.fail(closing());
      const ending = [...threads];
      threads.clear();
      for (const thread of ending) release(thread)?.fail(closing());
      await Promise.all(ending.map((thread) => thread.worker.terminate()));
    },
  };
}

function closing(): CarrelError {
  return new CarrelError('engine-down', 'Carrel is closing');
}

function asCarrelError(error: Error, limits: PoolLimits): CarrelError {
  if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return new CarrelError('too-large', `it needs more than ${limits.memoryMb} MB to be read`);
  }
  return new CarrelError('internal', `the thread reading it failed: ${error.message}`);
}
