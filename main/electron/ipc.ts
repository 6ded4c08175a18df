import { BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron';
import type { Answer, CarrelEvent } from '../../contract/api.ts';
import { methods } from '../../contract/schemas.ts';
import { dispatch } from '../door/dispatch.ts';
import type { Engine } from '../door/engine-process.ts';
import { isWindowAddress } from './origin.ts';

/**
 * Answers the window's calls: one channel per method of the contract. `onSettings` is told what the
 * settings are when the window has changed them.
 */
export function answerCalls(engine: Engine, onSettings: (settings: unknown) => void): void {
  for (const method of methods) {
    ipcMain.handle(`carrel:${method}`, async (event, ...args: unknown[]): Promise<Answer> => {
      if (!isOurWindow(event)) {
        return { ok: false, kind: 'invalid', message: `${method}: called from outside the window` };
      }
      const answer = await dispatch(engine, method, args);
      if (method === 'saveSettings' && answer.ok) onSettings(answer.value);
      return answer;
    });
  }
}

/** Tells every open window what the engine tells. */
export function sendEvent(event: CarrelEvent): void {
  for (const { webContents } of BrowserWindow.getAllWindows()) {
    if (!webContents.isDestroyed()) webContents.send('carrel:event', event);
  }
}

/** Only the main frame of a window, and only while it shows Carrel's own page. */
function isOurWindow({ senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && isWindowAddress(senderFrame.url);
}
