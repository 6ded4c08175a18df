import { pictureAddress } from './addresses.ts';
import { partCaption } from './credits.ts';
import { all, collapsed } from './dom.ts';
import type { PageDocument, PageElement } from './dom.ts';
import { PICTURE_FILE, pictureKey } from './picture-key.ts';
import type { ScriptJson } from './script-json.ts';
import type { ToldPicture } from './told-pictures.ts';

const SLIDESHOW_NAME =
  /gallery|galerie|galeria|slide|carousel|light-?box|photos|fotos|bilder|images|pictures|media/i;
/** Lists in the state of an app are many; only these names say that a reader looks through them. */
const GALLERY_ONLY = /gallery|galerie|galeria|slide|carousel|light-?box|photos|fotos|images$/i;

const MAX_SLIDES = 500;
const MAX_SLIDESHOWS = 20;
/** Values of a page's state that are looked at; the largest states have a few tens of thousands. */
const MAX_VALUES = 200_000;

type Slide = Record<string, unknown>;

/**
 * Reads the slideshows that a page only names in a script: lists of objects, each with a picture's
 * address, and captions or credits with them.
 *
 * - What the page shows already, for the most part, is only told its captions and that it is one
 *   gallery: returned.
 * - Other slideshows are written as images in a `<figure>` into the page, so that they are found
 *   like all others: in the place of their script, or before the picture they share with the page.
 *   A list in the state of an app that shares no picture with the page belongs to something else.
 */
export function writeScriptedSlides(
  document: PageDocument,
  root: PageElement,
  json: readonly ScriptJson[],
  base: string | null,
): ToldPicture[] {
  const lists = json
    .flatMap((one) => {
      const found = slideshowsIn(one);
      return found.map((slides) => ({ slides, from: one, isOnly: found.length === 1 }));
    })
    .slice(0, MAX_SLIDESHOWS);
  if (lists.length === 0) return [];
  const shown = imagesByKey(root, base);
  const written = new Set<string>();
  const told: ToldPicture[] = [];
  for (const [index, { slides, from, isOnly }] of lists.entries()) {
    const pictures = slides.flatMap((slide) => toTold(slide, base, `script ${index}`) ?? []);
    const keys = pictures.flatMap((picture) => picture.keys);
    const same = keys.filter((key) => shown.has(key));
    // A list is often there twice: as data and as the state of the element that shows it.
    if (keys.length < 2 || written.has(keys.join(' '))) continue;
    written.add(keys.join(' '));
    if (same.length >= keys.length / 2) {
      told.push(...pictures);
      continue;
    }
    const place = same.map((key) => shown.get(key)).find((img) => img !== undefined) ?? null;
    if (place === null && !(isOnly && isInPlace(from))) continue;
    const figure = document.createElement('figure');
    figure.setAttribute('class', 'gallery');
    for (const picture of pictures) figure.append(imageOf(picture, document));
    if (place === null) from.script.after(figure);
    else (place.closest('figure') ?? place.closest('picture') ?? place).before(figure);
  }
  return told;
}

/** Whether a script stands where its slideshow is shown, and holds no more than that. */
function isInPlace({ script, kind, name }: ScriptJson): boolean {
  if (script.closest('head') !== null || kind === 'structured') return false;
  return (
    script.getAttribute('id') !== '__NEXT_DATA__' && !/(?:state|props|store|data__)/i.test(name)
  );
}

/** The lists of slides in a piece of JSON, outer ones first. */
function slideshowsIn(from: ScriptJson): Slide[][] {
  const found: Slide[][] = [];
  const waiting: { value: unknown; name: string }[] = [from];
  const wanted = from.kind === 'list' ? SLIDESHOW_NAME : GALLERY_ONLY;
  for (let at = 0; at < waiting.length && at < MAX_VALUES; at++) {
    const { value, name } = waiting[at] ?? { value: null, name: '' };
    if (Array.isArray(value)) {
      const slides = wanted.test(name) ? asSlides(value) : [];
      if (slides.length >= 2) found.push(slides);
      else for (const inner of value.slice(0, 2_000)) waiting.push({ value: inner, name: '' });
    } else if (isRecord(value)) {
      for (const [key, inner] of Object.entries(value))
        if (typeof inner === 'object' && inner !== null)
          waiting.push({ value: inner, name: /^\d+$/.test(key) ? '' : key });
    }
  }
  return found;
}

