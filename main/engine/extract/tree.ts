import type { PageElement, PageNode } from './dom.ts';
import { matcher } from './selectors.ts';

/**
 * A small document tree: what `dom.ts` asks for and no more. A browser's DOM as libraries build it
 * costs a map of listeners for every node, which is most of the time and of the memory.
 */
export type TreeNode = TreeElement | TreeText;

/** A place among the children of an element. @see https://dom.spec.whatwg.org/#interface-childnode */
abstract class TreeChild implements PageNode {
  abstract readonly nodeType: number;
  abstract textContent: string;
  abstract readonly firstChild: TreeNode | null;
  parentNode: TreeElement | null = null;
  previousSibling: TreeNode | null = null;
  nextSibling: TreeNode | null = null;

  protected abstract self(): TreeNode;

  remove(): void {
    this.parentNode?.detach(this.self());
  }

  before(...nodes: (TreeNode | string)[]): void {
    this.parentNode?.insert(nodes, this.self());
  }

  after(...nodes: (TreeNode | string)[]): void {
    this.parentNode?.insert(nodes, this.nextSibling);
  }

  replaceWith(...nodes: (TreeNode | string)[]): void {
    this.before(...nodes);
    if (!nodes.includes(this.self())) this.remove();
  }
}

/** A text (3) or a comment (8). */
export class TreeText extends TreeChild {
  readonly nodeType: 3 | 8;
  readonly firstChild = null;
  textContent: string;

  constructor(nodeType: 3 | 8, text: string) {
    super();
    this.nodeType = nodeType;
    this.textContent = text;
  }

  protected self(): TreeNode {
    return this;
  }
}

export interface TreeAttribute {
  readonly name: string;
  value: string;
}

const NO_ATTRIBUTES: TreeAttribute[] = [];

export class TreeElement extends TreeChild implements PageElement {
  readonly nodeType = 1;
  readonly localName: string;
  firstChild: TreeNode | null = null;
  lastChild: TreeNode | null = null;
  #attributes: TreeAttribute[];

  constructor(localName: string, attributes: TreeAttribute[] = NO_ATTRIBUTES) {
    super();
    this.localName = localName;
    this.#attributes = attributes;
  }

  protected self(): TreeNode {
    return this;
  }

  get tagName(): string {
    return this.localName.toUpperCase();
  }

  // Attributes.

  get attributes(): readonly TreeAttribute[] {
    return this.#attributes;
  }

