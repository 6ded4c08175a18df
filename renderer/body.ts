/**
 * Puts the kept HTML of an article into the document. The engine wrote it by an allow-list
 * (`docs/body.md`); the window trusts no library file and filters again, by the table below.
 *
 * Two ways lead to the same elements: the browser's own sanitizer, `Element.setHTML()`; and,
 * where a browser is without it, a walk over an inert document that builds what is allowed
 * element by element. Neither runs a script, fetches anything or keeps an inline style.
 */

/** Every element a body may hold, with its own attributes: the vocabulary of `docs/body.md`. */
const vocabulary: Record<string, readonly string[]> = {
  p: [],
  h2: [],
  h3: [],
  h4: [],
  ul: [],
  ol: ['start'],
  li: [],
  dl: [],
  dt: [],
  dd: [],
  blockquote: [],
  figure: ['data-picture'],
  pre: [],
  hr: [],
  br: [],
  table: [],
  caption: [],
  thead: [],
  tbody: [],
  tr: [],
  th: ['colspan', 'rowspan'],
  td: ['colspan', 'rowspan'],
  a: ['href', 'data-note'],
  em: [],
  strong: [],
  s: [],
  del: [],
  ins: [],
  sub: [],
  sup: [],
  mark: [],
  small: [],
  code: [],
  q: [],
  cite: [],
  abbr: ['title'],
  time: [],
  kbd: [],
  samp: [],
  var: [],
  ruby: [],
  rt: [],
  rp: [],
  bdi: [],
  bdo: [],
};

/**
 * Attributes every element may have: the language and direction of what is quoted in it, and the
 * number of the note that it is.
 */
const everywhere: readonly string[] = ['lang', 'dir', 'data-note-text'];

/** Elements that go while what they hold stays. Any other element goes with all it holds. */
const unwrapped: readonly string[] = ['div', 'section', 'article', 'span', 'font', 'center'];

/** Where a link may lead: to the network's pages and to a letter. */
const linkSchemes = new Set(['http:', 'https:', 'mailto:']);

/**
 * Replaces what `container` holds by a body.
 *
 * @param html a fragment of the vocabulary in `docs/body.md`; anything else in it is dropped.
 */
export function setBody(container: Element, html: string): void {
  if (container.setHTML === undefined) {
    container.replaceChildren(walkedBody(html));
  } else {
    container.setHTML(html, { sanitizer: bodySanitizer() });
  }
  for (const link of container.querySelectorAll('a')) tameLink(link);
}

/**
 * The way for browsers without `setHTML()`: a body built from a document that was parsed but is
 * not shown. Under Trusted Types its parser asks for a policy, whose name the
 * Content-Security-Policy has to allow: `carrel-body`.
 */
export function walkedBody(html: string): DocumentFragment {
  policy ??= window.trustedTypes?.createPolicy('carrel-body', { createHTML: (text) => text });
  const parsed = new DOMParser().parseFromString(policy?.createHTML(html) ?? html, 'text/html');
  const fragment = document.createDocumentFragment();
  copyAllowed(parsed.body, fragment);
  return fragment;
}

// A policy can be made once; a second one of its name is refused.
let policy: ReturnType<NonNullable<Window['trustedTypes']>['createPolicy']> | undefined;

function bodySanitizer(): Sanitizer {
  return new Sanitizer({
    elements: Object.entries(vocabulary).map(([name, own]) => ({ name, attributes: [...own] })),
    attributes: [...everywhere],
    replaceWithChildrenElements: [...unwrapped],
    comments: false,
    dataAttributes: false,
  });
}

function copyAllowed(from: Node, to: Node): void {
  for (const node of from.childNodes) {
    if (node instanceof Text) to.appendChild(document.createTextNode(node.data));
    if (!(node instanceof HTMLElement)) continue;
    const name = node.localName;
    const own = Object.hasOwn(vocabulary, name) ? vocabulary[name] : undefined;
    if (own !== undefined) {
      const copy = document.createElement(name);
      for (const attribute of node.attributes) {
        if (own.includes(attribute.name) || everywhere.includes(attribute.name)) {
          copy.setAttribute(attribute.name, attribute.value);
        }
      }
      copyAllowed(node, copy);
      to.appendChild(copy);
    } else if (unwrapped.includes(name)) {
      copyAllowed(node, to);
    }
  }
}

/** A link opens outside of Carrel, or leads nowhere. */
function tameLink(link: HTMLAnchorElement): void {
  const href = link.getAttribute('href');
  const address = href === null ? null : URL.parse(href);
  if (address === null || !linkSchemes.has(address.protocol)) {
    link.removeAttribute('href');
    return;
  }
  link.target = '_blank';
  link.rel = 'noopener noreferrer nofollow';
}
