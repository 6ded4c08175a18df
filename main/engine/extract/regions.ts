import type { PageElement } from './dom.ts';

/** Parts of a page that are not its article, by element, role or name. */
const OTHER_ASIDE = [
  'aside, nav, footer, form, dialog:not([class*="light" i]):not([class*="gallery" i])',
  '[role="navigation"], [role="complementary"], [role="contentinfo"], [role="banner"]',
  ...['comment', 'related', 'sidebar', 'newsletter', 'recommend', 'promo', 'sponsor'].flatMap(
    (word) => [`[class*="${word}" i]`, `[id*="${word}" i]`],
  ),
  '[class*="read-more" i], [class*="readmore" i], [class*="more-from" i], [class*="see-also" i], [class*="advert" i], [class~="ad" i], [class~="ads" i], [class*="-ad-" i], [id*="advert" i]',
].join(', ');

const TEASER = '[class*="teaser" i], [id*="teaser" i]';

const ASIDE = `${OTHER_ASIDE}, ${TEASER}`;

/**
 * Whether an element stands in a part of the page that is not its article: a sidebar, comments,
 * related articles, an advertisement. A name on the page as a whole (`class="no-sidebar"` on
 * `<body>`) says nothing; neither does one on an element that holds the page's heading.
 */
export function isAside(element: PageElement): boolean {
  for (let at = element.closest(ASIDE); at !== null; at = at.parentNode?.closest(ASIDE) ?? null) {
    if (WHOLE.test(at.localName)) return false;
    if (isNamedAside(at)) return true;
  }
  return false;
}

const WHOLE = /^(?:html|body|main|article)$/;

/** Whether an element is itself such a part, wherever it stands. */
export function isNamedAside(element: PageElement): boolean {
  if (WHOLE.test(element.localName) || !element.matches(ASIDE)) return false;
  return element.querySelector('h1') === null && !isStandfirst(element);
}

/** Where nothing else than `teaser` speaks against it, and it leads nowhere. */
function isStandfirst(element: PageElement): boolean {
  return element.matches(TEASER) && !leadsSomewhere(element) && !element.matches(OTHER_ASIDE);
}

/** A teaser leads to what it is for. One without a link is the article's own standfirst. */
export function leadsSomewhere(element: PageElement): boolean {
  return element.closest('a[href]') !== null || element.querySelector('a[href]') !== null;
}
