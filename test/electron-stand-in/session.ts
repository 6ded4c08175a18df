import { EventEmitter } from 'node:events';
import { report } from './report.ts';

/** The stand-in's `session` and `protocol`: the rules that the app sets for its windows. */

type Scheme = (request: Request) => Response | Promise<Response>;
type BeforeRequest = (
  details: { url: string; method: string },
  answer: (response: { cancel: boolean }) => void,
) => void;
type PermissionCheck = (contents: null, permission: string, origin: string) => boolean;

class Session extends EventEmitter {
  readonly #schemes = new Map<string, Scheme>();
  #beforeRequest: BeforeRequest = (_details, answer) => answer({ cancel: false });
  // Without a handler Electron grants everything.
  #permissionCheck: PermissionCheck = () => true;

  readonly protocol = {
    handle: (scheme: string, handler: Scheme): void => {
      if (!privileged.has(scheme)) throw new Error(`stand-in: ${scheme} was not registered`);
      this.#schemes.set(scheme, handler);
    },
  };

  readonly webRequest = {
    onBeforeRequest: (listener: BeforeRequest): void => {
      this.#beforeRequest = listener;
    },
  };

  setSpellCheckerEnabled(): void {}

  setProxy({ mode = '', proxyRules = '' }: { mode?: string; proxyRules?: string }): Promise<void> {
    report({ kind: 'window-proxy', mode, proxyRules });
    return Promise.resolve();
  }

  setPermissionRequestHandler(): void {}
  setDevicePermissionHandler(): void {}

  setPermissionCheckHandler(handler: PermissionCheck): void {
    this.#permissionCheck = handler;
  }

  /** For the stand-in's windows: whether the app lets a request go. */
  allowsRequest(url: string, method: string): Promise<boolean> {
    return new Promise((resolve) => {
      this.#beforeRequest({ url, method }, ({ cancel }) => resolve(!cancel));
    });
  }

  /** For the stand-in's windows: which of Chromium's permissions the app grants. */
  granted(permissions: string[], origin: string): string[] {
    return permissions.filter((permission) => this.#permissionCheck(null, permission, origin));
  }

  /** For the stand-in's windows: the app's answer to a request for its own scheme. */
  async answer(request: Request): Promise<Response | undefined> {
    const scheme = new URL(request.url).protocol.slice(0, -1);
    return this.#schemes.get(scheme)?.(request);
  }
}

const privileged = new Set<string>();

export const protocol = {
  registerSchemesAsPrivileged(schemes: { scheme: string }[]): void {
    for (const { scheme } of schemes) privileged.add(scheme);
  },
};

export const session = { defaultSession: new Session() };
