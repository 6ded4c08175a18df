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
