import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where the library is when no `--library` names another folder: in the platform's folder for
 * an application's data. Both doors use the same one, so that a user may change doors.
 *
 * Linux follows the XDG Base Directory Specification, by which a relative `XDG_DATA_HOME` is
 * to be ignored.
 */
export function libraryFolder(
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
  home: string = homedir(),
): string {
  if (platform === 'darwin') return join(home, 'Library/Application Support/Carrel/library');
  if (platform === 'win32') {
    return join(environment['APPDATA'] ?? join(home, 'AppData/Roaming'), 'Carrel/library');
  }
  const named = environment['XDG_DATA_HOME'];
  return join(named?.startsWith('/') ? named : join(home, '.local/share'), 'carrel/library');
}
