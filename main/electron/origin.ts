/** Where the window lives in the desktop app: a scheme of Carrel's own, with one host. */

export const scheme = 'carrel';

export const windowAddress = 'carrel://app/';

/** Whether an address is the window itself or one of its files. */
export function isWindowAddress(address: string): boolean {
  return address === windowAddress.slice(0, -1) || address.startsWith(windowAddress);
}
