import { isVertical, scrollAlong, scrolled, viewLength, wholeLength } from './flow.ts';
import { isCalm } from '../motion.ts';
import { pageStep } from './position.ts';

/**
 * Wheel and keys for a text of vertical lines, which browsers scroll by them up and down only: the
 * wheel and the keys that go on in any text go on in this one too.
 */

/** What scrolls by itself, or takes keys of its own. */
const scrollsItself = '.table,pre,input,textarea,select,audio,video,[popover]';

/** Scrolls on by what a wheel gives; a sideways wheel or touch pad scrolls natively. */
export function scrollByWheel(event: WheelEvent, scroller: Element): void {
  if (event.defaultPrevented || event.ctrlKey || !isVertical(scroller)) return;
  if (Math.abs(event.deltaY) <= Math.abs(event.deltaX) || isWithinOther(event)) return;
  const unitPx = [1, lineOf(scroller), viewLength(scroller)][event.deltaMode] ?? 1;
  event.preventDefault();
  scrollAlong(scroller, scrolled(scroller) + event.deltaY * unitPx);
}

/** Scrolls by a key, if it is one that scrolls. The left arrow key goes on, as the text does. */
export function scrollByKey(event: KeyboardEvent, scroller: Element): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (!isVertical(scroller) || isWithinOther(event)) return;
  const at = scrolled(scroller);
  const [line, page] = [2 * lineOf(scroller), pageStep(scroller)];
  const to: Record<string, number> = {
    ArrowDown: at + line,
    ArrowLeft: at + line,
    ArrowUp: at - line,
    ArrowRight: at - line,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: wholeLength(scroller),
  };
  const place = to[event.key];
  if (place === undefined) return;
  event.preventDefault();
  scrollAlong(scroller, place, isCalm() ? 'instant' : 'smooth');
}

function isWithinOther(event: Event): boolean {
  const [target] = event.composedPath();
  return target instanceof Element && target.closest(scrollsItself) !== null;
}

function lineOf(scroller: Element): number {
  return Number.parseFloat(getComputedStyle(scroller).lineHeight);
}
