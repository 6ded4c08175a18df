import { join } from 'node:path';
import { defineConfig } from 'vite';

/** The window: `renderer/` into `dist/window/`, the same files behind both doors. */
export default defineConfig({
  root: join(import.meta.dirname, 'renderer'),
  // Both doors serve the window at an address that is not known here.
  base: './',
  // Standard decorators pass through the bundler unlowered, and no browser runs them.
  oxc: { decorator: { legacy: true }, assumptions: { setPublicClassFields: true } },
  build: {
    outDir: '../dist/window',
    emptyOutDir: true,
    target: 'esnext',
    sourcemap: true,
    // The window's policy allows no data: addresses and no inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  logLevel: 'warn',
});
