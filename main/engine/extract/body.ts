import type { Direction } from '../../../contract/types.ts';
import { cleanBody } from './clean.ts';
import type { PageElement } from './dom.ts';
import { directionOf } from './language.ts';
import type { PagePicture } from './pictures.ts';
import { mergeSizes } from './picture-sizes.ts';
import type { Body, ExtractedPicture } from './types.ts';
import { countWords } from './words.ts';

/** What is known of a text before it is written as a body. */
export interface BodySource {
  /** The element that holds the text and nothing else. */
  root: PageElement;
  pictures: PagePicture[];
  base: string | null;
  title: string;
  language: string | null;
  /** The `dir` that the page declares for the text, or `null`. */
  declaredDirection: string | null;
}

/** Writes the body and its list of pictures, each picture once, in the order of the text. */
export function makeBody(source: BodySource): Body {
  const { root, pictures, title } = source;
  mergeSizes(root, pictures);
  const clean = cleanBody(root, source.base, title);
  const direction: Direction = directionOf(source.declaredDirection, source.language, clean.text);
  const shown = clean.pictures.flatMap((mark) => pictures[mark] ?? []);
  const groups = [...new Set(shown.flatMap((picture) => picture.group ?? []))];
  return {
    html: clean.html,
    text: clean.text,
    wordCount: countWords(clean.text),
    pictures: shown.map((picture): ExtractedPicture => ({
      address: picture.address,
      others: picture.others,
      alt: picture.alt,
      caption: picture.caption,
      credit: picture.credit,
      gallery: picture.group === null ? null : groups.indexOf(picture.group),
      width: picture.width,
      height: picture.height,
    })),
    language: source.language,
    direction,
  };
}
