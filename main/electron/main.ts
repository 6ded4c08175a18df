import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, dialog, session } from 'electron';
import { toFailure } from '../../contract/errors.ts';
import type { MediaHash } from '../../contract/types.ts';
import { type Engine, startEngine } from '../door/engine-process.ts';
import { version } from '../door/version.ts';
import { forkEngine } from './engine-child.ts';
import { type Flags, readFlags } from './flags.ts';
import { answerCalls, sendEvent } from './ipc.ts';
import { languageIn, setMenu } from './menu.ts';
import { openKept } from './open-kept.ts';
import { answerScheme, registerScheme } from './protocol.ts';
import { allowSpeech, lockPages, lockSession, quietChromium } from './security.ts';
import { electronServices } from './services.ts';
import { openWindow, showWindow } from './window.ts';

/** The desktop app's main process, built as `dist/electron/main.js`. */

const built = fileURLToPath(new URL('..', import.meta.url));

/** Installed, the engine and the newsroom lie beside the archive that the rest is in
 * (`asarUnpack` in electron-builder.yml): worker threads cannot be started out of it. */
const unpacked = built.replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked');

app.enableSandbox();
registerScheme();
quietChromium();
allowSpeech();
const flags = readFlags();

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', showWindow);
  app.on('window-all-closed', () => {
    // On a Mac, an app goes on without a window until its user quits it.
    if (process.platform !== 'darwin') app.quit();
  });
  // Not awaited: Electron is ready only once this module has run to its end.
  void app.whenReady().then(() => open(flags));
} else {
  app.quit();
}

async function open({ library, demo }: Flags): Promise<void> {
  const engine = startEngine({
    spawn: () => forkEngine(join(unpacked, 'engine/process.js')),
    start: { kind: 'start', folder: library, version },
    onEvent: sendEvent,
    services: electronServices,
  });
  closeBeforeQuit(engine);
  lockPages((hash) => void openMedia(engine, hash));
  await lockSession(session.defaultSession);
  answerScheme(session.defaultSession, {
    windowFolder: join(built, 'window'),
    media: (hash) => engine.media(hash),
    capture: (id) => engine.capture(id),
    made: (what, name) => engine.made(what, name),
  });
  answerCalls(engine, (settings) => setMenu(languageIn(settings)));
  setMenu('system');
  // The page loads while the engine opens the library; its calls wait for that.
  openWindow();
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow();
  });
  try {
    await engine.ready;
  } catch (error) {
    dialog.showErrorBox('Carrel cannot open its library', toFailure(error).message);
    app.exit(1);
    return;
  }
  // Without an answer the menu stays in the system's language.
  await engine.call('settings', []).then(
    (settings) => setMenu(languageIn(settings)),
    () => {},
  );
  if (!demo) return;
  await engine.call('openSampleNewsroom', []).catch((error: unknown) => {
    dialog.showErrorBox('Carrel cannot open the sample newsroom', toFailure(error).message);
  });
}

async function openMedia(engine: Engine, hash: MediaHash): Promise<void> {
  await openKept(hash, await engine.media(hash).catch(() => null));
}

/** The engine ends its work in order before the app is gone. */
function closeBeforeQuit(engine: Engine): void {
  let isClosed = false;
  const close = async (): Promise<void> => {
    await engine.close();
    isClosed = true;
    app.quit();
  };
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    void close();
  });
}
