import { comparable } from './comparable.ts';
import { countNotes, withNotesAfter } from './note-numbers.ts';
import type { ExtractedArticle } from './types.ts';

/** More parts than the longest of serials has. */
export const MAX_PARTS = 30;

/** What the body has for the picture with an ordinal. */
const FIGURE = /<figure data-picture="(\d+)"><\/figure>/g;

/**
 * Joins the parts of an article, in order, into one: the first part's metadata, all their texts and
 * pictures. A part with another title is another article: it and what follows are left out. A
 * picture that every part repeats is there once. The notes of a part are numbered on from those before.
 */
export function joinParts(parts: [ExtractedArticle, ...ExtractedArticle[]]): ExtractedArticle {
  const [first, ...others] = parts;
  let whole = first;
  for (const part of others) {
    if (!isSameArticle(first, part)) return { ...whole, nextAddress: null };
    whole = { ...withPart(whole, part), nextAddress: part.nextAddress };
  }
  return whole;
}

/** Titles that are equal, or one with an addition: `… (2/3)`, `Part 2: …`. */
function isSameArticle(first: ExtractedArticle, part: ExtractedArticle): boolean {
  const [one, other] = [comparable(first.title), comparable(part.title)];
  return one !== '' && other !== '' && (one.includes(other) || other.includes(one));
}

function withPart(whole: ExtractedArticle, part: ExtractedArticle): ExtractedArticle {
  const known = new Map(whole.pictures.map(({ address }, ordinal) => [address, ordinal]));
  const pictures = [...whole.pictures];
  const galleries = Math.max(-1, ...pictures.map(({ gallery }) => gallery ?? -1)) + 1;
  const html = part.html.replace(FIGURE, (_, ordinal: string) => {
    const picture = part.pictures[Number(ordinal)];
    if (picture === undefined || known.has(picture.address)) return '';
    known.set(picture.address, pictures.length);
    const { gallery } = picture;
    pictures.push({ ...picture, gallery: gallery === null ? null : gallery + galleries });
    return `<figure data-picture="${pictures.length - 1}"></figure>`;
  });
  return {
    ...whole,
    html: whole.html + withNotesAfter(html, countNotes(whole.html)),
    text: [whole.text, part.text].filter((text) => text !== '').join('\n'),
    wordCount: whole.wordCount + part.wordCount,
    pictures,
  };
}
