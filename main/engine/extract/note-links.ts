import { isElement, nodesBelow } from './dom.ts';
import type { PageElement } from './dom.ts';
import { NOTE_MARK, NOTE_TEXT_MARK } from './note-numbers.ts';

/** A link that leads to a place of the same page. */
export interface InnerLink {
  element: PageElement;
  target: PageElement;
  /** Whether the target stands after the link. */
  leadsOn: boolean;
}

/** More links within a page than books with notes have; what follows is left as words. */
const MOST_LINKS = 10_000;

/**
 * The links of a page to places of the same page, in order: those to `#id`, those to the page's own
 * address with a fragment, and buttons that open what has an id. Of two elements with an id the
 * first counts.
 *
 * @param own The addresses that the page has, with or without fragments.
 * @see https://html.spec.whatwg.org/multipage/browsing-the-web.html#find-a-potential-indicated-element
 */
export function innerLinks(body: PageElement, own: readonly (string | null)[]): InnerLink[] {
  const addresses = new Set(own.flatMap((address) => address?.split('#', 1) ?? []));
  const base = own.find((address) => address !== null) ?? null;
  const places = new Map<string, { element: PageElement; order: number }>();
  const leading: { element: PageElement; id: string; order: number }[] = [];
  let order = 0;
  for (const node of nodesBelow(body)) {
    if (!isElement(node)) continue;
    order++;
    // No page marks notes for itself.
    node.removeAttribute(NOTE_MARK);
    node.removeAttribute(NOTE_TEXT_MARK);
    const isLink = node.localName === 'a';
    for (const name of isLink ? ['id', 'name'] : ['id']) {
      const id = node.getAttribute(name);
      if (id !== null && id !== '' && !places.has(id)) places.set(id, { element: node, order });
    }
    const id = idLedTo(node, isLink, addresses, base);
    if (id !== null && leading.length < MOST_LINKS) leading.push({ element: node, id, order });
  }
  return leading.flatMap(({ element, id, order: from }) => {
    const place = places.get(id) ?? places.get(decoded(id));
    if (place === undefined || place.element === element) return [];
    return [{ element, target: place.element, leadsOn: place.order > from }];
  });
}

function idLedTo(
  element: PageElement,
  isLink: boolean,
  addresses: ReadonlySet<string>,
  base: string | null,
): string | null {
  if (element.localName === 'button') return element.getAttribute('popovertarget');
  const href = isLink ? (element.getAttribute('href')?.trim() ?? '') : '';
  const hash = href.indexOf('#');
  if (hash === -1 || hash === href.length - 1) return null;
  if (hash === 0) return href.slice(1);
  const whole = URL.parse(href.slice(0, hash), base ?? undefined)?.href;
  return whole !== undefined && addresses.has(whole) ? href.slice(hash + 1) : null;
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
