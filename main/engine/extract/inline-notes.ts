import { all, collapsed, isBlank, isElement, isText } from './dom.ts';
import type { PageDocument, PageElement, PageNode } from './dom.ts';
import { NOTE_MARK, NOTE_TEXT_MARK } from './note-numbers.ts';
import { hasTextBeside, isMarker, isNamedNote } from './note-signs.ts';

/** Elements that hold a note within a line of text. */
const HOLDERS = 'span, small, aside';

/**
 * Takes the notes that pages write within their text, to be shown in the margin or when their marker
 * is pressed, out of it: a label that switches its note on, with the box it switches; a marker right
 * before an element that is named as a note. Without a marker before it, what is named so is text.
 *
 * @param notes The notes known so far, to which these are added.
 * @see https://edwardtufte.github.io/tufte-css/#sidenotes
 */
export function markInlineNotes(
  document: PageDocument,
  root: PageElement,
  notes: Map<string, PageElement>,
): void {
  let switched = 0;
  for (const note of all(root, HOLDERS)) {
    if (!isNamedNote(note) || note.closest(`[${NOTE_TEXT_MARK}], [${NOTE_MARK}]`) !== null)
      continue;
    const { marker, box } = markerBefore(note);
    if (marker === null || marker.closest(`[${NOTE_MARK}]`) !== null) continue;
    const words = collapsed(note.textContent);
    if (words.length < 8 || isMarker(words) || !hasTextBeside(marker)) continue;
    const isLabel = marker.localName === 'label';
    const written = collapsed(marker.textContent);
    if (isLabel && !isMarker(written)) marker.textContent = String(++switched);
    else if (!isMarker(written)) continue;
    box?.remove();
    const key = String(notes.size + 1);
    const item = takeOut(document, note);
    item.setAttribute(NOTE_TEXT_MARK, key);
    notes.set(key, item);
    replaceByReference(document, marker, key);
  }
}

/** What stands right before a note: its marker, with a box between them that a label switches. */
function markerBefore(note: PageElement): { marker: PageElement | null; box: PageElement | null } {
  const before = elementBefore(note);
  if (before?.localName !== 'input') {
    const isMark = before !== null && /^(?:sup|a|span|label|button)$/.test(before.localName);
    return { marker: isMark ? before : null, box: null };
  }
  const label = elementBefore(before);
  const isSwitch =
    label?.localName === 'label' && label.getAttribute('for') === before.getAttribute('id');
  return { marker: isSwitch ? label : null, box: before };
}

/** The element before another, where nothing but white space stands between them. */
function elementBefore(element: PageElement): PageElement | null {
  let node: PageNode | null = element.previousSibling;
  while (node !== null && !isElement(node)) {
    if (isText(node) && !isBlank(node.textContent)) return null;
    node = node.previousSibling;
  }
  return node;
}

/** Takes a note out of the text; it is an item, for a list at the end. */
export function takeOut(document: PageDocument, note: PageElement): PageElement {
  const item = document.createElement('li');
  for (const name of ['lang', 'dir']) {
    const value = note.getAttribute(name);
    if (value !== null) item.setAttribute(name, value);
  }
  for (const node of note.childNodes) item.append(node);
  note.remove();
  return item;
}

function replaceByReference(document: PageDocument, marker: PageElement, key: string): void {
  const link = document.createElement('a');
  link.setAttribute(NOTE_MARK, key);
  // A link to somewhere would count as one that leads away from the article.
  link.setAttribute('href', '#note');
  link.append(collapsed(marker.textContent));
  if (marker.parentNode?.closest('sup') === null) {
    const raised = document.createElement('sup');
    raised.append(link);
    marker.replaceWith(raised);
  } else marker.replaceWith(link);
}
