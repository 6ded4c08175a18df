import type { CarrelEvent, Method } from '../../contract/api.ts';
import { CarrelError } from '../../contract/errors.ts';
import type { MediaHash } from '../../contract/types.ts';
import type { MadeFile } from '../engine/file-maker.ts';
import type { DoorServices } from '../engine/door-services.ts';
import type {
  CaptureFile,
  EngineStart,
  FromEngine,
  MadeKind,
  MediaFile,
  ToEngine,
} from '../engine/protocol.ts';
import { answerQuestion } from './answer-question.ts';
import { captureOf, fileOf, madeOf, type Request, valueOf } from './requests.ts';

/**
 * How Node runs the engine, so that it stays small: of 1 to 16 MB for young objects, a first refresh
 * of 200 feeds needed least memory with 4, and no more time. The limit of the heap is far above what
 * it needs; without one, V8 lets garbage gather by what the machine has.
 */
export const engineFlags = ['--max-semi-space-size=4', '--max-old-space-size=512'];

/**
 * What the engine's process finds in its environment, unless the user set it. The C library of Linux
 * gives each thread a heap of its own, up to eight a core, and what one thread returns no other
 * gets: with two heaps in all, an import of saved pages needed 35 MB of 270 less, and no more time.
 *
 * @see mallopt(3), M_ARENA_MAX
 */
export const engineEnvironment: Readonly<Record<string, string>> = { MALLOC_ARENA_MAX: '2' };

/** The engine's process as a door's platform gives it. */
export interface EngineChild {
  post(message: ToEngine): void;
  onMessage(listener: (message: FromEngine) => void): void;
  /** Called once, when the process has ended or could not be started; `how` says it in words. */
  onExit(listener: (how: string) => void): void;
  /** Ends the process at once. */
  kill(): void;
}

/** The engine as a door sees it, whichever process it runs in at the moment. */
export interface Engine {
  /**
   * Resolves when the library is open. Rejects with a `CarrelError` where it cannot be opened
   * or the engine cannot be started at all; then nothing is started again.
   */
  ready: Promise<void>;
  /** Calls a method with arguments that were checked; rejects with a `CarrelError`. */
  call(method: Method, args: unknown[]): Promise<unknown>;
  /** The kept file with this hash; `null` where there is none. */
  media(hash: MediaHash): Promise<MediaFile | null>;
  /**
   * The kept capture with this id; `null` where there is none. Rejects with a `CarrelError` where
   * it is damaged or cannot be read.
   */
  capture(id: number): Promise<CaptureFile | null>;
  /** The backup or export of this name; `null` where there is none, or not yet. */
  made(what: MadeKind, name: string): Promise<MadeFile | null>;
  /** Asks the engine to end, waits up to ten seconds, then kills it. */
  close(): Promise<void>;
}

/** How long to wait before the first, second, third … start after a death. */
const restartDelaysMs = [0, 1000, 5000, 30_000];

/** An engine that ran for this long starts with the first delay again. */
const steadyAfterMs = 60_000;

const closeTimeoutMs = 10_000;

const downMessage = 'Carrel’s engine stopped and is being started again; try once more';

const movingMessage = 'Carrel is moving its library, and goes on in a moment';

/**
 * Starts the engine and keeps it running: an engine that was ready once and dies is started
 * again, after 0, 1, 5 and then always 30 seconds. Calls it has not answered are rejected as
 * `engine-down`, because nobody knows how far they came.
 *
 * One that says that it moves its library is started again as soon as its process has ended, and gets
 * what is asked meanwhile.
 *
 * `onEvent` gets what the engine tells, and that it went down or is up again. `services` answers
 * what the engine asks, also while it opens the library.
 */
