import { aroundKind } from './around-words.ts';
import { isBlank, isElement, isText } from './dom.ts';
import type { PageElement, PageNode } from './dom.ts';
import { linesOf } from './lines.ts';
import { blockOf, measure, measureLine, proseOf } from './measures.ts';
import type { Measures } from './measures.ts';
import { NOTE_TEXT_MARK } from './note-numbers.ts';

/** A part that holds more of the page's prose than this is no furniture, whatever stands over it. */
const MOST_OF_PROSE = 0.4;

/**
 * Removes the parts that a heading or label announces as something else than the article: other
 * articles, comments, sharing, the author's portrait.
 *
 * 1. Where the label begins an element, that element is the part.
 * 2. Where it stands in the flow of the text, the part goes on to the next heading of its rank or
 *    the next prose; after comments nothing of the article follows.
 * 3. Where it shares its element with other lines, only the label goes.
 */
export function removeAnnouncedParts(root: PageElement): void {
  const lines = linesOf(root);
  const measures = measure(root, lines);
  const most = proseOf(root, measures) * MOST_OF_PROSE;
  for (const line of lines) {
    const kind = aroundKind(line.text);
    if (kind === null) continue;
    const label = blockOf(line, root);
    if (label === root || !root.contains(label) || label.closest(CONTENT) !== null) continue;
    if ((measures.get(label)?.lines ?? 0) > 1) {
      for (const node of line.nodes) node.remove();
      continue;
    }
    const part = partBegunBy(label, root, measures, most);
    const { chars, linked } = measureLine(line);
    if (part === label && linked < chars / 2) {
      const followers = kind === 'comments' ? allAfter(label) : sectionAfter(label, measures);
      for (const node of followers) if (!isMost(node, measures, most)) node.remove();
    }
    part.remove();
  }
}

/** In these, a word is what the article says. */
const CONTENT = `table, pre, blockquote, h1, [${NOTE_TEXT_MARK}]`;

/** The outermost element that begins with the label and is not most of the page. */
function partBegunBy(
  label: PageElement,
  root: PageElement,
  measures: Measures,
  most: number,
): PageElement {
  let part = label;
  for (let parent = label.parentNode; parent !== null; parent = parent.parentNode) {
    if (parent === root || /^(?:article|main|body)$/.test(parent.localName)) break;
    if (hasTextBefore(part, measures) || isMost(parent, measures, most)) break;
    part = parent;
  }
  return part;
}

function hasTextBefore(element: PageElement, measures: Measures): boolean {
  for (let node = element.previousSibling; node !== null; node = node.previousSibling) {
    if (isElement(node) ? measures.has(node) : isText(node) && !isBlank(node.textContent))
      return true;
  }
  return false;
}

function isMost(node: PageNode, measures: Measures, most: number): boolean {
  return isElement(node) && most > 0 && proseOf(node, measures) >= most;
}

function allAfter(label: PageElement): PageNode[] {
  const nodes: PageNode[] = [];
  for (let node = label.nextSibling; node !== null; node = node.nextSibling) nodes.push(node);
  return nodes;
}

/** What follows a label up to a heading of its rank or to prose. */
function sectionAfter(label: PageElement, measures: Measures): PageNode[] {
  const rank = HEADING.test(label.localName) ? label.localName : 'h6';
  const nodes: PageNode[] = [];
  for (let node = label.nextSibling; node !== null; node = node.nextSibling) {
    const isHeading = isElement(node) && HEADING.test(node.localName) && node.localName <= rank;
    if (isHeading || (isElement(node) && isProse(node, measures))) break;
    nodes.push(node);
  }
  return nodes;
}

const HEADING = /^h[1-6]$/;

/** Teasers hold prose too, and links with it. */
function isProse(element: PageElement, measures: Measures): boolean {
  const own = measures.get(element);
  const mostLinked = /^(?:p|ul|ol|dl|blockquote)$/.test(element.localName) ? 0.5 : 0.1;
  return own !== undefined && own.prose > 0 && own.linked < own.chars * mostLinked;
}
