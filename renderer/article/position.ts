import type { ReadingPosition } from '../../contract/types.ts';
import { along, scrollAlong, scrolled, viewLength, wholeLength } from './flow.ts';
import { isCalm } from '../motion.ts';

/**
 * The reader's place in an article, as the block where the view begins and the fraction of it that
 * was read: it holds when the column gets another width, the text another size, or its lines turn.
 */

/**
 * Where the reader is.
 *
 * @param blocks the blocks of the article from the first to the last, as laid out.
 * @returns `null` when the article is at its top.
 */
export function readPosition(
  scroller: Element,
  blocks: readonly Element[],
): ReadingPosition | null {
  if (scrolled(scroller) <= 0) return null;
  // The last block that begins at or before the beginning of the view, by halving. A pixel is given,
  // because scrolling to a block stops at a fraction of one.
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const block = blocks[middle];
    const start = block && along(scroller, block.getBoundingClientRect()).start;
    if (start === undefined || start > 1) high = middle - 1;
    else low = middle;
  }
  const block = blocks[low];
  if (block === undefined) return null;
  const { start, end } = along(scroller, block.getBoundingClientRect());
  const before = end === start ? 0 : -start / (end - start);
  return { block: low, fraction: Math.min(1, Math.max(0, before)) };
}

/** Scrolls to a place; to the last block when the article has become shorter. */
export function restorePosition(
  scroller: Element,
  blocks: readonly Element[],
  position: ReadingPosition | null,
): void {
  const block = position === null ? undefined : (blocks[position.block] ?? blocks.at(-1));
  if (position === null || block === undefined) {
    scrollAlong(scroller, 0);
    return;
  }
  const { start, end } = along(scroller, block.getBoundingClientRect());
  scrollAlong(scroller, scrolled(scroller) + start + (end - start) * position.fraction);
}

/** Scrolls on by a page less two lines; `false` where nothing more follows. */
export function scrollByPage(scroller: Element): boolean {
  const at = scrolled(scroller);
  if (at + viewLength(scroller) >= wholeLength(scroller) - 1) return false;
  scrollAlong(scroller, at + pageStep(scroller), isCalm() ? 'instant' : 'smooth');
  return true;
}

/** A page less two lines, in pixels. */
export function pageStep(scroller: Element): number {
  const length = viewLength(scroller);
  const twoLines = 2 * Number.parseFloat(getComputedStyle(scroller).lineHeight);
  return Math.max(length - twoLines, length / 2);
}
