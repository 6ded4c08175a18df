/**
 * The part of the DOM that extraction uses. Carrel's engine is compiled without the browser's
 * types, so that nothing in it reaches for a `window`; these few lines say what `tree.ts` gives.
 */
export interface PageNode {
  readonly nodeType: number;
  readonly parentNode: PageElement | null;
  readonly firstChild: PageNode | null;
  readonly nextSibling: PageNode | null;
  readonly previousSibling: PageNode | null;
  textContent: string | null;
  remove(): void;
  replaceWith(...nodes: (PageNode | string)[]): void;
  before(...nodes: (PageNode | string)[]): void;
  after(...nodes: (PageNode | string)[]): void;
}

export interface PageElement extends PageNode {
  readonly localName: string;
  readonly tagName: string;
  readonly attributes: Iterable<{ name: string; value: string }>;
  readonly childNodes: Iterable<PageNode>;
  readonly children: Iterable<PageElement>;
  readonly nextElementSibling: PageElement | null;
  readonly previousElementSibling: PageElement | null;
  readonly firstElementChild: PageElement | null;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  closest(selector: string): PageElement | null;
  matches(selector: string): boolean;
  contains(node: PageNode): boolean;
  append(...nodes: (PageNode | string)[]): void;
  prepend(...nodes: (PageNode | string)[]): void;
}

export interface PageDocument {
  readonly documentElement: PageElement;
  readonly head: PageElement;
  readonly body: PageElement;
  createElement(name: string): PageElement;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

export function isElement(node: PageNode | null): node is PageElement {
  return node?.nodeType === 1;
}

/** Text, and CDATA, which some feeds' HTML holds. */
export function isText(node: PageNode): boolean {
  return node.nodeType === 3 || node.nodeType === 4;
}

/**
 * The nodes below `root` in document order. A step looks for what follows only after its node
 * was handled, so the node may be given new children, but must not be removed meanwhile: collect
 * first (`[...nodesBelow(root)]`), then change. No recursion: hostile pages nest deep.
 */
export function* nodesBelow(root: PageNode): Generator<PageNode> {
  let node: PageNode | null = root.firstChild;
  while (node !== null) {
    yield node;
    node = node.firstChild ?? nextAfter(node, root);
  }
}

/** The node that follows a node and all below it, within `root`. */
export function nextAfter(node: PageNode, root: PageNode): PageNode | null {
  for (let at: PageNode | null = node; at !== null && at !== root; at = at.parentNode) {
    if (at.nextSibling !== null) return at.nextSibling;
  }
  return null;
}

/** The elements that match, as an array that stays as it is while the document changes. */
export function all(root: PageDocument | PageElement, selector: string): PageElement[] {
  return [...root.querySelectorAll(selector)];
}

/** Puts an element's children in its place: one by one, since a call takes only so many arguments. */
export function unwrap(element: PageElement): void {
  for (const child of element.childNodes) element.before(child);
  element.remove();
}

/**
 * Runs of white space that are not one space already, so that most spaces of a text are left alone:
 * what begins with another character than a space, or goes on after it.
 */
const UNEVEN_SPACE = /[\s\u200b\u2060](?:(?<! )[\s\u200b\u2060]*|[\s\u200b\u2060]+)/g;

/** White space runs as one space, none at the ends; no-break and zero-width spaces count as white. */
export function collapsed(text: string | null): string {
  return (text ?? '').replace(UNEVEN_SPACE, ' ').trim();
}

/** Whether there is nothing but white space: `collapsed(text) === ''`, without reading it all. */
export function isBlank(text: string | null): boolean {
  return !/[^\s\u200b\u2060]/.test(text ?? '');
}

/** Class, id and role in one string to match words against. */
export function namesOf(element: PageElement): string {
  const names = ['class', 'id', 'role'].map((name) => element.getAttribute(name) ?? '');
  return names.join(' ');
}

/** Elements that end the line of text they stand in, as browsers lay them out. */
const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt ' +
    'fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html iframe legend ' +
    'li main menu nav ol optgroup option p pre search section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

export function isBlock(element: PageElement): boolean {
  return BLOCKS.has(element.localName);
}
