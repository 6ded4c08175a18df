import type { PageDocument, PageElement } from './dom.ts';
import { joinParts } from './join-parts.ts';
import { measure } from './measures.ts';
import { numberPlaces, restorePictures } from './picture-places.ts';
import type { PagePicture } from './pictures.ts';
import { pruneLinks, removeTeasers } from './prune.ts';
import { removeRepeats } from './repeats.ts';
import { findTrunk } from './trunk.ts';

/**
 * Finds the element that holds an article's text and nothing else.
 *
 * 1. Remove lists of teasers, which hold prose too.                     `prune.ts`
 * 2. Measure how much prose stands where.                               `measures.ts`
 * 3. Find the element with most of it, the trunk.                       `trunk.ts`
 * 4. Join what stands beside the trunk and belongs to it.               `join-parts.ts`
 * 5. Remove from it what is mostly links.                               `prune.ts`
 * 6. Remove what it says twice.                                         `repeats.ts`
 * 7. Put back the pictures that were removed though they stand between the article's
 *    paragraphs, or before the first one under its heading.             `picture-places.ts`
 *
 * The document is used up.
 */
export function findMainText(document: PageDocument, pictures: PagePicture[]): PageElement {
  const { body } = document;
  const places = numberPlaces(body, pictures);
  removeTeasers(body, measure(body));
  const measures = measure(body);
  const root = joinParts(findTrunk(body, measures), body, measures);
  pruneLinks(root, measures);
  removeRepeats(root, measures);
  restorePictures(root, places);
  return root;
}
