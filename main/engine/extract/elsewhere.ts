import type { PageElement } from './dom.ts';

/** Names of parts that are not of the article, wherever they stand. */
const ELSEWHERE =
  /comment|related|recommendation|newsletter|sponsor|advert|breadcrumb|sidebar|read-more|more-from/i;

/** The same without sidebars, in which some sites say when an article was published. */
const BEYOND_SIDEBAR = new RegExp(ELSEWHERE.source.replace('sidebar|', ''), 'i');

/** Elements that are not of the article, and roles that say the same. */
const ELSEWHERE_ELEMENT = /^(?:nav|dialog|blockquote|navigation)$/;

/** Parts that stand aside, unless an article holds them: then they may hold its byline. */
const ASIDE_ELEMENT = /^(?:aside|footer|form|complementary|contentinfo)$/;
const ASIDE = /teaser/i;

const ARTICLE = /(?:^|\s)(?:hentry|post)(?:\s|$)/i;

/**
 * Whether an element stands in a part of the page that is none of the article's. Stricter lists
 * serve for text (`regions.ts`): articles have their byline and date in a footer or aside of their own.
 *
 * @param headline Where the headline is printed; what holds it is the article's in any case.
 */
export function isElsewhere(element: PageElement, headline: PageElement | null = null): boolean {
  return standsElsewhere(element, headline, ELSEWHERE);
}

/** The same, but for what stands in a sidebar. */
export function isBeyondSidebar(element: PageElement): boolean {
  return standsElsewhere(element, null, BEYOND_SIDEBAR);
}

function standsElsewhere(
  element: PageElement,
  headline: PageElement | null,
  others: RegExp,
): boolean {
  let isAside = false;
  for (let at: PageElement | null = element; at !== null; at = at.parentNode) {
    const { localName } = at;
    // A name on the page as a whole (`no-sidebar`) says nothing.
    if (localName === 'body' || localName === 'html') return isAside;
    const classes = at.getAttribute('class') ?? '';
    const isArticle = /^(?:article|main)$/.test(localName) || ARTICLE.test(classes);
    if (isArticle) isAside = false;
    const names = `${classes} ${at.getAttribute('id') ?? ''}`;
    const role = at.getAttribute('role') ?? '';
    const isOther =
      ELSEWHERE_ELEMENT.test(localName) || ELSEWHERE_ELEMENT.test(role) || others.test(names);
    if (isOther && localName !== 'article' && !holdsHeadline(at, headline)) return true;
    const standsAside =
      ASIDE_ELEMENT.test(localName) || ASIDE_ELEMENT.test(role) || ASIDE.test(names);
    if (standsAside && !isArticle && !holdsHeadline(at, headline)) isAside = true;
  }
  return isAside;
}

function holdsHeadline(part: PageElement, headline: PageElement | null): boolean {
  return headline === null ? part.querySelector('h1') !== null : part.contains(headline);
}
