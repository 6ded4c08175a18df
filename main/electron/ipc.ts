import { BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron';
import type { Answer, CarrelEvent } from '../../contract/api.ts';
import { methods } from '../../contract/schemas.ts';
import { dispatch } from '../door/dispatch.ts';
import type { Engine } from '../door/engine-process.ts';
import { isWindowAddress } from './origin.ts';

/** Answers the window's calls: one channel per method of the contract. */
export function answerCalls(engine: Engine): void {
  for (const method of methods) {
    ipcMain.handle(`carrel:${method}`, (event, ...args: unknown[]): Promise<Answer> | Answer => {
      if (isOurWindow(event)) return dispatch(engine, method, args);
      return { ok: false, kind: 'invalid', message: `${method}: called from outside the window` };
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
