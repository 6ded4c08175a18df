import { pictureAddress } from './addresses.ts';
import { all } from './dom.ts';
import type { PageElement } from './dom.ts';
import { parseSrcset } from './srcset.ts';
import type { SourceCandidate } from './srcset.ts';

/** Wider files than this only cost room: no reading column of any screen shows more. */
const MAX_WIDTH = 2_560;

/** A link's file is taken for the larger one unless the page itself offers at least this width. */
const WIDE_ENOUGH = 1_200;

export const PICTURE_FILE = /\.(?:jpe?g|png|webp|avif|gif)(?:$|[?#])/i;

interface Source extends SourceCandidate {
  /** `min-width` of a `<source>`'s `media`. */
  mediaWidth: number;
  from: 'source' | 'lazy' | 'img';
}

export interface ChosenSource {
  /** Absolute. */
  address: string;
  /** Pixels, where the page says how wide this file is. */
  width: number | null;
}

/**
 * Chooses the file of a picture among all that a page names for it: `src`, `srcset`, the sources
 * of its `<picture>`, what scripts would load, and the file its link leads to. `null` when none is
 * one that a picture can be fetched from.
 */
export function chooseSource(img: PageElement, base: string | null): ChosenSource | null {
  const sources: Source[] = [];
  for (const source of [...sourcesOfPicture(img), ...sourcesOf(img)]) {
    const address = pictureAddress(source.address, base);
    if (address !== null && !isPlaceholder(address)) sources.push({ ...source, address });
  }
  const best = widest(sources) ?? densest(sources) ?? sources.toSorted(byMedia)[0] ?? null;
  const linked = linkedFile(img, base);
  if (linked !== null && (best === null || (best.width ?? 0) < WIDE_ENOUGH))
    return { address: linked, width: null };
  return best === null ? null : { address: best.address, width: best.width };
}

/** The address a picture's link leads to, where that is a picture file itself. */
function linkedFile(img: PageElement, base: string | null): string | null {
  const address = pictureAddress(img.closest('a[href]')?.getAttribute('href') ?? null, base);
  const path = URL.parse(address ?? '')?.pathname ?? '';
  // `/wiki/File:Harbour.jpg` is a page about a file.
  return PICTURE_FILE.test(path) && !path.includes(':') ? address : null;
}

function sourcesOfPicture(img: PageElement): Source[] {
  const picture = img.closest('picture');
  if (picture === null) return [];
  return all(picture, 'source').flatMap((source) => {
    // What no browser Carrel runs in can show.
    if (/jxl|jp2|vnd\.ms-photo|jxr/i.test(source.getAttribute('type') ?? '')) return [];
    const media = /min-width:\s*(\d+)/.exec(source.getAttribute('media') ?? '')?.[1] ?? 0;
    return sourcesOf(source, 'source', Number(media));
  });
}

function sourcesOf(element: PageElement, kind: Source['from'] = 'img', mediaWidth = 0): Source[] {
  const sources: Source[] = [];
  for (const { name, value } of element.attributes) {
    const from = kind === 'img' && name.startsWith('data-') ? 'lazy' : kind;
    if (name === 'srcset' || /^data-.*(?:srcset|src-set|original-set)$/.test(name)) {
      for (const { address, width, density } of parseSrcset(value)) {
        sources.push({ address, width, density, mediaWidth, from });
      }
    } else if (name === 'src' || isLazyAddress(name, value)) {
      // Some sites' scripts put the width into the address they load.
      const address = value.replace(/\{width\}|%7Bwidth%7D/i, String(WIDE_ENOUGH));
      sources.push({ address, width: null, density: null, mediaWidth, from });
    }
  }
  return sources;
}

function isLazyAddress(name: string, value: string): boolean {
  if (
    !name.startsWith('data-') ||
    value.length > 2_000 ||
    /\s/.test(value.trim()) ||
    /[[{"<]/.test(value.replace('{width}', ''))
  )
    return false;
  if (/thumb|small|placeholder|low|blur|preview|permalink|page|share|pin/.test(name)) return false;
  return (
    PICTURE_FILE.test(value) || /^data-(?:[\w-]*-)?(?:src|original|lazy|url|image|img)$/.test(name)
  );
}

/** What stands in `src` until a script has run. */
function isPlaceholder(address: string): boolean {
  if (address.startsWith('data:'))
    return address.length < 1_500 || address.startsWith('data:image/svg');
  return /(?:^|[/_.-])(?:placeholder|blank|spacer|transparent|loading|lazy-?(?:load|placeholder)|1x1|pixel|grey|gray|loader|spin(?:ner)?)(?:[_-][\w-]*)?\.(?:gif|png|svg|jpe?g|webp)/i.test(
    address,
  );
}

function widest(sources: Source[]): Source | null {
  const known = sources.filter((source) => source.width !== null && source.width > 0);
  const fitting = known.filter((source) => (source.width ?? 0) <= MAX_WIDTH);
  const byWidth = (a: Source, b: Source): number => (b.width ?? 0) - (a.width ?? 0);
  return fitting.toSorted(byWidth)[0] ?? known.toSorted(byWidth).at(-1) ?? null;
}

function densest(sources: Source[]): Source | null {
  return (
    sources
      .filter((source) => source.density !== null)
      .toSorted((a, b) => (b.density ?? 0) - (a.density ?? 0))[0] ?? null
  );
}

/** Sources for wide screens first, then what scripts would load, then `src`; a format's twin last. */
function byMedia(a: Source, b: Source): number {
  const rank = (source: Source): number =>
    source.mediaWidth > 0
      ? 10_000 + source.mediaWidth
      : { lazy: 3, img: 2, source: 1 }[source.from];
  return rank(b) - rank(a);
}
