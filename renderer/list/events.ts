import type { ArticleId } from '../../contract/types.ts';
import type { SelectWay } from './selection.ts';
import type { Shown } from './shown.ts';

/** Which rows are in view; `nearEnd` when more will be needed soon. */
export class ViewEvent extends Event {
  static readonly type = 'view';
  readonly first: number;
  readonly last: number;
  readonly atTop: boolean;
  readonly nearEnd: boolean;

  constructor(first: number, last: number, atTop: boolean, nearEnd: boolean) {
    super(ViewEvent.type);
    this.first = first;
    this.last = last;
    this.atTop = atTop;
    this.nearEnd = nearEnd;
  }
}

/** Another part of the place is to be shown, or in another order. */
export class ShownChangeEvent extends Event {
  static readonly type = 'shown-change';
  readonly shown: Shown;

  constructor(shown: Shown) {
    super(ShownChangeEvent.type, { bubbles: true, composed: true });
    this.shown = shown;
  }
}

/** Rows are to be selected; `from` is where the reader was. */
export class SelectEvent extends Event {
  static readonly type = 'select-rows';
  readonly way: SelectWay;
  readonly id: ArticleId;
  readonly from: ArticleId | null;

  constructor(way: SelectWay, id: ArticleId, from: ArticleId | null) {
    super(SelectEvent.type);
    this.way = way;
    this.id = id;
    this.from = from;
  }
}

/** The menu of a row is asked for, at a point of the window in pixels. */
export class RowMenuEvent extends Event {
  static readonly type = 'row-menu';
  readonly id: ArticleId;
  readonly x: number;
  readonly y: number;

  constructor(id: ArticleId, x: number, y: number) {
    super(RowMenuEvent.type);
    this.id = id;
    this.x = x;
    this.y = y;
  }
}

declare global {
  interface HTMLElementEventMap {
    'shown-change': ShownChangeEvent;
  }
}
