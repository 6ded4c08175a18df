import { PICTURE_MARK } from './clean.ts';
import { all, namesOf } from './dom.ts';
import type { PageElement } from './dom.ts';
import { measure } from './measures.ts';
import type { Measure } from './measures.ts';
import { leadsSomewhere } from './regions.ts';

/** A part that holds more of the page's prose than this is no furniture, whatever its name. */
const MOST_OF_PROSE = 0.5;

/** Comments are often longer than their article, and a footer than a note; */
const MOST_BESIDE = 0.95;

/** but then an article of at least so many characters stands beside them. */
const SHORTEST_ARTICLE = 250;

/** A part with so many lines of prose may be the article's where its name says little. */
const MANY_LINES = 3;

/** Names of parts that never are the article's text, whatever they hold. */
const SURE_NAMES =
  /-(?:breadcrumbs?|(?:social|share|sharing)(?:-\w+)?|sharedaddy|sharethis|addtoany|newsletters?|subscribe|subscription|sign-?up|opt-?in|comments?|commentlist|respond|disqus\w*|related(?:-?\w+)?|relatedposts|recommend(?:ed|ations?)|recirc\w*|recommande|outbrain|taboola|zergnet|revcontent|author-?(?:box|bio|biography|info|card|profile|description|about|block)|about-(?:the-)?author|biography|cookies?|consent|gdpr|onetrust|pagination|pager|post-navigation|nav-links|navbar|megamenu|mega-menu|sub-?menu|main-menu|site-(?:header|footer)|page-footer|footer-(?:nav|menu|links|widgets?|bottom|top|copyright)|copyright|skip-(?:link|to)|screen-reader-text|screen-reader|sr-only|visually-?hidden|off-?canvas|read-?next|up-?next|more-(?:from|stories|articles|posts|news)|most-(?:read|popular)|popular-posts|latest-(?:posts|news)|recent-(?:posts|articles)|post-tags|tags-links|tag-list|tag-?cloud|entry-tags|article-tags|meta-tags|cat-links|table-of-contents|toc|author-bio|author-description|ez-toc\w*|lwptoc|restricted-content|testimonials|nav-(?:previous|next|single)|login|search-form|jp-\w+|modal|popup|paywall|print-only|noprint|share-?bar|mc4wp\w*|hs-form|wpcf7|vcard)-/;

/** The same, as common systems and their extensions call them. */
const SURE_OF_SYSTEMS =
  /-(?:wp-embedded-content|wp-block-(?:latest-posts|post-navigation-link|post-terms|jetpack-subscriptions)|wp-pagenavi|post-ratings|elementor-(?:widget-posts|posts-container|post-navigation)|et-pb-(?:posts|blog-grid)|saboxplugin-\w+|m-a-box|molongui-\w+|wpmtst-\w+|shariff|subscription-widget|kg-signup-card)-/;

/** Names that mostly are, and sometimes mean something else. */
const LIKELY_NAMES =
  /-(?:advert(?:s|isements?|ising)?|ad|ad-slot|ads|sponsored|bio|tags?|promo|promotion|widget-area|sidebar|menu|footer|read-?more|see-?also|cta|call-to-action|dropdown|banner|entry-meta|post-meta|article-meta|byline|post-date|button|btn|buttons|form|contact|follow|trending|popular|carousel-nav|toolbar|disclosure-button|disclaimer|disclosure|(?:editorial|affiliate)-disclosure|app-?stores?)-/;

const TEASER = /-teasers?-/;

/** Alone or at the end of a name; `sidebar-right` and `has-sidebar` name a page's layout. */
const SIDEBAR =
  /(?:^|\s)(?!(?:has|with|no|without|enable|show)[-_])(?:[\w-]*[_-])?side-?bar(?:$|\s)/i;

const PART_ROLE = /^(?:navigation|complementary|contentinfo|search|banner|menu|menubar|toolbar)$/;
const NEVER_A_PART =
  /^(?:html|body|main|article|h[1-3]|a|em|strong|b|i|tr|td|th|tbody|figure|img|pre|code)$/;

/** These are a part only where their name is sure. */
const TEXTS = /^(?:p|blockquote)$/;

/** What a reader does not see: panels that open, texts for machines. */
const HIDDEN =
  '[hidden], [aria-hidden="true"], [style*="display:none" i], [style*="display: none" i]';

