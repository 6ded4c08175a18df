import { all, namesOf } from './dom.ts';
import type { PageElement } from './dom.ts';
import { proseOf } from './measures.ts';
import type { Measures } from './measures.ts';

/** A child with this share of an element's prose stands for it. Tried from 0.5 to 0.9. */
const MOST_OF_PROSE = 0.75;

/** An element that the page itself names as the article's text needs less. */
const NAMED_SHARE = 0.6;

/** What pages name the element that holds an article's text, the surest first. */
const NAMED_AS_TEXT: ((root: PageElement) => PageElement[])[] = [
  (root) => all(root, '[itemprop~="articleBody"]'),
  (root) => all(root, 'article'),
  (root) => all(root, '[class], [id]').filter((element) => TEXT_NAME.test(namesOf(element))),
  (root) => all(root, 'main, [role="main"]'),
];

const TEXT_NAME =
  /(?:^|[\s_-])(?:article|entry|post|story|news|blog|page|single|main|body|text|content|rich|wysiwyg)[_-]*(?:body|content|text|copy|main|inner|detail|article)(?:$|[\s_-])|articlebody|storybody|entrycontent|postcontent|richtext|wysiwyg/i;

/**
 * Finds the element that holds most of an article's prose and as little else as possible: down
 * from the body to wherever no child stands for the whole any more, and from there to what is
 * named as an article's text. Parts that stand beside it are joined later (`join-parts.ts`).
 */
export function findTrunk(body: PageElement, measures: Measures): PageElement {
  let trunk = descend(body, measures);
  for (const named of NAMED_AS_TEXT) {
    const least = proseOf(trunk, measures) * NAMED_SHARE;
    const inner = named(trunk).findLast((element) => proseOf(element, measures) >= least);
    if (inner !== undefined) trunk = descend(inner, measures);
  }
  return trunk;
}

/** Elements that hold a text and never a whole article. */
const TEXT = /^(?:p|li|ul|ol|td|tr|tbody|h\d|pre|blockquote|dd|dl)$/;

function descend(from: PageElement, measures: Measures): PageElement {
  let at = from;
  for (;;) {
    let richest: PageElement | null = null;
    for (const child of at.children)
      if (proseOf(child, measures) > proseOf(richest, measures)) richest = child;
    if (richest === null || TEXT.test(richest.localName)) return at;
    if (proseOf(richest, measures) < proseOf(at, measures) * MOST_OF_PROSE) return at;
    at = richest;
  }
}
