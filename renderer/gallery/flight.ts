import { isCalm } from '../motion.ts';

const flightMs = 220;

/**
 * A picture on its way between the page and the stage: a copy of it above everything else, which
 * nothing waits for. The box it flies in is cropped as pictures in a grid are.
 */
export class Flight {
  private readonly layer: () => HTMLElement;
  private animation: Animation | null = null;
  private onLanded: () => void = () => {};

  /** @param layer a manual popover without content. */
  constructor(layer: () => HTMLElement) {
    this.layer = layer;
  }

  /**
   * Lets a copy of a picture fly from one box to another, in client coordinates; `landed` is called
   * when it is there. `false` where it does not fly: the reader wants no motion, or a box is empty.
   */
  fly(image: HTMLImageElement, from: DOMRect, to: DOMRect, landed: () => void): boolean {
    this.land();
    if (isCalm() || !image.complete || isEmpty(from) || isEmpty(to)) return false;
    const layer = this.layer();
    const copy = new Image();
    copy.src = image.src;
    copy.decoding = 'sync';
    copy.alt = '';
    layer.replaceChildren(copy);
    layer.showPopover();
    this.onLanded = landed;
    this.animation = layer.animate([boxOf(from), boxOf(to)], {
      duration: flightMs,
      easing: 'cubic-bezier(0.2, 0, 0, 1)',
      fill: 'forwards',
    });
    this.animation.addEventListener('finish', () => this.land());
    return true;
  }

  /** Ends the flight at once, if there is one. */
  land(): void {
    if (this.animation === null) return;
    this.animation.cancel();
    this.animation = null;
    const layer = this.layer();
    if (layer.isConnected) layer.hidePopover();
    layer.replaceChildren();
    this.onLanded();
  }
}

function isEmpty({ width, height }: DOMRect): boolean {
  return width === 0 || height === 0;
}

function boxOf({ left, top, width, height }: DOMRect): Keyframe {
  return { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` };
}