/**
 * Removes the parts of a page that their name or role gives away (navigation, sharing, comments,
 * related articles) and those that are hidden. A part is kept when it holds much of the page's
 * text, or its heading; a hidden one with pictures may be their gallery.
 */
export function removeNamedParts(root: PageElement): void {
  const measures = measure(root);
  const whole = measures.get(root);
  if (whole === undefined) return;
  const isSmall = (own: Measure, most: number): boolean =>
    whole.prose > 0 ? own.prose < whole.prose * most : own.chars < whole.chars * most;
  for (const element of all(root, `nav, aside, footer, form, dialog, button, ${NAMED}`)) {
    const own = measures.get(element) ?? NO_TEXT;
    if (NEVER_A_PART.test(element.localName) || !root.contains(element)) continue;
    const mayBeLong = standsBeside(element) && whole.prose - own.prose >= SHORTEST_ARTICLE;
    if (isSmall(own, mayBeLong ? MOST_BESIDE : MOST_OF_PROSE) && isNamedPart(element, own))
      element.remove();
  }
  for (const element of all(root, HIDDEN)) {
    const own = measures.get(element);
    const picture = `[${PICTURE_MARK}]`;
    // Formulas are written twice, and what is hidden from machines is what people read.
    const isFormula = own === undefined && element.hasAttribute('aria-hidden');
    if (isFormula || (own !== undefined && !isSmall(own, MOST_OF_PROSE))) continue;
    if (!element.matches(picture) && element.querySelector(picture) === null) element.remove();
  }
}

const NO_TEXT: Measure = { lines: 0, chars: 0, linked: 0, prose: 0, proseLines: 0 };

const NAMED = '[class], [id], [role]';

/** Comments, related articles, dialogs and the footer of the page. */
function standsBeside(element: PageElement): boolean {
  return isPageFooter(element) || isDialog(element) || BESIDE.test(partNames(element));
}

function isDialog(element: PageElement): boolean {
  return element.localName === 'dialog' || DIALOG.test(element.getAttribute('role') ?? '');
}

const DIALOG = /^(?:alert)?dialog$/;

const BESIDE =
  /-(?:comments|commentlist|comment-list|respond|disqus\w*|wpd-thread-list|related-?(?:posts?|articles?)|relatedposts|elementor-posts-container)-/;

/** Within an article, an `<aside>` or `<footer>` may hold a quotation or a note of its own. */
function isPageFooter(element: PageElement): boolean {
  return element.localName === 'footer' && element.closest(WITHIN) === null;
}

const WITHIN = 'article, main, blockquote';

function isNamedPart(element: PageElement, own: Measure): boolean {
  const names = partNames(element);
  const name = element.localName;
  const isSure =
    /^(?:nav|form|button)$/.test(name) ||
    isDialog(element) ||
    SURE_NAMES.test(names) ||
    SURE_OF_SYSTEMS.test(names) ||
    SIDEBAR.test(namesOf(element)) ||
    isPageFooter(element);
  const isLikely = (): boolean =>
    own !== NO_TEXT &&
    (LIKELY_NAMES.test(names) ||
      (TEASER.test(names) && leadsSomewhere(element)) ||
      PART_ROLE.test(element.getAttribute('role') ?? '') ||
      (name === 'aside' && element.closest(WITHIN) === null));
  // What colours code calls its comments so, each in an element of its own.
  if (element.closest('pre, code') !== null) return false;
  if (!isSure && (TEXTS.test(name) || own.proseLines >= MANY_LINES || !isLikely())) return false;
  return element.querySelector('h1') === null;
}

/** `has-sidebar`, `no-toc`, `sidebar-enabled` say something of the part and are not its name. */
const SAID_OF_LAYOUT =
  /-(?:has|with|no|without|show|hide|enable|disable)-[a-z]+(?=-)|-[a-z]+-(?:enabled|disabled|true|false|none|on|off)(?=-)/g;

/** Class, id and role as words: `relatedPosts main__footer` is `-related-posts-main-footer-`. */
function partNames(element: PageElement): string {
  const words = namesOf(element)
    .slice(0, 1_000)
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[\s_-]+/g, '-');
  return `-${words}-`.replace(SAID_OF_LAYOUT, '-');
}
