import { parseHTML } from 'linkedom';
import { CarrelError } from '../../../contract/errors.ts';
import { isElement, nodesBelow } from './dom.ts';
import type { PageDocument, PageElement, PageNode } from './dom.ts';
import { placeStreamedParts } from './streamed-parts.ts';

/** What nests deeper gives way to its children. Browsers do the same at 512. */
const MAX_DEPTH = 400;

/** Nested deeper than this, a page is an attack: parsing takes time in the square of the depth. */
const MAX_SOURCE_DEPTH = 5_000;

/** Elements that are closed for the author, so that their start tags do not count as nesting. */
const CLOSED_BY_PARSER = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th ' +
    'thead tbody tfoot option optgroup colgroup rt rp html head body'
  ).split(' '),
);

/**
 * Parses HTML of any shape into a document that surely has `html`, `head` and `body`, attribute
 * names in lower case, and bounded depth. `what` names it in errors: `page https://…`.
 *
 * @throws CarrelError `too-large` when its elements nest deeper than any page that people wrote.
 */
export function parseDocument(source: string, what: string): PageDocument {
  const { document }: { document: PageDocument } = parseHTML(sourceOf(source, what));
  lowerAttributeNames(document);
  placeStreamedParts(document);
  joinTexts(document.body);
  flatten(document.body);
  return document;
}

/**
 * The source as it is given to the parser: one `<html>` with one `<head>` and one `<body>`, which
 * hold everything.
 *
 * @throws CarrelError `too-large` when its elements nest deeper than any page that people wrote.
 */
export function sourceOf(source: string, what: string): string {
  // NUL and lone surrogates mean nothing in text and cannot be stored as UTF-8.
  const html = source.replaceAll('\0', '').toWellFormed();
  // A start tag takes two characters at least.
  if (html.length > 2 * MAX_SOURCE_DEPTH && depthOf(html) > MAX_SOURCE_DEPTH) {
    throw new CarrelError('too-large', `extract: ${what} nests more than 5,000 elements deep`);
  }
  return shaped(html);
}

/** How deep the start tags of a source nest, without building anything, in one pass. */
function depthOf(html: string): number {
  const lower = html.toLowerCase();
  let depth = 0;
  let deepest = 0;
  for (let at = lower.indexOf('<'); at !== -1; at = lower.indexOf('<', at + 1)) {
    if (lower.startsWith('<!--', at)) {
      const end = lower.indexOf('-->', at + 4);
      if (end === -1) break;
      at = end;
      continue;
    }
    TAG.lastIndex = at;
    const [, slash = '', name = ''] = TAG.exec(lower) ?? [];
    if (name === '' || CLOSED_BY_PARSER.has(name)) continue;
    depth = slash === '/' ? Math.max(0, depth - 1) : depth + 1;
    if (depth > deepest) deepest = depth;
    if (slash === '' && /^(?:script|style|textarea|title)$/.test(name)) {
      const end = lower.indexOf(`</${name}`, at);
      if (end === -1) break;
      at = end - 1;
    }
  }
  return deepest;
}

const TAG = /<(\/?)([a-z][a-z0-9-]{0,60})/y;

const FRAME_TAGS = /<(\/?)(html|head|body)((?:\s(?:"[^"]*"|'[^']*'|[^>"']){0,1000})?)>/gi;

/**
 * Writes the frame of a page anew. linkedom builds what is written: without this, a page may have
 * two bodies, none, or elements outside of `<html>`, none of which a browser would give.
 */
function shaped(html: string): string {
  const attributes = { html: '', body: '' };
  const inner = html
    .replace(/<!doctype[^>]*>/gi, '')
    .replace(FRAME_TAGS, (_tag, slash: string, name: string, written: string) => {
      const of = name.toLowerCase();
      if (slash === '' && (of === 'html' || of === 'body')) attributes[of] ||= written;
      return '';
    });
  return `<!doctype html><html${attributes.html}><head></head><body${attributes.body}>${inner}</body></html>`;
}

/** linkedom finds attributes by their name as written; HTML by it in lower case. */
function lowerAttributeNames(document: PageDocument): void {
  for (const element of [document.documentElement, ...document.querySelectorAll('*')]) {
    const written = [...element.attributes].filter(({ name }) => name !== name.toLowerCase());
    for (const { name, value } of written) {
      const lower = name.toLowerCase();
      element.removeAttribute(name);
      if (!element.hasAttribute(lower)) element.setAttribute(lower, value);
    }
  }
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
  for (const element of tooDeep) element.replaceWith(...element.childNodes);
}

/** The parser cuts a text at every character reference; one text is one node. */
function joinTexts(body: PageElement): void {
  const texts = [...nodesBelow(body)].filter((node) => node.nodeType === 3);
  for (const text of texts) {
    if (text.previousSibling?.nodeType === 3 || text.nextSibling?.nodeType !== 3) continue;
    const parts = [text.textContent ?? ''];
    for (let next = text.nextSibling; next?.nodeType === 3; next = text.nextSibling) {
      parts.push(next.textContent ?? '');
      next.remove();
    }
    text.textContent = parts.join('');
  }
}
