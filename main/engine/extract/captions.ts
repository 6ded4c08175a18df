import { PICTURE_MARK } from './clean.ts';
import { bare, isCredit, partCaption } from './credits.ts';
import { all, collapsed, isElement, isText, namesOf } from './dom.ts';
import type { PageElement, PageNode } from './dom.ts';
import { leftoverKinds } from './leftovers.ts';
import { PICTURE_FILE } from './picture-key.ts';
import { holdersOf, marksIn } from './pictures.ts';
import type { PagePicture } from './pictures.ts';

const CAPTION_NAME =
  /caption|(?:^|[\s_-])cap(?:$|[\s_-])|cutline|legend|bildunterschrift|bildtext|pie-?de-?foto|didascalia|(?:image|photo|picture|img|media|figure)[_-]*(?:text|desc|description|title|info|meta)/i;
const CREDIT_NAME =
  /credit|copyright|photographer|photo-?by|bildnachweis|fotograf|(?:image|photo|media|picture|caption|figure)[_-]*(?:source|author|byline)|attribution/i;

/** What buttons on a picture say, in words. */
const CONTROL_WORDS =
  /^(?:(?:hide|toggle|show|view|read) (?:full )?caption|(?:enlarge|view|open|expand)(?: this)? (?:image|picture|photo)(?: in (?:gallery|full ?screen))?|view (?:full ?screen|gallery|larger)|full ?screen|enlarge|zoom|bild vergrößern|vergrößern|bild öffnen|agrandir(?: l[’']image)?|ampliar(?: (?:foto|imagen))?|ingrandisci|caption|image caption|photo caption|bildunterschrift|legende)$/i;

/** Labels for screen readers: `Image caption`. */
const UNSEEN =
  /(?:^|[\s_-])(?:visually-?hidden|element-invisible|sr-only|screen-reader(?:-text)?|off-?screen)(?:$|[\s_-])/i;

/** Longer texts beside a picture are text of the article. */
const MAX_CAPTION = 1_500;

/**
 * Gives each marked picture its caption and its credit, and takes their texts out of the page:
 *
 * 1. from the `<figure>` it stands in;
 * 2. from a table of one column that an old page put it into;
 * 3. from the element that holds it and nothing else but texts named as caption or credit;
 * 4. from what stands right after it, when that is named as a caption or reads as a credit.
 */
export function takeCaptions(root: PageElement, pictures: PagePicture[]): void {
  if (pictures.length === 0) return;
  // Inner figures first: a figure of figures is a gallery, and its own caption comes after theirs.
  for (const figure of all(root, 'figure').toReversed()) takeFromFigure(figure, pictures);
  for (const table of all(root, 'table').toReversed()) {
    if (isPictureTable(table)) takeFromFigure(table, pictures);
  }
  const several = holdersOf(root);
  for (const mark of all(root, `[${PICTURE_MARK}]`)) {
    const picture = pictures[Number(mark.getAttribute(PICTURE_MARK))];
    if (picture === undefined || picture.caption !== '') continue;
    takeFromHolder(mark, picture, root, several);
  }
}

function takeFromFigure(figure: PageElement, pictures: PagePicture[]): void {
  const marks = marksIn(figure);
  if (marks.length === 0) return;
  for (const button of all(figure, 'button, [role="button"]'))
    if (marksIn(button).length === 0) button.remove();
  // Without a figcaption, all text in a figure of one picture is its caption.
  const written = all(figure, 'figcaption').filter((one) => marksIn(one).length === 0);
  const texts =
    written.length > 0
      ? [...written, ...namedCredits(figure, written)]
      : marks.length === 1
        ? textsBeside(figure)
        : [];
  const found = take(texts);
  // A caption for several pictures stands with the first that has none of its own.
  const picture = marks
    .map((mark) => pictures[mark])
    .find((one) => one !== undefined && one.caption === '');
  if (picture === undefined) return;
  picture.caption = found.caption || picture.caption;
  picture.credit = found.credit || picture.credit;
}

/** A table with a picture above its caption, and nothing beside. */
function isPictureTable(table: PageElement): boolean {
  if (marksIn(table).length !== 1 || table.querySelector('th, table') !== null) return false;
  const rows = all(table, 'tr');
  return (
    rows.length <= 3 &&
    rows.every((row) => all(row, 'td').length <= 1) &&
    collapsed(table.textContent).length <= 400
  );
}

function namedCredits(figure: PageElement, captions: PageElement[]): PageElement[] {
  return all(figure, '[class], small, cite').filter(
    (element) =>
      (CREDIT_NAME.test(namesOf(element)) || /^(?:small|cite)$/.test(element.localName)) &&
      marksIn(element).length === 0 &&
      !captions.some((caption) => caption.contains(element) || element.contains(caption)) &&
      !CREDIT_NAME.test(element.parentNode === null ? '' : namesOf(element.parentNode)),
  );
}

/** The outermost elements without a picture in an element with pictures; bare text is wrapped for it. */
function textsBeside(holder: PageElement): PageElement[] {
  return [...holder.children].flatMap((child) => {
    if (child.hasAttribute(PICTURE_MARK)) return [];
    return marksIn(child).length > 0 ? textsBeside(child) : [child];
  });
}

/** @param several The elements that hold several pictures. */
function takeFromHolder(
  mark: PageElement,
  picture: PagePicture,
  root: PageElement,
  several: ReadonlySet<PageElement>,
): void {
  let holder: PageElement = mark;
  for (let level = 0; level < 4; level++) {
    const next = nextOf(holder);
    if (isElement(next) && isCaptionBeside(next)) {
      const found = take([next, ...creditAfter(next)]);
      picture.caption = found.caption;
      picture.credit ||= found.credit;
      return;
    }
    const parent = holder.parentNode;
    if (
      parent === null ||
      parent === root ||
      /^(?:article|main|body|figure|td|section)$/.test(parent.localName)
    )
      return;
    if (several.has(parent) || collapsed(parent.textContent).length > MAX_CAPTION) return;
    holder = parent;
  }
}

/** The credit that stands as an element of its own after a caption. */
function creditAfter(caption: PageElement): PageElement[] {
  const next = nextOf(caption);
  return isElement(next) &&
    isCaptionBeside(next) &&
    (CREDIT_NAME.test(namesOf(next)) || isCredit(collapsed(next.textContent)))
    ? [next]
    : [];
}

function isCaptionBeside(element: PageElement): boolean {
  const text = collapsed(element.textContent);
  if (
    text === '' ||
    text.length > MAX_CAPTION ||
    element.localName.startsWith('h') ||
    marksIn(element).length > 0
  )
    return false;
  const names = namesOf(element);
  if (CAPTION_NAME.test(names) || CREDIT_NAME.test(names) || isCredit(text)) return true;
  if (element.localName === 'small') return true;
  // `<p><em>…</em></p>` right under a picture; in the running text emphasis is never the whole of it.
  const only = [...element.children];
  return (
    element.localName === 'p' &&
    text.length <= 300 &&
    only.length === 1 &&
    /^(?:em|i|small)$/.test(only[0]?.localName ?? '') &&
    collapsed(only[0]?.textContent ?? '') === text
  );
}

/** Takes texts out of the page and parts them into caption and credit. */
function take(elements: PageElement[]): { caption: string; credit: string } {
  const captions: string[] = [];
  const credits: string[] = [];
  for (const element of elements) {
    const marked = all(element, '*').filter(isMarkedCredit);
    if (
      CREDIT_NAME.test(namesOf(element)) &&
      !CAPTION_NAME.test(namesOf(element)) &&
      isOne(element)
    ) {
      credits.push(textOf(element));
    } else {
      for (const inner of marked) {
        if (!element.contains(inner)) continue;
        credits.push(textOf(inner));
        inner.remove();
      }
      captions.push(textOf(element));
    }
    element.remove();
  }
  const parted = partCaption(joined(captions));
  return { caption: parted.caption, credit: joined([...credits.map(bare), parted.credit]) };
}

/** Whether an element is named as a credit, or marked as one with the words of schema.org. */
function isMarkedCredit(element: PageElement): boolean {
  return (
    (/^(?:small|cite)$/.test(element.localName) ||
      CREDIT_NAME.test(namesOf(element)) ||
      CREDIT_PROPERTY.test(element.getAttribute('itemprop') ?? '')) &&
    isOne(element)
  );
}

const CREDIT_PROPERTY = /^(?:copyrightHolder|creditText|creator|author)$/i;

/** Whether an element has one text: not a caption beside its credit, both in what is named for one. */
function isOne(element: PageElement): boolean {
  return !all(element, '[class], [itemprop]').some(
    (inner) => CAPTION_NAME.test(namesOf(inner)) || inner.getAttribute('itemprop') === 'caption',
  );
}

/** An element's text with its blocks apart, without buttons, counters and labels nobody sees. */
function textOf(element: PageElement): string {
  for (const inner of all(element, 'button, script, style, svg')) inner.remove();
  for (const inner of all(element, 'a, b, div, i, p, span, strong, [class]')) {
    const text = collapsed(inner.textContent);
    if (text.length > 60) continue;
    if (leftoverKinds(text) !== null || CONTROL_WORDS.test(text) || UNSEEN.test(namesOf(inner)))
      inner.remove();
  }
  for (const inner of all(element, 'p, div, br, li, h2, h3, h4')) inner.before(' ');
  const text = collapsed(element.textContent);
  // Neither the name of a file nor a lone full stop says anything.
  const says = /[\p{L}\p{N}]/u.test(text) && !(PICTURE_FILE.test(text) && !text.includes(' '));
  return says && leftoverKinds(text) === null ? text : '';
}

function joined(texts: string[]): string {
  return [...new Set(texts.filter((text) => text !== ''))].join(' ').slice(0, 2_000);
}

/** The next sibling that is something to see: no blank text, comment or line break. */
function nextOf(node: PageNode): PageNode | null {
  for (let next = node.nextSibling; next !== null; next = next.nextSibling) {
    if (
      isElement(next) ? next.localName !== 'br' : isText(next) && collapsed(next.textContent) !== ''
    )
      return next;
  }
  return null;
}
