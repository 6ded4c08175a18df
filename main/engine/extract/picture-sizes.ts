import { PICTURE_MARK } from './clean.ts';
import { all } from './dom.ts';
import type { PageElement } from './dom.ts';
import { markOf } from './pictures.ts';
import type { PagePicture } from './pictures.ts';

/**
 * Pictures of a page that are one picture in several sizes tell each other their caption, credit,
 * description and gallery: the one in the text may have none of them, and the hidden one, which a
 * lightbox would show, all.
 */
export function shareCaptions(pictures: PagePicture[]): void {
  for (const same of Map.groupBy(pictures, (picture) => picture.key).values()) {
    if (same.length < 2) continue;
    for (const name of ['alt', 'caption', 'credit'] as const) {
      const text = same.map((picture) => picture[name]).find((one) => one !== '') ?? '';
      for (const picture of same) picture[name] ||= text;
    }
    const group = same.map((picture) => picture.group).find((one) => one !== null) ?? null;
    for (const picture of same) picture.group ??= group;
  }
}

/**
 * One picture in several sizes is one picture: it stays at its first place, with the widest file
 * the page names for it.
 */
export function mergeSizes(root: PageElement, pictures: PagePicture[]): void {
  if (pictures.length === 0) return;
  const firsts = new Map<string, PagePicture>();
  for (const mark of all(root, `[${PICTURE_MARK}]`)) {
    const picture = pictures[markOf(mark)];
    if (picture === undefined) continue;
    const first = firsts.get(picture.key);
    if (first === undefined) {
      firsts.set(picture.key, picture);
      continue;
    }
    mark.remove();
    if (first === picture) continue;
    if (isLarger(picture, first)) {
      first.address = picture.address;
      first.width = picture.width;
      first.height = picture.height;
    }
  }
}

/** A file whose size nobody states is no reason to change. */
function isLarger(picture: PagePicture, than: PagePicture): boolean {
  return picture.width !== null && picture.width > (than.width ?? 0) && picture.width <= 2_560;
}
