import { Parser } from 'htmlparser2';
import type { PageDocument } from './dom.ts';
import { flatten, sourceOf } from './parse.ts';
import { TreeElement, TreeText, type TreeAttribute } from './tree.ts';

/**
 * Parses a piece of HTML as `parseDocument` does, by the same parser and with the same result,
 * into a tree that is made for short texts (`tree.ts`).
 *
 * @throws CarrelError `too-large` when its elements nest deeper than any page that people wrote.
 */
export function parseFragment(html: string, what: string): PageDocument {
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
    // As linkedom calls it.
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
