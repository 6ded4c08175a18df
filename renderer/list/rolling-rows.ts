import { VirtualizerController } from '@tanstack/lit-virtual';
import type { VirtualItem } from '@tanstack/lit-virtual';
import type { ReactiveControllerHost } from 'lit';
import type { Day } from './days.ts';
import { Layout } from './layout.ts';
import type { Row } from './rows.ts';

/**
 * Rows come and go so many at a time. Each change costs the whole list's style, paint and layers
 * once, and more so than what a row costs by itself.
 */
const rowsAtOnce = 4;
/** So many rows at least are ready beyond each end of the view. */
const readyRows = 2;

/** What a list shows, and how tall its parts are. */
export interface Rolled {
  rows: readonly Row[];
  days: readonly Day[];
  rowPx: number;
  dayPx: number;
}

/**
 * Which rows of a long list are in the document, and where they stand. When rows come or go above
 * the view, or all get another height, what is in view stays where it is.
 */
export class RollingRows {
  layout = new Layout(0, [], 1, 0);
  private rows: readonly Row[] = [];
  private readonly scroller: () => HTMLElement | null;
  private readonly virtual: VirtualizerController<HTMLElement, HTMLElement>;
  /** The virtualizer reckons anew where its rows stand when this is another function. */
  private keyOf = (index: number): number => index;
  /** How far what is in view moved with the last change, in pixels. */
  private shiftPx = 0;

  /** @param onChange told when other rows are in view. */
  constructor(
    host: ReactiveControllerHost,
    scroller: () => HTMLElement | null,
    onChange: () => void,
  ) {
    this.scroller = scroller;
    this.virtual = new VirtualizerController<HTMLElement, HTMLElement>(host, {
      count: 0,
      getScrollElement: scroller,
      estimateSize: (index) => this.layout.heightOf(index),
      onChange,
    });
  }

  /** Takes what is to be shown; `hold` where what is in view is to stay there. */
  roll({ rows, days, rowPx, dayPx }: Rolled, hold: boolean): void {
    const before = { rows: this.rows, layout: this.layout };
    this.rows = rows;
    this.layout = new Layout(rows.length, days, rowPx, dayPx);
    this.keyOf = (index) => index;
    this.shiftPx = hold ? this.shiftSince(before.rows, before.layout) : 0;
  }

  /** Says which row stays in the document when it is scrolled out of view; -1 for none. */
  keep(kept: number): void {
    const virtualizer = this.virtual.getVirtualizer();
    virtualizer.setOptions({
      ...virtualizer.options,
      count: this.rows.length,
      getItemKey: this.keyOf,
      // A row is not brought into view below the heading that stays there.
      scrollPaddingStart: this.layout.days.length === 0 ? 0 : this.layout.dayPx,
      rangeExtractor: (range) => {
        const shown = rowsAround(range.startIndex, range.endIndex, range.count);
        return kept < 0 || shown.includes(kept) ? shown : [...shown, kept].toSorted(ascending);
      },
    });
  }

  /** Scrolls so far that what was in view is there again: when the rows are drawn. */
  settle(): void {
    const scroller = this.scroller();
    if (this.shiftPx !== 0 && scroller !== null) scroller.scrollTop += this.shiftPx;
    this.shiftPx = 0;
  }

  /** The rows that are to be in the document. */
  get items(): readonly VirtualItem[] {
    return this.virtual.getVirtualizer().getVirtualItems();
  }

  /** The height of all rows. */
  get totalPx(): number {
    return this.virtual.getVirtualizer().getTotalSize();
  }

  /** The first and the last row in view; `null` while nothing is drawn. */
  get inView(): { first: number; last: number } | null {
    const range = this.virtual.getVirtualizer().range;
    return range === null ? null : { first: range.startIndex, last: range.endIndex };
  }

  /** How many rows a press of Page Down passes. */
  get pageRows(): number {
    const heightPx = this.scroller()?.clientHeight ?? 0;
    return Math.max(1, Math.floor(heightPx / this.layout.rowPx) - 1);
  }

  /** Brings a row into view. */
  show(index: number): void {
    this.virtual.getVirtualizer().scrollToIndex(index, { align: 'auto' });
  }

  scrollToTop(): void {
    this.virtual.getVirtualizer().scrollToOffset(0);
  }

  /** How far the first row in view that is still there has moved. At the top nothing is held. */
  private shiftSince(rows: readonly Row[], before: Layout): number {
    const top = this.scroller()?.scrollTop ?? 0;
    if (top === 0) return 0;
    const now = new Map(this.rows.map(({ article }, index) => [article.id, index]));
    for (let index = before.rowAt(top); index < rows.length; index += 1) {
      const id = rows[index]?.article.id;
      const found = id === undefined ? undefined : now.get(id);
      // From where it was in the view to where it is, in rows of whatever height.
      if (found !== undefined) return this.layout.topOf(found) - before.topOf(index);
    }
    return 0;
  }
}

/** The rows in view and those that are ready around them, by their indices. */
function rowsAround(first: number, last: number, count: number): number[] {
  const from = Math.floor(Math.max(0, first - readyRows) / rowsAtOnce) * rowsAtOnce;
  const to = Math.ceil((last + 1 + readyRows) / rowsAtOnce) * rowsAtOnce;
  return Array.from({ length: Math.min(to, count) - from }, (_, at) => from + at);
}

function ascending(a: number, b: number): number {
  return a - b;
}
