import { isElement, isText } from '../main/engine/extract/dom.ts';
import type { PageNode } from '../main/engine/extract/dom.ts';

const BLOCKS = new Set(
  (
    'address article aside blockquote br caption dd details div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td ' +
    'tfoot th thead tr ul'
  ).split(' '),
);
const UNSEEN = new Set(['script', 'style', 'template', 'noscript', 'head', 'title']);

/** The text that is seen of an element, each block on a line of its own. */
export function visibleText(root: PageNode): string {
  const parts: string[] = [];
  const write = (node: PageNode): void => {
    if (isText(node)) {
      parts.push(node.textContent ?? '');
      return;
    }
    if (!isElement(node) || UNSEEN.has(node.localName)) return;
    const edge = BLOCKS.has(node.localName) ? '\n' : '';
    parts.push(edge);
    for (const child of node.childNodes) write(child);
    parts.push(edge);
  };
  write(root);
  return parts
    .join('')
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}
