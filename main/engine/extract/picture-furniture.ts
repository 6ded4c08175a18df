import { isTrackingPixel } from '../fetch/tracking.ts';
import { isElement, namesOf } from './dom.ts';
import type { PageElement } from './dom.ts';
import { PICTURE_FILE } from './picture-key.ts';
import { isAside } from './regions.ts';

/** What a length in pixels says, as attributes and styles write it; `null` where it says none. */
export function pixels(written: string | null): number | null {
  const number = /^\s*(\d{1,5})(?:\.\d+)?(?:px)?\s*$/.exec(written ?? '')?.[1];
  return number === undefined || Number(number) < 1 ? null : Number(number);
}

/** 64 pixels: larger than icons, smaller than any picture worth printing. */
const ICON = 64;

/** Portraits of authors are cut this small; pictures of an article are not. */
const PORTRAIT = 200;

const DECORATION_NAMES =
  /(?:^|[\s_-])(?:avatar|gravatar|icon|ico|logo|emoji|smiley|sprite|tracking|pixel|spacer|badge|flag|author-(?:photo|image|img|pic)|profile-(?:photo|image|img|pic))(?:$|[\s_-])/i;

const DECORATION_ADDRESS =
  /gravatar\.com|\/avatars?\/|doubleclick\.net|scorecardresearch|creativecommons\.org|licensebuttons\.net|\/licen[cs]es?\/|google-analytics|facebook\.com\/tr|pixel\.wp\.com|feedburner\.com\/~|\/(?:wp-content|sites\/(?:all|default)|custom)\/(?:themes|plugins)\/|\/themes\/custom\/|\/wp-includes\/|(?:^|[/_.-])(?:spacer|pixel|blank|tracking|beacon|favicon|sprite|1x1|clear)\.(?:gif|png)|\/(?:rating|star)s?[_-]?(?:on|off|half|full|empty|over)?\d?\.(?:gif|png|svg)|(?:logo|icon|arrow|slogan|claim|chevron|button)[\w.-]*\.svg(?:$|[?#])|\/(?:logo|icon|arrow)s?[-_.][^/]*$/i;

const AUTHOR_NAMES =
  /(?:^|[\s_-])(?:author|authors|byline|contributor|columnist|autor|auteur|profile|bio)(?:$|[\s_-])|headshot/i;

/** Whether an image is part of the page's furniture and no picture of anything. */
export function isDecoration(img: PageElement): boolean {
  if (isEmoji(img) || isDrawnSmall(img)) return true;
  if (img.hasAttribute('usemap') && img.closest('article, main, figure') === null) return true;
  if (DECORATION_NAMES.test(namesOf(img))) return true;
  const { width, height } = declaredSize(img);
  const around = ancestors(img, 3);
  // WordPress calls what holds a gallery's picture `gallery-icon`: size says more than that name.
  const isLarge = Math.min(width, height) >= 150 && Number.isFinite(Math.max(width, height));
  const isNamed = around.slice(0, 2).some((element) => DECORATION_NAMES.test(namesOf(element)));
  if (isNamed && !isLarge) return true;
  return isPortrait(img, around) || isInMasthead(img);
}

/** Whether an image is declared so small that it is an icon, a bullet or a counter. */
function isDrawnSmall(img: PageElement): boolean {
  const { width, height } = declaredSize(img);
  if (Math.min(width, height) <= 2 || Math.max(width, height) <= ICON) return true;
  // `sizes="40px"`: shown this wide on every screen.
  const shown = pixels(img.getAttribute('sizes'));
  if (shown !== null && shown <= ICON) return true;
  return (
    /^(?:presentation|none)$/.test(img.getAttribute('role') ?? '') && Math.max(width, height) < 100
  );
}

function declaredSize(img: PageElement): { width: number; height: number } {
  // AMP: 4 and 3 are a shape there, and no size.
  if (/^(?:responsive|fill|intrinsic)$/.test(img.getAttribute('layout') ?? ''))
    return { width: Number.POSITIVE_INFINITY, height: Number.POSITIVE_INFINITY };
  return {
    width: pixels(img.getAttribute('width')) ?? Number.POSITIVE_INFINITY,
    height: pixels(img.getAttribute('height')) ?? Number.POSITIVE_INFINITY,
  };
}

/** The portrait beside a byline: small or of unknown size, in a part named for the author. */
function isPortrait(img: PageElement, around: PageElement[]): boolean {
  if (img.closest('figure') !== null) return false;
  const { width, height } = declaredSize(img);
  if (Number.isFinite(width) && Math.max(width, Number.isFinite(height) ? height : 0) > PORTRAIT)
    return false;
  return [img, ...around].some(
    (element) =>
      AUTHOR_NAMES.test(namesOf(element)) &&
      !/^(?:article|main|body|section)$/.test(element.localName) &&
      element.querySelector('h1') === null,
  );
}

/** The site's name and menu above an article: what holds no heading and, if a header, has a menu. */
function isInMasthead(img: PageElement): boolean {
  const masthead = mastheadAround(img);
  if (masthead === null || masthead.localName === 'nav') return masthead !== null;
  // Small sites make their name the page's first-rank heading: then it holds the picture itself.
  const heading = masthead.querySelector('h1');
  if (heading !== null && !heading.contains(img)) return false;
  return (
    heading !== null || masthead.querySelector('nav, form, ul a, [role="navigation"]') !== null
  );
}

/** The nearest element that is a header or a menu, or named so, and no article's; by hand, for speed. */
function mastheadAround(img: PageElement): PageElement | null {
  let masthead: PageElement | null = null;
  for (let at = img.parentNode; isElement(at); at = at.parentNode) {
    if (/^(?:article|figure)$/.test(at.localName)) return null;
    if (/^(?:body|main)$/.test(at.localName)) break;
    if (masthead === null && (/^(?:header|nav)$/.test(at.localName) || MASTHEAD.test(namesOf(at))))
      masthead = at;
  }
  return masthead;
}

const MASTHEAD = /masthead|navbar|site-header|(?:^| )(?:banner|navigation)$/i;

/** Whether an address, together with the size its image declares, is a counter's or an icon's. */
export function isFurniture(img: PageElement, address: string): boolean {
  if (DECORATION_ADDRESS.test(address.slice(0, 2_000))) return true;
  // Counters are also declared 0 pixels wide, which `pixels` takes for nothing declared.
  const [width = null, height = null] = ['width', 'height'].map((name) => {
    const written = img.getAttribute(name)?.trim() ?? '';
    return /^\d+(?:px)?$/.test(written) ? Number.parseInt(written, 10) : null;
  });
  if (isTrackingPixel({ address, width, height }) || isOwnLogo(address)) return true;
  // A scaler's address says the size, too: `?w=47&h=47`.
  const parameters = URL.parse(address)?.searchParams;
  const asked = ['w', 'h'].map((name) => pixels(parameters?.get(name) ?? null));
  return asked.every((length) => length !== null && length <= 100) && width === null;
}

/** A site's own logo: a file called `logo` and by the site's name, or cut to fit its header. */
function isOwnLogo(address: string): boolean {
  const url = address.startsWith('data:') ? null : URL.parse(address);
  const file = url?.pathname.split('/').at(-1)?.toLowerCase() ?? '';
  if (url === null || !/logo|favicon/.test(file)) return false;
  const [name = ''] = url.hostname.replace(/^www\./, '').split('.');
  return file.startsWith('cropped-') || (name.length >= 4 && file.includes(name));
}

export function isEmoji(img: PageElement): boolean {
  const alt = img.getAttribute('alt') ?? '';
  return alt.length <= 16 && /^\p{Extended_Pictographic}/u.test(alt);
}

/**
 * Whether a picture leads to another page, as teasers and advertisements do: by the link around
 * it; by a link that lies over it, or the headline beside it that is a link to another page of
 * the site; not by a link to the picture itself, to a page about it, or nowhere.
 *
 * @param isSlide Whether the picture was written here from a slide's attributes: such a slide
 * holds its link instead of standing in it.
 */
export function linksAway(img: PageElement, base: string | null, isSlide: boolean): boolean {
  const around = img.closest('a[href]');
  const inSlide = isSlide ? (img.closest('li')?.querySelector('a[href]') ?? null) : null;
  if (around !== null || inSlide !== null) return leadsAway(around ?? inSlide, base, false);
  if (img.closest('figure') !== null) return false;
  for (const card of ancestors(img, 3)) {
    if (/^(?:main|article|section|table|tr|td)$/.test(card.localName)) return false;
    if (isCrowded(card) || (card.textContent ?? '').length > MAX_CARD_TEXT) return false;
    const link = card.querySelector('h2 a[href], h3 a[href], h4 a[href], a[href]:empty');
    if (link !== null) return leadsAway(link, base, true);
  }
  return false;
}

/** Whether an element holds more than the parts of one teaser. */
function isCrowded(card: PageElement): boolean {
  let child = card.firstElementChild;
  for (let count = 0; child !== null && count < 8; count++) child = child.nextElementSibling;
  return child !== null;
}

/** A teaser's headline and its first sentences; characters, with those of its markup's white space. */
const MAX_CARD_TEXT = 600;

function leadsAway(link: PageElement | null, base: string | null, sameSite: boolean): boolean {
  const href = link?.getAttribute('href')?.trim() ?? '';
  if (href === '' || href.startsWith('#') || /^javascript:/i.test(href)) return false;
  const url = URL.parse(href, base ?? undefined);
  const own = URL.parse(base ?? '');
  if (url === null || PICTURE_FILE.test(url.pathname)) return false;
  if (own === null) return true;
  if (sameSite && url.host !== own.host) return false;
  // Some sites have a page for each picture, below that of the article.
  const isBelow =
    own.pathname.length > 1 && url.pathname.startsWith(own.pathname.replace(/\/$/, ''));
  return url.host !== own.host || !isBelow;
}

/**
 * Whether a picture that leads away is an advertisement or a teaser, and not one that the article
 * shows and links: beside its headline, or in a part named so.
 */
export function isAdvertisement(img: PageElement): boolean {
  const link = img.closest('a[href]');
  return link === null || isAside(link);
}

function ancestors(element: PageElement, count: number): PageElement[] {
  const found: PageElement[] = [];
  for (let at = element.parentNode; isElement(at) && found.length < count; at = at.parentNode)
    if (at.localName !== 'body') found.push(at);
  return found;
}
