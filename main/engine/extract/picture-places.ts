import { PICTURE_MARK } from './clean.ts';
import { isBlank, isElement, isText, nodesBelow } from './dom.ts';
import type { PageElement } from './dom.ts';
import { markOf } from './pictures.ts';
import type { PagePicture } from './pictures.ts';
import { isAside } from './regions.ts';

export interface Places {
  /** The elements with text of their own and the pictures, numbered in document order. */
  numbers: Map<PageElement, number>;
  /** The pictures that may be put back. */
  pictures: PageElement[];
  /** Where the article begins: its heading, or the element around it. */
  start: number;
}

/** Notes where the texts and pictures of a page stand, before anything is removed from it. */
export function numberPlaces(body: PageElement, pictures: PagePicture[]): Places {
  const numbers = new Map<PageElement, number>();
  const marks: PageElement[] = [];
  let number = 0;
  let start: number | null = null;
  for (const node of nodesBelow(body)) {
    if (isText(node)) {
      if (node.parentNode !== null && !isBlank(node.textContent) && !numbers.has(node.parentNode))
        numbers.set(node.parentNode, ++number);
      continue;
    }
    if (!isElement(node)) continue;
    if (/^(?:h1|article)$/.test(node.localName)) start ??= number + 1;
    if (!node.hasAttribute(PICTURE_MARK)) continue;
    numbers.set(node, ++number);
    if (pictures[markOf(node)]?.linksAway === false && !isAside(node)) marks.push(node);
  }
  return { numbers, pictures: marks, start: start ?? 0 };
}

/**
 * Puts back the pictures that stood on the page before the last text of the article and, where its
 * heading is marked as one, behind that.
 */
export function restorePictures(root: PageElement, { numbers, pictures, start }: Places): void {
  const kept = [...nodesBelow(root)]
    .filter((node) => isElement(node))
    .filter((e) => numbers.has(e));
  const present = new Set(kept.filter(isMark).map(markOf));
  const texts = kept.filter((element) => !isMark(element));
  const numberOf = (element: PageElement): number => numbers.get(element) ?? 0;
  const [first] = texts;
  const last = texts.at(-1);
  if (first === undefined || last === undefined) return;
  for (const mark of pictures) {
    const number = numberOf(mark);
    if (present.has(markOf(mark)) || number > numberOf(last) || number < start) continue;
    const before = texts.findLast((element) => numberOf(element) < number);
    if (before === undefined) blockOf(first, root).before(mark);
    else blockOf(before, root).after(mark);
    // The next picture from the same place goes behind this one.
    texts.splice(before === undefined ? 0 : texts.indexOf(before) + 1, 0, mark);
  }
}

function isMark(element: PageElement): boolean {
  return element.hasAttribute(PICTURE_MARK);
}

/** The paragraph, heading or list an element stands in: a picture goes between those. */
function blockOf(element: PageElement, root: PageElement): PageElement {
  const block =
    element.closest('table, ul, ol, dl, blockquote, pre, figure') ??
    element.closest('p, h1, h2, h3, h4, h5, h6') ??
    element;
  return root.contains(block) && block !== root ? block : element;
}
