import type { ArticleId, ArticleSummary, ListCursor, ListPage } from '../../contract/types.ts';

/** The order of every list: newest first, of two at one moment the one with the higher id. */
export function inListOrder(a: ListCursor, b: ListCursor): number {
  return b.sortAt - a.sortAt || b.id - a.id;
}

/**
 * Puts a page that was just read in the place of what was loaded of the same stretch. The page
 * is right about everything between `after` (not included) and its last article, or the list's
 * end when it is the last page: what it does not name there is gone, except what is in `keep`.
 */
export function putPage(
  loaded: readonly ArticleSummary[],
  after: ListCursor | null,
  page: ListPage,
  keep: ReadonlySet<ArticleId>,
): ArticleSummary[] {
  const end = page.next === null ? null : (page.articles.at(-1) ?? null);
  const named = new Set(page.articles.map(({ id }) => id));
  const above: ArticleSummary[] = [];
  const within: ArticleSummary[] = [...page.articles];
  const below: ArticleSummary[] = [];
  for (const article of loaded) {
    if (named.has(article.id)) continue;
    if (after !== null && inListOrder(article, after) <= 0) above.push(article);
    else if (end !== null && inListOrder(article, end) > 0) below.push(article);
    else if (keep.has(article.id)) within.push(article);
  }
  return [...above, ...within.toSorted(inListOrder), ...below];
}
