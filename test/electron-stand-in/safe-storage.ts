import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from './app.ts';

/**
 * The stand-in's `safeStorage`, as on Linux. Its keychain is a key in a file of the app's profile:
 * the same in the next run, and no secret. `CARREL_STAND_IN_KEYCHAIN=none` is a system without:
 * there Chromium seals all the same, by a password that everybody knows, and marks it `v10`.
 */

const hasKeychain = process.env['CARREL_STAND_IN_KEYCHAIN'] !== 'none';
const mark = hasKeychain ? 'v11' : 'v10';

export const safeStorage = {
  isAsyncEncryptionAvailable: (): Promise<boolean> => Promise.resolve(true),

  // In Electron, "unknown" until the older, synchronous functions are used.
  getSelectedStorageBackend: (): string => 'unknown',

  encryptStringAsync(text: string): Promise<Buffer> {
    const start = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key(), start);
    const sealed = [cipher.update(text, 'utf8'), cipher.final()];
    return Promise.resolve(
      Buffer.concat([Buffer.from(mark), start, ...sealed, cipher.getAuthTag()]),
    );
  },

  // Asynchronous, so that what cannot be opened rejects, as in Electron.
  async decryptStringAsync(sealed: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }> {
    if (sealed.subarray(0, 3).toString() !== mark) throw new Error('sealed by another keychain');
    const decipher = createDecipheriv('aes-256-gcm', key(), sealed.subarray(3, 15));
    decipher.setAuthTag(sealed.subarray(-16));
    const text = Buffer.concat([decipher.update(sealed.subarray(15, -16)), decipher.final()]);
    return { result: text.toString('utf8'), shouldReEncrypt: false };
  },
};

function key(): Buffer {
  const file = join(app.getPath('userData'), 'stand-in-keychain');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32));
  return readFileSync(file);
}
