import { collapsed, isBlank, isBlock, isElement, isText, nextAfter } from './dom.ts';
import type { PageElement, PageNode } from './dom.ts';

/** A line of text as a browser would lay it out on a page without an end. */
export interface Line {
  /** Its text nodes that are not blank. */
  nodes: PageNode[];
  text: string;
}

/** Elements whose text nobody sees. */
const UNSEEN = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'title',
  'head',
  'svg',
  'math',
  'textarea',
  'select',
  'iframe',
  'object',
]);

/**
 * The lines of an element's text: cut at block elements and `<br>`. White space is collapsed and
 * blank lines are left out.
 */
export function linesOf(root: PageElement): Line[] {
  const lines: Line[] = [];
  let line: Line = { nodes: [], text: '' };
  const cut = (): void => {
    line.text = collapsed(line.text);
    if (line.text !== '') lines.push(line);
    line = { nodes: [], text: '' };
  };
  let node: PageNode | null = root.firstChild;
  while (node !== null) {
    const seen: boolean = !isElement(node) || !UNSEEN.has(node.localName);
    if (isText(node)) {
      line.text += node.textContent ?? '';
      if (!isBlank(node.textContent)) line.nodes.push(node);
    } else if (isElement(node) && (isBlock(node) || node.localName === 'br')) cut();
    const next: PageNode | null = (seen ? node.firstChild : null) ?? nextAfter(node, root);
    // Leaving a block ends its line, too.
    for (
      let at: PageNode | null = node;
      at !== null && at !== root && at !== next?.parentNode;
      at = at.parentNode
    ) {
      if (isElement(at) && isBlock(at)) cut();
    }
    node = next;
  }
  cut();
  return lines;
}
