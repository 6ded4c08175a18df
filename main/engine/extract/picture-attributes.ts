import { collapsed } from './dom.ts';
import type { PageDocument, PageElement } from './dom.ts';
import { partCaption } from './credits.ts';
import { leftoverKinds } from './leftovers.ts';
import { PICTURE_FILE } from './picture-key.ts';
import { pixels } from './picture-furniture.ts';

/** What the attributes of an image and its link say of the picture. */
export interface ToldByAttributes {
  told: { caption: string; credit: string };
  alt: string;
  /** The gallery it says it belongs to. */
  group: string | null;
  /** In pixels, of the file the link leads to. */
  size: { width: number | null; height: number | null };
}

const CAPTIONS = [
  'data-caption',
  'data-sub-html',
  'data-title',
  'data-pswp-caption',
  'data-image-caption',
  'data-image-description',
  'data-description',
  'data-desc',
  'caption',
];
const CREDITS = ['data-credit', 'data-copyright', 'data-photographer', 'data-credits', 'credit'];
const GROUPS = [
  'data-fancybox',
  'data-fancybox-group',
  'data-lightbox',
  'data-gallery',
  'data-rel',
];

/**
 * Reads what lightboxes, slideshows and accessible pages write into attributes: caption and credit
 * (`data-caption`, `data-sub-html`, `data-title`, `aria-describedby`), description (`alt`, else
 * `aria-label`), the gallery, and the size of the large file. Markup in attributes counts as its text.
 */
export function toldBy(img: PageElement, document: PageDocument): ToldByAttributes {
  const link = img.closest('a');
  const first = (names: string[]): string =>
    names
      .flatMap((name) => [img, link].map((element) => element?.getAttribute(name) ?? ''))
      .map((written) => textOfAttribute(written, link ?? img, document))
      .find((text) => text !== '' && leftoverKinds(text) === null) ?? '';
  const written = first(CAPTIONS) || described(img, document) || lightboxTitle(link);
  const parted = partCaption(written);
  const credit = first(CREDITS);
  const alt = plain(img.getAttribute('alt') ?? '') || plain(img.getAttribute('aria-label') ?? '');
  return {
    told: { caption: credit === '' ? parted.caption : written, credit: credit || parted.credit },
    alt: alt.slice(0, 2_000),
    group: groupOf(link, first(GROUPS)),
    size: sizeOf(img, link),
  };
}

/** Text of an attribute that may hold markup, or the name of the element that has the text. */
function textOfAttribute(written: string, slide: PageElement, document: PageDocument): string {
  const [, sign, name = ''] = /^\s*([#.])([a-z][\w-]{0,100})\s*$/i.exec(written) ?? [];
  if (sign === '#') return plain(document.querySelector(`[id="${name}"]`)?.textContent ?? '');
  if (sign === '.') return plain(slide.querySelector(`[class~="${name}"]`)?.textContent ?? '');
  return plain(written);
}

/** What `aria-describedby` points to. */
function described(img: PageElement, document: PageDocument): string {
  const ids = (img.getAttribute('aria-describedby') ?? '').slice(0, 500).split(/\s+/);
  return ids
    .filter((id) => /^[\w-]+$/.test(id))
    .slice(0, 3)
    .map((id) => plain(document.querySelector(`[id="${id}"]`)?.textContent ?? ''))
    .join(' ')
    .trim();
}

function plain(written: string): string {
  const start = written.slice(0, 5_000);
  // Encoded twice, as by Jetpack: `&lt;p&gt;The pier&lt;/p&gt;`.
  return collapsed(start.replace(/<[^<>]*>/g, ' ').replace(/&nbsp;|&#160;/g, ' '));
}

/** A title on a link to a picture file is the caption a lightbox shows. */
function lightboxTitle(link: PageElement | null): string {
  if (link === null || !PICTURE_FILE.test(link.getAttribute('href') ?? '')) return '';
  const title = plain(link.getAttribute('title') ?? '');
  // `View larger`, `IMG_2034`, `harbour.jpg` are none.
  const isCaption = /\s\S+\s/.test(title) && !PICTURE_FILE.test(title) && !ENLARGES.test(title);
  return isCaption ? title : '';
}

const ENLARGES =
  /^(?:click|view|open|show|see|enlarge|zoom|klick|zum vergrößern|bild vergrößern|vergrößern|agrandir|cliquez|ampliar|clic|ingrandisci|увеличить)/i;

function groupOf(link: PageElement | null, named: string): string | null {
  const rel = link?.getAttribute('rel') ?? '';
  const inRel = /(?:lightbox|prettyPhoto|gallery|fancybox|shadowbox|thumbnail)\[?([\w-]*)/i.exec(
    rel,
  );
  return inRel?.[1] ?? (named === '' ? null : named.slice(0, 200));
}

/** `data-size="1600x1067"`, `data-pswp-width`: PhotoSwipe must know before it loads. */
function sizeOf(img: PageElement, link: PageElement | null): ToldByAttributes['size'] {
  const both = /^\s*(\d{2,5})x(\d{2,5})\s*$/.exec(
    link?.getAttribute('data-size') ?? img.getAttribute('data-size') ?? '',
  );
  const of = (name: string): number | null =>
    pixels(link?.getAttribute(`data-pswp-${name}`) ?? img.getAttribute(`data-${name}`));
  return {
    width: pixels(both?.[1] ?? null) ?? of('width'),
    height: pixels(both?.[2] ?? null) ?? of('height'),
  };
}
