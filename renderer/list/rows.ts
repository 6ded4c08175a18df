import type { ArticleId, ArticleSummary, ListCursor, SearchHit } from '../../contract/types.ts';

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

/**
 * Where the keyboard goes when articles leave the rows: the first that stays below the last of them,
 * or else the last that stays above.
 */
export function besideGone(
  rows: readonly Row[],
  gone: ReadonlySet<ArticleId>,
): ArticleSummary | null {
  const stays = ({ article }: Row) => !gone.has(article.id);
  const last = rows.findLastIndex((row) => !stays(row));
  return (
    (rows.slice(last + 1).find(stays) ?? rows.slice(0, last + 1).findLast(stays))?.article ?? null
  );
}

/**
 * Makes rows of what was found, or else of the articles, without those that are hidden: the same
 * array while nothing changed.
 */
export function rememberRows(): (
  articles: readonly ArticleSummary[],
  hits: readonly SearchHit[] | null,
  hidden: ReadonlySet<ArticleId>,
) => readonly Row[] {
  let source: unknown;
  let without: unknown;
  let rows: readonly Row[] = [];
  return (articles, hits, hidden) => {
    if (source !== (hits ?? articles) || without !== hidden) {
      source = hits ?? articles;
      without = hidden;
      const all =
        hits?.map((hit) => ({ article: hit.article, hit })) ??
        articles.map((article) => ({ article, hit: null }));
      rows = hidden.size === 0 ? all : all.filter(({ article }) => !hidden.has(article.id));
    }
    return rows;
  };
}
