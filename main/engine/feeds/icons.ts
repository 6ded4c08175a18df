import { baseOf, pictureAddress } from '../extract/addresses.ts';
import { decodePage } from '../extract/decode.ts';
import { all, type PageElement } from '../extract/dom.ts';
import { parseDocument } from '../extract/parse.ts';
import type { PageInput } from '../extract/types.ts';

/** The sizes, in pixels, that look sharp where the window shows an icon 16 to 32 pixels wide. */
const SMALLEST_GOOD = 32;
const LARGEST_GOOD = 64;
/** What an icon without `sizes` is taken to measure: good, but behind one that says so. */
const UNSAID = LARGEST_GOOD + 1;
/** What Apple's devices ask a page for when it says no size. */
const APPLE_UNSAID = 180;
/** More are variants of the same. */
const MAX_ICONS = 4;

/**
 * The icons that a page names, the one that suits a list of feeds best first; each once,
 * absolute, or a `data:` address.
 * @throws CarrelError 'too-large' for a page nested without end
 * @see https://html.spec.whatwg.org/multipage/links.html#rel-icon
 */
export function iconsOfPage(input: PageInput): string[] {
  const document = parseDocument(decodePage(input.bytes, input.contentType), 'a page');
  const base = baseOf(document, input.address);
  const icons = all(document, 'link[rel][href]').flatMap((link) => {
    const pixels = pixelsOf(link);
    const address = pictureAddress(link.getAttribute('href'), base);
    return pixels === null || address === null ? [] : [{ address, misfit: misfitOf(pixels) }];
  });
  // Among equals the last one counts, as in browsers.
  const best = icons.toReversed().toSorted((a, b) => a.misfit - b.misfit);
  return [...new Set(best.map(({ address }) => address))].slice(0, MAX_ICONS);
}

/** How wide an icon is, as far as the page says; `null` for a link that names none. */
function pixelsOf(link: PageElement): number | null {
  const rel = (link.getAttribute('rel') ?? '').toLowerCase().split(/\s+/);
  const isApple = rel.some((name) => /^apple-touch-icon(?:-precomposed)?$/.test(name));
  if (!isApple && !rel.includes('icon')) return null;

  const sizes = (link.getAttribute('sizes') ?? '').toLowerCase();
  const isVector =
    /\bany\b/.test(sizes) || /^image\/svg/i.test(link.getAttribute('type')?.trim() ?? '');
  if (isVector) return LARGEST_GOOD;
  const widths = [...sizes.matchAll(/(\d{1,5})x\d{1,5}/g)].map(([, width]) => Number(width));
  const [best] = widths.toSorted((a, b) => misfitOf(a) - misfitOf(b));
  return best ?? (isApple ? APPLE_UNSAID : UNSAID);
}

/** 0 for a good size; too large is better than too small, which is blurred. */
function misfitOf(pixels: number): number {
  if (pixels < SMALLEST_GOOD) return 100_000 - pixels;
  return Math.max(0, pixels - LARGEST_GOOD);
}
