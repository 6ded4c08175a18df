/**
 * What a sandboxed preload script may require, made inside the page. This function is sent to
 * the page as text, so it uses nothing from outside itself.
 *
 * Values cross `contextBridge` and IPC as in Electron: structurally cloned, functions proxied, of
 * an Error only its message kept.
 */
export function preloadWorld(invokeBinding: string, deliverName: string) {
  type Listener = (event: object, ...args: unknown[]) => void;
  const world: Record<string, unknown> = globalThis;
  const binding = world[invokeBinding];
  // The page itself must not find it.
  Reflect.deleteProperty(world, invokeBinding);
  const listeners = new Map<string, Set<Listener>>();

  function clone(value: unknown): unknown {
    if (typeof value === 'function') {
      return (...args: unknown[]) => cross(() => value(...args.map(clone)));
    }
    if (value instanceof Error) return new Error(value.message);
    if (Array.isArray(value)) return value.map(clone);
    if (typeof value === 'object' && value !== null && value.constructor === Object) {
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clone(inner)]));
    }
    return structuredClone(value);
  }

  function cross(perform: () => unknown): unknown {
    const result = perform();
    if (!(result instanceof Promise)) return clone(result);
    return result.then(clone, (error: unknown) => Promise.reject(clone(error)));
  }

  Object.defineProperty(world, deliverName, {
    value: (channel: string, args: unknown[]) => {
      for (const listener of listeners.get(channel) ?? []) listener({}, ...args);
    },
  });

  const electron = {
    contextBridge: {
      exposeInMainWorld(name: string, api: unknown) {
        Object.defineProperty(world, name, { value: Object.freeze(clone(api)), enumerable: true });
      },
    },
    ipcRenderer: {
      invoke(channel: string, ...args: unknown[]): Promise<unknown> {
        if (typeof binding !== 'function') throw new Error('stand-in: the page has no channel');
        return binding(channel, structuredClone(args));
      },
      on(channel: string, listener: Listener) {
        const heard = listeners.get(channel) ?? new Set();
        listeners.set(channel, heard.add(listener));
      },
      off(channel: string, listener: Listener) {
        listeners.get(channel)?.delete(listener);
      },
    },
  };

  return (name: string) => {
    if (name === 'electron') return electron;
    throw new Error(`stand-in: a sandboxed preload cannot require ${name}`);
  };
}
