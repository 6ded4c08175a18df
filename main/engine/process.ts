import type { Answer, Method } from '../../contract/api.ts';
import { toFailure } from '../../contract/errors.ts';
import { answerCall } from './answer.ts';
import { askDoor } from './ask-door.ts';
import { createEngine, type Engine } from './engine.ts';
import type { CaptureAnswer, EngineStart, FromEngine, ToEngine } from './protocol.ts';

/**
 * The entry of the engine's process: Electron's `utilityProcess` in the desktop app (the channel
 * is `process.parentPort`), a fork in the browser door (the channel is `process.send`).
 */

interface Channel {
  post(message: FromEngine): void;
  onMessage(listener: (message: ToEngine) => void): void;
}

const channel = openChannel();
const door = askDoor((message) => channel.post(message));
let engine: Engine | undefined;
/** Whether the engine ends by itself, because its library goes to another folder. */
let isMoving = false;

channel.onMessage((message) => {
  if (isMoving && isRequest(message)) {
    channel.post({ kind: 'later', id: message.id });
    return;
  }
  switch (message.kind) {
    case 'start':
      start(message);
      return;
    case 'call':
      void answer(message.method, message.args).then((given) =>
        channel.post({ kind: 'answer', id: message.id, answer: given }),
      );
      return;
    case 'media':
      channel.post({ kind: 'media', id: message.id, file: engine?.media(message.hash) ?? null });
      return;
    case 'capture':
      channel.post({ kind: 'capture', id: message.id, answer: capture(message.captureId) });
      return;
    case 'made': {
      const file = engine?.made(message.what, message.name) ?? null;
      channel.post({ kind: 'made', id: message.id, file });
      return;
    }
    case 'told':
      door.told(message);
      return;
    case 'close':
      void close();
  }
});

function start(message: EngineStart): void {
  // Built, the files lie in dist/engine and dist/newsroom; from source, in the tree.
  const isSource = import.meta.url.endsWith('.ts');
  try {
    engine = createEngine({
      folder: message.folder,
      version: message.version,
      workerFile: new URL(isSource ? './worker.ts' : './worker.js', import.meta.url),
      checkpointFile: new URL(
        isSource ? '../../db/checkpoint-thread.ts' : './checkpoint-thread.js',
        import.meta.url,
      ),
      newsroomFile: new URL(
        isSource ? '../../test/newsroom/worker.ts' : '../newsroom/worker.js',
        import.meta.url,
      ),
      emit: (event) => channel.post({ kind: 'event', event }),
      services: door.services,
      onMoving() {
        isMoving = true;
        channel.post({ kind: 'moving' });
      },
      // What was told last is still on its way through the channel.
      onClosed: () => setTimeout(() => process.exit(), 100),
    });
    channel.post({ kind: 'ready' });
  } catch (error) {
    channel.post({ kind: 'refused', failure: toFailure(error) });
    process.exitCode = 1;
    setTimeout(() => process.exit(), 100);
  }
}

async function answer(method: Method, args: unknown[]): Promise<Answer> {
  if (engine === undefined) {
    return { ok: false, kind: 'engine-down', message: 'the engine has not been started' };
  }
  const given = await answerCall(engine.api, method, args);
  // Whatever it says, this is why.
  if (isMoving && !given.ok) {
    return {
      ok: false,
      kind: 'engine-down',
      message: 'Carrel is moving its library; try once more',
    };
  }
  return given;
}

function isRequest(message: ToEngine): message is Extract<ToEngine, { id: number }> {
  return 'id' in message && message.kind !== 'told';
}

function capture(id: number): CaptureAnswer {
  try {
    return { ok: true, capture: engine?.capture(id) ?? null };
  } catch (error) {
    return { ok: false, failure: toFailure(error) };
  }
}

async function close(): Promise<void> {
  await engine?.close();
  process.exit(0);
}

function openChannel(): Channel {
  // Electron's typings say that it is always there; in a process that Node started it is not.
  const parentPort: Electron.ParentPort | undefined = process.parentPort;
  if (parentPort !== undefined) {
    return {
      post: (message) => parentPort.postMessage(message),
      onMessage: (listener) =>
        parentPort.on('message', (event: { data: ToEngine }) => listener(event.data)),
    };
  }
  // Ctrl-C in a terminal reaches every process of the group; the door closes this one in order.
  process.on('SIGINT', () => undefined);
  // Started by a door that has died: nobody would end this process.
  process.on('disconnect', () => {
    door.gone();
    void close();
  });
  return {
    // What can no longer be said to a door that has died is no error: the process ends.
    post: (message) => process.send?.(message, () => undefined),
    onMessage: (listener) => process.on('message', (message: ToEngine) => listener(message)),
  };
}
