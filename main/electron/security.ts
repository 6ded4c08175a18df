import { app, type Session, shell, type WebContents } from 'electron';
import { isWindowAddress, windowAddress } from './origin.ts';

/**
 * What a window may not do, beyond what its Content-Security-Policy says already: reach a
 * network, go elsewhere, open windows, or get at a device.
 */

/** Cuts Chromium off from every network; only possible before the app is ready. The engine's
 * process fetches with Node and is not meant. */
export function cutOffNetwork(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  // Not even to ask the network whether it has a proxy.
  app.commandLine.appendSwitch('no-proxy-server');
  app.commandLine.appendSwitch('disable-background-networking');
}

/** Locks a session: own files only, no permissions, no devices, downloads of own making only. */
export function lockSession(session: Session): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !mayLoad(url) });
  });
  // Chromium downloads the dictionaries of its spelling checker.
  session.setSpellCheckerEnabled(false);
  session.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event, item) => {
    // The window makes files to save (OPML) itself; Electron asks the user where to.
    if (!isOwnBlob(item.getURL())) event.preventDefault();
  });
}

/** Keeps every page there will be on Carrel's own address; links open in the user's browser. */
export function lockPages(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-frame-navigate', (details) => refuseNavigation(details, contents));
    contents.on('will-redirect', (details) => refuseNavigation(details, contents));
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      openOutside(url);
      return { action: 'deny' };
    });
  });
}

interface Navigation {
  url: string;
  isMainFrame: boolean;
  preventDefault: () => void;
}

function refuseNavigation(navigation: Navigation, contents: WebContents): void {
  const { url, isMainFrame } = navigation;
  // The window is one page: it may be loaded again and nothing else.
  if (isMainFrame && url === windowAddress) return;
  // Chromium's own tools navigate within themselves; there are none in an installed Carrel.
  if (!app.isPackaged && contents.getURL().startsWith('devtools://')) return;
  navigation.preventDefault();
  if (isMainFrame) openOutside(url);
}

/** Only web pages: any other scheme could start a program. */
function openOutside(address: string): void {
  if (!URL.canParse(address)) return;
  const { protocol, href } = new URL(address);
  if (protocol !== 'http:' && protocol !== 'https:') return;
  shell.openExternal(href).catch(() => {
    // No browser is set up, and there is nothing Carrel could do instead.
  });
}

function mayLoad(address: string): boolean {
  if (isWindowAddress(address) || isOwnBlob(address)) return true;
  return !app.isPackaged && address.startsWith('devtools://');
}

function isOwnBlob(address: string): boolean {
  return address.startsWith(`blob:${windowAddress}`);
}
