import { all, collapsed, isBlank, isBlock, isText, nodesBelow } from './dom.ts';
import type { PageDocument, PageElement, PageNode } from './dom.ts';
import { markInlineNotes, takeOut } from './inline-notes.ts';
import { innerLinks } from './note-links.ts';
import type { InnerLink } from './note-links.ts';
import { NOTE_MARK, NOTE_TEXT_MARK } from './note-numbers.ts';
import { notePlace } from './note-places.ts';
import {
  beginsWith,
  blockAround,
  hasTextBeside,
  isAmongNotes,
  isCalledNote,
  isMarker,
  isNamedOtherwise,
  isNamedReference,
  isSureMarker,
  isWayBack,
} from './note-signs.ts';

/** The notes of a page, by the key with which they and their references are marked. */
export type Notes = Map<string, PageElement>;

/** Words that name a work or a note, and are no sentence: `Smith 2010, p. 4`; characters. */
const LONGEST_REFERENCE = 60;

/**
 * Finds the notes of a page and marks them with their references, whatever the page calls them:
 *
 * 1. Links to places of the same page.                                   `note-links.ts`
 * 2. The block that each leads to, where that may be a note.             `note-places.ts`
 * 3. What shows that it is one: it stands among notes, leads back, or follows a marker in the text.
 * 4. In it, what only leads back into the text is removed.
 * 5. Notes that stand within the text, in the margin or hidden, are taken out of it.
 *                                                                        `inline-notes.ts`
 *
 * What is not surely a note stays as it is. Notes may be removed with what they stand in, as
 * everything else; `restoreNotes` puts them back.
 *
 * @param own The addresses that the page has.
 */
export function markNotes(
  document: PageDocument,
  root: PageElement,
  own: readonly (string | null)[],
): Notes {
  const links = innerLinks(root, own);
  const notes: Notes = new Map();
  const found = new Map<PageElement, Found>();
  const places = new Map<PageElement, PageElement | null>();
  const counts = countTargets(links);
  const ledBack = blocksLedTo(links);
  const beside = new Map<PageElement, boolean>();

  for (const link of links) {
    const words = collapsed(link.element.textContent);
    if (!mayRefer(link, words)) continue;
    const known = places.get(link.target);
    const place =
      known === undefined
        ? notePlace(document, link.target, (element) => counts.get(element) ?? 0)
        : { element: known, isInline: false };
    if (place === null || place.element === null) {
      places.set(link.target, null);
      continue;
    }
    const { isInline } = place;
    let note = place.element;
    if (note.contains(link.element)) continue;
    const block = blockAround(link.element);
    const goesBack = [link.target, note].some((one) => ledBack.get(one)?.has(block));
    const hasText = hasTextBeside(link.element, beside);
    if (!found.has(note) && !isReference(link, words, note, { goesBack, isInline, hasText }))
      continue;
    if (!found.has(note)) {
      if (holdsNote(note)) continue;
      if (isInline) note = takeOut(document, note);
      const key = String(notes.size + 1);
      note.setAttribute(NOTE_TEXT_MARK, key);
      notes.set(key, note);
      found.set(note, { key, blocks: new Set() });
    }
    places.set(link.target, note);
    const { key, blocks } = found.get(note) ?? { key: '', blocks: new Set() };
    blocks.add(block);
    refer(document, link.element, key);
  }
  removeWaysBack(links, found);
  markInlineNotes(document, root, notes);
  return notes;
}

interface Found {
  key: string;
  /** The blocks in which the references to it stand. */
  blocks: Set<PageElement>;
}

/** Of each element, how many targets it is or holds. */
function countTargets(links: InnerLink[]): Map<PageElement, number> {
  const counts = new Map<PageElement, number>();
  for (const target of new Set(links.map((link) => link.target)))
    for (let at: PageElement | null = target; at !== null; at = at.parentNode)
      counts.set(at, (counts.get(at) ?? 0) + 1);
  return counts;
}

/** So far above a link that leads back, its note begins. */
const MOST_LEVELS = 20;

/** The blocks that links in an element lead to. */
function blocksLedTo(links: InnerLink[]): Map<PageElement, Set<PageElement>> {
  const blocks = new Map<PageElement, Set<PageElement>>();
  for (const { element, target } of links) {
    const block = blockAround(target);
    let at: PageElement | null = element;
    for (let level = 0; at !== null && level < MOST_LEVELS; level++, at = at.parentNode) {
      const known = blocks.get(at);
      if (known === undefined) blocks.set(at, new Set([block]));
      else known.add(block);
    }
  }
  return blocks;
}

