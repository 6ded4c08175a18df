import { contextBridge, ipcRenderer } from 'electron';
import type { Answer, CarrelEvent, Method } from '../../contract/api.ts';

/**
 * The one thing the window gets of Electron: `window.carrel`, with a function for each method of
 * the contract and no way to name another channel.
 */

/** The methods of the contract, written in by the build (`scripts/build.ts`) from its schemas. */
declare const CARREL_METHODS: readonly Method[];

async function call(method: Method, args: unknown[]): Promise<unknown> {
  const answer: Answer = await ipcRenderer.invoke(`carrel:${method}`, ...args);
  if (answer.ok) return answer.value;
  // A plain object: of an Error, only the message would get across to the window's own world.
  const { kind, message } = answer;
  // oxlint-disable-next-line typescript/only-throw-error
  throw { kind, message };
}

const methods = CARREL_METHODS.map((method) => [
  method,
  (...args: unknown[]) => call(method, args),
]);

contextBridge.exposeInMainWorld('carrel', {
  ...Object.fromEntries(methods),
  subscribeToEvents(listener: (event: CarrelEvent) => void) {
    const hear = (_event: unknown, event: CarrelEvent): void => listener(event);
    ipcRenderer.on('carrel:event', hear);
    return () => {
      ipcRenderer.off('carrel:event', hear);
    };
  },
});
