/** What a row is swiped for: to the right to mark it read or unread, to the left to bookmark it. */
export type SwipeSide = 'read' | 'bookmark';

/** A finger that moved less is not swiping yet, in pixels; browsers scroll from about as much. */
const slopPx = 10;
/** So far a row is to be pulled that something is done when it is let go, in pixels. */
export const swipeDonePx = 80;

interface Swiped {
  /** Moves the row so far to the right (left: negative) of where it belongs, in pixels. */
  pull(px: number): void;
  /** The row was let go far enough to its side. */
  done(side: SwipeSide): void;
}

/**
 * Follows one finger on a row to its sides. The row has `touch-action: pan-y`: a finger that moves up
 * or down scrolls, which the browser does by itself, and says so with `pointercancel`.
 */
export class RowSwipe {
  private readonly swiped: Swiped;
  private finger: { id: number; x: number; y: number } | null = null;
  private pulledPx = 0;

  constructor(swiped: Swiped) {
    this.swiped = swiped;
  }

  readonly down = (event: PointerEvent): void => {
    if (event.pointerType !== 'touch') return;
    // A second finger is for something else.
    if (this.finger !== null) this.end();
    else if (event.isPrimary) {
      this.finger = { id: event.pointerId, x: event.clientX, y: event.clientY };
    }
  };

  readonly move = (event: PointerEvent): void => {
    const { finger } = this;
    if (finger?.id !== event.pointerId) return;
    const right = event.clientX - finger.x;
    const down = event.clientY - finger.y;
    if (this.pulledPx === 0) {
      if (Math.abs(right) < slopPx && Math.abs(down) < slopPx) return;
      // Where it goes first is what it is for.
      if (Math.abs(right) <= Math.abs(down)) {
        this.finger = null;
        return;
      }
      if (event.currentTarget instanceof Element) {
        event.currentTarget.setPointerCapture(event.pointerId);
      }
    }
    this.pulledPx = right;
    this.swiped.pull(right);
  };

  readonly up = (event: PointerEvent): void => {
    if (this.finger?.id !== event.pointerId) return;
    const { pulledPx } = this;
    this.end();
    if (Math.abs(pulledPx) >= swipeDonePx) this.swiped.done(pulledPx > 0 ? 'read' : 'bookmark');
  };

  readonly cancel = (event: PointerEvent): void => {
    if (this.finger?.id === event.pointerId) this.end();
  };

  private end(): void {
    this.finger = null;
    if (this.pulledPx === 0) return;
    this.pulledPx = 0;
    this.swiped.pull(0);
  }
}
