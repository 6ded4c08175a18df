import type { ReadingPosition } from '../../contract/types.ts';
import { isCalm } from '../motion.ts';

/**
 * The reader's place in an article, as the block at the top of the view and the fraction of it
 * that is above: it holds when the column gets another width or the text another size.
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
  if (scroller.scrollTop <= 0) return null;
  const top = scroller.getBoundingClientRect().top;
  // The last block that begins at or above the top of the view, by halving. A pixel is given,
  // because scrolling to a block stops at a fraction of one.
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const rect = blocks[middle]?.getBoundingClientRect();
    if (rect === undefined || rect.top > top + 1) high = middle - 1;
    else low = middle;
  }
  const rect = blocks[low]?.getBoundingClientRect();
  if (rect === undefined) return null;
  const above = rect.height === 0 ? 0 : (top - rect.top) / rect.height;
  return { block: low, fraction: Math.min(1, Math.max(0, above)) };
}

/** Scrolls to a place; to the last block when the article has become shorter. */
export function restorePosition(
  scroller: Element,
  blocks: readonly Element[],
  position: ReadingPosition | null,
): void {
  const block = position === null ? undefined : (blocks[position.block] ?? blocks.at(-1));
  if (position === null || block === undefined) {
    scroller.scrollTop = 0;
    return;
  }
  const rect = block.getBoundingClientRect();
  const top = scroller.getBoundingClientRect().top;
  scroller.scrollTop += rect.top + rect.height * position.fraction - top;
}

/** Scrolls on by a page less two lines; `false` where there is nothing more below. */
export function scrollByPage(scroller: Element): boolean {
  const { scrollTop, clientHeight, scrollHeight } = scroller;
  if (scrollTop + clientHeight >= scrollHeight - 1) return false;
  const twoLines = 2 * Number.parseFloat(getComputedStyle(scroller).lineHeight);
  scroller.scrollBy({
    top: Math.max(clientHeight - twoLines, clientHeight / 2),
    behavior: isCalm() ? 'instant' : 'smooth',
  });
  return true;
}
