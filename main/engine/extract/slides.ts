import { all, collapsed, isElement, namesOf, nodesBelow } from './dom.ts';
import type { PageDocument, PageElement, PageNode } from './dom.ts';
import { GALLERY_NAME, isNamedGallery } from './gallery-names.ts';
import { isLazyAddress } from './lazy-attributes.ts';
import { PICTURE_FILE } from './picture-key.ts';

/** Says of an image that it was written here from a slide's attributes. */
const FROM_SLIDE = 'data-carrel-slide';

/** The longest picture stories have a few hundred. */
const MAX_SLIDES = 1_000;

/** Attributes by which an element may name a picture without being an image. */
const SLIDE_ATTRIBUTES = new Set(
  (
    'data-src data-image data-full data-original data-large data-bg data-img data-background ' +
    'data-background-image data-lazy data-pswp-src itemid'
  ).split(' '),
);

/** Attributes that make a link the slide of a lightbox. */
const LIGHTBOX_ATTRIBUTES = new Set(
  'data-lightbox data-fancybox data-caption data-sub-html data-pswp-width'.split(' '),
);

const NEVER_SLIDES = /^(?:img|amp-img|iframe|video|audio|source|script|body|html|object|embed)$/;

/**
 * Writes an image into each slide that a script would fill: into elements whose attributes name a
 * picture file, whose style has one as background in a gallery or as the lead picture, into empty
 * links of a lightbox, and into custom elements. They are then found like all others.
 */
export function writeSlideImages(document: PageDocument, root: PageElement): void {
  const titles = wordsOf(all(document, 'h1').map((title) => title.textContent ?? ''));
  const others = new Map<PageElement | null, boolean>();
  const isOther = (holder: PageElement | null): boolean => {
    const known = others.get(holder) ?? isOfOtherStory(holder, titles);
    others.set(holder, known);
    return known;
  };
  let left = MAX_SLIDES;
  for (const slide of [...nodesBelow(root)].filter(mayBeSlide)) {
    if (slide.querySelector('img, amp-img') !== null) continue;
    const address = fileOf(slide);
    if (address === null || (isSilent(slide) && isOther(slide.parentNode))) continue;
    if (left-- === 0) break;
    slide.prepend(imageOf(slide, address, document));
  }
}

function mayBeSlide(node: PageNode): node is PageElement {
  if (!isElement(node) || NEVER_SLIDES.test(node.localName)) return false;
  if (node.localName.includes('-')) return true;
  for (const { name, value } of node.attributes) {
    if (SLIDE_ATTRIBUTES.has(name) || (name === 'style' && /background/i.test(value))) return true;
    if (node.localName === 'a' && LIGHTBOX_ATTRIBUTES.has(name)) return true;
  }
  return false;
}

function isSilent(slide: PageElement): boolean {
  return ![...slide.attributes].some(
    ({ name, value }) => /caption|title|alt|label|desc|html/.test(name) && value.trim() !== '',
  );
}

/**
 * Whether slides without a word of their own belong to a gallery that a site puts into many
 * articles: under a headline that has no word in common with the article's.
 */
function isOfOtherStory(holder: PageElement | null, titles: ReadonlySet<string>): boolean {
  if (titles.size === 0) return false;
  let at = holder;
  for (let level = 0; isElement(at) && at.localName !== 'body' && level < 5; level++) {
    if (at.querySelector('h1') !== null) return false;
    const heading = isNamedGallery(at) ? at.querySelector('h2, h3, h4') : null;
    if (heading !== null) {
      const words = wordsOf([heading.textContent ?? '']);
      return words.size > 0 && ![...words].some((word) => titles.has(word));
    }
    at = at.parentNode;
  }
  return false;
}

/** The words that say what a title is about: `Photo gallery` says nothing. */
function wordsOf(titles: string[]): Set<string> {
  const words =
    titles
      .join(' ')
      .slice(0, 5_000)
      .toLowerCase()
      .match(/\p{L}{4,}/gu) ?? [];
  return new Set(words.filter((word) => !SAYS_NOTHING.test(word)));
}

const SAYS_NOTHING =
  /^(?:pictures?|photos?|images?|gall?er(?:y|ies|ie|ía)|galeria|slideshow|fotos?|bilder|bildergalerie|fotostrecke|more|from|with|this|that|weitere|photographs?|diaporama)$/;

/** Whether an image was written by `writeSlideImages`. */
export function isFromSlide(img: PageElement): boolean {
  return img.hasAttribute(FROM_SLIDE);
}

function fileOf(slide: PageElement): string | null {
  const isCustom = slide.localName.includes('-');
  let left = 40;
  for (const { name, value } of slide.attributes) {
    if (left-- === 0) break;
    if (
      name.startsWith('data-') ||
      (isCustom && /^(?:src|image|img|href|url|picture)$/.test(name))
    ) {
      const isAddress = name.startsWith('data-') ? isLazyAddress(name, value) : true;
      if (isAddress && value.length <= 4_000 && PICTURE_FILE.test(value.trim()))
        return value.trim();
    }
  }
  const href = slide.localName === 'a' ? (slide.getAttribute('href') ?? '') : '';
  if (PICTURE_FILE.test(href) && collapsed(slide.textContent) === '') return href;
  // A figure may name its picture in microdata alone, until a script has run.
  const item = slide.getAttribute('itemid') ?? '';
  const isPicture = /ImageObject/.test(slide.getAttribute('itemtype') ?? '');
  if (isPicture && PICTURE_FILE.test(item)) return item;
  return isShownByStyle(slide) ? backgroundOf(slide) : null;
}

/** What the picture above an article is called. */
export const LEAD_NAME =
  /(?:^|[\s_-])(?:lead|hero|featured?|cover|main|article|post|entry|header|opener|aufmacher)[_-]*(?:image|img|media|photo|picture|bg|background)/i;

/** Backgrounds are decoration but in a gallery, as the lead picture, or with a description. */
function isShownByStyle(element: PageElement): boolean {
  if (!element.hasAttribute('style')) return false;
  if (element.getAttribute('role') === 'img') return true;
  const names = namesOf(element);
  if (LEAD_NAME.test(names) || /(?:^|[\s_-])slide(?:$|[\s_-])/i.test(names)) return true;
  let at: PageElement | null = element;
  for (let level = 0; isElement(at) && level < 4; level++, at = at.parentNode)
    if (at.localName !== 'body' && GALLERY_NAME.test(namesOf(at))) return true;
  return false;
}

function backgroundOf(element: PageElement): string | null {
  const style = (element.getAttribute('style') ?? '').slice(0, 8_000);
  const [, , written = ''] =
    /background(?:-image)?\s*:[^;]*?url\(\s*(["']?)([^"')]{1,4000})\1\s*\)/i.exec(style) ?? [];
  return PICTURE_FILE.test(written) ? written : null;
}

function imageOf(slide: PageElement, address: string, document: PageDocument): PageElement {
  const img = document.createElement('img');
  img.setAttribute(FROM_SLIDE, '');
  let left = 40;
  for (const { name, value } of slide.attributes) {
    if (left-- === 0) break;
    if (name.startsWith('data-') || /^(?:title|caption|credit|aria-describedby)$/.test(name))
      img.setAttribute(name, value);
  }
  img.setAttribute('src', address);
  const alt = ['data-alt', 'alt', 'aria-label'].map((name) => slide.getAttribute(name));
  img.setAttribute('alt', alt.find((one) => one !== null) ?? '');
  return img;
}
