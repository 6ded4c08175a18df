/** The stand-in's module `electron`: what Carrel's main process imports of it, and no more. */
export { app } from './app.ts';
export { BrowserWindow } from './browser-window.ts';
export { ipcMain } from './ipc-main.ts';
export { safeStorage } from './safe-storage.ts';
export { protocol, session } from './session.ts';
export { dialog, Menu, nativeTheme, screen, shell } from './surroundings.ts';
export { utilityProcess } from './utility-process.ts';