/** Whether a link's own words may be a reference. */
function mayRefer({ element, target }: InnerLink, words: string): boolean {
  if (element.closest('nav, pre') !== null || /^h[1-6]$/.test(target.localName)) return false;
  if (words === '') return isNamedReference(element);
  return words.length <= LONGEST_REFERENCE && /[\p{L}\p{N}*＊⁎∗†‡§¶‖#⁰¹²³⁴-⁹]/u.test(words);
}

/** Step 3. What a link leads to is known to be able to be a note. */
function isReference(
  { element, target, leadsOn }: InnerLink,
  words: string,
  note: PageElement,
  { goesBack, isInline, hasText }: { goesBack: boolean; isInline: boolean; hasText: boolean },
): boolean {
  const marks = isMarker(words);
  const isNamed = isNamedReference(element);
  if (isInline) return marks || isNamed;
  const isAmong = isAmongNotes(note, element);
  // A note leads back to where it is referred to, which is no note.
  if (!leadsOn && (!isAmong || isAmongNotes(element, null))) return false;
  if (isAmong || isNamed || isCalledNote(note) || isCalledNote(target))
    return marks || isNamed || (hasText && /^(?:li|p|dd)$/.test(note.localName));
  if (!hasText || isNamedOtherwise(note) || isNamedOtherwise(target)) return false;
  if (goesBack) return marks || words.length <= 20;
  return marks && (isSureMarker(element, words) || beginsWith(note.textContent ?? '', words));
}

/** Whether an element stands in a note that is marked, or holds one. */
function holdsNote(element: PageElement): boolean {
  const marked = `[${NOTE_TEXT_MARK}]`;
  return element.closest(marked) !== null || element.querySelector(marked) !== null;
}

/** Marks a reference. A button, of which nothing would stay, becomes a link. */
function refer(document: PageDocument, element: PageElement, key: string): void {
  if (element.localName === 'a') {
    element.setAttribute(NOTE_MARK, key);
    return;
  }
  const link = document.createElement('a');
  link.setAttribute(NOTE_MARK, key);
  link.setAttribute('href', '#note');
  for (const node of element.childNodes) link.append(node);
  element.replaceWith(link);
}

/** Step 4. */
function removeWaysBack(links: InnerLink[], found: ReadonlyMap<PageElement, Found>): void {
  for (const { element, target, leadsOn } of links) {
    if (element.hasAttribute(NOTE_MARK)) continue;
    const note = element.closest(`[${NOTE_TEXT_MARK}]`);
    const known = note === null ? undefined : found.get(note);
    if (note === null || known === undefined) continue;
    const isAtStart = isFirst(element, note);
    // One that is referred to often leads back to places, too, that are not found to refer to it.
    const leadsBack = known.blocks.has(blockAround(target)) || (!leadsOn && isAtStart);
    if (!leadsBack || !isWayBack(collapsed(element.textContent))) continue;
    const { previousSibling, nextSibling } = element;
    element.remove();
    if (isAtStart) trimStart(note);
    else dropBrackets(previousSibling, nextSibling);
  }
}

const AROUND_MARKER = /^[\s[\](){}（）［］【】.:：^↑↩]*/u;

/** Whether nothing but what surrounds a marker stands before an element. */
function isFirst(element: PageElement, note: PageElement): boolean {
  let text = '';
  for (const node of nodesBelow(note)) {
    if (node === element) break;
    if (isText(node)) text += node.textContent ?? '';
    if (text.length > 20) return false;
  }
  return text.replace(AROUND_MARKER, '') === '';
}

/** Removes what stood around a marker at the start of a note: brackets, a full stop, an arrow. */
function trimStart(note: PageElement): void {
  for (const node of [...nodesBelow(note)].filter(isText)) {
    const text = node.textContent ?? '';
    node.textContent = text.replace(AROUND_MARKER, '');
    if (!isBlank(node.textContent)) break;
  }
}

/** `[` and `]` around a link that is gone. */
function dropBrackets(before: PageNode | null, after: PageNode | null): void {
  if (before === null || after === null || !isText(before) || !isText(after)) return;
  const [start, end] = [before.textContent ?? '', after.textContent ?? ''];
  if (!/[[(]\s*$/.test(start) || !/^\s*[\])]/.test(end)) return;
  before.textContent = start.replace(/\s*[[(]\s*$/, '');
  after.textContent = end.replace(/^\s*[\])]/, '');
}

/**
 * Puts the notes whose references are in an article's text back at its end, as a list, where they
 * stood elsewhere or were removed with what stood around them.
 */
export function restoreNotes(document: PageDocument, root: PageElement, notes: Notes): void {
  if (notes.size === 0) return;
  const list = document.createElement('ol');
  // What is restored may itself refer to notes.
  const waiting = [...all(root, `[${NOTE_MARK}]`)];
  for (let at = 0; at < waiting.length; at++) {
    const key = waiting[at]?.getAttribute(NOTE_MARK) ?? '';
    const note = notes.get(key);
    if (note === undefined || root.contains(note) || list.contains(note)) continue;
    if (isBlank(note.textContent)) continue;
    const item = asItem(document, note, key);
    list.append(item);
    notes.set(key, item);
    waiting.push(...all(item, `[${NOTE_MARK}]`));
  }
  if (list.firstChild !== null) root.append(list);
}

function asItem(document: PageDocument, note: PageElement, key: string): PageElement {
  if (note.localName === 'li') return note;
  const item = document.createElement('li');
  item.setAttribute(NOTE_TEXT_MARK, key);
  note.removeAttribute(NOTE_TEXT_MARK);
  if (/^(?:p|dd)$/.test(note.localName) || !isBlock(note))
    for (const node of note.childNodes) item.append(node);
  else item.append(note);
  return item;
}
