import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * The browser that tests, screenshots and benchmarks drive: a Chrome, Chromium or Edge that is
 * on the machine already. Carrel downloads none of its own.
 */

const linuxNames = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];

const macApplications = ['Google Chrome', 'Chromium', 'Microsoft Edge'];

const windowsPrograms = [
  String.raw`Google\Chrome\Application\chrome.exe`,
  String.raw`Chromium\Application\chrome.exe`,
  String.raw`Microsoft\Edge\Application\msedge.exe`,
];

/**
 * The path of a Chromium-based browser. `CARREL_BROWSER` names another than the one found.
 * Throws where there is none, and says how to get one.
 */
export function findBrowser(): string {
  const named = process.env['CARREL_BROWSER'];
  if (named !== undefined && named !== '') {
    if (isProgram(named)) return named;
    throw new Error(`browser: CARREL_BROWSER names ${named}, which is not a program`);
  }
  const found = candidates().find(isProgram);
  if (found !== undefined) return found;
  throw new Error(
    'browser: no Chrome, Chromium or Edge found. Install one (Debian, Ubuntu: `apt-get install ' +
      'chromium`; macOS: `brew install --cask chromium`; Windows has Edge), or name one in ' +
      'the environment variable CARREL_BROWSER',
  );
}

/** As `findBrowser`, but on Debian and Ubuntu, run as root, it installs the system's Chromium. */
export function ensureBrowser(): string {
  try {
    return findBrowser();
  } catch (error) {
    if (!canInstall()) throw error;
  }
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const action of [['update'], ['install', '--yes', '--no-install-recommends', 'chromium']]) {
    const { status } = spawnSync('apt-get', ['--quiet', '--quiet', ...action], {
      stdio: 'inherit',
      env: environment,
    });
    if (status !== 0) throw new Error(`browser: apt-get ${action.join(' ')} ended with ${status}`);
  }
  return findBrowser();
}

/** What a driven browser is started with: no first-run pages, no network traffic of its own. */
export function browserArguments(): string[] {
  const quiet = [
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  // Chromium's sandbox refuses to run as root, which is what containers run as.
  return process.getuid?.() === 0 ? [...quiet, '--no-sandbox'] : quiet;
}

function candidates(): string[] {
  if (process.platform === 'darwin') {
    const home = process.env['HOME'] ?? '';
    return ['/Applications', join(home, 'Applications')].flatMap((folder) =>
      macApplications.map((name) => join(folder, `${name}.app/Contents/MacOS/${name}`)),
    );
  }
  if (process.platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
      (name) => process.env[name] ?? [],
    );
    return windowsPrograms.flatMap((program) => folders.map((folder) => join(folder, program)));
  }
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/snap/bin'];
  return linuxNames.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function canInstall(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const release = '/etc/os-release';
  return (
    existsSync(release) && /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync(release, 'utf8'))
  );
}

/**
 * The environment of a browser that is driven: in UTF-8, as desktops are. Where a machine names no
 * locale, a file with other letters than English ones would be offered as “download”.
 */
export function browserEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, LC_ALL: 'C.UTF-8' };
}
