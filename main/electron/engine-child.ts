import { utilityProcess } from 'electron';
import { engineEnvironment, engineFlags, type EngineChild } from '../door/engine-process.ts';
import type { FromEngine } from '../engine/protocol.ts';

/** Starts the engine's process under Electron; `path` is the built `engine/process.js`. */
export function forkEngine(path: string): EngineChild {
  const child = utilityProcess.fork(path, [], {
    serviceName: 'Carrel engine',
    execArgv: engineFlags,
    env: { ...engineEnvironment, ...process.env },
  });
  return {
    // A message to a process that has just died is lost; its exit rejects what waits for it.
    post: (message) => child.postMessage(message, []),
    onMessage: (listener) => {
      child.on('message', (message: FromEngine) => listener(message));
    },
    onExit: (listener) => {
      child.once('exit', (code) => listener(`it ended with code ${code}`));
    },
    kill: () => {
      child.kill();
    },
  };
}
