import { Parser } from 'htmlparser2';
import { isElement, unwrap } from './dom.ts';
import type { PageDocument, PageElement, PageNode } from './dom.ts';
import { sourceOf } from './source.ts';
import { TreeElement, TreeText, type TreeAttribute } from './tree.ts';

/** What nests deeper gives way to its children. Browsers do the same at 512. */
const MAX_DEPTH = 400;

/**
 * Parses HTML of any shape, a page or a piece of one, into a document that surely has `html`,
 * `head` and `body`, attribute names in lower case, and bounded depth. `what` names it in errors:
 * `page https://…`.
 *
 * @throws CarrelError `too-large` when it is longer, has more elements, or they nest deeper, than
 *   in any page that people wrote.
 */
export function parseDocument(html: string, what: string): PageDocument {
  const documentElement = build(sourceOf(html, what));
  // The source names each of the two once, first of all.
  const head = childNamed(documentElement, 'head');
  const body = childNamed(documentElement, 'body');
  flatten(body);
  return {
    documentElement,
    head,
    body,
    createElement: (name) => new TreeElement(name),
    querySelector: (selector) => documentElement.querySelector(selector),
    querySelectorAll: (selector) => documentElement.querySelectorAll(selector),
  };
}

/** Puts the children of elements that nest too deep in their place; each node moves once. */
export function flatten(body: PageElement): void {
  const tooDeep: PageElement[] = [];
  let depth = 1;
  let node: PageNode | null = body.firstChild;
  while (node !== null) {
    if (depth > MAX_DEPTH && isElement(node) && node.firstElementChild !== null) tooDeep.push(node);
    if (node.firstChild !== null) {
      depth++;
      node = node.firstChild;
      continue;
    }
    // Up to the nearest ancestor that something follows.
    while (node !== null && node !== body && node.nextSibling === null) {
      depth--;
      node = node.parentNode;
    }
    node = node === null || node === body ? null : node.nextSibling;
  }
  for (const element of tooDeep) unwrap(element);
}

/** Builds the first element of a source with all that is in it. */
function build(source: string): TreeElement {
  const outside = new TreeElement('#document');
  let element: TreeElement | null = outside;
  const parser = new Parser(
    {
      onopentag(name, written) {
        const opened = new TreeElement(name, attributesOf(written));
        element?.add(opened);
        element = opened;
      },
      onclosetag() {
        element = element?.parentNode ?? null;
      },
      ontext(text) {
        // The parser cuts a text at every character reference; one text is one node.
        const last = element?.lastChild ?? null;
        if (last?.nodeType === 3) last.textContent += text;
        else element?.add(new TreeText(3, text));
      },
      oncomment(text) {
        element?.add(new TreeText(8, text));
      },
    },
    // Names are lowered below, where it is known which of two was written so.
    { lowerCaseAttributeNames: false, decodeEntities: true },
  );
  parser.write(source);
  parser.end();
  const root = outside.firstElementChild ?? new TreeElement('html');
  root.remove();
  return root;
}

/** Names in lower case, each once; of two, the one written so counts. Each class once. */
function attributesOf(written: Record<string, string>): TreeAttribute[] {
  const attributes: TreeAttribute[] = [];
  const others: string[] = [];
  for (const name of Object.keys(written)) {
    const value = written[name] ?? '';
    if (name !== name.toLowerCase()) others.push(name);
    else attributes.push({ name, value: name === 'class' ? classes(value) : value });
  }
  for (const other of others) {
    const name = other.toLowerCase();
    const value = written[other] ?? '';
    // At the front, as in `TreeElement.setAttribute`.
    if (!attributes.some((attribute) => attribute.name === name))
      attributes.unshift({ name, value: name === 'class' ? classes(value) : value });
  }
  return attributes;
}

function classes(value: string): string {
  return [...new Set(value.split(/\s+/).filter((name) => name !== ''))].join(' ');
}

function childNamed(parent: TreeElement, name: string): TreeElement {
  const present = parent.children.find((child) => child.localName === name);
  const child = present ?? new TreeElement(name);
  if (present === undefined) parent.append(child);
  return child;
}
