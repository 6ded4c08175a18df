import type { Timestamp } from '../../contract/types.ts';
import { startOfDay } from '../format.ts';
import type { Row } from './rows.ts';

/** Rows of one day, which follow each other in the list. */
export interface Day {
  /** When the day begins, here. */
  startsAt: Timestamp;
  /** The index of its first row. */
  first: number;
  /** How many rows it has. */
  count: number;
}

/** The days of rows that are in the order of their dates, whichever comes first. */
export function daysOf(rows: readonly Row[]): Day[] {
  const days: Day[] = [];
  let day: Day | null = null;
  let endsAt = 0;
  for (const [index, { article }] of rows.entries()) {
    const { sortAt } = article;
    // A date is reckoned with where a day changes only: of 100,000 rows, few times.
    if (day === null || sortAt < day.startsAt || sortAt >= endsAt) {
      day = { startsAt: startOfDay(sortAt), first: index, count: 0 };
      endsAt = startOfNextDay(sortAt);
      days.push(day);
    }
    day.count += 1;
  }
  return days;
}

/** Not 24 hours later: a day on which clocks are changed is longer or shorter. */
function startOfNextDay(at: Timestamp): Timestamp {
  const next = new Date(at);
  next.setHours(0, 0, 0, 0);
  return next.setDate(next.getDate() + 1);
}
