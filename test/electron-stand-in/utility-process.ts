import { type ChildProcess, fork, type Serializable } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { report } from './report.ts';

/** The stand-in's `utilityProcess`: a Node process whose channel looks as in Electron. */
class UtilityProcess extends EventEmitter {
  readonly #child: ChildProcess;

  constructor(path: string, args: string[]) {
    super();
    this.#child = fork(path, args, {
      serialization: 'advanced',
      execArgv: ['--import', new URL('parent-port.ts', import.meta.url).href],
    });
    this.#child.on('message', (message) => this.emit('message', message));
    this.#child.on('exit', (code) => this.emit('exit', code ?? -1));
    if (this.#child.pid !== undefined) report({ kind: 'engine', pid: this.#child.pid });
  }

  postMessage(message: Serializable): void {
    this.#child.send(message, () => {});
  }

  kill(): boolean {
    return this.#child.kill('SIGKILL');
  }
}

export const utilityProcess = {
  fork: (path: string, args: string[] = []): UtilityProcess => new UtilityProcess(path, args),
};
