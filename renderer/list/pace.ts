/** Faster than this a picture is gone before it was looked at, in pixels a second. */
const fastPx = 1200;
/** So long after the last fast step the list counts as looked at again. */
const restMs = 120;

/**
 * How fast a list is scrolled. While it is scrolled fast, its rows show no new pictures: each would
 * have to be decoded for an instant, and what decodes takes the time of what draws.
 */
export class Pace {
  isFast = false;
  private last: { topPx: number; atMs: number } | null = null;
  private rest: ReturnType<typeof setTimeout> | undefined;
  private frame = 0;
  private readonly onChange: () => void;

  /** @param onChange told when scrolling has become fast, or is so no longer. */
  constructor(onChange: () => void) {
    this.onChange = onChange;
  }

  /** Takes in where the list has been scrolled to, in pixels, and when, in ms. */
  step(topPx: number, atMs: number): void {
    const { last } = this;
    this.last = { topPx, atMs };
    // A jump after a rest is looked at where it ends; a fast list whose frame is late goes on.
    if (last === null || (!this.isFast && atMs - last.atMs > restMs)) return;
    // Two steps in one frame are one.
    const ms = Math.max(atMs - last.atMs, 8);
    if ((Math.abs(topPx - last.topPx) / ms) * 1000 < fastPx) return;
    this.forgetRest();
    this.rest = setTimeout(() => this.restInFrame(), restMs);
    this.set(true);
  }

  /** Forgets what was, as when the list leaves the document. */
  stop(): void {
    this.forgetRest();
    this.last = null;
    this.isFast = false;
  }

  /** Rests unless there is one more step in the next frame: one that is late is no rest. */
  private restInFrame(): void {
    this.frame = requestAnimationFrame(() => this.set(false));
  }

  private forgetRest(): void {
    clearTimeout(this.rest);
    cancelAnimationFrame(this.frame);
  }

  private set(isFast: boolean): void {
    if (isFast === this.isFast) return;
    this.isFast = isFast;
    this.onChange();
  }
}
