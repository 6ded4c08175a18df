import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, dialog, nativeTheme } from 'electron';
import { windowAddress } from './origin.ts';
import { keepWindowState, readWindowState } from './window-state.ts';

/** A window that ends twice within this time would do so again. */
const crashesApartMs = 60_000;

/** Opens Carrel's window, where it was when it was last closed. */
export function openWindow(): BrowserWindow {
  const { bounds, maximized } = readWindowState();
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 360,
    minHeight: 320,
    title: 'Carrel',
    show: false,
    // What is seen until the page is there: `--ground` of renderer/tokens.css.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1b201d' : '#fdfcf9',
    autoHideMenuBar: true,
    webPreferences: {
      preload: fileURLToPath(new URL('preload.cjs', import.meta.url)),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  if (maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => keepWindowState(window));
  reloadAfterCrash(window);
  window.loadURL(windowAddress).catch(() => {
    // Closed while it loads.
  });
  return window;
}

/** Shows the window there is; opens one where there is none. */
export function showWindow(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (window === undefined) {
    openWindow();
    return;
  }
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

function reloadAfterCrash(window: BrowserWindow): void {
  let lastCrashMs = -Infinity;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    const now = Date.now();
    if (now - lastCrashMs > crashesApartMs) {
      lastCrashMs = now;
      window.webContents.reload();
      return;
    }
    dialog.showErrorBox(
      'Carrel’s window cannot be shown',
      `It ended twice within a minute (${reason}). Your library is safe; start Carrel again.`,
    );
    app.quit();
  });
}
