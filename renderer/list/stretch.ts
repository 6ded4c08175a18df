import type {
  ArticleId,
  ArticleSummary,
  ListCursor,
  ListOrder,
  ListPage,
} from '../../contract/types.ts';

/** Newest first, of two at one moment the one with the higher id. */
export function inListOrder(a: ListCursor, b: ListCursor): number {
  return b.sortAt - a.sortAt || b.id - a.id;
}

/** The order of lists, as a comparison: negative where the first stands above the second. */
export const inOrder: Record<ListOrder, (a: ListCursor, b: ListCursor) => number> = {
  newest: inListOrder,
  oldest: (a, b) => inListOrder(b, a),
};

/**
 * Puts a page that was just read in the place of what was loaded of the same stretch. The page
 * is right about everything between `after` (not included) and where the next one starts, or the
 * list's end when it is the last page: what it does not name there is gone, except what is in
 * `keep`.
 */
export function putPage(
  loaded: readonly ArticleSummary[],
  after: ListCursor | null,
  page: ListPage,
  keep: ReadonlySet<ArticleId>,
  compare = inListOrder,
): ArticleSummary[] {
  const named = new Set(page.articles.map(({ id }) => id));
  const above: ArticleSummary[] = [];
  const within: ArticleSummary[] = [...page.articles];
  const below: ArticleSummary[] = [];
  for (const article of loaded) {
    if (named.has(article.id)) continue;
    if (after !== null && compare(article, after) <= 0) above.push(article);
    else if (page.next !== null && compare(article, page.next) > 0) below.push(article);
    else if (keep.has(article.id)) within.push(article);
  }
  return [...above, ...within.toSorted(compare), ...below];
}