function asSlides(list: unknown[]): Slide[] {
  const slides = list.slice(0, MAX_SLIDES).filter(isRecord).map(unwrapped);
  const named = slides.filter((slide) => addressOf(slide) !== '');
  // Teasers have a picture and a text, too; but also what a slide never has.
  const teasers = named.filter((slide) => TEASER_FIELDS.some((field) => field in slide));
  const isList = named.length === Math.min(list.length, MAX_SLIDES) && teasers.length === 0;
  return isList ? named : [];
}

const TEASER_FIELDS = (
  'headline slug permalink canonicalUrl articleUrl publishedAt datePublished publishDate ' +
  'published kicker teaser byline price sku readTime email'
).split(' ');

/** `{ image: { url, caption } }`, `{ node: { … } }`: the slide within. */
function unwrapped(slide: Slide): Slide {
  for (const name of ['image', 'node', 'photo', 'picture', 'media', 'asset', 'item']) {
    const inner = slide[name];
    if (isRecord(inner) && addressOf(inner) !== '') return { ...inner, ...textsOf(slide) };
  }
  return slide;
}

function textsOf(slide: Slide): Slide {
  return Object.fromEntries(
    Object.entries(slide).filter(([, value]) => typeof value === 'string' && !isFile(value)),
  );
}

function isFile(value: string): boolean {
  return PICTURE_FILE.test(value.slice(0, 4_000));
}

function addressOf(slide: Slide): string {
  const named = ['full', 'original', 'large', 'src', 'url', 'image', 'href', 'file', 'contentUrl']
    .concat('imageUrl', 'image_url', 'photo', 'big', 'hires', 'path')
    .map((name) => slide[name]);
  const address = named
    .flatMap((value) => (isRecord(value) ? [value['url'], value['src']] : [value]))
    .find((value) => typeof value === 'string' && isFile(value));
  return typeof address === 'string' ? address : '';
}

function toTold(slide: Slide, base: string | null, group: string): ToldPicture | null {
  const address = pictureAddress(addressOf(slide), base);
  if (address === null) return null;
  const first = (...names: string[]): string =>
    names.map((name) => textOf(slide[name])).find((text) => text !== '') ?? '';
  const length = (...names: string[]): number | null => {
    const value = names.map((name) => Number(slide[name])).find((one) => one >= 1);
    return value === undefined || value >= 100_000 ? null : Math.round(value);
  };
  const written = first('caption', 'description', 'desc', 'title', 'text', 'legend');
  const credit = first('credit', 'creditText', 'copyright', 'photographer', 'source', 'author');
  const parted = credit === '' ? partCaption(written) : { caption: written, credit };
  return {
    ...parted,
    address,
    keys: [pictureKey(address)],
    group,
    width: length('width', 'w'),
    height: length('height', 'h'),
  };
}

function textOf(value: unknown): string {
  if (isRecord(value)) return textOf(value['text'] ?? value['name'] ?? value['plain']);
  if (typeof value !== 'string') return '';
  const text = collapsed(value.slice(0, 5_000).replace(/<[^<>]*>/g, ' '));
  return isFile(text) ? '' : text;
}

function imageOf(picture: ToldPicture, document: PageDocument): PageElement {
  const img = document.createElement('img');
  img.setAttribute('src', picture.address);
  if (picture.caption !== '') img.setAttribute('data-caption', picture.caption);
  if (picture.credit !== '') img.setAttribute('data-credit', picture.credit);
  if (picture.width !== null) img.setAttribute('width', String(picture.width));
  if (picture.height !== null) img.setAttribute('height', String(picture.height));
  return img;
}

/** The page's images by the key of each file they name in full. */
function imagesByKey(root: PageElement, base: string | null): Map<string, PageElement> {
  const found = new Map<string, PageElement>();
  for (const img of all(root, 'img, amp-img, picture > source').slice(0, 5_000)) {
    for (const { value } of img.attributes) {
      const written = value.slice(0, 2_000).trim().split(/\s/)[0] ?? '';
      const address = PICTURE_FILE.test(written) ? pictureAddress(written, base) : null;
      if (address === null) continue;
      const key = pictureKey(address);
      if (!found.has(key)) found.set(key, img);
    }
  }
  return found;
}

function isRecord(value: unknown): value is Slide {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
