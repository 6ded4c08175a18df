import type { WebContents, WebFrame } from './web-contents.ts';

/** The stand-in's `ipcMain`: what pages invoke goes to the app's own handlers. */

export interface InvokeEvent {
  sender: WebContents;
  senderFrame: WebFrame | null;
}

type Handler = (event: InvokeEvent, ...args: unknown[]) => unknown;

const handlers = new Map<string, Handler>();

export const ipcMain = {
  handle(channel: string, handler: Handler): void {
    if (handlers.has(channel)) throw new Error(`stand-in: a second handler for ${channel}`);
    handlers.set(channel, handler);
  },
};

/** Answers one `ipcRenderer.invoke`; rejects in Electron's words. */
export async function invoke(
  event: InvokeEvent,
  channel: string,
  args: unknown[],
): Promise<unknown> {
  const handler = handlers.get(channel);
  if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
  try {
    return await handler(event, ...args);
  } catch (error) {
    throw new Error(`Error invoking remote method '${channel}': ${String(error)}`, {
      cause: error,
    });
  }
}
