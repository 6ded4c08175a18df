import type { ArticleId } from '../../contract/types.ts';
import type { Row } from './rows.ts';

/** The rows that something is to be done to; an open article alone is no selection. */
export interface Selection {
  ids: ReadonlySet<ArticleId>;
  /** Where a range begins that is then drawn. */
  anchor: ArticleId | null;
}

/** How a row is selected: with those that are, with all between, or every row that is loaded. */
export type SelectWay = 'toggle' | 'range' | 'all';

export const noneSelected: Selection = { ids: new Set(), anchor: null };

/**
 * The selection after a click or a key.
 *
 * @param id the row that it was on.
 * @param from where the reader was before: the open row, or the one with the keyboard. It is what a
 *   selection begins with.
 */
export function select(
  before: Selection,
  rows: readonly Row[],
  way: SelectWay,
  id: ArticleId,
  from: ArticleId | null,
): Selection {
  const all = rows.map(({ article }) => article.id);
  if (way === 'all') return { ids: new Set(all), anchor: before.anchor ?? id };
  const start = from !== null && all.includes(from) ? from : null;
  if (way === 'toggle') {
    const ids = new Set(before.ids.size === 0 && start !== null ? [start] : before.ids);
    if (!ids.delete(id)) ids.add(id);
    return { ids, anchor: id };
  }
  const anchor = before.anchor ?? start ?? id;
  const [first = 0, last = 0] = [all.indexOf(anchor), all.indexOf(id)].toSorted((a, b) => a - b);
  return { ids: new Set(all.slice(Math.max(first, 0), last + 1)), anchor };
}
