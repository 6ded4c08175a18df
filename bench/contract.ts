import type { CarrelApi, Method } from '../contract/api.ts';
import { dispatch } from '../main/door/dispatch.ts';
import { version } from '../main/door/version.ts';
import { createEngine } from '../main/engine/engine.ts';

/** The contract as the window calls it, without the way between the processes. */
export interface Contract {
  call<M extends Method>(method: M, args: Parameters<CarrelApi[M]>): Promise<unknown>;
  close(): Promise<void>;
}

/**
 * Opens a library with the engine in this process, behind the dispatcher of both doors: a call
 * checks its arguments, asks the engine and makes an answer.
 */
export function openContract(folder: string): Contract {
  const engine = createEngine({
    folder,
    version,
    workerFile: new URL('../main/engine/worker.ts', import.meta.url),
    checkpointFile: new URL('../db/checkpoint-thread.ts', import.meta.url),
    newsroomFile: new URL('../test/newsroom/worker.ts', import.meta.url),
    emit: () => {},
  });
  const inProcess = {
    async call(method: Method, args: unknown[]): Promise<unknown> {
      const answer: unknown = await Reflect.apply(engine.api[method], engine.api, args);
      return answer;
    },
  };
  return {
    async call(method, args) {
      const answer = await dispatch(inProcess, method, args);
      if (!answer.ok) throw new Error(`bench: ${method} failed: ${answer.message}`);
      return answer.value;
    },
    close: () => engine.close(),
  };
}
