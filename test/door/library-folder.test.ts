import { expect, test } from 'vitest';
import { libraryFolder } from '../../main/door/library-folder.ts';

test.each([
  ['linux', { XDG_DATA_HOME: 'relative' }, '/home/ada/.local/share/carrel/library'],
  ['linux', { XDG_DATA_HOME: '' }, '/home/ada/.local/share/carrel/library'],
  ['linux', {}, '/home/ada/.local/share/carrel/library'],
  ['linux', { XDG_DATA_HOME: '/data' }, '/data/carrel/library'],
  ['darwin', { XDG_DATA_HOME: '/data' }, '/home/ada/Library/Application Support/Carrel/library'],
  ['win32', { APPDATA: '/roaming' }, '/roaming/Carrel/library'],
  ['win32', {}, '/home/ada/AppData/Roaming/Carrel/library'],
] as const)(
  'the library is where %s keeps an app’s data, given %o',
  (platform, environment, folder) => {
    expect(libraryFolder(platform, environment, '/home/ada').replaceAll('\\', '/')).toBe(folder);
  },
);
