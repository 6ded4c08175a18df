import { type DoorServices, noServices } from '../engine/door-services.ts';
import { runProgram, windowsProgram } from '../engine/run-program.ts';
import { readGsettings } from './system-proxy/gnome.ts';
import { readScutil } from './system-proxy/mac.ts';
import { noProxy, proxyBy, type ProxySettings } from './system-proxy/settings.ts';
import { readRegistry, registryKey } from './system-proxy/windows.ts';

/** Starting a program for every fetch would cost more than many a fetch. */
const readAgainMs = 60_000;

const timeoutMs = 3000;

/**
 * What the browser door knows of its system: the proxy that the user set for all programs. No
 * keychain, which only programs that the system knows by their signature get at without asking;
 * no proxy scripts (PAC), for which one would have to run what the network hands out; no dialog to
 * choose a folder, because a browser tells no page where one is.
 *
 * The settings are read anew after a minute, by `readSettings`.
 */
export function webServices(
  readSettings: () => Promise<ProxySettings> = readSystemSettings,
): DoorServices {
  let read: Promise<ProxySettings> | undefined;
  let readAtMs = -Infinity;
  return {
    ...noServices,
    async proxyFor(address) {
      const now = performance.now();
      if (read === undefined || now - readAtMs >= readAgainMs) {
        readAtMs = now;
        read = readSettings().catch(() => noProxy);
      }
      return proxyBy(await read, address);
    },
  };
}

/** The settings of the system for all programs; no proxy where it has none that Carrel can read. */
async function readSystemSettings(): Promise<ProxySettings> {
  switch (process.platform) {
    case 'darwin':
      return readScutil(await run('/usr/sbin/scutil', '--proxy'));
    case 'win32':
      return readRegistry(await run(windowsProgram('reg.exe'), 'query', registryKey));
    default:
      return readGsettings(await run('gsettings', 'list-recursively', 'org.gnome.system.proxy'));
  }
}

async function run(file: string, ...args: string[]): Promise<string> {
  return (await runProgram(file, args, timeoutMs)) ?? '';
}
