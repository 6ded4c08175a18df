import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CarrelEvent } from '../../contract/api.ts';
import { type EngineChild, startEngine } from '../../main/door/engine-process.ts';
import { type DoorServices, noServices } from '../../main/engine/door-services.ts';
import type { FromEngine, ToEngine } from '../../main/engine/protocol.ts';

/** A process of the engine in the test's hands: it says and does what it is told. */
class ScriptedChild implements EngineChild {
  readonly posted: ToEngine[] = [];
  killed = false;
  say: (message: FromEngine) => void = () => {};
  die: (how: string) => void = () => {};

  post(message: ToEngine): void {
    this.posted.push(message);
  }
  onMessage(listener: (message: FromEngine) => void): void {
    this.say = listener;
  }
  onExit(listener: (how: string) => void): void {
    this.die = listener;
  }
  kill(): void {
    this.killed = true;
    this.die('it was ended by SIGKILL');
  }
}

function start(services: DoorServices = noServices) {
  const children: ScriptedChild[] = [];
  const events: CarrelEvent[] = [];
  const engine = startEngine({
    spawn: () => {
      children.push(new ScriptedChild());
      return last();
    },
    start: { kind: 'start', folder: '/library', version: '1' },
    onEvent: (event) => events.push(event),
    services,
  });
  function last(): ScriptedChild {
    const child = children.at(-1);
    if (child === undefined) throw new Error('no engine was started');
    return child;
  }
  return { engine, children, events, last };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('an engine that does not start', () => {
  test('because it refuses the library says why and is not started again', async () => {
    const { engine, children, last } = start();
    const failure = { kind: 'library', message: 'library: read-only' } as const;
    last().say({ kind: 'refused', failure });
    last().die('it ended with code 1');
    await expect(engine.ready).rejects.toMatchObject(failure);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(children).toHaveLength(1);
    await expect(engine.call('counts', [])).rejects.toMatchObject({ kind: 'engine-down' });
  });

  test('because it dies says how and is not started again', async () => {
    const { engine, children, last } = start();
    last().die('it ended with code 7');
    await expect(engine.ready).rejects.toThrow('engine: cannot start: it ended with code 7');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(children).toHaveLength(1);
  });
});

describe('an engine that dies', () => {
  test('loses what it was asked, and the window is told', async () => {
    const { engine, events, last } = start();
    last().say({ kind: 'ready' });
    const call = engine.call('counts', []);
    const media = engine.media('a'.repeat(64));
    last().die('it ended with code 3');
    const message = 'Carrel’s engine stopped and is being started again; try once more';
    await expect(call).rejects.toMatchObject({ kind: 'engine-down', message });
    await expect(media).rejects.toMatchObject({ kind: 'engine-down', message });
    await expect(engine.call('counts', [])).rejects.toMatchObject({ kind: 'engine-down', message });
    expect(events).toEqual([
      {
        kind: 'engine',
        state: 'down',
        message: 'Carrel’s engine stopped and is being started again: it ended with code 3',
      },
    ]);
  });

  test('is started again after 0, 1, 5, 30 and 30 seconds', async () => {
    const { children, last } = start();
    for (const delayMs of [0, 1000, 5000, 30_000, 30_000]) {
      last().say({ kind: 'ready' });
      last().die('it ended with code 3');
      const before = children.length;
      if (delayMs > 0) await vi.advanceTimersByTimeAsync(delayMs - 1);
      expect(children).toHaveLength(before);
      await vi.advanceTimersByTimeAsync(1);
      expect(children).toHaveLength(before + 1);
    }
  });

  test('after a steady minute is started again at once', async () => {
    const { children, last } = start();
    for (const died of [2, 3, 4]) {
      last().say({ kind: 'ready' });
      await vi.advanceTimersByTimeAsync(60_000);
      last().die('it was ended by SIGSEGV');
      await vi.advanceTimersByTimeAsync(1);
      expect(children).toHaveLength(died);
    }
  });

  test('and refuses the library when it comes back is tried again, and says why', async () => {
    const { children, events, last } = start();
    last().say({ kind: 'ready' });
    last().die('it ended with code 3');
    await vi.advanceTimersByTimeAsync(1);
    last().say({ kind: 'refused', failure: { kind: 'library', message: 'library: disk gone' } });
    last().die('it ended with code 1');
    expect(events.at(-1)).toHaveProperty('message', expect.stringContaining('library: disk gone'));
    await vi.advanceTimersByTimeAsync(1000);
    last().say({ kind: 'ready' });
    expect(events.at(-1)).toMatchObject({ kind: 'engine', state: 'up' });
    expect(children).toHaveLength(3);
  });
});

describe('an engine', () => {
  test('gets calls made while it opens the library once that is open', async () => {
    const { engine, last } = start();
    const call = engine.call('settings', []);
    expect(last().posted.map(({ kind }) => kind)).toEqual(['start']);
    last().say({ kind: 'ready' });
    await engine.ready;
    const posted = last().posted[1];
    if (posted?.kind !== 'call') throw new Error('the call was not posted');
    last().say({ kind: 'answer', id: posted.id, answer: { ok: true, value: 'kept' } });
    expect(await call).toBe('kept');
  });

  test('answers each call by its number, in whatever order', async () => {
    const { engine, last } = start();
    last().say({ kind: 'ready' });
    const first = engine.call('counts', []);
    const second = engine.call('sources', []);
    last().say({ kind: 'answer', id: 2, answer: { ok: true, value: 'second' } });
    const failure = { kind: 'disk-full', message: 'library: full' } as const;
    last().say({ kind: 'answer', id: 1, answer: { ok: false, ...failure } });
    last().say({ kind: 'answer', id: 99, answer: { ok: true, value: 'to nobody' } });
    expect(await second).toBe('second');
    await expect(first).rejects.toMatchObject(failure);
  });

  test('is asked to close, waited for, and not started again', async () => {
    const { engine, children, events, last } = start();
    last().say({ kind: 'ready' });
    const call = engine.call('counts', []);
    const lost = call.catch((error: unknown) => error);
    const closed = engine.close();
    expect(last().posted.at(-1)).toEqual({ kind: 'close' });
    last().die('it ended with code 0');
    await closed;
    expect(await lost).toMatchObject({ kind: 'engine-down' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect([children.length, last().killed, events]).toEqual([1, false, []]);
  });

  test('that does not close is killed after ten seconds', async () => {
    const { engine, last } = start();
    last().say({ kind: 'ready' });
    const closed = engine.close();
    await vi.advanceTimersByTimeAsync(9999);
    expect(last().killed).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await closed;
    expect(last().killed).toBe(true);
  });

  test('closed while it waits for its next start stays closed', async () => {
    const { engine, children, last } = start();
    last().say({ kind: 'ready' });
    last().die('it ended with code 3');
    await engine.close();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(children).toHaveLength(1);
  });
});

describe('an engine that moves its library', () => {
  test('is started again when it has ended, at once and as often as it likes', async () => {
    const { children, events, last } = start();
    for (const started of [2, 3, 4, 5]) {
      last().say({ kind: 'ready' });
      last().say({ kind: 'moving' });
      last().die('it ended with code 0');
      expect(children).toHaveLength(started);
      expect(last().posted).toEqual([{ kind: 'start', folder: '/library', version: '1' }]);
    }
    last().say({ kind: 'ready' });
    expect(events.slice(0, 2)).toEqual([
      {
        kind: 'engine',
        state: 'down',
        message: 'Carrel is moving its library, and goes on in a moment',
      },
      { kind: 'engine', state: 'up', message: 'Carrel’s engine is running again' },
    ]);
    // What dies of itself then still waits for nothing.
    last().die('it ended with code 3');
    await vi.advanceTimersByTimeAsync(1);
    expect(children).toHaveLength(6);
  });

  test('is asked later what it is asked meanwhile, and not again what it was asked before', async () => {
    const { engine, last } = start();
    last().say({ kind: 'ready' });
    const before = engine.call('subscribe', []).catch((error: unknown) => error);
    const crossing = engine.call('counts', []);
    last().say({ kind: 'moving' });
    last().say({ kind: 'later', id: 2 });
    last().say({ kind: 'later', id: 99 });
    const meanwhile = engine.media('a'.repeat(64));
    expect(last().posted.map(({ kind }) => kind)).toEqual(['start', 'call', 'call']);
    last().die('it ended with code 0');
    expect(await before).toMatchObject({ kind: 'engine-down' });
    last().say({ kind: 'ready' });
    expect(last().posted.slice(1)).toEqual([
      { kind: 'call', id: 2, method: 'counts', args: [] },
      { kind: 'media', id: 3, hash: 'a'.repeat(64) },
    ]);
    last().say({ kind: 'answer', id: 2, answer: { ok: true, value: 'counted' } });
    last().say({ kind: 'media', id: 3, file: null });
    expect([await crossing, await meanwhile]).toEqual(['counted', null]);
  });

  test('and cannot open it in its new folder is tried again, and says why', async () => {
    const { children, engine, events, last } = start();
    last().say({ kind: 'ready' });
    last().say({ kind: 'moving' });
    const meanwhile = engine.call('counts', []).catch((error: unknown) => error);
    last().die('it ended with code 0');
    last().say({ kind: 'refused', failure: { kind: 'library', message: 'library: disk gone' } });
    last().die('it ended with code 1');
    expect(await meanwhile).toMatchObject({ kind: 'engine-down' });
    expect(events.at(-1)).toHaveProperty('message', expect.stringContaining('library: disk gone'));
    await vi.advanceTimersByTimeAsync(1);
    expect(children).toHaveLength(3);
  });

  test('and is asked to close is not started again', async () => {
    const { children, engine, last } = start();
    last().say({ kind: 'ready' });
    last().say({ kind: 'moving' });
    const closed = engine.close();
    last().die('it ended with code 0');
    await closed;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(children).toHaveLength(1);
  });
});

describe('an engine that asks its door', () => {
  const ask = (id: number): FromEngine => ({
    kind: 'ask',
    id,
    question: { kind: 'proxyFor', address: 'https://news.example/' },
  });
  const told = ({ posted }: ScriptedChild) => posted.filter(({ kind }) => kind === 'told');

  test('and dies is not answered, nor is the one started after it', async () => {
    const proxy = Promise.withResolvers<string | null>();
    const { children, last } = start({ ...noServices, proxyFor: () => proxy.promise });
    last().say({ kind: 'ready' });
    last().say(ask(1));
    last().die('it ended with code 3');
    await vi.advanceTimersByTimeAsync(1);
    last().say(ask(1));
    proxy.resolve('http://proxy.example:3128');
    await vi.advanceTimersByTimeAsync(1);
    const [dead, alive] = children;
    if (dead === undefined || alive === undefined) throw new Error('it was not started again');
    const reply = { kind: 'proxyFor', proxy: 'http://proxy.example:3128' };
    expect([told(dead), told(alive)]).toEqual([[], [{ kind: 'told', id: 1, reply }]]);
  });

  test('is told why it gets no answer', async () => {
    const { last } = start();
    last().say({ kind: 'ask', id: 4, question: { kind: 'seal', text: 'secret' } });
    await vi.advanceTimersByTimeAsync(1);
    const reply = { kind: 'failed', message: 'there is no keychain' };
    expect(told(last())).toEqual([{ kind: 'told', id: 4, reply }]);
  });

  test('is told, also while it opens the library', async () => {
    const keychain: DoorServices = {
      ...noServices,
      proxyFor: () => Promise.resolve(null),
      hasKeychain: () => Promise.resolve(true),
      seal: (text) => Promise.resolve(Buffer.from(`sealed ${text}`)),
      unseal: (sealed) => Promise.resolve(Buffer.from(sealed).toString().slice('sealed '.length)),
    };
    const { last } = start(keychain);
    last().say({ kind: 'ask', id: 1, question: { kind: 'hasKeychain' } });
    last().say({ kind: 'ask', id: 2, question: { kind: 'seal', text: 'pä ss' } });
    const sealed = Uint8Array.from(Buffer.from('sealed pä ss'));
    last().say({ kind: 'ask', id: 3, question: { kind: 'unseal', sealed } });
    await vi.advanceTimersByTimeAsync(1);
    expect(told(last())).toEqual([
      { kind: 'told', id: 1, reply: { kind: 'hasKeychain', has: true } },
      { kind: 'told', id: 2, reply: { kind: 'seal', sealed } },
      { kind: 'told', id: 3, reply: { kind: 'unseal', text: 'pä ss' } },
    ]);
  });

  test('to let a folder be chosen is told which', async () => {
    const { last } = start({ ...noServices, chooseFolder: () => Promise.resolve('/media/disk') });
    last().say({ kind: 'ask', id: 1, question: { kind: 'chooseFolder' } });
    last().say({ kind: 'ask', id: 2, question: { kind: 'hasChooser' } });
    await vi.advanceTimersByTimeAsync(1);
    expect(told(last())).toEqual([
      { kind: 'told', id: 1, reply: { kind: 'chooseFolder', folder: '/media/disk' } },
      { kind: 'told', id: 2, reply: { kind: 'hasChooser', has: false } },
    ]);
  });
});
