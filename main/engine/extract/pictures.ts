import { PICTURE_MARK } from './clean.ts';
import { isTrackingPixel } from '../fetch/tracking.ts';
import { all, collapsed, isBlank, isElement, isText, namesOf } from './dom.ts';
import type { PageDocument, PageElement } from './dom.ts';
import { chooseSource, PICTURE_FILE } from './picture-sources.ts';

/** A picture on the page; whether it is one of the article is found out later. */
export interface PagePicture {
  address: string;
  /** Equal for one picture in several sizes. */
  key: string;
  alt: string;
  caption: string;
  credit: string;
  /** Pictures with the same group are shown as one gallery. */
  group: string | null;
  width: number | null;
  height: number | null;
  /** Whether it is wrapped in a link to another page, as teasers are. */
  linksAway: boolean;
}

/**
 * Finds every picture of a page, by whatever way the page names it, and leaves a mark in its
 * place: `<img data-carrel-picture="N">`, N being its index in the result. What is no picture of
 * anything (tracking pixels, icons, avatars) is removed; a drawn letter (emoji) becomes its text.
 */
export function markPictures(
  document: PageDocument,
  root: PageElement,
  base: string | null,
): PagePicture[] {
  for (const forged of all(root, `[${PICTURE_MARK}]`)) forged.removeAttribute(PICTURE_MARK);
  for (const slide of all(root, SLIDES))
    if (needsImage(slide)) slide.prepend(imageOf(slide, document));
  const pictures: PagePicture[] = [];
  for (const img of all(root, 'img, amp-img')) {
    const whole = wholePicture(img);
    const chosen = isDecoration(img) ? null : chooseSource(img, base);
    const source = chosen !== null && isFurniture(img, chosen.address) ? null : chosen;
    if (source === null || pictures.length === MAX_PICTURES) {
      const letters = img.getAttribute('alt') ?? '';
      if (isEmoji(img)) img.replaceWith(letters);
      else img.remove();
      continue;
    }
    const mark = document.createElement('img');
    mark.setAttribute(PICTURE_MARK, String(pictures.length));
    // Readability leaves out images without an address.
    mark.setAttribute('src', 'x.jpg');
    pictures.push({
      ...toPicture(img, source),
      linksAway: linksAway(img, base),
    });
    // For readers without scripts, a page repeats the picture it has just named.
    const twin = img.closest('noscript')?.previousElementSibling ?? null;
    const [twinMark] = twin === null || collapsed(twin.textContent) !== '' ? [] : ownMarks(twin);
    const picture = pictures.at(-1);
    if (twinMark !== undefined && picture !== undefined)
      picture.key = pictures[twinMark]?.key ?? picture.key;
    whole.replaceWith(mark);
  }
  for (const element of all(root, 'picture, noscript')) {
    if (element.localName === 'picture' || element.querySelector(`[${PICTURE_MARK}]`) !== null)
      element.replaceWith(...element.childNodes);
  }
  return pictures;
}

/** The pictures marked within an element, as indices, in order. */
export function marksIn(element: PageElement): number[] {
  return all(element, `[${PICTURE_MARK}]`).map(markOf);
}

/** The marks of an element, itself counted. */
function ownMarks(element: PageElement): number[] {
  return element.hasAttribute(PICTURE_MARK) ? [markOf(element)] : marksIn(element);
}

export function markOf(element: PageElement): number {
  return Number(element.getAttribute(PICTURE_MARK));
}

/** The longest picture stories have a few hundred. */
const MAX_PICTURES = 1_000;

/** Says of an image that it was written here from a slide's attributes. */
const FROM_SLIDE = 'data-carrel-slide';

/** Slides that a script fills with their picture. */
const SLIDES = ['data-src', 'data-image', 'data-full', 'data-original', 'data-large']
  .map((name) => `[${name}]:not(img):not(amp-img):not(iframe):not(video):not(source):not(script)`)
  .join(', ');

function needsImage(slide: PageElement): boolean {
  return (
    slide.querySelector('img, amp-img') === null &&
    [...slide.attributes].some(
      ({ name, value }) => name.startsWith('data-') && PICTURE_FILE.test(value),
    )
  );
}

