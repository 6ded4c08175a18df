import { pictureAddress } from './addresses.ts';
import { all } from './dom.ts';
import type { PageElement } from './dom.ts';
import { isLazyAddress, rankOfLazy } from './lazy-attributes.ts';
import { PICTURE_FILE, pictureKey } from './picture-key.ts';
import { parseSrcset } from './srcset.ts';
import type { SourceCandidate } from './srcset.ts';
import type { Originals } from './types.ts';

/** Wider files than this only cost room: no reading column of any screen shows more. */
const SCREEN_WIDTH = 2_560;

/** The widest file that is wanted of a picture, in pixels. */
export function widestWanted(originals: Originals = false): number {
  return originals ? Infinity : SCREEN_WIDTH;
}

/** A link's file is taken for the larger one unless the page itself offers at least this width. */
const WIDE_ENOUGH = 1_200;

/** More addresses to fall back on than this help nobody. */
const MAX_OTHERS = 20;

/** Attributes of one image that are read; a page that has more of them means no good. */
const MAX_ATTRIBUTES = 60;

interface Source extends SourceCandidate {
  /** By how likely it is the larger file, where no width is stated: a `min-width`, else a small number. */
  rank: number;
}

export interface ChosenSource {
  /** Absolute. */
  address: string;
  /** Pixels, where the page says how wide this file is. */
  width: number | null;
  /** The other addresses the page names for this picture, best first, each once. */
  others: string[];
  /** What its addresses have in common with those of the same picture elsewhere (`picture-key.ts`). */
  keys: string[];
}

/**
 * Chooses the file of a picture among all that a page names for it: `src`, `srcset`, the sources
 * of its `<picture>`, what scripts would load, and the file its link leads to. `null` when none is
 * one that a picture can be fetched from.
 *
 * @param placeholders What many images of the page have in their `src` until a script has run.
 * @param widest In pixels (`widestWanted`).
 */
export function chooseSource(
  img: PageElement,
  base: string | null,
  placeholders: ReadonlySet<string>,
  widest: number,
): ChosenSource | null {
  const sources: Source[] = [];
  for (const source of [...sourcesOfPicture(img), ...sourcesOf(img)]) {
    if (placeholders.has(source.address)) continue;
    const address = pictureAddress(source.address, base);
    if (address !== null && !isPlaceholder(address)) sources.push({ ...source, address });
  }
  const linked = linkedFile(img, base);
  if (linked !== null)
    sources.push({ address: linked, width: null, density: null, rank: LINKED_RANK });
  const [best, ...rest] = ordered(sources, widest);
  if (best === undefined) return null;
  const others = [...new Set(rest.map((source) => source.address))]
    .filter((address) => address !== best.address && !address.startsWith('data:'))
    .slice(0, MAX_OTHERS);
  const keys = new Set([best.address, ...others].map(pictureKey));
  return { address: best.address, width: best.width, others, keys: [...keys] };
}

const LINKED_RANK = 9;
const SRC_RANK = 4;
/** A format's twin without a size says nothing that `src` does not. */
const SOURCE_RANK = 3;

/**
 * The best first: the widest that is known to be wide enough; then what is likely to be larger
 * though nobody says how wide it is; then other known widths; then by density, screen and kind.
 * Where the original is wanted, what is likely to be it comes before any width.
 */
function ordered(sources: Source[], widest: number): Source[] {
  const useful = (source: Source): number =>
    source.width === null || source.width > widest ? 0 : source.width;
  const tier = (source: Source): number => {
    if (useful(source) >= WIDE_ENOUGH && widest !== Infinity) return 0;
    if (source.width === null && source.rank === LINKED_RANK) return 1;
    if (source.width === null && source.rank >= LARGE_RANK && source.rank < LINKED_RANK) return 2;
    if (useful(source) > 0) return 3;
    if (source.width !== null) return 4;
    return source.density === null ? 6 : 5;
  };
  return sources.toSorted(
    (a, b) =>
      tier(a) - tier(b) ||
      useful(b) - useful(a) ||
      // Of those that are too wide, the least.
      (a.width ?? 0) - (b.width ?? 0) ||
      (b.density ?? 0) - (a.density ?? 0) ||
      b.rank - a.rank,
  );
}

