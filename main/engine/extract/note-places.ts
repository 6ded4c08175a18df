import { collapsed, isBlank, isBlock, isElement, isText, nodesBelow } from './dom.ts';
import type { PageDocument, PageElement, PageNode } from './dom.ts';
import { blockAround, isMarker, isNamedNote } from './note-signs.ts';

/** Longer, a part of a page is a chapter and no note; characters. */
const LONGEST_NOTE = 5_000;

/** Blocks that may be a note as a whole. */
const NOTE_BLOCK = /^(?:li|p|dd|blockquote|div|section|aside|address|center)$/;

const HIDDEN =
  '[hidden], [aria-hidden="true"], [popover], [style*="display:none" i], [style*="display: none" i]';

/** Where a note stands: a block, or words within a text that are no part of what is read there. */
export interface NotePlace {
  element: PageElement;
  isInline: boolean;
}

/**
 * The block that holds the note a link leads to.
 *
 * 1. Words in a line that are hidden, or named as a note, are the note themselves.
 * 2. An empty mark stands before its block; a term before its description.
 * 3. Of a block in which several lines are notes, it is the line, put in a paragraph of its own.
 * 4. Else the block around, up to the item, or the element named as a note, that it begins.
 *
 * @param targetsIn How many places that links lead to an element is or holds.
 * @returns `null` where what is there is no note, by its kind, its length or what stands before it.
 */
export function notePlace(
  document: PageDocument,
  target: PageElement,
  targetsIn: (element: PageElement) => number,
): NotePlace | null {
  if (!isBlock(target) && isBesideText(target)) {
    const isApart = target.matches(HIDDEN) || isNamedNote(target);
    if (isApart && !isMarker(collapsed(target.textContent)))
      return hasWords(target) ? { element: target, isInline: true } : null;
  }
  let at = blockBegunBy(target);
  if (!isBlock(target) && targetsIn(at) > 1) {
    const line = lineFrom(document, target, at, targetsIn);
    if (line !== at)
      return line !== null && isNote(line) ? { element: line, isInline: false } : null;
  }
  if (textBefore(target, at)) return null;
  const own = Math.max(1, targetsIn(at));
  for (let holder = at.parentNode; holder !== null; holder = holder.parentNode) {
    const isItem = /^(?:li|dd)$/.test(holder.localName);
    const mayHold = isItem || (NOTE_BLOCK.test(holder.localName) && isNamedNote(holder));
    if (!mayHold || targetsIn(holder) > own || textBefore(at, holder)) break;
    at = holder;
  }
  return isNote(at) ? { element: at, isInline: false } : null;
}

function isNote(element: PageElement): boolean {
  return (
    NOTE_BLOCK.test(element.localName) &&
    hasWords(element) &&
    element.querySelector('h1, h2, h3, h4, h5, h6, table, article, main') === null
  );
}

/** Some words, and not too many for a note. */
function hasWords(element: PageElement): boolean {
  let length = 0;
  let nodes = 0;
  let hasLetters = false;
  for (const node of nodesBelow(element)) {
    if (++nodes > LONGEST_NOTE) return false;
    if (!isText(node)) continue;
    const text = node.textContent ?? '';
    length += text.length;
    hasLetters ||= /\p{L}{2}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
    if (length > LONGEST_NOTE) return false;
  }
  return hasLetters;
}

function blockBegunBy(target: PageElement): PageElement {
  const next = target.nextElementSibling;
  const isMark = isBlank(target.textContent) || target.localName === 'dt';
  const isNextBlock = next !== null && isBlock(next) && target.parentNode !== null;
  if (isMark && isNextBlock && !textBetween(target, next)) return next;
  const at = blockAround(target);
  const after = at.nextElementSibling;
  return at.localName === 'dt' && after?.localName === 'dd' ? after : at;
}

function textBetween(from: PageNode, to: PageNode): boolean {
  for (let node = from.nextSibling; node !== null && node !== to; node = node.nextSibling)
    if (!isBlank(node.textContent)) return true;
  return false;
}

/** Whether other text stands in the line of an inline element, before or after it. */
function isBesideText(element: PageElement): boolean {
  return textBefore(element, blockAround(element));
}

/** What may stand before a note without being text: its own marker, brackets, a sign that leads back. */
const BEFORE_NOTE = /^[\s[\](){}.:^↑↩*–—-]*(?:\d{1,4}|[a-z])?[\s[\](){}.:^↑↩*–—-]*$/i;

/** What has more nodes before it, or line breaks only beyond so many, is no line of a list of notes. */
const MOST_BEFORE = 200;

/** Whether text stands before an element, in an element around it. */
function textBefore(element: PageElement, around: PageElement): boolean {
  if (!around.contains(element)) return false;
  let text = '';
  let nodes = 0;
  for (const node of nodesBelow(around)) {
    if (node === element || text.length > 100) break;
    if (++nodes > MOST_BEFORE) return true;
    if (isText(node)) text += node.textContent ?? '';
  }
  return element !== around && !BEFORE_NOTE.test(text);
}

/**
 * Puts the line that a mark begins in a paragraph: up to the end of its block, a line that another
 * mark begins, an empty line, or a block. The block itself where no line break parts it; `null` where
 * other text begins the line.
 */
function lineFrom(
  document: PageDocument,
  target: PageElement,
  block: PageElement,
  targetsIn: (element: PageElement) => number,
): PageElement | null {
  let begin: PageNode = target;
  while (begin.parentNode !== null && begin.parentNode !== block && !hasBreakBeside(begin))
    begin = begin.parentNode;
  if (!hasBreakBeside(begin)) return block;
  let first = begin;
  while (first.previousSibling !== null && !endsLine(first.previousSibling)) {
    first = first.previousSibling;
    if (!BEFORE_NOTE.test(first.textContent ?? '')) return null;
  }
  const nodes: PageNode[] = [];
  for (let node: PageNode | null = first; node !== null; node = node.nextSibling) {
    if (isElement(node) && isBlock(node)) break;
    if (isBreak(node) && beginsAnother(node, targetsIn)) break;
    nodes.push(node);
  }
  const paragraph = document.createElement('p');
  first.before(paragraph);
  for (const node of nodes) paragraph.append(node);
  return paragraph;
}

function hasBreakBeside(node: PageNode): boolean {
  let [before, after]: (PageNode | null)[] = [node, node];
  for (let step = 0; step < MOST_BEFORE; step++) {
    before = before?.previousSibling ?? null;
    after = after?.nextSibling ?? null;
    if (isBreak(before) || isBreak(after)) return true;
  }
  return false;
}

function isBreak(node: PageNode | null): boolean {
  return isElement(node) && node.localName === 'br';
}

function endsLine(node: PageNode): boolean {
  return isElement(node) && (node.localName === 'br' || isBlock(node));
}

/** Whether a line break ends a note: an empty line follows, or one with a mark of its own. */
function beginsAnother(node: PageNode, targetsIn: (element: PageElement) => number): boolean {
  let next = node.nextSibling;
  while (next !== null && isText(next) && isBlank(next.textContent)) next = next.nextSibling;
  if (next === null || endsLine(next)) return true;
  for (let at: PageNode | null = next; at !== null && !endsLine(at); at = at.nextSibling) {
    if (isElement(at) && targetsIn(at) > 0) return true;
    if (!BEFORE_NOTE.test(at.textContent ?? '')) return false;
  }
  return false;
}
