import { PICTURE_MARK } from './clean.ts';
import { all, collapsed, isBlank, isElement, isText, unwrap } from './dom.ts';
import type { PageDocument, PageElement } from './dom.ts';
import { toldBy } from './picture-attributes.ts';
import {
  isAdvertisement,
  isDecoration,
  isEmoji,
  isFurniture,
  linksAway,
  pixels,
} from './picture-furniture.ts';
import { chooseSource, findPlaceholders } from './picture-sources.ts';
import type { ChosenSource } from './picture-sources.ts';
import { isFromSlide, writeSlideImages } from './slides.ts';

/** A picture on the page; whether it is one of the article is found out later. */
export interface PagePicture {
  address: string;
  /** The other addresses the page names for it, best first. */
  others: string[];
  /** Equal for one picture in several sizes. */
  key: string;
  alt: string;
  /** As printed. */
  caption: string;
  /** As printed, with the label (`Photograph: …`). */
  credit: string;
  /** What attributes and structured data say, which counts where nothing is printed. */
  told: { caption: string; credit: string };
  /** Pictures with the same group are shown as one gallery. */
  group: string | null;
  width: number | null;
  height: number | null;
  /** Whether it is wrapped in a link to another page, as teasers are. */
  linksAway: boolean;
}

/** The longest picture stories have a few hundred. */
const MAX_PICTURES = 1_000;

/**
 * Finds every picture of a page, by whatever way the page names it, and leaves a mark in its
 * place: `<img data-carrel-picture="N">`, N being its index in the result. What is no picture of
 * anything (tracking pixels, icons, avatars) is removed; a drawn letter (emoji) becomes its text.
 *
 * @param widest Of the files of a picture, in pixels (`widestWanted`).
 */
export function markPictures(
  document: PageDocument,
  root: PageElement,
  base: string | null,
  widest: number,
): PagePicture[] {
  writeSlideImages(document, root);
  const found = all(root, `img, amp-img, amp-anim, [${PICTURE_MARK}]`);
  for (const forged of found) forged.removeAttribute(PICTURE_MARK);
  const images = found.filter((element) => /^(?:img|amp-img|amp-anim)$/.test(element.localName));
  const placeholders = findPlaceholders(images);
  const pictures: PagePicture[] = [];
  /** The key that stands for all keys of one picture. */
  const keys = new Map<string, string>();
  for (const img of images) {
    const isFull = pictures.length === MAX_PICTURES;
    const chosen =
      isFull || isDecoration(img) ? null : chooseSource(img, base, placeholders, widest);
    const source = chosen !== null && isFurniture(img, chosen.address) ? null : chosen;
    const away = source !== null && linksAway(img, base, isFromSlide(img));
    if (source === null || (away && isAdvertisement(img))) {
      if (isEmoji(img)) img.replaceWith(img.getAttribute('alt') ?? '');
      // With its caption, which says nothing without it.
      else if (isFull) loneFigure(img).remove();
      else img.remove();
      continue;
    }
    const mark = document.createElement('img');
    mark.setAttribute(PICTURE_MARK, String(pictures.length));
    const key = twinOf(img, pictures) ?? commonKey(source.keys, keys);
    pictures.push({
      ...toPicture(img, source, document),
      key,
      linksAway: away,
    });
    wholePicture(img).replaceWith(mark);
  }
  for (const element of all(root, 'picture, noscript')) {
    if (element.localName === 'picture' || element.querySelector(`[${PICTURE_MARK}]`) !== null)
      unwrap(element);
  }
  return pictures;
}

/** The figure an image stands in alone, or the image. */
function loneFigure(img: PageElement): PageElement {
  const figure = img.closest('figure');
  return figure === null || figure.querySelector(`[${PICTURE_MARK}]`) !== null ? img : figure;
}

/** The pictures marked within an element, as indices, in order. */
export function marksIn(element: PageElement): number[] {
  return all(element, `[${PICTURE_MARK}]`).map(markOf);
}

export function markOf(element: PageElement): number {
  return Number(element.getAttribute(PICTURE_MARK));
}

/** The elements that hold two pictures or more. */
export function holdersOf(root: PageElement): ReadonlySet<PageElement> {
  const once = new Set<PageElement>();
  const holders = new Set<PageElement>();
  for (const mark of all(root, `[${PICTURE_MARK}]`)) {
    for (let at = mark.parentNode; at !== null && at !== root; at = at.parentNode) {
      if (holders.has(at)) break;
      if (once.has(at)) holders.add(at);
      else once.add(at);
    }
  }
  return holders;
}

/** One key for all addresses of a picture, the one under which any of them is known already. */
function commonKey(own: readonly string[], keys: Map<string, string>): string {
  const common = own.map((key) => keys.get(key)).find((key) => key !== undefined) ?? own[0] ?? '';
  for (const key of own) if (!keys.has(key)) keys.set(key, common);
  return common;
}

/** For readers without scripts, a page repeats the picture it has just named: the key of that one. */
function twinOf(img: PageElement, pictures: PagePicture[]): string | null {
  const noscript = img.closest('noscript');
  const before = noscript?.previousElementSibling ?? null;
  if (before === null || collapsed(before.textContent) !== '') return null;
  const [mark] = before.hasAttribute(PICTURE_MARK) ? [markOf(before)] : marksIn(before);
  return mark === undefined ? null : (pictures[mark]?.key ?? null);
}

/** The outermost element that holds this picture and nothing else: its `<picture>`, its link. */
function wholePicture(img: PageElement): PageElement {
  let whole = img;
  for (let parent = img.parentNode; parent !== null; parent = parent.parentNode) {
    if (!/^(?:a|picture|noscript|span|button)$/.test(parent.localName)) break;
    const others = [...parent.childNodes].filter(
      (node) =>
        node !== whole &&
        (isElement(node)
          ? !/^(?:source|noscript|svg)$/.test(node.localName)
          : isText(node) && !isBlank(node.textContent)),
    );
    if (others.length > 0) break;
    // The twin for readers without scripts is a picture of its own until sizes are compared.
    if (parent.querySelector('noscript img') !== null && parent.localName !== 'noscript') break;
    whole = parent;
  }
  return whole;
}

function toPicture(
  img: PageElement,
  source: ChosenSource,
  document: PageDocument,
): Omit<PagePicture, 'linksAway' | 'key'> {
  const { told, alt, group, size } = toldBy(img, document);
  const width = pixels(img.getAttribute('width')) ?? size.width;
  const height = pixels(img.getAttribute('height')) ?? size.height;
  // The file may be larger than what the page says it shows: the shape is the same.
  const wide = source.width ?? width;
  const tall =
    width !== null && height !== null && wide !== null
      ? Math.round((height * wide) / width)
      : height;
  return {
    address: source.address,
    others: source.others,
    alt,
    caption: '',
    credit: '',
    told,
    group,
    width: wide,
    height: wide === null ? null : tall,
  };
}
