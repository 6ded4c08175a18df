import {
  app,
  type ProxyConfig,
  type Session,
  shell,
  type WebContents,
  type WebFrameMain,
} from 'electron';
import type { MediaHash } from '../../contract/types.ts';
import {
  isCaptureAddress,
  isMadeAddress,
  isPictureToSave,
  isWindowAddress,
  mediaHashIn,
  windowAddress,
} from './origin.ts';

/**
 * What a window may not do, beyond what its Content-Security-Policy says already: reach a
 * network, go elsewhere, open windows, or get at a device.
 */

/**
 * Lets the window speak with the system's voices on Linux, where Chromium asks for them (of Speech
 * Dispatcher) only if it is told to; only possible before the app is ready.
 */
export function allowSpeech(): void {
  if (process.platform === 'linux') app.commandLine.appendSwitch('enable-speech-dispatcher');
}

/** Keeps Chromium from talking to its makers; only possible before the app is ready. */
export function quietChromium(): void {
  app.commandLine.appendSwitch('disable-background-networking');
}

/**
 * The window's proxy is one that is not there, for loopback addresses too: whatever got past every
 * other rule ends here, names unresolved. Port 9 is that of the discard service (RFC 863), which
 * no machine offers, and which on most systems no user's program may take.
 *
 * Chromium's switches would cut off the whole app, `no-proxy-server` and `host-resolver-rules`
 * alike: then the system could not be asked for its proxy, nor its proxy script be fetched.
 */
const nowhere: ProxyConfig = {
  mode: 'fixed_servers',
  proxyRules: '127.0.0.1:9',
  proxyBypassRules: '<-loopback>',
};

/**
/**
 * What the window may do at a key or a click of the reader: put a picture or a text on the clipboard,
 * which Chromium cleans, and fill the screen. Reading the clipboard stays forbidden.
 */
const granted: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'fullscreen']);

/**
 * Locks a session: own files only, no network, no permissions but two, no devices, downloads only of
 * what the window makes, of kept files and of captures. Resolves when all of it holds.
 */
export async function lockSession(session: Session): Promise<void> {
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !mayLoad(url) });
  });
  // Chromium downloads the dictionaries of its spelling checker.
  session.setSpellCheckerEnabled(false);
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) => {
    answer(granted.has(permission) && isWindowAddress(requestingUrl));
  });
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => granted.has(permission) && isWindowAddress(origin),
  );
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event, item) => {
    // The window makes files to save (OPML) itself, and offers kept ones (PDF, sound) under a
    // name; Electron asks the user where to.
    const address = item.getURL();
    const isKept =
      mediaHashIn(address) !== undefined ||
      isPictureToSave(address) ||
      isCaptureAddress(address) ||
      isMadeAddress(address);
    if (!isOwnBlob(address) && !isKept) event.preventDefault();
  });
  await session.setProxy(nowhere);
}

/**
 * Keeps every page there will be on Carrel's own address; links open in the user's browser, and
 * kept files by `openMedia`.
 */
export function lockPages(openMedia: (hash: MediaHash) => void): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-frame-navigate', (details) => refuseNavigation(details, contents));
    contents.on('will-redirect', (details) => refuseNavigation(details, contents));
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      const hash = mediaHashIn(url);
      if (hash === undefined) openOutside(url);
      else openMedia(hash);
      return { action: 'deny' };
    });
    // WebRTC goes round proxies, and no policy of the page forbids it.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  });
}

interface Navigation {
  url: string;
  isMainFrame: boolean;
  frame: WebFrameMain | null;
  preventDefault: () => void;
}

function refuseNavigation(navigation: Navigation, contents: WebContents): void {
  const { url, isMainFrame, frame } = navigation;
  // The window is one page: it may be loaded again and nothing else.
  if (isMainFrame && url === windowAddress) return;
  if (!isMainFrame && isCaptureAddress(url) && !showsCapture(frame)) return;
  // Chromium's own tools navigate within themselves; there are none in an installed Carrel.
  if (!app.isPackaged && contents.getURL().startsWith('devtools://')) return;
  navigation.preventDefault();
  if (isMainFrame) openOutside(url);
}

/**
 * A frame shows one capture as long as it lives: a link in it can lead nowhere, not even to another
 * capture, which would be taken for the one that was opened.
 */
function showsCapture(frame: WebFrameMain | null): boolean {
  return frame !== null && isCaptureAddress(frame.url);
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
