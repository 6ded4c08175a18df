import { app, BrowserWindow, dialog, type OpenDialogOptions, safeStorage } from 'electron';
import type { DoorServices } from '../engine/door-services.ts';
import { proxyOf } from './pac.ts';

/**
 * What the desktop door knows of its system: the proxy, proxy scripts (PAC) included, by Chromium,
 * the keychain, by Electron's `safeStorage`, and its dialog to choose a folder.
 */
export const electronServices: DoorServices = {
  async proxyFor(address) {
    try {
      return proxyOf(await app.resolveProxy(address));
    } catch {
      return null;
    }
  },
  hasKeychain,
  async seal(text) {
    if (!(await hasKeychain())) throw new Error('there is no keychain');
    return await safeStorage.encryptStringAsync(text);
  },
  async unseal(sealed) {
    const { result } = await safeStorage.decryptStringAsync(Buffer.from(sealed));
    return result;
  },
  hasChooser: () => Promise.resolve(true),
  chooseFolder,
};

/** Belongs to the window, so that it lies above it; the window waits meanwhile. */
async function chooseFolder(): Promise<string | null> {
  const options: OpenDialogOptions = {
    title: 'Choose a folder',
    properties: ['openDirectory', 'createDirectory'],
  };
  const [window] = BrowserWindow.getAllWindows();
  const chosen =
    window === undefined
      ? await dialog.showOpenDialog(options)
      : await dialog.showOpenDialog(window, options);
  return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
}

/**
 * On Linux without a keychain, Chromium seals all the same, by a password that stands in its
 * source: then it names the backend `basic_text`, or, where it was not yet asked for one, begins
 * what it sealed with `v10`. (`components/os_crypt/`; on the other systems `v10` is the keychain.)
 */
async function hasKeychain(): Promise<boolean> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return false;
  if (process.platform !== 'linux') return true;
  if (safeStorage.getSelectedStorageBackend() === 'basic_text') return false;
  const sealed = await safeStorage.encryptStringAsync('a probe');
  return sealed.subarray(0, 3).toString('latin1') !== 'v10';
}
