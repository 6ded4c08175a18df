import { BodyWriter, MAX_OPEN } from './body-writer.ts';
import type { Frame, Place } from './body-writer.ts';
import { all, collapsed, isBlank, isBlock, isElement, isText } from './dom.ts';
import type { PageElement, PageNode } from './dom.ts';
import { comparable } from './comparable.ts';
import { NOTE_TEXT_MARK, numberNotes } from './note-numbers.ts';
import {
  attributesOf,
  escapeHtml,
  DROPPED,
  INLINE,
  PARENTS,
  PHRASING_ONLY,
  CONTAINERS,
  TEXT_BLOCKS,
} from './vocabulary.ts';

export interface CleanBody {
  html: string;
  text: string;
  /** The marks of the pictures in the body, in order: a picture's ordinal is its index here. */
  pictures: number[];
}

/** The attribute by which a picture's place is marked while a page is worked on. */
export const PICTURE_MARK = 'data-carrel-picture';

/**
 * Writes an element's content in the vocabulary of the body (`docs/body.md`). Nothing of the
 * source is copied: what is allowed is written anew and its text escaped, so that hostile markup
 * ends here. Elements that are not allowed give way to their content.
 *
 * @param base What links are relative to.
 * @param title A heading that repeats it is left out.
 */
export function cleanBody(root: PageElement, base: string | null, title: string): CleanBody {
  const writer = new BodyWriter();
  const ranks = headingRanks(root, title);
  const pictures: number[] = [];
  let wroteText = false;

  // Depth first without recursion: a step goes into a node, or leaves the element it was in.
  const outside: Place = { blocks: [], inlines: [], attributes: '', note: '' };
  const steps: ({ node: PageNode; place: Place } | { leave: PageElement; place: Place })[] = [];
  const goInto = (element: PageElement, place: Place): void => {
    steps.push({ leave: element, place });
    for (const node of [...element.childNodes].toReversed()) steps.push({ node, place });
  };
  goInto(root, outside);

  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    const { place } = step;
    if ('leave' in step) {
      if (isBlock(step.leave)) writer.endParagraph();
      const last = place.blocks.at(-1);
      if ((last?.name === 'td' || last?.name === 'th') && last.name === step.leave.localName)
        writer.cell(place.blocks);
      continue;
    }
    const { node } = step;
    if (isText(node)) {
      const text = node.textContent ?? '';
      if (place.blocks.some((frame) => frame.name === 'pre')) writer.preformatted(place, text);
      else writer.text(place, text);
      wroteText ||= !isBlank(text);
      continue;
    }
    if (!isElement(node)) continue;
    const mark = node.getAttribute(PICTURE_MARK);
    if (mark !== null) {
      if (!pictures.includes(Number(mark))) {
        writer.block(place, `<figure data-picture="${pictures.length}"></figure>`);
        pictures.push(Number(mark));
      }
    } else if (node.localName === 'br') {
      if (place.blocks.some((frame) => frame.name === 'pre')) writer.preformatted(place, '\n');
      else writer.lineBreak();
    } else if (node.localName === 'hr') {
      if (wroteText) writer.block(place, '<hr>');
    } else if (
      !DROPPED.has(node.localName) &&
      !repeatsTitle(node, title, wroteText) &&
      !isEmptyPart(node) &&
      !isBackLink(node)
    ) {
      if (isBlock(node)) writer.endParagraph();
      goInto(node, placeWithin(node, place, ranks, base));
    }
  }
  const { html, text } = writer.finish();
  return { html: numberNotes(html), text, pictures };
}

/** Where the content of an element stands, given where the element stands. */
function placeWithin(
  element: PageElement,
  place: Place,
  ranks: Map<string, string>,
  base: string | null,
): Place {
  const name = element.localName;
  const inline =
    INLINE.get(name) ?? (name === 'span' && element.hasAttribute('dir') ? 'bdi' : undefined);
  if (inline !== undefined) {
    const attributes = attributesOf(element, inline, base);
    const says =
      inline === 'a'
        ? /\s(?:href|data-note)=/.test(attributes)
        : inline !== 'bdo' || attributes.includes(' dir=');
    const nested = place.inlines.some((frame) => frame.name === inline);
    if (!says || nested || place.inlines.length >= MAX_OPEN) return place;
    return { ...place, inlines: [...place.inlines, { name: inline, attributes }] };
  }
  if (!isBlock(element)) return place;
  const key = element.getAttribute(NOTE_TEXT_MARK);
  const note = key === null ? place.note : ` data-note-text="${escapeHtml(key)}"`;
  const around = blocksAround(place.blocks);
  const block = blockName(element, around, ranks);
  const own = attributesOf(element, block ?? '', base);
  const inherited = /\s(?:lang|dir)=/.test(own) ? own : `${own}${place.attributes}`;
  if (block === null || place.blocks.length >= MAX_OPEN)
    return { ...place, blocks: around, attributes: inherited, note };
  return {
    blocks: [...around, { name: block, attributes: inherited + note }],
    inlines: place.inlines,
    attributes: '',
    note: '',
  };
}

