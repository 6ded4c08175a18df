import { PICTURE_MARK } from './clean.ts';
import { all } from './dom.ts';
import type { PageElement } from './dom.ts';
import { proseOf } from './measures.ts';
import type { Measures } from './measures.ts';
import { isNamedAside } from './regions.ts';

/** A part with more of its text in links leads elsewhere. */
const MOST_LINKED = 0.3;

/**
 * Joins to the trunk of an article what stands beside it and belongs to it: an introduction above
 * it, paragraphs cut off by an advertisement, sections in elements of their own. What belongs
 * nowhere is removed, up to the body.
 *
 * @returns The element that holds the article and nothing else.
 */
export function joinParts(trunk: PageElement, body: PageElement, measures: Measures): PageElement {
  const kinds = kindsOfCells(trunk, measures);
  let root = trunk;
  for (let at = trunk; at !== body && at.parentNode !== null; at = at.parentNode) {
    const siblings = [...at.parentNode.children];
    const place = siblings.indexOf(at);
    const belongs = siblings.map(
      (sibling, index) => index === place || isPart(sibling, index < place, kinds, measures),
    );
    const first = belongs.indexOf(true);
    const last = belongs.lastIndexOf(true);
    if (first !== last) root = at.parentNode;
    for (const [index, sibling] of siblings.entries()) {
      const isBetween = index > first && index < last && isText(sibling, measures);
      if (belongs[index] !== true && !isBetween && holdsAnything(sibling, measures))
        sibling.remove();
    }
  }
  return root;
}

/** The names of the elements in which the trunk's paragraphs stand. */
function kindsOfCells(trunk: PageElement, measures: Measures): Set<string> {
  const kinds = new Set<string>();
  for (const cell of [trunk, ...all(trunk, CELLS)]) {
    const holdsText = [...cell.children].some(
      (child) => !CELL.test(child.localName) && proseOf(child, measures) > 0,
    );
    if (holdsText) kinds.add(kindOf(cell));
  }
  kinds.delete('');
  return kinds;
}

const CELLS = 'div, section, article';
const CELL = /^(?:div|section|article)$/;

/** An element's name and class as one; nothing where it has no class. */
function kindOf(element: PageElement): string {
  const names = element.getAttribute('class')?.trim() ?? '';
  return names === '' ? '' : `${element.localName} ${names}`;
}

/**
 * Whether a sibling of the trunk, or of what holds it, is a part of the article: prose above it;
 * a paragraph; an element like those in which the trunk's paragraphs stand.
 */
function isPart(
  sibling: PageElement,
  isAbove: boolean,
  kinds: Set<string>,
  measures: Measures,
): boolean {
  if (proseOf(sibling, measures) === 0 || !isText(sibling, measures)) return false;
  if (isAbove || /^(?:p|blockquote|pre)$/.test(sibling.localName)) return true;
  return [sibling, ...all(sibling, CELLS)].some(
    (cell) => kinds.has(kindOf(cell)) && proseOf(cell, measures) > 0,
  );
}

/** Neither a list of links nor named as anything else than the article. */
function isText(element: PageElement, measures: Measures): boolean {
  const own = measures.get(element);
  return own === undefined || (own.linked <= own.chars * MOST_LINKED && !isNamedAside(element));
}

function holdsAnything(element: PageElement, measures: Measures): boolean {
  return (
    measures.has(element) ||
    element.hasAttribute(PICTURE_MARK) ||
    element.querySelector(`[${PICTURE_MARK}]`) !== null
  );
}
