import type { Answer, CarrelEvent, Method } from '../../contract/api.ts';
import { CarrelError } from '../../contract/errors.ts';
import { encodeArguments } from './bytes.ts';

/**
 * The window's side of the browser door: a classic script, run before the window's own, that
 * defines `window.carrel`.
 */

/** The methods of the contract, written in by the build (`scripts/build.ts`) from its schemas. */
declare const CARREL_METHODS: readonly Method[];

const listeners = new Set<(event: CarrelEvent) => void>();

/** Resolves when events flow, or when they will not. Until then no call is sent, so that no
 * change happens between what the window reads and the first event it hears. */
const listening = listen();

/** Whether the page is going: what is asked for then is to be sent all the same. */
let leaving = false;
window.addEventListener('pagehide', () => {
  leaving = true;
});
window.addEventListener('pageshow', () => {
  leaving = false;
});

/** Of what a page sends when it is left, a browser takes 64 KiB (Fetch, 4.6). */
const keepaliveMost = 60_000;

const methods = CARREL_METHODS.map((method) => [
  method,
  (...args: unknown[]) => call(method, args),
]);

const client: unknown = Object.freeze({
  ...Object.fromEntries(methods),
  subscribeToEvents(listener: (event: CarrelEvent) => void) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
});
Object.defineProperty(window, 'carrel', { value: client });

async function call(method: Method, args: unknown[]): Promise<unknown> {
  await listening;
  const answer = await post(method, encodeArguments(args));
  if (answer.ok) return answer.value;
  throw new CarrelError(answer.kind, answer.message);
}

async function post(method: Method, body: string): Promise<Answer> {
  try {
    const response = await fetch(`api/${method}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
      keepalive: leaving && body.length <= keepaliveMost,
    });
    if (!response.ok) throw new Error(`status ${response.status}`);
    return await response.json();
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new CarrelError('engine-down', `Carrel does not answer: ${cause}`, { cause: error });
  }
}

/** Opens the event stream. The browser opens a lost one again by itself; the window is told. */
function listen(): Promise<void> {
  const stream = new EventSource('events');
  let lost = false;
  stream.addEventListener('message', ({ data }: MessageEvent<string>) => emit(JSON.parse(data)));
  return new Promise((resolve) => {
    stream.addEventListener('open', () => {
      if (lost) emit({ kind: 'engine', state: 'up', message: 'Carrel answers again' });
      lost = false;
      resolve();
    });
    stream.addEventListener('error', () => {
      if (!lost) {
        const message = 'Carrel does not answer: it was closed, or is being started again';
        emit({ kind: 'engine', state: 'down', message });
      }
      lost = true;
      resolve();
    });
  });
}

function emit(event: CarrelEvent): void {
  for (const listener of listeners) listener(event);
}
