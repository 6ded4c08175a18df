import { runProgram, windowsProgram } from './run-program.ts';

/** Whether the system calls the network it is on metered: paid by the byte, or limited. */

const timeoutMs = 5000;

/**
 * A way to ask the system; `null` where it cannot be told. macOS tells only programs that speak
 * its Network framework (`nw_path_is_expensive`), and no command line does.
 */
export function meteredSource(
  platform: NodeJS.Platform = process.platform,
): (() => Promise<boolean>) | null {
  if (platform === 'linux') return askNetworkManager;
  if (platform === 'win32') return askWindows;
  return null;
}

async function askNetworkManager(): Promise<boolean> {
  const name = 'org.freedesktop.NetworkManager';
  const path = '/org/freedesktop/NetworkManager';
  const args = ['--system', 'get-property', name, path, name, 'Metered'];
  return isMeteredByNetworkManager((await runProgram('busctl', args, timeoutMs)) ?? '');
}

async function askWindows(): Promise<boolean> {
  // Windows' own PowerShell: the newer one, `pwsh`, knows no WinRT.
  const powerShell = windowsProgram('WindowsPowerShell', 'v1.0', 'powershell.exe');
  const args = ['-NoProfile', '-NonInteractive', '-Command', costScript];
  return isMeteredByWindows((await runProgram(powerShell, args, timeoutMs)) ?? '');
}

/** Naming the type as one of WinRT loads it. Without a network there is no profile. */
const costScript = [
  '$type = [Windows.Networking.Connectivity.NetworkInformation,Windows,ContentType=WindowsRuntime]',
  '$connection = $type::GetInternetConnectionProfile()',
  'if ($connection) { $connection.GetConnectionCost().NetworkCostType.ToString() }',
].join('; ');

/**
 * Reads what `busctl get-property … Metered` prints: `u` and a number of NetworkManager's
 * `NMMetered`, of which 1 is yes and 3 a guess that it is.
 */
export function isMeteredByNetworkManager(output: string): boolean {
  return /^u [13]\s*$/.test(output);
}

/**
 * Reads a name of `Windows.Networking.Connectivity.NetworkCostType`. `Unknown` is not metered, as
 * whatever cannot be told; Windows says that of networks such as a bridge of virtual machines.
 */
export function isMeteredByWindows(output: string): boolean {
  return /^(?:Fixed|Variable)\s*$/.test(output.trimStart());
}
