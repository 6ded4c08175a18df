/** What the frame of `policy.test.ts` runs before the window: the library of the test. */
const { fake: library, __vitest_browser_runner__: runner } = Object(window.parent);
Object.defineProperty(window, 'carrel', { value: library });
// The test's server has every dynamic import go through its runner, of which a frame has none.
Object.defineProperty(window, '__vitest_browser_runner__', { value: runner });