export function startEngine(options: {
  spawn: () => EngineChild;
  start: EngineStart;
  onEvent: (event: CarrelEvent) => void;
  services: DoorServices;
}): Engine {
  const { spawn, start, onEvent, services } = options;
  const requests = new Map<number, Request>();
  const opened = Promise.withResolvers<void>();
  // Whoever awaits `ready` hears of it; a door that does not must not die of it.
  opened.promise.catch(() => {});

  let state: 'starting' | 'up' | 'moving' | 'down' | 'closed' = 'starting';
  let everReady = false;
  let child: EngineChild | undefined;
  let lastId = 0;
  let deaths = 0;
  let upSince = 0;
  let restart: NodeJS.Timeout | undefined;
  let refusal: CarrelError | undefined;
  let exited = Promise.withResolvers<void>();

  function begin(): void {
    state = 'starting';
    refusal = undefined;
    exited = Promise.withResolvers<void>();
    const started = spawn();
    child = started;
    started.onMessage((message) => receive(message, started));
    started.onExit(ended);
    started.post(start);
  }

  function receive(message: FromEngine, from: EngineChild): void {
    switch (message.kind) {
      case 'ready':
        isUp();
        return;
      case 'refused':
        refusal = new CarrelError(message.failure.kind, message.failure.message);
        return;
      case 'answer':
      case 'media':
      case 'capture':
      case 'made':
        take(message.id)?.answered(message);
        return;
      case 'later': {
        const request = requests.get(message.id);
        if (request !== undefined) request.isSent = false;
        return;
      }
      case 'moving':
        if (state === 'closed') return;
        state = 'moving';
        onEvent({ kind: 'engine', state: 'down', message: movingMessage });
        return;
      case 'event':
        onEvent(message.event);
        return;
      case 'ask':
        void tell(message, from);
        return;
    }
  }

  async function tell(message: Extract<FromEngine, { kind: 'ask' }>, to: EngineChild) {
    const reply = await answerQuestion(services, message.question);
    // The engine that asked may have died meanwhile; to the one that is there now, the number is
    // that of another question.
    if (child === to) to.post({ kind: 'told', id: message.id, reply });
  }

  function isUp(): void {
    if (state === 'closed') return;
    state = 'up';
    upSince = Date.now();
    for (const request of requests.values()) send(request);
    if (everReady) {
      onEvent({ kind: 'engine', state: 'up', message: 'Carrel’s engine is running again' });
    }
    everReady = true;
    opened.resolve();
  }

  function ended(how: string): void {
    const wasUp = state === 'up';
    child = undefined;
    exited.resolve();
    const isMoving = state === 'moving';
    for (const [id, { isSent, failed }] of requests) {
      if (isMoving && !isSent) continue;
      requests.delete(id);
      failed(new CarrelError('engine-down', downMessage));
    }
    if (isMoving) {
      begin();
      return;
    }
    if (!everReady) {
      state = 'closed';
      opened.reject(refusal ?? new CarrelError('engine-down', `engine: cannot start: ${how}`));
    }
    if (state === 'closed') return;
    state = 'down';
    if (wasUp && Date.now() - upSince >= steadyAfterMs) deaths = 0;
    const delayMs = restartDelaysMs[Math.min(deaths, restartDelaysMs.length - 1)];
    deaths += 1;
    const cause = refusal?.message ?? how;
    onEvent({
      kind: 'engine',
      state: 'down',
      message: `Carrel’s engine stopped and is being started again: ${cause}`,
    });
    restart = setTimeout(begin, delayMs);
  }

  function send(request: Request): void {
    request.isSent = true;
    child?.post(request.message);
  }

  /** What is asked while the engine opens the library is sent when it is ready. */
  function ask<T>(toMessage: (id: number) => ToEngine, read: (reply: FromEngine) => T): Promise<T> {
    if (state === 'down') return Promise.reject(new CarrelError('engine-down', downMessage));
    if (state === 'closed') {
      return Promise.reject(new CarrelError('engine-down', 'Carrel’s engine is closed'));
    }
    lastId += 1;
    const id = lastId;
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const request: Request = {
      message: toMessage(id),
      isSent: false,
      answered(reply) {
        try {
          resolve(read(reply));
        } catch (error) {
          reject(error);
        }
      },
      failed: reject,
    };
    requests.set(id, request);
    if (state === 'up') send(request);
    return promise;
  }

  function take(id: number): Request | undefined {
    const found = requests.get(id);
    requests.delete(id);
    return found;
  }

  async function close(): Promise<void> {
    clearTimeout(restart);
    state = 'closed';
    if (child === undefined) return;
    child.post({ kind: 'close' });
    const timer = setTimeout(() => child?.kill(), closeTimeoutMs);
    await exited.promise;
    clearTimeout(timer);
  }

  begin();
  return {
    ready: opened.promise,
    call: (method, args) => ask((id) => ({ kind: 'call', id, method, args }), valueOf),
    media: (hash) => ask((id) => ({ kind: 'media', id, hash }), fileOf),
    capture: (captureId) => ask((id) => ({ kind: 'capture', id, captureId }), captureOf),
    made: (what, name) => ask((id) => ({ kind: 'made', id, what, name }), madeOf),
    close,
  };
}
