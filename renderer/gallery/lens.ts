import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isCalm } from '../motion.ts';
import { glide, largestScale, panBy, restOf, wholeView, zoomAt } from './zoom.ts';
import type { Point, Size, View } from './zoom.ts';

/** Slower than this (CSS pixels a millisecond) a picture was put down, not flicked. */
const flickFrom = 0.15;
/** So near to its rest (CSS pixels) a gliding picture is there. */
const restWithinPx = 0.5;

/** Looks closer at the picture on a stage, and puts it where the view says after each update. */
export class Lens implements ReactiveController {
  private view: View = wholeView;
  /** The next frame of a picture that glides. */
  private frame = 0;
  private readonly host: ReactiveControllerHost;
  private readonly stage: () => HTMLElement;
  private readonly picture: () => HTMLElement | null;

  /** @param picture the picture as drawn; `null` where there is none to look at. */
  constructor(
    host: ReactiveControllerHost,
    stage: () => HTMLElement,
    picture: () => HTMLElement | null,
  ) {
    this.host = host;
    this.stage = stage;
    this.picture = picture;
    host.addController(this);
  }

  /** How many times larger than whole. */
  get scale(): number {
    return this.view.scale;
  }

  get isZoomed(): boolean {
    return this.view.scale > 1;
  }

  get isClosest(): boolean {
    return this.view.scale >= largestScale;
  }

  /** Comes closer (above 1) or goes back (below 1) by a factor, a point standing still. */
  zoom(factor: number, at: Point = { x: 0, y: 0 }): void {
    const picture = this.picture();
    if (picture !== null) {
      this.setView(zoomAt(this.view, factor, at, sizeOf(picture), this.stageSize()));
    }
  }

  /** Moves the picture by CSS pixels. */
  pan(by: Point): void {
    const picture = this.picture();
    if (picture !== null) this.setView(panBy(this.view, by, sizeOf(picture), this.stageSize()));
  }

  /**
   * Lets the picture glide on from where it was let go, at CSS pixels a millisecond, softly to its
   * rest or the edge; not where the reader wants no motion.
   */
  flick(velocity: Point): void {
    const picture = this.picture();
    if (picture === null || isCalm() || Math.hypot(velocity.x, velocity.y) < flickFrom) return;
    this.stop();
    const from = this.view;
    const rest = restOf(from, velocity, sizeOf(picture), this.stageSize());
    const startMs = performance.now();
    const step = (nowMs: number): void => {
      const view = glide(from, rest, Math.max(0, nowMs - startMs));
      const isThere = Math.hypot(view.x - rest.x, view.y - rest.y) < restWithinPx;
      this.view = isThere ? rest : view;
      this.host.requestUpdate();
      if (!isThere) this.frame = requestAnimationFrame(step);
    };
    this.frame = requestAnimationFrame(step);
  }

  /** Holds a picture that glides where it is. */
  stop(): void {
    cancelAnimationFrame(this.frame);
  }

  /** Shows the whole picture. */
  reset(): void {
    this.setView(wholeView);
  }

  /** A point in client coordinates, as seen from the middle of the stage. */
  fromMiddle(clientX: number, clientY: number): Point {
    const { left, top, width, height } = this.stage().getBoundingClientRect();
    return { x: clientX - left - width / 2, y: clientY - top - height / 2 };
  }

  hostUpdated(): void {
    const { x, y, scale } = this.view;
    const picture = this.picture();
    if (picture !== null) picture.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
  }

  private setView(view: View): void {
    this.stop();
    this.view = view;
    this.host.requestUpdate();
  }

  private stageSize(): Size {
    const { clientWidth, clientHeight } = this.stage();
    return { width: clientWidth, height: clientHeight };
  }
}

/** The size as laid out, which a transform does not change. */
function sizeOf(picture: HTMLElement): Size {
  return { width: picture.offsetWidth, height: picture.offsetHeight };
}
