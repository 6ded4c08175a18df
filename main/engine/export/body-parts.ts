import { cleanBody, PICTURE_MARK } from '../extract/clean.ts';
import { all } from '../extract/dom.ts';
import { parseDocument } from '../extract/parse.ts';
import type { Picture } from '../../../contract/types.ts';

/** A piece of a body: HTML, or pictures that stand in one place, those of a gallery together. */
export type BodyPart = string | Picture[];

/**
 * The body of an article in pieces, in order. It is written anew by the allow-list that wrote it
 * (docs/body.md), since a library may come from elsewhere. A picture that the body names nowhere
 * follows the text, so that nothing kept is left out.
 * @throws CarrelError 'too-large' where it is larger than any page that people wrote
 */
export function bodyParts(html: string, pictures: readonly Picture[]): BodyPart[] {
  const byOrdinal = new Map(pictures.map((picture) => [picture.ordinal, picture]));
  const { body } = parseDocument(`<div>${html}</div>`, 'export: the text');
  for (const figure of all(body, 'figure[data-picture]')) {
    figure.setAttribute(PICTURE_MARK, figure.getAttribute('data-picture') ?? '');
  }
  const clean = cleanBody(body, null, '');
  const parts: BodyPart[] = [];
  // Text is escaped, so that only a picture's place looks like one. Every other piece is a number.
  clean.html.split(/<figure data-picture="(\d+)"><\/figure>/).forEach((piece, index) => {
    if (index % 2 === 0) {
      if (piece !== '') parts.push(piece);
      return;
    }
    const picture = byOrdinal.get(clean.pictures[Number(piece)] ?? -1);
    if (picture !== undefined && byOrdinal.delete(picture.ordinal)) place(parts, picture);
  });
  for (const picture of byOrdinal.values()) place(parts, picture);
  return parts;
}

/** Beside the one before, where both are of one gallery. */
function place(parts: BodyPart[], picture: Picture): void {
  const before = parts.at(-1);
  const isSame =
    Array.isArray(before) && picture.gallery !== null && before[0]?.gallery === picture.gallery;
  if (isSame) before.push(picture);
  else parts.push([picture]);
}
