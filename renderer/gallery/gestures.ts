import type { Point } from './zoom.ts';

/** What fingers, pens and the mouse do on the stage. Points are in client coordinates. */
export interface GestureTarget {
  /** One pointer moved: pans a picture that is zoomed in. */
  drag(by: Point): void;
  /** The pointer that dragged let go, at so many CSS pixels a millisecond. */
  flick(velocity: Point): void;
  /** Two pointers moved: `factor` apart or together around `at`. */
  pinch(factor: number, at: Point, by: Point): void;
  /** One pointer brushed over a whole picture: -1 to the left, 1 to the right. */
  swipe(direction: -1 | 1): void;
  /** Whether the picture is zoomed in, so that one pointer pans and does not swipe. */
  isZoomed(): boolean;
}

/** A brush shorter than this is a slip of the finger, in CSS pixels. */
const swipeFromPx = 48;

/** How fast a pointer was when it let go, its way in this last time tells, in milliseconds. */
const flickWithinMs = 80;

/** Follows the pointers on the stage and tells its target what they mean. */
export class Gestures {
  private readonly pointers = new Map<number, Point>();
  private readonly target: GestureTarget;
  /** How far a lone pointer went since it came down; `null` once a second one joined. */
  private brush: Point | null = null;
  /** The last steps of a lone pointer that drags, the newest last. */
  private steps: { by: Point; atMs: number }[] = [];

  constructor(target: GestureTarget) {
    this.target = target;
  }

  readonly onDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    if (event.currentTarget instanceof Element) {
      event.currentTarget.setPointerCapture(event.pointerId);
    }
    this.pointers.set(event.pointerId, pointOf(event));
    this.steps = [];
    this.brush = this.pointers.size === 1 && !this.target.isZoomed() ? { x: 0, y: 0 } : null;
  };

  readonly onMove = (event: PointerEvent): void => {
    const before = this.pointers.get(event.pointerId);
    if (before === undefined) return;
    const now = pointOf(event);
    const by = { x: now.x - before.x, y: now.y - before.y };
    const other = [...this.pointers].find(([id]) => id !== event.pointerId)?.[1];
    this.pointers.set(event.pointerId, now);
    if (other !== undefined) {
      this.steps = [];
      const at = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
      const apart = distance(before, other);
      const factor = apart === 0 ? 1 : distance(now, other) / apart;
      this.target.pinch(factor, at, { x: by.x / 2, y: by.y / 2 });
    } else if (this.brush === null) {
      this.steps.push({ by, atMs: event.timeStamp });
      this.target.drag(by);
    } else {
      this.brush = { x: this.brush.x + by.x, y: this.brush.y + by.y };
    }
  };

  readonly onUp = (event: PointerEvent): void => {
    if (!this.pointers.delete(event.pointerId)) return;
    if (this.brush === null) {
      if (this.pointers.size === 0) this.target.flick(velocityOf(this.steps, event.timeStamp));
      return;
    }
    const { x, y } = this.brush;
    this.brush = null;
    if (Math.abs(x) >= swipeFromPx && Math.abs(x) > 1.5 * Math.abs(y)) {
      this.target.swipe(x < 0 ? -1 : 1);
    }
  };

  readonly onCancel = (event: PointerEvent): void => {
    this.pointers.delete(event.pointerId);
    this.brush = null;
  };
}

/** A pointer that rested before it let go has none. */
function velocityOf(steps: readonly { by: Point; atMs: number }[], endMs: number): Point {
  const last = steps.filter(({ atMs }) => endMs - atMs <= flickWithinMs);
  const x = last.reduce((sum, { by }) => sum + by.x, 0);
  const y = last.reduce((sum, { by }) => sum + by.y, 0);
  return { x: x / flickWithinMs, y: y / flickWithinMs };
}

function pointOf(event: PointerEvent): Point {
  return { x: event.clientX, y: event.clientY };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
