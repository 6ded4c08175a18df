import type { Settings } from '../../contract/types.ts';

const lists: Record<Settings['family'], string> = {
  serif: '--font-reading',
  sans: '--font-ui',
  legible: '--font-legible',
};

/** By then a window has shown its list. */
const SOON_MS = 1000;

/**
 * Has the faces that articles are read in loaded while nothing else is to be done, upright and
 * slanted: the first article would stand in another font for a moment, and then move. Those of Latin
 * script; others come with the text that needs them.
 */
export function readyFaces(family: Settings['family']): void {
  const list = getComputedStyle(document.documentElement).getPropertyValue(lists[family]);
  whenIdle(() => {
    for (const style of ['normal', 'italic']) {
      // One that does not come is told of where text needs it, by the font that stands in.
      document.fonts.load(`${style} 1rem ${list}`).catch(() => undefined);
    }
  });
}

/** Safari, through the browser door, does not tell when it has nothing to do. */
function whenIdle(act: () => void): void {
  if (typeof window.requestIdleCallback === 'function') window.requestIdleCallback(act);
  else setTimeout(act, SOON_MS);
}
