import { collapsed, isBlank, isText, nodesBelow } from './dom.ts';
import type { PageElement, PageNode } from './dom.ts';

/** What a text ends or begins with where two were meant to stand apart: `KimDecember`. */
const ENDS_A_WORD = /[\p{Ll}\p{N}.?!:)]$/u;
const BEGINS_A_WORD = /^[\p{Lu}\p{N}]/u;

/**
 * The text of some nodes in order, with a space where a style sheet keeps two of them apart and the
 * source does not: `<b>Luke Kim</b><i>December 17</i>`.
 */
export function spacedText(nodes: readonly PageNode[]): string {
  const texts: string[] = [];
  // Two code units hold the last character. The whole text is not looked at again for each node.
  let end = '';
  let last: PageNode | null = null;
  for (const node of nodes) {
    const next = node.textContent ?? '';
    const isApart = last !== null && last.parentNode !== node.parentNode;
    if (isApart && last !== null && isSpaceBetween(last, node)) texts.push(' ');
    else if (isApart && ENDS_A_WORD.test(end) && BEGINS_A_WORD.test(next)) texts.push(' ');
    texts.push(next);
    if (next !== '') end = next.slice(-2);
    last = node;
  }
  return collapsed(texts.join(''));
}

/** Whether a blank text, which is none of the nodes, stands between two that follow each other. */
function isSpaceBetween(last: PageNode, next: PageNode): boolean {
  const after = last.nextSibling ?? last.parentNode?.nextSibling ?? null;
  const before = next.previousSibling ?? next.parentNode?.previousSibling ?? null;
  return [after, before].some((node) => node !== null && isText(node) && isBlank(node.textContent));
}

/** The text nodes below an element that are not blank and that people see, in order. */
export function textNodes(element: PageElement): PageNode[] {
  return [...nodesBelow(element)].filter(
    (node) =>
      isText(node) &&
      !isBlank(node.textContent) &&
      node.parentNode?.closest('script, style, template, noscript, svg') === null,
  );
}
