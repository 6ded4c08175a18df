import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { getConfig, validateConfiguration } from 'app-builder-lib/out/util/config/config.js';
import { DebugLogger } from 'builder-util';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const configuration = await getConfig(root, join(root, 'electron-builder.yml'), null);

describe('electron-builder.yml', () => {
  test('is what electron-builder takes, and electron-builder would tell', async () => {
    const logger = new DebugLogger(false);
    const misspelt = { ...configuration, asarUnpackk: [] };
    await expect(validateConfiguration(misspelt, logger)).rejects.toThrow('asarUnpackk');
    await validateConfiguration(configuration, logger);
  });

  test('names icons that are there', () => {
    for (const path of ['build/icon.ico', 'build/icon.icns', 'build/icons/512x512.png']) {
      expect([path, existsSync(join(root, path))]).toEqual([path, true]);
    }
  });

  test('takes no one’s word for Node: every way to run other code in the app is closed', () => {
    expect(configuration).toMatchObject({
      electronFuses: {
        runAsNode: false,
        enableNodeOptionsEnvironmentVariable: false,
        enableNodeCliInspectArguments: false,
        enableEmbeddedAsarIntegrityValidation: true,
        onlyLoadAppFromAsar: true,
      },
    });
  });

  test('unpacks what the main process starts from outside the archive', () => {
    expect(configuration).toMatchObject({
      asarUnpack: expect.arrayContaining(['dist/engine/**', 'node_modules/better-sqlite3/**']),
    });
  });
});
