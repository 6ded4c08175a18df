import { along, scrolled, viewLength, wholeLength } from './flow.ts';

/** The headings of an article's body, as its table of contents and as marks of where the reader is. */

/** A piece with fewer headings is seen at a glance. */
const fewest = 3;

export interface Heading {
  /** 0 for the highest, 2 for the lowest. */
  depth: number;
  text: string;
  element: Element;
}

/** The headings in their order; none where they are too few for a table of contents. */
export function headingsOf(body: Element): Heading[] {
  const found = [...body.querySelectorAll('h2, h3, h4')].map((element) => ({
    depth: Number(element.localName.slice(1)) - 2,
    text: (element.textContent ?? '').trim(),
    element,
  }));
  const headings = found.filter(({ text }) => text !== '');
  return headings.length < fewest ? [] : headings;
}

/** The index of the heading whose section is read: the last before the end of the view's first third. */
export function currentHeading(scroller: Element, headings: readonly Heading[]): number {
  const length = viewLength(scroller);
  // At the very end the last section may be too short to come so far.
  if (scrolled(scroller) + length >= wholeLength(scroller) - 1) {
    return headings.length - 1;
  }
  return headings.findLastIndex(
    ({ element }) => along(scroller, element.getBoundingClientRect()).start <= length / 3,
  );
}

/**
 * How much of the text was read, from 0 to 1: what is before the view, of all that comes to be
 * before it until the text's end is in view. `null` where all of it is in view at once.
 */
export function readShare(scroller: Element, body: Element): number | null {
  const at = scrolled(scroller);
  const way = along(scroller, body.getBoundingClientRect()).end + at - viewLength(scroller);
  if (way <= 0) return null;
  return Math.min(1, Math.max(0, at / way));
}
