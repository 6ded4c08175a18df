import { all, namesOf } from './dom.ts';
import type { PageDocument, PageElement } from './dom.ts';
import { PICTURE_FILE } from './picture-sources.ts';

/** A slideshow's data in a script: a list in a variable or a property with such a name. */
const LIST =
  /["']?(?:gallery|galleries|slides|slideshow|photos|images|pictures|lightbox)\w*["']?\s*[:=]\s*(?=\[)/gi;
const SLIDESHOW_NAME = /gallery|galerie|slide|carousel|light-?box|photos/i;

const MAX_SLIDES = 500;

type Slide = Record<string, unknown>;

/**
 * Writes the slides that a page only names in a script as images in the page, in a `<figure>`
 * right after the script, so that they are found like all others. Structured data and the state
 * of whole apps are no slideshows.
 */
export function writeScriptedSlides(document: PageDocument, root: PageElement): void {
  for (const script of all(root, 'script:not([src])')) {
    const source = script.textContent ?? '';
    if (source.length > 500_000 || /ld\+json/i.test(script.getAttribute('type') ?? '')) continue;
    if (!PICTURE_FILE_IN_TEXT.test(source) || script.getAttribute('id') === '__NEXT_DATA__')
      continue;
    const slides = slidesOf(source, isNamed(script));
    if (slides.length < 2) continue;
    const figure = document.createElement('figure');
    figure.setAttribute('class', 'gallery');
    for (const slide of slides.slice(0, MAX_SLIDES)) figure.append(imageOf(slide, document));
    script.after(figure);
  }
}

const PICTURE_FILE_IN_TEXT = /\.(?:jpe?g|png|webp|avif)["'?\\]/i;

function isNamed(script: PageElement): boolean {
  return [script, script.parentNode].some(
    (element) =>
      element !== null && element.localName !== 'body' && SLIDESHOW_NAME.test(namesOf(element)),
  );
}

function slidesOf(source: string, named: boolean): Slide[] {
  const whole = parseJson(source.trim());
  if (whole !== undefined) {
    if (Array.isArray(whole)) return named ? asSlides(whole) : [];
    const list = isRecord(whole)
      ? Object.entries(whole).find(
          ([name, value]) => Array.isArray(value) && (named || SLIDESHOW_NAME.test(name)),
        )
      : undefined;
    return list === undefined ? [] : asSlides(list[1]);
  }
  for (const match of source.matchAll(LIST)) {
    const slides = asSlides(parseJson(listAt(source, match.index + match[0].length)));
    if (slides.length >= 2) return slides;
  }
  return [];
}

/** The text of the list that starts at an index, up to its own closing bracket. */
function listAt(source: string, start: number): string {
  let depth = 0;
  let inString = false;
  for (let at = start; at < source.length; at++) {
    const character = source[at];
    if (inString) {
      if (character === '\\') at++;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '[') depth++;
    else if (character === ']' && --depth === 0) return source.slice(start, at + 1);
  }
  return '';
}

function asSlides(value: unknown): Slide[] {
  if (!Array.isArray(value)) return [];
  const slides = value.filter(isRecord).filter((slide) => addressOf(slide) !== '');
  return slides.length === value.length ? slides : [];
}

function addressOf(slide: Slide): string {
  const named = ['src', 'url', 'image', 'href', 'file', 'full', 'large', 'original'].map(
    (name) => slide[name],
  );
  const address = named
    .flatMap((value) => (isRecord(value) ? [value['url'], value['src']] : [value]))
    .find((value) => typeof value === 'string' && PICTURE_FILE.test(value));
  return typeof address === 'string' ? address : '';
}

function imageOf(slide: Slide, document: PageDocument): PageElement {
  const img = document.createElement('img');
  const set = (attribute: string, ...names: string[]): void => {
    const value = names
      .map((name) => slide[name])
      .find((one) => typeof one === 'string' || typeof one === 'number');
    if (value !== undefined) img.setAttribute(attribute, String(value));
  };
  img.setAttribute('src', addressOf(slide));
  set('alt', 'alt', 'altText');
  set('data-caption', 'caption', 'description', 'title', 'text');
  set('data-credit', 'credit', 'copyright', 'photographer', 'source');
  set('width', 'width', 'w');
  set('height', 'height', 'h');
  return img;
}

function isRecord(value: unknown): value is Slide {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseJson(written: string): unknown {
  try {
    const value: unknown = JSON.parse(written);
    return value;
  } catch {
    return undefined;
  }
}
