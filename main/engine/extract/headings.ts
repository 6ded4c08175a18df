import { decodeHTMLStrict } from 'entities/decode';
import { comparable } from './comparable.ts';
import { all, isElement, namesOf, nodesBelow } from './dom.ts';
import type { PageDocument, PageElement } from './dom.ts';
import { isSiteName } from './site-names.ts';
import type { SiteNames } from './site-names.ts';
import { spacedText, textNodes } from './spaced.ts';

/** So many first-rank headings are looked at; a page has one, or one for each of its parts. */
const MAX_HEADINGS = 20;

/** A label over the headline, within its element: newspapers print one, and it is no part of it. */
const KICKER =
  /(?:^|[\s_-])(?:kicker|topline|dachzeile|overline|eyebrow|roofline|roof|surtitle|supertitle|pretitle|spitzmarke|catchline|label|badge|rubric|rubrik|visually-?hidden|sr-only|screen-reader-text)(?:$|[\s_-])|__(?:topic|kicker|topline|overline|label)|(?:kicker|topline|overline|eyebrow)$/i;

/** Names of what holds a site's own name. */
const BRAND =
  /(?:^|[\s_-])(?:site-?title|site-?name|site-?logo|logo|brand|branding|masthead|blog-?name|navbar-brand)(?:$|[\s_-])/i;

/**
 * The texts of a page's first-rank headings, without the label over the headline, in page order.
 * Those that hold the site's name are left out.
 */
export function pageHeadings(document: PageDocument, site: SiteNames): string[] {
  return all(document, 'h1')
    .slice(0, MAX_HEADINGS)
    .filter((heading) => !isBrand(heading))
    .map(headingText)
    .filter((text) => text !== '' && !isSiteName(text, site));
}

/** What a page's first-rank headings call the site, where they are the site's own. */
export function brandsOf(document: PageDocument): string[] {
  return all(document, 'h1')
    .slice(0, MAX_HEADINGS)
    .filter(isBrand)
    .map((heading) => spacedText(textNodes(heading)));
}

/** A heading's text without its label, if enough is left; character references are resolved. */
function headingText(heading: PageElement): string {
  const nodes = textNodes(heading);
  const labels = [...nodesBelow(heading)].filter(
    (node): node is PageElement => isElement(node) && KICKER.test(node.getAttribute('class') ?? ''),
  );
  const own = nodes.filter((node) => !labels.some((label) => label.contains(node)));
  const text = spacedText(own);
  return decodeHTMLStrict(comparable(text).length >= 10 ? text : spacedText(nodes));
}

/** Whether a heading is the site's own: named so, or nothing but a link to the front page. */
function isBrand(heading: PageElement): boolean {
  if (BRAND.test(namesOf(heading))) return true;
  const parent = heading.parentNode;
  if (parent !== null && !/^(?:body|main|article)$/.test(parent.localName)) {
    if (BRAND.test(namesOf(parent))) return true;
  }
  const link = heading.querySelector('a[href]') ?? heading.closest('a[href]');
  if (link === null || comparable(link.textContent ?? '') === '') return false;
  return isFrontPage(link.getAttribute('href') ?? '');
}

/** Whether an address is that of a site's front page, as far as can be told from itself. */
function isFrontPage(address: string): boolean {
  return /^(?:https?:\/\/[^/]+)?\/?(?:index\.\w{3,4})?$/i.test(address) && address !== '';
}
