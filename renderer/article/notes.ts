import { words } from '../words/language.ts';

/**
 * The notes of an article's body (`docs/body.md`): its references become what can be pressed, its
 * notes get the sign they are referred to by and a way back.
 */

export interface Note {
  number: number;
  /** What stands for it in the text, without brackets: `3`, `a`, `†`; its number where that is long. */
  label: string;
  /** The blocks that it is made of, in their order. */
  blocks: HTMLElement[];
  /** What refers to it, in the order of the text. */
  references: HTMLElement[];
}

export type Notes = ReadonlyMap<number, Note>;

const reference = 'a[data-note]';
const wayBack = 'button.way-back';
/** What the last words of a note may stand in. */
const holdsWords = 'p,li,dd,ul,ol,dl,blockquote';

/** Marks what the body refers to and how; what refers to no note keeps its words and is none. */
export function placeNotes(body: Element): Notes {
  const notes = new Map<number, Note>();
  for (const block of body.querySelectorAll<HTMLElement>('[data-note-text]')) {
    const number = numberIn(block.dataset['noteText']);
    if (number === null || block.parentElement?.closest('[data-note-text]')) continue;
    const known = notes.get(number);
    if (known === undefined)
      notes.set(number, { number, label: '', blocks: [block], references: [] });
    else known.blocks.push(block);
  }
  for (const link of body.querySelectorAll<HTMLElement>(reference)) {
    const note = notes.get(numberIn(link.dataset['note']) ?? 0);
    if (note === undefined || note.blocks.some((block) => block.contains(link))) {
      link.replaceWith(...link.childNodes);
      continue;
    }
    // As a link it may have the role; where it leads nobody sees, since a press of it is taken.
    link.setAttribute('href', `#note-${note.number}`);
    link.role = 'doc-noteref';
    link.ariaHasPopup = 'dialog';
    link.toggleAttribute(
      'data-raised',
      link.closest('sup') === null && link.querySelector('sup') === null,
    );
    note.references.push(link);
  }
  for (const note of notes.values()) {
    const [first] = note.references;
    if (first === undefined) {
      notes.delete(note.number);
      continue;
    }
    note.label = shortLabel(first.textContent ?? '') ?? String(note.number);
    setLabel(note);
    addWayBack(note);
  }
  return notes;
}

/** Writes what refers to notes, and their own signs, as text that stands without the window. */
export function writeLabels(body: Element): void {
  for (const { label, references, blocks } of placeNotes(body).values()) {
    for (const link of references) link.textContent = `[${label}]`;
    const [first] = blocks;
    if (first?.dataset['label'] !== undefined) first.prepend(`[${label}] `);
  }
  for (const button of body.querySelectorAll(wayBack)) button.remove();
}

/** Names references and ways back, in the language in use. */
export function nameNotes(notes: Notes): void {
  const { note: named, backToNote } = words().article;
  for (const { label, blocks, references } of notes.values()) {
    for (const link of references) link.ariaLabel = named(label);
    for (const block of blocks) {
      for (const button of block.querySelectorAll(wayBack)) button.ariaLabel = backToNote(label);
    }
  }
}

/** The note that an element refers to, or leads back from; 0 for one that does neither. */
export function noteReferredTo(element: Element | null): number {
  const link = element?.closest(reference);
  return link instanceof HTMLElement ? (numberIn(link.dataset['note']) ?? 0) : 0;
}

export function noteLedBackFrom(element: Element | null): number {
  const button = element?.closest(wayBack);
  return button instanceof HTMLElement ? (numberIn(button.dataset['from']) ?? 0) : 0;
}

/** What a note says, to be shown elsewhere: without its way back, and without pictures. */
export function contentOf({ blocks }: Note): DocumentFragment {
  const content = document.createDocumentFragment();
  for (const block of blocks) {
    const copy = block.cloneNode(true);
    if (!(copy instanceof HTMLElement)) continue;
    for (const own of copy.querySelectorAll(`${wayBack},figure`)) own.remove();
    for (const name of ['data-note-text', 'data-label', 'value']) copy.removeAttribute(name);
    // An item or a description stands in no list here.
    const isPart = /^(?:li|dd)$/.test(copy.localName);
    const shown = isPart ? document.createElement('div') : copy;
    if (isPart) {
      for (const name of ['lang', 'dir']) {
        const value = copy.getAttribute(name);
        if (value !== null) shown.setAttribute(name, value);
      }
      shown.append(...copy.childNodes);
    }
    content.append(shown);
  }
  return content;
}

function numberIn(written: string | undefined): number | null {
  return written !== undefined && /^[1-9]\d{0,5}$/.test(written) ? Number(written) : null;
}

function shortLabel(text: string): string | null {
  const bare = text.replaceAll(/[\s.:[\](){}（）［］【】〔〕]/gu, '');
  return /^(?:[\p{L}\p{N}]{1,4}|[^\p{L}\p{N}\s]{1,4})$/u.test(bare) ? bare : null;
}

/** Gives a note the sign that it is referred to by, where it does not begin with it. */
function setLabel({ label, blocks: [first] }: Note): void {
  if (first === undefined) return;
  const begun = (first.textContent ?? '').trim().replace(/^[[({（［【〔]/u, '');
  if (begun.startsWith(label) && !/^[\p{L}\p{N}]/u.test(begun.slice(label.length))) return;
  const isNumbered = first instanceof HTMLLIElement && first.parentElement?.localName === 'ol';
  if (isNumbered && /^\d{1,4}$/.test(label)) first.value = Number(label);
  else first.dataset['label'] = label;
}

function lastHolderIn(element: Element): HTMLElement | null {
  const last = element.lastElementChild;
  return last instanceof HTMLElement && last.matches(holdsWords) ? last : null;
}

/** Behind the last words of a note. */
function addWayBack({ number, blocks }: Note): void {
  let last: Element | null = blocks.at(-1) ?? null;
  for (let next = last; next !== null; next = lastHolderIn(next)) last = next;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'way-back';
  button.dataset['from'] = String(number);
  // The second character asks for the sign as text and not as a picture.
  button.textContent = '↩\ufe0e';
  if (last?.matches('p, li, dd, blockquote')) last.append(button);
  else last?.after(button);
}
