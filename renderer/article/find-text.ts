/**
 * Finding words in a text that is laid out, across the elements within a block, whatever their
 * accents and case:
 *
 * 1. Walk the text nodes; between two blocks a line feed keeps words apart.
 * 2. Fold each character (`fold`), and keep of each folded one where it came from.
 * 3. Look for the folded words, and give what is found as ranges of the document.
 */

/** What is not read as text: controls, and what is not shown. */
const passedOver = 'button,summary,[hidden],.missing';

const blocks = 'p,h2,h3,h4,li,dt,dd,blockquote,pre,td,th,caption,figcaption,figure,div,details';

/** Where a folded character came from: its node, and there from where to where. */
interface Origin {
  node: Text;
  start: number;
  end: number;
}

/** Every place in an element where words stand, in their order, not overlapping. */
export function findText(within: Element, words: string): Range[] {
  const wanted = fold(words).trim();
  if (wanted === '') return [];
  const { text, origins } = foldedText(within);
  const found: Range[] = [];
  let at = text.indexOf(wanted);
  while (at !== -1) {
    const first = origins[at];
    const last = origins[at + wanted.length - 1];
    if (first !== undefined && last !== undefined) {
      const range = document.createRange();
      range.setStart(first.node, first.start);
      range.setEnd(last.node, last.end);
      found.push(range);
    }
    at = text.indexOf(wanted, at + wanted.length);
  }
  return found;
}

/**
 * Characters as they are compared: without accents and other marks, small, ligatures taken apart,
 * soft hyphens and joiners left out, every space the same one.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/\s+/gu, ' ');
}

function foldedText(within: Element): { text: string; origins: Origin[] } {
  const parts: string[] = [];
  const origins: Origin[] = [];
  let block: Element | null = null;
  const put = (part: string, origin: Origin): void => {
    // A run of spaces is one, across nodes too.
    if (part === ' ' && (parts.at(-1) === ' ' || parts.at(-1) === '\n')) return;
    for (const unit of part.split('')) {
      parts.push(unit);
      origins.push(origin);
    }
  };
  for (const node of textNodes(within)) {
    const around = node.parentElement?.closest(blocks) ?? within;
    if (block !== null && around !== block) put('\n', { node, start: 0, end: 0 });
    block = around;
    let start = 0;
    for (const character of node.data) {
      const end = start + character.length;
      put(fold(character), { node, start, end });
      start = end;
    }
  }
  return { text: parts.join(''), origins };
}

function* textNodes(within: Element): Generator<Text> {
  const walker = document.createTreeWalker(
    within,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    (node) => {
      const isPassed = node instanceof Element && node.matches(passedOver);
      return isPassed ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
    },
  );
  while (walker.nextNode() !== null) {
    if (walker.currentNode instanceof Text) yield walker.currentNode;
  }
}