/** Names like `data-original` and `data-zoom-image` promise the largest file there is. */
const LARGE_RANK = 6;

/** The address a picture's link leads to, or what a lightbox opens, where that is a picture file. */
function linkedFile(img: PageElement, base: string | null): string | null {
  const link = img.closest('a');
  for (const name of ['href', 'data-src', 'data-href', 'data-full', 'data-large']) {
    const address = pictureAddress(link?.getAttribute(name) ?? null, base);
    const path = URL.parse(address ?? '')?.pathname ?? '';
    // `/wiki/File:Harbour.jpg` is a page about a file; a scaler's `q_auto:good` is none.
    if (PICTURE_FILE.test(path) && !/:[^/]*$/.test(path)) return address;
  }
  return null;
}

function sourcesOfPicture(img: PageElement): Source[] {
  const picture = img.closest('picture');
  if (picture === null) return [];
  return all(picture, 'source')
    .slice(0, MAX_ATTRIBUTES)
    .flatMap((source) => {
      // What no browser Carrel runs in can show.
      if (/jxl|jp2|vnd\.ms-photo|jxr/i.test(source.getAttribute('type') ?? '')) return [];
      const media = /min-width:\s*(\d+)/.exec(source.getAttribute('media') ?? '')?.[1] ?? 0;
      return sourcesOf(source, Number(media) > 0 ? 10 + Number(media) : SOURCE_RANK);
    });
}

function sourcesOf(element: PageElement, srcRank = SRC_RANK): Source[] {
  const sources: Source[] = [];
  let left = MAX_ATTRIBUTES;
  for (const { name, value } of element.attributes) {
    if (left-- === 0) break;
    if (/^(?:alt|title|class|id|style|sizes|on\w+)$/.test(name)) continue;
    if (/(?:srcset|src-set|original-set|bgset)s?$/.test(name)) {
      for (const candidate of parseSrcset(value)) sources.push({ ...candidate, rank: srcRank });
    } else if (name === 'src' || isLazyAddress(name, value)) {
      sources.push({
        // Some sites' scripts put the width into the address they load.
        address: value.replace(/\{(?:width|w)\}|%7B(?:width|w)%7D/i, String(WIDE_ENOUGH)),
        width: null,
        density: null,
        rank: name === 'src' ? srcRank : rankOfLazy(name),
      });
    }
  }
  return sources;
}

/** What stands in `src` until a script has run. */
function isPlaceholder(address: string): boolean {
  if (address.startsWith('data:'))
    return address.length < 1_500 || address.startsWith('data:image/svg');
  return /(?:^|[/_.-])(?:placeholder|blank|spacer|transparent|loading|lazy-?(?:load|placeholder)|1x1|pixel|grey|gray|loader|spin(?:ner)?)(?:[_-][\w-]*)?\.(?:gif|png|svg|jpe?g|webp)/i.test(
    address,
  );
}

/**
 * What several images of a page have in their `src` while each names another file for a script to
 * load: a placeholder, whatever it is called.
 */
export function findPlaceholders(images: readonly PageElement[]): Set<string> {
  const seen = new Map<string, Set<string>>();
  for (const img of images) {
    const src = img.getAttribute('src') ?? '';
    if (src === '' || src.length > 2_000) continue;
    const lazy = [...img.attributes].find(
      ({ name, value }) => name !== 'src' && value !== src && isLazyAddress(name, value),
    )?.value;
    const set = img.getAttribute('data-srcset') ?? img.getAttribute('data-lazy-srcset');
    const real = lazy ?? set?.slice(0, 500);
    if (real === undefined) continue;
    seen.set(src, (seen.get(src) ?? new Set()).add(real));
  }
  return new Set([...seen].filter(([, files]) => files.size > 1).map(([src]) => src));
}