/** A block ends the paragraph or heading it stands in. */
function blocksAround(blocks: readonly Frame[]): readonly Frame[] {
  const at = blocks.findIndex((frame) => PHRASING_ONLY.has(frame.name));
  return at === -1 ? blocks : blocks.slice(0, at);
}

/** The name a block has in the body, or `null` where it gives way to its content. */
function blockName(
  element: PageElement,
  around: readonly Frame[],
  ranks: Map<string, string>,
): string | null {
  const name = element.localName;
  const rank = ranks.get(name);
  if (rank !== undefined) return rank;
  const holder = around.at(-1)?.name ?? '';
  const parents = PARENTS.get(name);
  if (parents !== undefined) return parents.has(holder) ? name : null;
  if (name === 'table') return isLayoutTable(element) ? null : name;
  if (name === 'p' && /^(?:li|td|th|dd)$/.test(holder) && isOnlyContent(element)) return null;
  if (name === 'xmp' || name === 'listing') return 'pre';
  return TEXT_BLOCKS.has(name) || CONTAINERS.has(name) ? name : null;
}

/** The ranks of headings in the body: whatever ranks a page uses, they start at `h2`. */
function headingRanks(root: PageElement, title: string): Map<string, string> {
  const repeated = comparable(title);
  const headings = all(root, 'h1, h2, h3, h4, h5, h6').filter(
    (heading) =>
      !isBlank(heading.textContent) && comparable(heading.textContent ?? '') !== repeated,
  );
  const used = [...new Set(headings.map((heading) => heading.localName))].toSorted();
  return new Map(used.map((name, index) => [name, `h${Math.min(index + 2, 4)}`]));
}

/** A heading with the title, anywhere; before any text, whatever block has it. */
function repeatsTitle(element: PageElement, title: string, wroteText: boolean): boolean {
  const isHeading = /^h[1-6]$/.test(element.localName);
  if (title === '' || (!isHeading && (wroteText || !isBlock(element)))) return false;
  const text = element.textContent ?? '';
  return (
    text.length < title.length * 2 + 200 &&
    comparable(text) === comparable(title) &&
    element.querySelector(`[${PICTURE_MARK}]`) === null
  );
}

/** The arrow behind a footnote that leads back into the text. */
function isBackLink(element: PageElement): boolean {
  return (
    element.localName === 'a' && /^[↩↑⤴⏎^][\ufe0e\ufe0f]?$/u.test(collapsed(element.textContent))
  );
}

/** Tables and rows without any text or picture. */
function isEmptyPart(element: PageElement): boolean {
  return (
    /^(?:table|tr)$/.test(element.localName) &&
    isBlank(element.textContent) &&
    element.querySelector(`[${PICTURE_MARK}]`) === null
  );
}

/** Whether a table only places things on the page: one row or column, tables or headings inside. */
function isLayoutTable(table: PageElement): boolean {
  if (/^(?:presentation|none)$/.test(table.getAttribute('role') ?? '')) return true;
  if (table.querySelector('th, caption') !== null) return false;
  if (table.querySelector('table, h1, h2, h3, td p + p + p') !== null) return true;
  const rows = all(table, 'tr');
  return rows.length < 2 || rows.every((row) => all(row, 'td').length < 2);
}

/** Whether an element stands alone in the element it stands in. */
function isOnlyContent(element: PageElement): boolean {
  const first = element.parentNode?.firstChild ?? null;
  for (let node = first; node !== null; node = node.nextSibling) {
    if (node !== element && (isElement(node) || !isBlank(node.textContent))) return false;
  }
  return true;
}
