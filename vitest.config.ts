import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { browserArguments, findBrowser } from './scripts/browser.ts';

/** What starts the built app and a browser: a machine without one still runs `npm run check`. */
const throughTheDoors = [
  'test/end-to-end/**/*.test.ts',
  'test/electron-stand-in/**/*.test.ts',
  'test/door/web-program.test.ts',
];

/** How long `expect.poll` waits: a second, the default, is short on a machine that is busy. */
const expect = { poll: { timeout: 10_000 } };

/**
 * Three suites: `node` (pure functions, the database, fetching against loopback), `elements`
 * (the window's elements in a real browser), `end-to-end` (the whole app through every door).
 */
export default defineConfig({
  test: {
    reporters: process.env['CI'] === undefined ? ['default'] : ['default', 'github-actions'],
    projects: [
      {
        test: {
          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/renderer/**', ...throughTheDoors],
          testTimeout: 30_000,
          expect,
        },
      },
      {
        oxc: { decorator: { legacy: true } },
        // Found while tests run, each of these would reload the page in the middle of them.
        optimizeDeps: {
          include: [
            'lit',
            'lit/decorators.js',
            'lit/directive.js',
            'lit/directives/class-map.js',
            'lit/directives/keyed.js',
            'lit/directives/repeat.js',
            '@tanstack/lit-virtual',
            'axe-core',
            'fast-check',
          ],
        },
        test: {
          name: 'elements',
          include: ['test/renderer/**/*.test.ts'],
          setupFiles: ['test/renderer/setup.ts'],
          testTimeout: 30_000,
          expect,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { ...installedBrowser(), args: browserArguments() },
            }),
            instances: [{ browser: 'chromium', viewport: { width: 1280, height: 800 } }],
          },
        },
      },
      {
        test: {
          name: 'end-to-end',
          include: throughTheDoors,
          testTimeout: 120_000,
          expect,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});

/** The node suite needs no browser: only the suites that start one say that there is none. */
function installedBrowser(): { executablePath?: string } {
  try {
    return { executablePath: findBrowser() };
  } catch {
    return {};
  }
}