  getAttribute(name: string): string | null {
    for (const attribute of this.#attributes) if (attribute.name === name) return attribute.value;
    return null;
  }

  hasAttribute(name: string): boolean {
    return this.getAttribute(name) !== null;
  }

  setAttribute(name: string, value: string): void {
    const present = this.#attributes.find((attribute) => attribute.name === name);
    // At the front: of two addresses that are equally good, the first counts.
    if (present === undefined) this.#attributes = [{ name, value }, ...this.#attributes];
    else present.value = value;
  }

  removeAttribute(name: string): void {
    if (this.hasAttribute(name))
      this.#attributes = this.#attributes.filter((attribute) => attribute.name !== name);
  }

  // Children.

  get childNodes(): TreeNode[] {
    const nodes: TreeNode[] = [];
    for (let node = this.firstChild; node !== null; node = node.nextSibling) nodes.push(node);
    return nodes;
  }

  get children(): TreeElement[] {
    return this.childNodes.filter((node) => node.nodeType === 1);
  }

  get firstElementChild(): TreeElement | null {
    return elementFrom(this.firstChild, 'nextSibling');
  }

  get nextElementSibling(): TreeElement | null {
    return elementFrom(this.nextSibling, 'nextSibling');
  }

  get previousElementSibling(): TreeElement | null {
    return elementFrom(this.previousSibling, 'previousSibling');
  }

  get textContent(): string {
    let text = '';
    for (let node = this.firstChild; node !== null; node = following(node, this))
      if (node.nodeType === 3) text += node.textContent;
    return text;
  }

  set textContent(text: string) {
    while (this.firstChild !== null) this.detach(this.firstChild);
    if (text !== '') this.add(new TreeText(3, text));
  }

  contains(node: PageNode): boolean {
    for (let at: PageNode | null = node; at !== null; at = at.parentNode)
      if (at === this) return true;
    return false;
  }

  append(...nodes: (TreeNode | string)[]): void {
    this.insert(nodes, null);
  }

  prepend(...nodes: (TreeNode | string)[]): void {
    this.insert(nodes, this.firstChild);
  }

  /** Puts nodes, wherever they are now, before a child, or before what follows it if it is one of them. */
  insert(nodes: (TreeNode | string)[], before: TreeNode | null): void {
    let next = before;
    while (next !== null && nodes.includes(next)) next = next.nextSibling;
    for (const node of nodes) {
      const moved = typeof node === 'string' ? new TreeText(3, node) : node;
      moved.remove();
      this.add(moved, next);
    }
  }

  /** Puts a node that is nowhere yet before a child, or at the end. */
  add(node: TreeNode, next: TreeNode | null = null): void {
    const previous = next === null ? this.lastChild : next.previousSibling;
    node.parentNode = this;
    node.previousSibling = previous;
    node.nextSibling = next;
    if (previous === null) this.firstChild = node;
    else previous.nextSibling = node;
    if (next === null) this.lastChild = node;
    else next.previousSibling = node;
  }

  detach(node: TreeNode): void {
    const { previousSibling, nextSibling } = node;
    if (previousSibling === null) this.firstChild = nextSibling;
    else previousSibling.nextSibling = nextSibling;
    if (nextSibling === null) this.lastChild = previousSibling;
    else nextSibling.previousSibling = previousSibling;
    node.parentNode = null;
    node.previousSibling = null;
    node.nextSibling = null;
  }

  // Selectors.

  matches(selector: string): boolean {
    return matcher(selector)(this);
  }

  closest(selector: string): TreeElement | null {
    const isMatch = matcher(selector);
    if (isMatch(this)) return this;
    let at = this.parentNode;
    while (at !== null && !isMatch(at)) at = at.parentNode;
    return at;
  }

  querySelector(selector: string): TreeElement | null {
    const isMatch = matcher(selector);
    let at = nextElement(this, this);
    while (at !== null && !isMatch(at)) at = nextElement(at, this);
    return at;
  }

  querySelectorAll(selector: string): TreeElement[] {
    const isMatch = matcher(selector);
    const found: TreeElement[] = [];
    for (let at = nextElement(this, this); at !== null; at = nextElement(at, this))
      if (isMatch(at)) found.push(at);
    return found;
  }
}

/** The next element below `root` in document order; what a `<template>` holds is another document. */
function nextElement(from: TreeElement, root: TreeElement): TreeElement | null {
  let node: TreeNode | null = from === root ? root.firstChild : elementAfter(from, root);
  while (node !== null && node.nodeType !== 1) node = following(node, root);
  return node;
}

function elementAfter(from: TreeElement, root: TreeElement): TreeNode | null {
  return from.localName === 'template' ? nextAfter(from, root) : following(from, root);
}

function elementFrom(
  from: TreeNode | null,
  direction: 'nextSibling' | 'previousSibling',
): TreeElement | null {
  let node = from;
  while (node !== null && node.nodeType !== 1) node = node[direction];
  return node;
}

/** The next node below `root` in document order. */
function following(node: TreeNode, root: TreeElement): TreeNode | null {
  return node.firstChild ?? nextAfter(node, root);
}

/** The node that follows a node and all below it, within `root`. */
function nextAfter(node: TreeNode, root: TreeElement): TreeNode | null {
  let at: TreeNode = node;
  while (at.nextSibling === null) {
    if (at.parentNode === null || at.parentNode === root) return null;
    at = at.parentNode;
  }
  return at.nextSibling;
}
