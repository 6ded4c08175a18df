/** What the frame of `policy.test.ts` runs before the window: the library of the test. */
const library: unknown = Object(window.parent).fake;
Object.defineProperty(window, 'carrel', { value: library });
