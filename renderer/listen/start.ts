import { along } from '../article/flow.ts';
import type { PlacedPassage } from './passages.ts';

/** So much of a block must be in view, in pixels, for its reader to be there: about a line. */
const leastSeenPx = 24;

/** Where listening begins: a passage, and where in its text. */
export interface Start {
  at: number;
  from: number;
}

/**
 * Where listening begins: where something is selected, or else at the passage that is at the top of
 * the view, with the headline as the first.
 */
export function startIn(
  passages: readonly PlacedPassage[],
  scroller: Element,
  selected: Range | null,
): Start {
  if (selected !== null) {
    const at = passages.findIndex(({ runs }) =>
      runs.some(({ node }) => selected.intersectsNode(node)),
    );
    const runs = passages[at]?.runs ?? [];
    const run = runs.find(
      ({ node, offset, length }) =>
        node === selected.startContainer && offset + length > selected.startOffset,
    );
    const within = run === undefined ? 0 : Math.max(0, selected.startOffset - run.offset);
    if (at !== -1) return { at, from: (run?.at ?? 0) + within };
  }
  const at = passages.findIndex(
    ({ block }) => along(scroller, block.getBoundingClientRect()).end > leastSeenPx,
  );
  return { at: Math.max(at, 0), from: 0 };
}
