import type { ListFilter, ListOrder, Scope } from '../../contract/types.ts';
import { startOfDay } from '../format.ts';

/** What a list can be held to: articles of which all that is chosen is true. */
export type Filter = 'unread' | 'bookmarked' | 'pictures' | 'long' | 'today';

/** What of a place the list shows, and in which order. */
export interface Shown {
  order: ListOrder;
  filters: readonly Filter[];
}

/** All of a place, as a list shows it unasked. */
export const allShown: Shown = { order: 'newest', filters: [] };

const filters: readonly Filter[] = ['unread', 'bookmarked', 'pictures', 'long', 'today'];

/** The filters that tell something in a place: all that is unread is unread. */
export function filtersFor({ kind }: Scope): Filter[] {
  return filters.filter(
    (filter) =>
      !(filter === 'unread' && kind === 'unread') &&
      !(filter === 'bookmarked' && kind === 'bookmarks'),
  );
}

/** The filter as the engine is asked for it; today is the day that it is asked on. */
export function listFilter(chosen: readonly Filter[]): ListFilter {
  const filter: ListFilter = {};
  for (const each of chosen) {
    if (each === 'today') filter.since = startOfDay(Date.now());
    else filter[each] = true;
  }
  return filter;
}

/** What is shown with a filter put in force, or taken out of it. */
export function withFilter({ order, filters: before }: Shown, filter: Filter, on: boolean): Shown {
  const others = before.filter((each) => each !== filter);
  return { order, filters: on ? [...others, filter] : others };
}
