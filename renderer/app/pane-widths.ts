/** The panes whose widths are set; the article has what is left. */
export type SetPane = 'sources' | 'list';

/** A pane as it is laid out, and between what widths it can be set in this window: all in rem. */
export interface PaneWidth {
  rem: number;
  minRem: number;
  maxRem: number;
}

/** As in a new library (`db/settings.ts`), in rem. */
export const usualRem: Record<SetPane, number> = { sources: 17, list: 24 };

/** The bounds of the settings are those of `contract/schemas.ts`. */
const leastRem: Record<SetPane, number> = { sources: 12, list: 18 };
const mostRem: Record<SetPane, number> = { sources: 30, list: 48 };

/** Some 40 characters of the text in its usual size: lines of fewer are read word by word. */
const leastArticleRem = 24;

/** From this width on the window has all three panes side by side; as in `reader-styles.ts`. */
const threePanesRem = 70;

/**
 * How wide the panes are in a window. What is set is heeded as far as the article keeps a width
 * that can be read; where not all fits, the list gives way first. In a window of two panes the
 * sources lie over the list and take nothing.
 *
 * @param set the widths that are set, in rem.
 * @param windowRem the width of the window, in rem.
 */
export function fitPanes(
  set: Record<SetPane, number>,
  windowRem: number,
): Record<SetPane, PaneWidth> {
  const isBeside = windowRem >= threePanesRem;
  const room = windowRem - leastArticleRem;
  const sources = fit('sources', set.sources, isBeside ? room - leastRem.list : mostRem.sources);
  const list = fit('list', set.list, isBeside ? room - sources.rem : room);
  return { sources, list };
}

function fit(pane: SetPane, rem: number, roomRem: number): PaneWidth {
  const minRem = leastRem[pane];
  const maxRem = Math.max(minRem, Math.min(mostRem[pane], roomRem));
  return { rem: Math.min(maxRem, Math.max(minRem, rem)), minRem, maxRem };
}
