/**
 * Chromium outside Electron has no `carrel:` scheme, so the window lives at an address that is
 * just as secure a context; the app's code sees only `carrel:`.
 */

const inElectron = 'carrel://app';
const inChromium = 'http://carrel.localhost';

export function toChromium(address: string): string {
  return swap(address, inElectron, inChromium);
}

export function toElectron(address: string): string {
  return swap(address, inChromium, inElectron);
}

function swap(address: string, from: string, to: string): string {
  const prefix = address.startsWith('blob:') ? 'blob:' : '';
  const rest = address.slice(prefix.length);
  const isThere = rest === from || rest.startsWith(`${from}/`);
  return isThere ? prefix + to + rest.slice(from.length) : address;
}
