import type { Day } from './days.ts';

/**
 * Where the rows of a list stand, in pixels from its top: rows of one height, and above the first
 * row of each day its heading. What is asked for is reckoned, so that 100,000 rows cost nothing.
 */
export class Layout {
  readonly days: readonly Day[];
  readonly rowPx: number;
  /** The height of a day's heading. */
  readonly dayPx: number;
  private readonly count: number;
  private readonly firsts: ReadonlySet<number>;

  constructor(count: number, days: readonly Day[], rowPx: number, dayPx: number) {
    this.count = count;
    this.days = days;
    this.rowPx = rowPx;
    this.dayPx = dayPx;
    this.firsts = new Set(days.map(({ first }) => first));
  }

  /** The height of a row, with the heading that stands above it. */
  heightOf(index: number): number {
    return this.firsts.has(index) ? this.rowPx + this.dayPx : this.rowPx;
  }

  /** Where a row begins, below its heading. */
  topOf(index: number): number {
    return index * this.rowPx + (this.dayOf(index) + 1) * this.dayPx;
  }

  /** The index in `days` of the day that a row is of; -1 in a list without days. */
  dayOf(index: number): number {
    return firstWhere(this.days.length, (day) => (this.days[day]?.first ?? 0) > index) - 1;
  }

  /** The first row that ends below a height; the number of rows where none does. */
  rowAt(px: number): number {
    return firstWhere(this.count, (index) => this.topOf(index) + this.rowPx > px);
  }
}

/** The first of `count` indexes for which something is true that then stays true. */
function firstWhere(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
