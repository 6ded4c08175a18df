import { expect, test } from 'vitest';
import { FakeCarrel } from './fake-carrel.ts';

/** As `main/door/headers.ts`; scripts and connections of the test's own server are `'self'`. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; " +
  "connect-src 'self' ws:; frame-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html";

test('the window runs under its policy: no inline style, no string turned into markup', async () => {
  const fake = new FakeCarrel();
  for (let index = 0; index < 50; index += 1) fake.add();
  Object.assign(window, { fake });
  const frame = document.createElement('iframe');
  frame.width = '1280';
  frame.height = '700';
  frame.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}">
    <link rel="stylesheet" href="${address('../../renderer/tokens.css')}" />
    <link rel="stylesheet" href="${address('../../renderer/window.css')}" />
    <script type="module" src="${address('./under-policy.ts')}"></script>
    <script type="module" src="${address('../../renderer/main.ts')}"></script>
    <carrel-app></carrel-app>`;
  const violations: string[] = [];
  document.body.append(frame);
  await expect.poll(() => frame.contentDocument?.querySelector('carrel-app')).toBeTruthy();
  frame.contentDocument?.addEventListener('securitypolicyviolation', (event) => {
    violations.push(`${event.effectiveDirective}: ${event.sample || event.blockedURI}`);
  });

  const list = () =>
    frame.contentDocument
      ?.querySelector('carrel-app')
      ?.shadowRoot?.querySelector('carrel-reader')
      ?.shadowRoot?.querySelector('carrel-list-pane')
      ?.shadowRoot?.querySelector('carrel-list')?.shadowRoot;
  const rows = () => [...(list()?.querySelectorAll<HTMLElement>('carrel-row') ?? [])];
  // The frame loads the window's modules one by one.
  await expect.poll(() => rows().length, { timeout: 20_000 }).toBeGreaterThan(5);
  rows()[1]?.click();
  await expect.poll(() => fake.articles.get(2)?.read).toBe(true);
  expect(rows()[1]?.getBoundingClientRect().height).toBeGreaterThan(50);
  expect(violations).toEqual([]);
  frame.remove();
});

function address(path: string): string {
  return new URL(path, import.meta.url).pathname;
}
