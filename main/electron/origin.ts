import type { MediaHash } from '../../contract/types.ts';

/** Where the window lives in the desktop app: a scheme of Carrel's own, with one host. */

export const scheme = 'carrel';

export const windowAddress = 'carrel://app/';

/** Whether an address is the window itself or one of its files. */
export function isWindowAddress(address: string): boolean {
  return address === windowAddress.slice(0, -1) || address.startsWith(windowAddress);
}

/** Whether an address is that of a capture, to be shown or to be saved (`?save`), and nothing more. */
export function isCaptureAddress(address: string): boolean {
  if (!address.startsWith(`${windowAddress}capture/`)) return false;
  return /^\d+(?:\?save)?$/.test(address.slice(`${windowAddress}capture/`.length));
}

/** The hash in the address of a kept file; `undefined` for every other address. */
export function mediaHashIn(address: string): MediaHash | undefined {
  if (!address.startsWith(`${windowAddress}media/`)) return undefined;
  const path = address.slice(`${windowAddress}media/`.length);
  // A PDF may be opened at a page: `#page=3`.
  return /^([0-9a-f]{64})(?:#.*)?$/.exec(path)?.[1];
}

/** Whether an address is that of a kept picture to be saved under a name. */
export function isPictureToSave(address: string): boolean {
  if (!address.startsWith(`${windowAddress}media/`)) return false;
  return /^[0-9a-f]{64}\?save=[^#&]*$/.test(address.slice(`${windowAddress}media/`.length));
}

/** Whether an address is that of a file that was made to be saved: a backup, an export. */
export function isMadeAddress(address: string): boolean {
  return ['backup/', 'export/'].some((path) => address.startsWith(`${windowAddress}${path}`));
}
