import { Gestures } from './gestures.ts';
import type { Lens } from './lens.ts';

/** One press of + or −, and the double click. */
export const zoomStep = 1.5;
const doubleClickZoom = 2.5;

/** What fingers, the mouse and its wheel do on the stage: look closer, move the picture, turn. */
export class StageInput {
  private readonly lens: Lens;
  private readonly gestures: Gestures;

  /** @param swipe called when a finger brushed over a whole picture: -1 to the left, 1 to the right. */
  constructor(lens: Lens, swipe: (direction: -1 | 1) => void) {
    this.lens = lens;
    this.gestures = new Gestures({
      drag: (by) => lens.pan(by),
      flick: (velocity) => lens.flick(velocity),
      pinch: (factor, at, by) => {
        lens.zoom(factor, lens.fromMiddle(at.x, at.y));
        lens.pan(by);
      },
      swipe,
      isZoomed: () => lens.isZoomed,
    });
  }

  readonly onDown = (event: PointerEvent): void => {
    if (isElsewhere(event)) return;
    this.lens.stop();
    this.gestures.onDown(event);
  };

  readonly onMove = (event: PointerEvent): void => this.gestures.onMove(event);

  readonly onUp = (event: PointerEvent): void => this.gestures.onUp(event);

  readonly onCancel = (event: PointerEvent): void => this.gestures.onCancel(event);

  readonly onWheel = (event: WheelEvent): void => {
    event.preventDefault();
    // Lines, where a browser counts in lines, are taken as 16 px each.
    const px = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * 16 : event.deltaY;
    // A trackpad's pinch comes as a wheel with Ctrl, in small steps.
    const speed = event.ctrlKey ? 0.01 : 0.002;
    this.lens.zoom(Math.exp(-px * speed), this.lens.fromMiddle(event.clientX, event.clientY));
  };

  readonly onDoubleClick = (event: MouseEvent): void => {
    if (isElsewhere(event)) return;
    if (this.lens.isZoomed) this.lens.reset();
    else this.lens.zoom(doubleClickZoom, this.lens.fromMiddle(event.clientX, event.clientY));
  };
}

/** A button's press is the button's; words may be selected. */
function isElsewhere({ target }: Event): boolean {
  return !(target instanceof Element) || target.closest('button, .missing') !== null;
}
