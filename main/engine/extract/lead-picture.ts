import { PICTURE_MARK } from './clean.ts';
import { all, isElement, namesOf, nodesBelow } from './dom.ts';
import type { PageDocument, PageElement } from './dom.ts';
import { linesOf } from './lines.ts';
import { markOf, marksIn } from './pictures.ts';
import type { PagePicture } from './pictures.ts';
import { isAside } from './regions.ts';
import { LEAD_NAME } from './slides.ts';
import type { ToldPicture } from './told-pictures.ts';

/** Smaller than this, a picture above a headline is a badge, not the lead picture; pixels. */
const MIN_WIDTH = 300;

/** An article whose only picture is not in its text has at least so much text; characters. */
const MIN_TEXT = 200;

/**
 * Finds the picture that a page leads with, as an index; to be called before the article's text is
 * found, which takes the page apart. `null` when the page shows none.
 *
 * 1. The picture that structured data or OpenGraph name, wherever the page shows it;
 * 2. else the last picture before the headline that is named as a lead picture.
 */
export function findLead(
  root: PageElement,
  pictures: readonly PagePicture[],
  leads: readonly ToldPicture[],
): number | null {
  if (pictures.length === 0) return null;
  const heading = root.querySelector('h1');
  let isBefore = heading !== null;
  let above: number | null = null;
  let told: number | null = null;
  for (const node of nodesBelow(root)) {
    if (node === heading) isBefore = false;
    if (!isElement(node) || !node.hasAttribute(PICTURE_MARK)) continue;
    const index = markOf(node);
    const picture = pictures[index];
    if (picture === undefined || picture.linksAway) continue;
    if (picture.width !== null && picture.width < MIN_WIDTH) continue;
    const isAbove = isBefore && isNamedLead(node);
    const isTold = told === null && leads.some((lead) => isSame(picture, lead));
    if ((!isAbove && !isTold) || isAside(node)) continue;
    if (isAbove) above = index;
    if (isTold) told = index;
  }
  return told ?? above;
}

function isNamedLead(mark: PageElement): boolean {
  let at = mark.parentNode;
  for (let level = 0; isElement(at) && at.localName !== 'body' && level < 4; level++) {
    if (LEAD_NAME.test(namesOf(at))) return true;
    at = at.parentNode;
  }
  return false;
}

/** The same picture, or another cut of it: both addresses share a long name that is no word. */
function isSame(picture: PagePicture, lead: ToldPicture): boolean {
  if (lead.keys.includes(picture.key)) return true;
  const names = new Set(longNames(picture.address));
  return longNames(lead.address).some((name) => names.has(name));
}

function longNames(address: string): string[] {
  const path = URL.parse(address)?.pathname ?? '';
  return path.split('/').filter((name) => name.length >= 20 && /\d/.test(name));
}

/**
 * Puts the lead picture before the article's text where it was lost on the way. Where the text has
 * no picture at all and the page shows none, the picture that the page names for sharing is its
 * lead picture, unless it is one that a site gives to all its pages.
 */
export function putLead(
  document: PageDocument,
  root: PageElement,
  pictures: PagePicture[],
  lead: number | null,
  leads: readonly ToldPicture[],
): void {
  const inText = marksIn(root).map((mark) => pictures[mark]?.key);
  // A picture that is not in the text does not make an article of a page without text.
  const length = linesOf(root).reduce((sum, line) => sum + line.text.length, 0);
  if (inText.length === 0 && length < MIN_TEXT) return;
  if (lead !== null && !inText.includes(pictures[lead]?.key)) {
    for (const old of all(document, `[${PICTURE_MARK}="${lead}"]`)) old.remove();
    root.prepend(markFor(lead, document));
    return;
  }
  const shared = inText.length === 0 ? leads.find((one) => !isGeneric(one)) : undefined;
  if (shared === undefined) return;
  root.prepend(markFor(pictures.length, document));
  pictures.push(toPicture(shared));
}

/** A card that a site shows for all its pages: by the name of its file. */
function isGeneric({ address, width }: ToldPicture): boolean {
  const path = URL.parse(address)?.pathname ?? '';
  if ((width !== null && width < MIN_WIDTH) || /\.(?:svg|ico|gif)$|\/avatars?\//i.test(path))
    return true;
  const file = path.split('/').slice(-2).join('/');
  return /logo|default|placeholder|monogram|subscribe|fallback|avatar|favicon|gravatar|icon|blank|(?:^|[/_.-])(?:share|sharing|social|og|ogp|opengraph|open-graph|facebook|fb|twitter)(?:[/_.-]|image|\d|$)/i.test(
    file,
  );
}

function markFor(index: number, document: PageDocument): PageElement {
  const mark = document.createElement('img');
  mark.setAttribute(PICTURE_MARK, String(index));
  return mark;
}

function toPicture(lead: ToldPicture): PagePicture {
  const { keys, ...known } = lead;
  return {
    ...known,
    others: [],
    key: keys[0] ?? lead.address,
    alt: '',
    told: { caption: '', credit: '' },
    linksAway: false,
  };
}
