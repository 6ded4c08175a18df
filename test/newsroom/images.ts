/** The ways in which pages of the web write one picture. */
import { catalogue } from './catalogue.ts';
import { escapeHtml } from './html.ts';
import type { Figure, Picture } from './model.ts';

/** A transparent 1×1 GIF: what lazy loaders put in `src` until a script has run. */
export const placeholderGif =
  'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

/** Looks a picture up; a name that is not in the catalogue is a mistake in an article. */
export function pictureOf(name: string): Picture {
  const picture = catalogue[name];
  if (!picture) throw new Error(`newsroom: no picture is called ${name}`);
  return picture;
}

/** `<img src>` alone, at an address that starts with `base`. */
export function plainImage(figure: Figure, base = '/pictures/'): string {
  const { file, width, height } = pictureOf(figure.name);
  return `<img src="${base}${file}" alt="${escapeHtml(figure.alt)}" width="${width}" height="${height}" loading="lazy">`;
}

/** `srcset` with widths and `sizes`, the smallest file in `src`. */
export function responsiveImage(figure: Figure, base = '/pictures/'): string {
  const picture = pictureOf(figure.name);
  const [smallest] = picture.smaller;
  if (!smallest) return plainImage(figure, base);
  return `<img src="${base}${smallest.file}" srcset="${widths(picture, base)}" sizes="(max-width: 700px) 100vw, 700px" alt="${escapeHtml(figure.alt)}" width="${picture.width}" height="${picture.height}" loading="lazy">`;
}

/** `<picture>` with a source per format, newest first, as far as the drawing has twins. */
export function pictureElement(figure: Figure, base = '/pictures/'): string {
  const sources = pictureOf(figure.name).twins.map(
    (twin) => `<source type="${twin.type}" srcset="${base}${twin.file}">`,
  );
  return `<picture>${sources.join('')}${responsiveImage(figure, base)}</picture>`;
}

/** Lazy loading by script: a placeholder in `src`, the real addresses in `data-src` and `data-srcset`. */
export function lazyImage(figure: Figure, base = '/pictures/'): string {
  const picture = pictureOf(figure.name);
  const set =
    picture.smaller.length > 0 ? ` data-srcset="${widths(picture, base)}" data-sizes="auto"` : '';
  return `<img class="lazyload" src="${placeholderGif}" data-src="${base}${picture.file}"${set} alt="${escapeHtml(figure.alt)}" width="${picture.width}" height="${picture.height}">`;
}

/** The same lazy image with the twin for readers without scripts. */
export function lazyImageWithNoscript(figure: Figure, base = '/pictures/'): string {
  return `${lazyImage(figure, base)}<noscript>${plainImage(figure, base)}</noscript>`;
}

/** `srcset` with pixel densities: the file twice as wide for fine screens. */
export function densityImage(figure: Figure, base = '/pictures/'): string {
  const picture = pictureOf(figure.name);
  const middle = picture.smaller.at(-1) ?? picture;
  return `<img src="${base}${middle.file}" srcset="${base}${middle.file} 1x, ${base}${picture.file} 2x" alt="${escapeHtml(figure.alt)}">`;
}

function widths(picture: Picture, base: string): string {
  const all = [...picture.smaller, { file: picture.file, width: picture.width }];
  return all.map((one) => `${base}${one.file} ${one.width}w`).join(', ');
}
