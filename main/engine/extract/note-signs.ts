import { collapsed, isBlock, isText, namesOf, nodesBelow } from './dom.ts';
import type { PageElement, PageNode } from './dom.ts';

/** What stands for a note in the text: a number, a letter, a sign, with or without brackets. */
const MARKER =
  /^[[({（【［〔]?\s*(?:(?:fn|note|nb|anm|注|註|※)\.?\s*)?(?:\d{1,4}|[a-z]{1,2}|[ivxlc]{1,7}|[*＊⁎∗†‡§¶‖#]{1,4}|[⁰¹²³⁴-⁹]{1,4})\s*[\])}）】］〕]?[.:]?$/iu;

/** Markers that nothing else looks like. */
const SURE_MARKER = /^(?:[[［〔【].*[\]］〕】]|[*＊⁎∗†‡]{1,4}|[⁰¹²³⁴-⁹]{1,4})$/u;

/** Names of what refers to a note, or is one. */
const NOTE = /foot-?note|end-?note|note-?ref|fn-?ref|side-?note|margin-?note|cite[_-]note/i;

/** Ids of notes as systems write them: `fn:1`, `_ftn2`, `note-3`. */
const NOTE_ID = /^(?:user-content-)?_?(?:fn|ftn|edn|en|note|footnote|endnote)[-_:.]?\d+(?!.*ref)/i;

/** Names of the part of a page where its notes stand. */
const SECTION =
  /(?:^|[\s_-])(?:(?:foot|end|side)-?notes?|notes|reflist|references?|doc-(?:foot|end)notes?|doc-bibliography|bibliography|citations?)(?:$|[\s_-]|\d)/i;

/** Names of what is no note, though a number leads to it: figures, formulas, sections, comments. */
const NO_NOTE =
  /(?:^|[\s_-])(?:comments?|respond|disqus|share|nav|menu|toc|fig(?:ure)?|tab(?:le)?|eqn?|equations?|math|sec(?:tion)?|chapter|step|theorem|lemma|listing|page|slide|tabs?|panel)(?:$|[\s_\-.:]|\d)/i;

/** Class, id, role and what an EPUB says of an element, in one string. */
function namesWithType(element: PageElement): string {
  return `${namesOf(element)} ${element.getAttribute('epub:type') ?? ''}`;
}

export function isMarker(words: string): boolean {
  return words.length <= 12 && MARKER.test(words);
}

/** Whether a marker is one without doubt, by its brackets or sign, or because it is raised. */
export function isSureMarker(link: PageElement, words: string): boolean {
  return (
    SURE_MARKER.test(words) || link.closest('sup') !== null || link.querySelector('sup') !== null
  );
}

/** Whether an element says by its name or role that it refers to a note, or is one. */
export function isNamedNote(element: PageElement): boolean {
  return NOTE.test(namesWithType(element));
}

/** The same of a link, which may stand in an element of that name. */
export function isNamedReference(link: PageElement): boolean {
  const holder = link.parentNode;
  const rel = link.getAttribute('rel') ?? '';
  return (
    /(?:^|\s)footnote(?:\s|$)/i.test(rel) ||
    isNamedNote(link) ||
    (holder !== null && !isBlock(holder) && isNamedNote(holder)) ||
    holder?.matches('sup.reference') === true
  );
}

/** Whether an element is named as a note, by its id too. */
export function isCalledNote(element: PageElement): boolean {
  return NOTE_ID.test(element.getAttribute('id') ?? '') || isNamedNote(element);
}

/** Whether an element stands in a part of the page for notes, which does not hold `link` as well. */
export function isAmongNotes(element: PageElement, link: PageElement | null): boolean {
  for (let at: PageElement | null = element; at !== null; at = at.parentNode) {
    if (/^(?:article|main|body|html)$/.test(at.localName)) return false;
    if (SECTION.test(namesWithType(at))) return link === null || !at.contains(link);
  }
  return false;
}

export function isNamedOtherwise(element: PageElement): boolean {
  return NO_NOTE.test(namesOf(element));
}

/**
 * Whether an element's own block says more than what its links say.
 *
 * @param known What is known of blocks already.
 */
export function hasTextBeside(link: PageElement, known = new Map<PageElement, boolean>()): boolean {
  const block = blockAround(link);
  const has = known.get(block) ?? [...nodesBelow(block)].some(isUnlinkedText);
  known.set(block, has);
  return has;
}

function isUnlinkedText(node: PageNode): boolean {
  return isText(node) && /\p{L}/u.test(node.textContent ?? '') && !isInLink(node.parentNode);
}

function isInLink(element: PageElement | null): boolean {
  for (let at = element; at !== null && !isBlock(at); at = at.parentNode)
    if (at.localName === 'a' || at.localName === 'button') return true;
  return false;
}

/** The nearest block around an element, or itself. */
export function blockAround(element: PageElement): PageElement {
  let at = element;
  while (!isBlock(at) && at.parentNode !== null) at = at.parentNode;
  return at;
}

const BACK_WORDS =
  /back|jump|return|zurück|retour|volver|indietro|voltar|terug|wróć|назад|tillbaka|tilbage|戻る|返回|본문/iu;

/** Whether the words of a link in a note, which leads to where it is referred to, say only that. */
export function isWayBack(words: string): boolean {
  return (
    isMarker(words) ||
    !/[\p{L}\p{N}]/u.test(words) ||
    words.length <= 3 ||
    /^\d{1,3}\.\d{1,3}$/.test(words) ||
    (words.length <= 60 && BACK_WORDS.test(words))
  );
}

/** The sign that a text begins with, if it begins with one: `1`, of `[1] A text`. */
export function beginsWith(text: string, marker: string): boolean {
  const bare = marker.replaceAll(/[^\p{L}\p{N}*＊⁎∗†‡§¶‖#]/gu, '');
  const begun = collapsed(text.slice(0, 40)).replace(/^[[({（【［〔^↑\s]+/u, '');
  return bare !== '' && begun.startsWith(bare) && !/^[\p{L}\p{N}]/u.test(begun.slice(bare.length));
}
