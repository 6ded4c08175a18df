import type { ArticleSummary, ListCursor, SearchHit } from '../../contract/types.ts';

/** A row of the list; `hit` says what a search found in its article. */
export interface Row {
  article: ArticleSummary;
  hit: SearchHit | null;
}

/**
 * The first wanted article after (`step` 1) or before (-1) another in the rows. An article that
 * left the rows still has its place where they are in an `order`; without one it has none.
 */
export function besideIn(
  rows: readonly Row[],
  from: ListCursor | null,
  step: 1 | -1,
  order: ((a: ListCursor, b: ListCursor) => number) | null,
  wanted: (article: ArticleSummary) => boolean,
): ArticleSummary | null {
  const here = from === null ? -1 : rows.findIndex(({ article }) => article.id === from.id);
  const isPast = ({ article }: Row, index: number) => {
    if (from === null) return step === 1;
    if (here >= 0) return (index - here) * step > 0;
    return order !== null && order(article, from) * step > 0;
  };
  const isNext = (row: Row, index: number) => isPast(row, index) && wanted(row.article);
  const row = step === 1 ? rows.find(isNext) : rows.findLast(isNext);
  return row?.article ?? null;
}

/** Makes rows of what was found, or else of the articles: the same array while neither changed. */
export function rememberRows(): (
  articles: readonly ArticleSummary[],
  hits: readonly SearchHit[] | null,
) => readonly Row[] {
  let source: unknown;
  let rows: readonly Row[] = [];
  return (articles, hits) => {
    if (source !== (hits ?? articles)) {
      source = hits ?? articles;
      rows =
        hits?.map((hit) => ({ article: hit.article, hit })) ??
        articles.map((article) => ({ article, hit: null }));
    }
    return rows;
  };
}
