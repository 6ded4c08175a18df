import { compile } from 'css-select';
import type { TreeElement, TreeNode } from './tree.ts';

type Matcher = (element: TreeElement) => boolean;

const matchers = new Map<string, Matcher>();

/**
 * Tells whether an element matches a selector. Selectors are compiled once: extraction asks the
 * same few of every text.
 *
 * @throws SyntaxError for what is no selector
 * @see https://www.w3.org/TR/selectors-4/
 */
export function matcher(selector: string): Matcher {
  const known = matchers.get(selector);
  if (known !== undefined) return known;
  const compiled = compile<TreeNode, TreeElement>(selector, {
    adapter: ADAPTER,
    // Between two questions the tree changes.
    cacheResults: false,
  });
  matchers.set(selector, compiled);
  return compiled;
}

/** How css-select walks the tree. */
const ADAPTER = {
  isTag: (node: TreeNode): node is TreeElement => node.nodeType === 1,
  getAttributeValue: (element: TreeElement, name: string): string | undefined =>
    element.getAttribute(name) ?? undefined,
  getChildren: (node: TreeNode): TreeNode[] => (node.nodeType === 1 ? node.childNodes : []),
  getName: (element: TreeElement): string => element.localName,
  getParent: (node: TreeElement): TreeNode | null => node.parentNode,
  getSiblings: (node: TreeNode): TreeNode[] => node.parentNode?.childNodes ?? [node],
  prevElementSibling: (node: TreeNode): TreeElement | null =>
    node.nodeType === 1 ? node.previousElementSibling : null,
  // A comment is no content: an element that holds one only is `:empty` (Selectors 4, 13.2).
  getText: (node: TreeNode): string => (node.nodeType === 8 ? '' : node.textContent),
  hasAttrib: (element: TreeElement, name: string): boolean => element.hasAttribute(name),
  removeSubsets: (nodes: TreeNode[]): TreeNode[] =>
    nodes.filter((node) => !nodes.some((other) => other !== node && holds(other, node))),
};

function holds(holder: TreeNode, node: TreeNode): boolean {
  return holder.nodeType === 1 && holder.contains(node);
}
