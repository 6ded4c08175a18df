import { fork } from 'node:child_process';
import { engineEnvironment, engineFlags, type EngineChild } from '../door/engine-process.ts';
import type { FromEngine } from '../engine/protocol.ts';

/** Starts the engine's process under Node; `path` is the built `dist/engine/process.js`. */
export function forkEngine(path: string): EngineChild {
  const child = fork(path, [], {
    serialization: 'advanced',
    execArgv: engineFlags,
    env: { ...engineEnvironment, ...process.env },
  });
  return {
    // A message to a process that has just died is lost; its exit rejects what waits for it.
    post: (message) => child.send(message, () => {}),
    onMessage: (listener) => {
      child.on('message', (message: FromEngine) => listener(message));
    },
    onExit: (listener) => {
      child.once('exit', (code, signal) =>
        listener(signal === null ? `it ended with code ${code}` : `it was ended by ${signal}`),
      );
      child.once('error', (error) => {
        // Without an id the process never started, and `exit` will not come.
        if (child.pid === undefined) listener(error.message);
      });
    },
    kill: () => child.kill('SIGKILL'),
  };
}
