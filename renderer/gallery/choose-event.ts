/** A picture of the gallery was chosen, in the strip or in the grid. Handled by the gallery itself. */
export class PictureChooseEvent extends Event {
  static readonly type = 'picture-choose';
  /** Its index in the gallery. */
  readonly index: number;

  constructor(index: number) {
    super(PictureChooseEvent.type);
    this.index = index;
  }
}

declare global {
  interface HTMLElementEventMap {
    'picture-choose': PictureChooseEvent;
  }
}
