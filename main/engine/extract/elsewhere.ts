import type { PageElement } from './dom.ts';

/** Parts whose names say that they are not of the article, wherever they stand. */
const ELSEWHERE =
  'nav, dialog, blockquote, [role="navigation"], [role="dialog"], ' +
  'comment related recommendation newsletter sponsor advert breadcrumb sidebar read-more more-from'
    .split(' ')
    .map((word) => `[class*="${word}" i], [id*="${word}" i]`)
    .join(', ');

/** Parts that stand aside, unless an article holds them: then they may hold its byline. */
const ASIDE =
  'aside, footer, form, [role="complementary"], [role="contentinfo"], [class*="teaser" i]';

const ARTICLE = 'article, main, [class~="hentry" i], [class~="post" i], [itemtype*="Article"]';

/**
 * Whether an element stands in a part of the page that is none of the article's. Stricter lists
 * serve for text (`regions.ts`): articles have their byline and date in a footer or aside of their own.
 *
 * @param headline Where the headline is printed; what holds it is the article's in any case.
 */
export function isElsewhere(element: PageElement, headline: PageElement | null = null): boolean {
  const aside = element.closest(ASIDE);
  if (aside !== null && !holdsHeadline(aside, headline) && aside.closest(ARTICLE) === null)
    return true;
  for (
    let at = element.closest(ELSEWHERE);
    at !== null;
    at = at.parentNode?.closest(ELSEWHERE) ?? null
  ) {
    if (/^(?:html|body|main|article)$/.test(at.localName)) return false;
    if (!holdsHeadline(at, headline)) return true;
  }
  return false;
}

function holdsHeadline(part: PageElement, headline: PageElement | null): boolean {
  return headline === null ? part.querySelector('h1') !== null : part.contains(headline);
}