function imageOf(slide: PageElement, document: PageDocument): PageElement {
  const img = document.createElement('img');
  img.setAttribute(FROM_SLIDE, '');
  for (const { name, value } of slide.attributes) {
    if (name.startsWith('data-') || name === 'title') img.setAttribute(name, value);
  }
  img.setAttribute('alt', slide.getAttribute('data-alt') ?? slide.getAttribute('aria-label') ?? '');
  return img;
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
  source: { address: string; width: number | null },
): Omit<PagePicture, 'linksAway'> {
  const width = pixels(img.getAttribute('width'));
  const height = pixels(img.getAttribute('height'));
  const link = img.closest('a');
  // The file may be larger than what the page says it shows: the shape is the same.
  const wide = source.width ?? width;
  const tall =
    width !== null && height !== null && wide !== null
      ? Math.round((height * wide) / width)
      : height;
  const attribute = (name: string): string =>
    [img, link]
      .map((element) => plain(element?.getAttribute(name) ?? ''))
      .find((text) => text !== '') ?? '';
  const group = /lightbox\[?([\w-]*)/.exec(link?.getAttribute('rel') ?? '')?.[1];
  return {
    address: source.address,
    key: pictureKey(source.address),
    alt: plain(img.getAttribute('alt') ?? '').slice(0, 2_000),
    caption: attribute('data-caption'),
    credit: attribute('data-credit') || attribute('data-copyright'),
    group:
      group ??
      ['data-fancybox', 'data-lightbox', 'data-gallery']
        .map(attribute)
        .find((name) => name !== '') ??
      null,
    width: wide,
    height: wide === null ? null : tall,
  };
}

/** Text of an attribute that may hold markup. */
function plain(written: string): string {
  return collapsed(written.slice(0, 5_000).replace(/<[^>]*>/g, ' '));
}

function pixels(written: string | null): number | null {
  const number = /^\s*(\d{1,5})(?:\.\d+)?(?:px)?\s*$/.exec(written ?? '')?.[1];
  return number === undefined || Number(number) < 1 ? null : Number(number);
}

/**
 * What the addresses of one picture's sizes have in common: without the size in a file's name
 * (`-1024x683`, `@2x`), in its path (`/w640/`) or in its parameters.
 */
export function pictureKey(address: string): string {
  const url = URL.parse(address);
  if (url === null || url.protocol === 'data:') return address;
  const path = url.pathname
    .replace(
      /(?:[-_@]\d{2,4}x\d{2,4}(?:_c|-c)?|[-_](?:\d{3,4}w?|small|medium|large|thumb(?:nail)?|scaled|full)|@[23]x)(?=\.\w{3,4}$)/i,
      '',
    )
    .replace(/\/(?:[wh]_?\d{2,4}|\d{2,4}x\d{2,4}|max\/\d{2,4}|image_\d{2,4}w)(?=\/)/g, '')
    // One drawing in several formats is one picture.
    .replace(/\.(?:jpe?g|png|webp|avif)$/i, '');
  const sizes =
    /^(?:w|h|width|height|s|size|resize|fit|crop|quality|q|dpr|auto|format|fm|ssl|strip|zoom|ixlib|ixid|v|cb|sig|sign|usm|blur|imwidth|impolicy)$/i;
  const parameters = [...url.searchParams]
    .filter(([name]) => !sizes.test(name))
    .map((pair) => pair.join('='));
  return `${url.host}${path}?${parameters.join('&')}`;
}

const DECORATION_NAMES =
  /(?:^|[\s_-])(?:avatar|gravatar|icon|ico|logo|emoji|smiley|sprite|tracking|pixel|spacer|badge|flag|author-(?:photo|image|img|pic)|profile-(?:photo|image|img|pic))(?:$|[\s_-])/i;
const DECORATION_ADDRESS =
  /gravatar\.com|\/avatars?\/|doubleclick\.net|scorecardresearch|google-analytics|facebook\.com\/tr|pixel\.wp\.com|feedburner\.com\/~|(?:^|[/_.-])(?:spacer|pixel|blank|tracking|beacon|favicon|sprite|1x1|clear)\.(?:gif|png)/i;

/** Whether an image is part of the page's furniture and no picture of anything. */
function isDecoration(img: PageElement): boolean {
  if (isEmoji(img)) return true;
  const width = pixels(img.getAttribute('width')) ?? Number.POSITIVE_INFINITY;
  const height = pixels(img.getAttribute('height')) ?? Number.POSITIVE_INFINITY;
  // 64 pixels: larger than icons, smaller than any picture worth printing.
  if (Math.min(width, height) <= 2 || Math.max(width, height) <= 64) return true;
  if (
    /^(?:presentation|none)$/.test(img.getAttribute('role') ?? '') &&
    Math.max(width, height) < 100
  )
    return true;
  if (DECORATION_NAMES.test(namesOf(img))) return true;
  const around = [img.parentNode, img.parentNode?.parentNode ?? null].filter(isElement);
  // WordPress calls what holds a gallery's picture `gallery-icon`: size says more than that name.
  const isLarge = Math.min(width, height) >= 150 && Number.isFinite(Math.max(width, height));
  const isNamed = around.some(
    (element) => element.localName !== 'body' && DECORATION_NAMES.test(namesOf(element)),
  );
  return isNamed && !isLarge;
}

function isFurniture(img: PageElement, address: string): boolean {
  if (DECORATION_ADDRESS.test(address)) return true;
  // Counters are also declared 0 pixels wide, which `pixels` takes for nothing declared.
  const [width = null, height = null] = ['width', 'height'].map((name) => {
    const written = img.getAttribute(name)?.trim() ?? '';
    return /^\d+(?:px)?$/.test(written) ? Number.parseInt(written, 10) : null;
  });
  return isTrackingPixel({ address, width, height });
}

function isEmoji(img: PageElement): boolean {
  const alt = img.getAttribute('alt') ?? '';
  return alt.length <= 16 && /^\p{Extended_Pictographic}/u.test(alt);
}

/** Whether a picture's link leads to another page, not to the picture itself or nowhere. */
function linksAway(img: PageElement, base: string | null): boolean {
  // A slide whose picture a script puts in holds its link instead of standing in it.
  const link = img.closest('a[href]') ?? img.closest('li')?.querySelector('a[href]') ?? null;
  const isTeaser = link?.contains(img) === true || img.hasAttribute(FROM_SLIDE);
  const href = isTeaser ? (link?.getAttribute('href')?.trim() ?? '') : '';
  if (href === '' || href.startsWith('#') || /^javascript:/i.test(href)) return false;
  const url = URL.parse(href, base ?? undefined);
  const own = URL.parse(base ?? '');
  if (url === null || PICTURE_FILE.test(url.pathname)) return false;
  return own === null || url.pathname !== own.pathname;
}
