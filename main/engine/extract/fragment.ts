import { makeBody } from './body.ts';
import { takeCaptions } from './captions.ts';
import type { PageDocument } from './dom.ts';
import { linkEmbeds } from './embeds.ts';
import { gatherGalleries } from './galleries.ts';
import { markNotes, restoreNotes } from './notes.ts';
import { removeLeftovers } from './page-leftovers.ts';
import { parseDocument } from './parse.ts';
import { shareCaptions } from './picture-sizes.ts';
import { widestWanted } from './picture-sources.ts';
import { markPictures } from './pictures.ts';
import type { Body, FragmentInput } from './types.ts';

/**
 * Cleans a piece of HTML that a feed carries: the same steps as for a page (`page.ts`), without
 * looking for the article in it, because all of it is. Empty where there is nothing to read.
 *
 * @throws CarrelError `too-large` when it is longer, has more elements, or they nest deeper, than
 *   in any page that people wrote.
 */
export function cleanFragment(input: FragmentInput): Body {
  return cleanDocument(parseDocument(fragmentSource(input), input.address ?? 'the feed'), input);
}

/** A fragment as it is parsed: in one element, so that what it declares for all of it has a place. */
export function fragmentSource({ html }: FragmentInput): string {
  return `<div>${html}</div>`;
}

/** Cleans a parsed fragment. The document is used up. */
export function cleanDocument(document: PageDocument, input: Omit<FragmentInput, 'html'>): Body {
  const root = document.body;
  const widest = widestWanted(input.originals);
  linkEmbeds(document, root, input.address);
  const pictures = markPictures(document, root, input.address, widest);
  removeLeftovers(root, input.title, pictures);
  takeCaptions(root, pictures);
  gatherGalleries(document, root, pictures);
  shareCaptions(pictures, widest);
  restoreNotes(document, root, markNotes(document, root, [input.address]));
  return makeBody({
    root,
    pictures,
    base: input.address,
    title: input.title,
    language: input.language,
    declaredDirection: root.firstElementChild?.getAttribute('dir') ?? null,
  });
}
