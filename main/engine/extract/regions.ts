import type { PageElement } from './dom.ts';

/** Parts of a page that are not its article, by element, role or name. */
const ASIDE = [
  'aside, nav, footer, form, dialog:not([class*="light" i]):not([class*="gallery" i])',
  '[role="navigation"], [role="complementary"], [role="contentinfo"], [role="banner"]',
  ...[
    'comment',
    'related',
    'sidebar',
    'newsletter',
    'recommend',
    'promo',
    'sponsor',
    'teaser',
  ].flatMap((word) => [`[class*="${word}" i]`, `[id*="${word}" i]`]),
  '[class*="read-more" i], [class*="readmore" i], [class*="more-from" i], [class*="see-also" i], [class*="advert" i], [class~="ad" i], [class~="ads" i], [class*="-ad-" i], [id*="advert" i]',
].join(', ');

/**
 * Whether an element stands in a part of the page that is not its article: a sidebar, comments,
 * related articles, an advertisement. A name on the page as a whole (`class="no-sidebar"` on
 * `<body>`) says nothing; neither does one on an element that holds the page's heading.
 */
export function isAside(element: PageElement): boolean {
  for (let at = element.closest(ASIDE); at !== null; at = at.parentNode?.closest(ASIDE) ?? null) {
    if (/^(?:html|body|main|article)$/.test(at.localName)) return false;
    if (at.querySelector('h1') === null) return true;
  }
  return false;
}
