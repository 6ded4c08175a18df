import type { Article, Settings } from '../../contract/types.ts';

/** Vertical lines, read from right to left: for which articles, and what numbers ask for in them. */

/** Languages that are set so: Japanese, and Chinese in all its scripts and kinds. */
const set = new Set(['ja', 'zh', 'yue', 'wuu', 'nan', 'hak', 'lzh', 'cmn']);

/** Whether a text in a language may be set in vertical lines. Korean is, in books, no longer. */
export function canBeVertical(language: string | null): boolean {
  return language !== null && set.has(language.split('-', 1)[0]?.toLowerCase() ?? '');
}

/** Sets the view's lines as is wanted and the article allows; returns whether they turn by that. */
export function turnLines(
  view: Element,
  settings: Settings | null,
  article: Article | null,
): boolean {
  const name = 'data-vertical';
  const were = view.hasAttribute(name);
  const are = settings?.vertical === true && canBeVertical(article?.language ?? null);
  return view.toggleAttribute(name, are) !== were;
}

const combined = 'upright';

/** One or two digits, or two signs, that are no part of something longer. */
const short =
  /(?<![\p{Script=Latin}\p{N}.,:/%-])(?:\d{1,2}|!!|!\?|\?!|\?\?)(?![\p{Script=Latin}\p{N}.,:/%-])/gu;

/**
 * Marks short numbers, to stand upright in one character's place (`text-combine-upright`, of which
 * browsers have no form that finds digits by itself). Done once for a body; in horizontal lines it
 * changes nothing that is seen.
 */
export function combineNumbers(body: Element): void {
  if (body.querySelector(`.${combined}`) !== null) return;
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest('pre, code, table, button, figure, rt') === null
      ? NodeFilter.FILTER_ACCEPT
      : NodeFilter.FILTER_REJECT,
  );
  const texts: Text[] = [];
  while (walker.nextNode() !== null) {
    if (walker.currentNode instanceof Text) texts.push(walker.currentNode);
  }
  for (const text of texts) {
    const found = [...text.data.matchAll(short)];
    // From the end: what is cut off keeps the places before it.
    for (const { index, 0: digits } of found.toReversed()) {
      const number = text.splitText(index);
      number.splitText(digits.length);
      const span = document.createElement('span');
      span.className = combined;
      number.replaceWith(span);
      span.append(number);
    }
  }
}
