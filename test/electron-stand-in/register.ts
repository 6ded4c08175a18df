import { registerHooks } from 'node:module';

/**
 * A stand-in for Electron, for tests on machines where its runtime cannot be had. Not Electron:
 * the real main-process code and the real preload run on these modules, over a real Chromium
 * window. What it does not have: process isolation between preload and page, Chromium's own
 * permission prompts, menus, and Electron's sandbox.
 *
 *     node --import ./test/electron-stand-in/register.ts dist/electron/main.js --library DIR
 *
 * It says what happens in lines of JSON on standard output (`report.ts`); that of the kind
 * `stand-in` names the endpoint at which tests reach its window.
 */
registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== 'electron') return next(specifier, context);
    return { url: new URL('electron.ts', import.meta.url).href, shortCircuit: true };
  },
});
