/** What the stand-in tells the test that started it, a line of JSON each. */
export type Report =
  /** Where the window can be reached (`chromium.connectOverCDP`), once it is loaded. */
  | { kind: 'stand-in'; endpoint: string }
  /** A window's page has been loaded. */
  | { kind: 'loaded'; url: string }
  | { kind: 'shown' }
  | { kind: 'focused' }
  /** The names of the menus in the desktop's menu. */
  | { kind: 'menu'; labels: string[] }
  | { kind: 'error-box'; title: string; content: string }
  | { kind: 'open-external'; url: string }
  /** A file handed to the system's program for it. */
  | { kind: 'open-path'; path: string }
  /** How the window's own session reaches a network. */
  | { kind: 'window-proxy'; mode: string; proxyRules: string }
  /** The app allowed a download; Electron would ask the user where to save it. */
  | { kind: 'download'; filename: string }
  /** The app's own rules stopped a request, a navigation or a download of the window. */
  | { kind: 'refused'; what: 'request' | 'navigation' | 'window' | 'download'; url: string }
  /** Something left the window that the app's rules did not stop; the stand-in did. */
  | { kind: 'escaped'; what: 'request' | 'navigation' | 'window'; url: string }
  | { kind: 'engine'; pid: number };

export function report(message: Report): void {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}
