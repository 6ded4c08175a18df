/**
 * The way a text goes on and its view is scrolled: downwards, or, where its lines are vertical, from
 * right to left (`writing-mode: vertical-rl`). All lengths are CSS pixels along that way, counted
 * from where the text begins.
 */

export function isVertical(scroller: Element): boolean {
  return getComputedStyle(scroller).writingMode === 'vertical-rl';
}

/** How far a view is scrolled. Leftwards, `scrollLeft` is negative (CSSOM View, 4.2). */
export function scrolled(scroller: Element): number {
  return isVertical(scroller) ? -scroller.scrollLeft : scroller.scrollTop;
}

/** Scrolls to a place along the way, and across it to where lines begin. */
export function scrollAlong(
  scroller: Element,
  toPx: number,
  behavior: 'instant' | 'smooth' = 'instant',
): void {
  const options: ScrollToOptions = isVertical(scroller)
    ? { left: -toPx, top: 0 }
    : { left: 0, top: toPx };
  scroller.scrollTo({ ...options, behavior });
}

/** How much of the way is seen at once. */
export function viewLength(scroller: Element): number {
  return isVertical(scroller) ? scroller.clientWidth : scroller.clientHeight;
}

export function wholeLength(scroller: Element): number {
  return isVertical(scroller) ? scroller.scrollWidth : scroller.scrollHeight;
}

/** Where a box begins and ends, from where the view begins. */
export function along(scroller: Element, box: DOMRect): { start: number; end: number } {
  const view = scroller.getBoundingClientRect();
  if (isVertical(scroller)) return { start: view.right - box.right, end: view.right - box.left };
  return { start: box.top - view.top, end: box.bottom - view.top };
}
