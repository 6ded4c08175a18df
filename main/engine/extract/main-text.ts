import { Readability } from '@mozilla/readability';
import { PICTURE_MARK } from './clean.ts';
import { all, isBlank, isElement, isText, nodesBelow } from './dom.ts';
import type { PageDocument, PageElement } from './dom.ts';
import { markOf } from './pictures.ts';
import type { PagePicture } from './pictures.ts';
import { isAside } from './regions.ts';
import { INLINE } from './vocabulary.ts';

/** Numbers the elements with text of their own, in document order, while the main text is found. */
const PLACE = 'data-carrel-place';

/**
 * Finds the element that holds the article's text (Readability's algorithm), and puts back the
 * pictures that were cut out though they stand between its paragraphs, or before the first one
 * under the article's heading. `null` when the page has no such element.
 *
 * The document is used up.
 */
export function findMainText(
  document: PageDocument,
  title: string | null,
  pictures: PagePicture[],
): PageElement | null {
  for (const div of all(document, 'div')) if (isParagraph(div)) toParagraph(div, document);
  const places = numberPlaces(document, pictures);
  if (title !== null) setTitle(document, title);
  if (!isReadable(document)) return null;
  const parsed = new Readability<unknown>(document, {
    serializer: (node) => node,
    disableJSONLD: true,
  }).parse();
  const found = parsed?.content;
  if (!isPageElement(found)) return null;
  restorePictures(found, places);
  return found;
}

/** A `<div>` that holds text and nothing but text: sites without `<p>` write their paragraphs so. */
function isParagraph(div: PageElement): boolean {
  let hasText = false;
  for (const node of div.childNodes) {
    if (isElement(node) && (node.hasAttribute(PICTURE_MARK) || !INLINE.has(node.localName)))
      return false;
    hasText ||= isText(node) && !isBlank(node.textContent);
  }
  return hasText;
}

/** Readability would do the same, and lose the number on the way. */
function toParagraph(div: PageElement, document: PageDocument): void {
  const paragraph = document.createElement('p');
  for (const { name, value } of div.attributes) paragraph.setAttribute(name, value);
  paragraph.append(...div.childNodes);
  div.replaceWith(paragraph);
}

interface Places {
  /** The pictures that may be put back, and where each stood. */
  pictures: { place: number; mark: PageElement }[];
  /** Where the article begins: its heading, or the element around it. */
  start: number;
}

function numberPlaces(document: PageDocument, pictures: PagePicture[]): Places {
  let place = 0;
  const eligible: Places['pictures'] = [];
  const starts: number[] = [];
  for (const node of nodesBelow(document.body)) {
    if (!isElement(node)) continue;
    place++;
    const isMark = node.hasAttribute(PICTURE_MARK);
    if (/^(?:h1|article)$/.test(node.localName)) starts.push(place);
    if (
      isMark ||
      [...node.childNodes].some((child) => isText(child) && !isBlank(child.textContent))
    ) {
      node.setAttribute(PLACE, String(place));
    }
    if (!isMark || pictures[markOf(node)]?.linksAway !== false || isAside(node)) continue;
    eligible.push({ place, mark: node });
  }
  return { pictures: eligible, start: starts[0] ?? 0 };
}

function restorePictures(found: PageElement, places: Places): void {
  const kept = all(found, `[${PLACE}]`);
  const present = new Set(kept.filter((element) => element.hasAttribute(PICTURE_MARK)).map(markOf));
  const texts = kept.filter((element) => !element.hasAttribute(PICTURE_MARK));
  const [first] = texts;
  const last = texts.at(-1);
  if (first === undefined || last === undefined) return;
  for (const { place, mark } of places.pictures) {
    if (present.has(markOf(mark)) || place > placeOf(last) || place < places.start) continue;
    const before = texts.findLast((element) => placeOf(element) < place);
    // Readability's elements and the marks belong to one document, so a mark can simply move.
    if (before === undefined) blockOf(first, found).before(mark);
    else blockOf(before, found).after(mark);
    // The next picture from the same place goes behind this one.
    mark.setAttribute(PLACE, String(place));
    texts.splice(before === undefined ? 0 : texts.indexOf(before) + 1, 0, mark);
  }
}

function placeOf(element: PageElement): number {
  return Number(element.getAttribute(PLACE));
}

/** The paragraph, heading or list an element stands in: a picture goes between those. */
function blockOf(element: PageElement, root: PageElement): PageElement {
  const block =
    element.closest('table, ul, ol, dl, blockquote, pre, figure') ??
    element.closest('p, h1, h2, h3, h4, h5, h6') ??
    element;
  return root.contains(block) && block !== root ? block : element;
}

/** Readability drops a heading that repeats the document's title. */
function setTitle(document: PageDocument, title: string): void {
  for (const old of all(document, 'title')) old.remove();
  const element = document.createElement('title');
  element.append(title);
  document.head.append(element);
}

/**
 * Readability's types ask for a browser's document; its code uses the part of it that linkedom
 * implements, and both its tests and its manual name such documents as input.
 */
function isReadable(
  document: PageDocument,
): document is PageDocument & ConstructorParameters<typeof Readability>[0] {
  return isElement(document.documentElement);
}

function isPageElement(value: unknown): value is PageElement {
  return typeof value === 'object' && value !== null && 'querySelectorAll' in value;
}
