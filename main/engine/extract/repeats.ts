import { all } from './dom.ts';
import type { PageElement } from './dom.ts';
import { linesOf } from './lines.ts';
import { blockOf, measureLine } from './measures.ts';
import type { Measures } from './measures.ts';

/** An element with more short lines than this leaves is a list, or a section with a quotation. */
const MOST_OF_TEXT = 0.7;

/**
 * Removes what an article says twice: pages hold their text once for wide and once for narrow
 * screens, and quotations pulled out of it. An element whose prose was all there before goes
 * whole, with its headings; elsewhere only the repeated lines go.
 */
export function removeRepeats(root: PageElement, measures: Measures): void {
  const seen = new Set<string>();
  const prose = new Map<PageElement, { fresh: number; repeated: number }>();
  const repeated: PageElement[] = [];
  for (const line of linesOf(root)) {
    if (measureLine(line).prose === 0) continue;
    const isRepeated = seen.has(line.text);
    seen.add(line.text);
    const block = blockOf(line, root);
    if (isRepeated && block.closest('pre, table') === null) repeated.push(block);
    for (let at: PageElement | null = block; at !== null && at !== root; at = at.parentNode) {
      const known = prose.get(at) ?? { fresh: 0, repeated: 0 };
      if (isRepeated) known.repeated++;
      else known.fresh++;
      prose.set(at, known);
    }
  }
  if (repeated.length === 0) return;
  for (const element of all(root, 'div, section, article, main')) {
    const own = prose.get(element);
    const { chars, prose: long } = measures.get(element) ?? { chars: 0, prose: 0 };
    if (own === undefined || own.fresh > 0 || long < chars * MOST_OF_TEXT) continue;
    if (root.contains(element)) element.remove();
  }
  for (const block of repeated)
    if (prose.get(block)?.fresh === 0 && root.contains(block)) block.remove();
}
