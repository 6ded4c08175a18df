import { isBlock, isElement } from './dom.ts';
import type { PageElement, PageNode } from './dom.ts';
import { linesOf } from './lines.ts';
import type { Line } from './lines.ts';

/** How much text stands in an element, in characters, one of a dense script counting thrice. */
export interface Measure {
  lines: number;
  chars: number;
  /** In links to other pages. */
  linked: number;
  /** In lines that read like an article's, outside of links. */
  prose: number;
  /** How many such lines. */
  proseLines: number;
}

export type Measures = ReadonlyMap<PageElement, Measure>;

/** A line with fewer characters outside of links is a heading, a label or a teaser's. */
const PROSE_LENGTH = 60;

/** Scripts that say in one character what others need three for. */
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/**
 * Measures `root` and every element below it that holds text, in one walk. The measures stay as
 * they are when elements are removed later.
 */
export function measure(root: PageElement, lines: Line[] = linesOf(root)): Measures {
  const measures = new Map<PageElement, Measure>();
  for (const line of lines) {
    const { chars, linked, prose } = measureLine(line);
    for (let at: PageElement | null = blockOf(line, root); at !== null; at = at.parentNode) {
      let sum = measures.get(at);
      if (sum === undefined) {
        sum = { lines: 0, chars: 0, linked: 0, prose: 0, proseLines: 0 };
        measures.set(at, sum);
      }
      sum.lines++;
      sum.chars += chars;
      sum.linked += linked;
      sum.prose += prose;
      if (prose > 0) sum.proseLines++;
      if (at === root) break;
    }
  }
  return measures;
}

/** How much prose an element holds; 0 for `null` and for one without text. */
export function proseOf(element: PageElement | null, measures: Measures): number {
  return element === null ? 0 : (measures.get(element)?.prose ?? 0);
}

/** The block a line stands in: the nearest around its first text, or `root`. */
export function blockOf(line: Line, root: PageElement): PageElement {
  let at: PageElement | null = line.nodes[0]?.parentNode ?? null;
  while (isElement(at) && at !== root && !isBlock(at)) at = at.parentNode;
  return at ?? root;
}

/** A line's characters; those of them in links; those that are prose. */
export function measureLine(line: Line): { chars: number; linked: number; prose: number } {
  const chars = lengthOf(line.text);
  let linked = 0;
  for (const node of line.nodes)
    if (isLinked(node)) linked += lengthOf((node.textContent ?? '').trim());
  const own = chars - Math.min(linked, chars);
  const isProse = own >= PROSE_LENGTH && own > chars / 2;
  return { chars, linked: chars - own, prose: isProse ? own : 0 };
}

function lengthOf(text: string): number {
  if (!/[\u1100-\u11ff\u3040-\ud7ff]/.test(text)) return text.length;
  // Testing instead of matching: a list of millions of characters is more than a thread may have.
  let dense = 0;
  DENSE.lastIndex = 0;
  while (DENSE.test(text)) dense++;
  return text.length + 2 * dense;
}

/** Whether a text stands in a link. One to a note or section of the same page is text like any other. */
function isLinked(text: PageNode): boolean {
  for (let at = text.parentNode; at !== null; at = at.parentNode) {
    if (at.localName === 'a') return !/^#./.test(at.getAttribute('href') ?? '');
    if (isBlock(at) && at.parentNode?.localName !== 'a') return false;
  }
  return false;
}
