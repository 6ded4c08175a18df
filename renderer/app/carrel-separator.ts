import { LitElement } from 'lit';
import type { PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { words } from '../words/language.ts';
import { remPx } from './pane-layout.ts';
import type { PaneWidth } from './pane-widths.ts';
import { separatorStyles } from './separator-styles.ts';

/** So far an arrow key moves it. */
const stepRem = 1;

/** The pane before a separator gets another width. */
export class PaneResizeEvent extends Event {
  static readonly type = 'pane-resize';
  /** In rem; `null` for the one that is set, where a drag was broken off. */
  readonly rem: number | null;
  /** Whether it is to be kept, and not only shown while it is dragged. */
  readonly settled: boolean;

  constructor(rem: number | null, settled: boolean) {
    super(PaneResizeEvent.type);
    this.rem = rem;
    this.settled = settled;
  }
}

/**
 * The line between two panes, which gives the one before it another width: dragged, or by the
 * keys of a window splitter (WAI-ARIA Authoring Practices). Enter and a double click give the
 * usual width back; Escape breaks a drag off.
 */
@customElement('carrel-separator')
export class CarrelSeparator extends LitElement {
  static override styles = separatorStyles;

  @property({ attribute: false }) width: PaneWidth = { rem: 0, minRem: 0, maxRem: 0 };
  /** The width that is given back, in rem. */
  @property({ attribute: false }) usualRem = 0;

  /** Where the pointer pressed, and how wide the pane and a `rem` were then; `null` while nothing is dragged. */
  private pressed: { pointerId: number; x: number; rem: number; remPx: number } | null = null;
  /** How wide the drag has made the pane; `null` until it has moved. */
  private draggedRem: number | null = null;

  constructor() {
    super();
    this.addEventListener('pointerdown', this.onDown);
    this.addEventListener('pointermove', this.onMove);
    this.addEventListener('pointerup', this.onUp);
    this.addEventListener('lostpointercapture', () => this.breakOff());
    this.addEventListener('dblclick', () => this.settle(this.usualRem));
    this.addEventListener('keydown', this.onKey);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.role = 'separator';
    this.tabIndex = 0;
    this.ariaOrientation = 'vertical';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.breakOff();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('width')) this.say(this.width.rem, remPx());
  }

  /** Says the width to a screen reader, in CSS pixels as other widths are. */
  private say(rem: number, px: number): void {
    this.ariaValueNow = String(Math.round(rem * px));
    this.ariaValueMin = String(Math.round(this.width.minRem * px));
    this.ariaValueMax = String(Math.round(this.width.maxRem * px));
    this.ariaValueText = words().settings.px(Math.round(rem * px));
  }

  private bounded(rem: number): number {
    return Math.min(this.width.maxRem, Math.max(this.width.minRem, rem));
  }

  /** The side on which the pane before it is: 1 for the left. */
  private get forward(): 1 | -1 {
    return this.matches(':dir(rtl)') ? -1 : 1;
  }

  private settle(rem: number): void {
    this.dispatchEvent(new PaneResizeEvent(this.bounded(rem), true));
  }

  private readonly onDown = (event: PointerEvent): void => {
    if (!event.isPrimary || event.button !== 0) return;
    // No text is selected, and the keyboard stays where it is.
    event.preventDefault();
    this.setPointerCapture(event.pointerId);
    this.pressed = {
      pointerId: event.pointerId,
      x: event.clientX,
      rem: this.width.rem,
      remPx: remPx(),
    };
    window.addEventListener('keydown', this.onEscape, true);
  };

  private readonly onMove = (event: PointerEvent): void => {
    const { pressed } = this;
    if (pressed?.pointerId !== event.pointerId) return;
    const byRem = ((event.clientX - pressed.x) * this.forward) / pressed.remPx;
    // What only trembled is a press, and a double click does not drag.
    if (this.draggedRem === null && byRem === 0) return;
    this.draggedRem = this.bounded(pressed.rem + byRem);
    this.toggleAttribute('data-dragged', true);
    this.say(this.draggedRem, pressed.remPx);
    this.dispatchEvent(new PaneResizeEvent(this.draggedRem, false));
  };

  private readonly onUp = (event: PointerEvent): void => {
    if (this.pressed?.pointerId !== event.pointerId) return;
    const rem = this.draggedRem;
    this.release();
    if (rem !== null) this.settle(rem);
  };

  private readonly onEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.breakOff();
  };

  /** Leaves the pane as it was before the drag. */
  private breakOff(): void {
    if (this.pressed === null) return;
    this.release();
    this.dispatchEvent(new PaneResizeEvent(null, false));
  }

  private release(): void {
    const { pressed } = this;
    this.pressed = null;
    this.draggedRem = null;
    this.toggleAttribute('data-dragged', false);
    window.removeEventListener('keydown', this.onEscape, true);
    if (pressed !== null && this.hasPointerCapture(pressed.pointerId)) {
      this.releasePointerCapture(pressed.pointerId);
    }
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const { rem, minRem, maxRem } = this.width;
    const widths: Record<string, number> = {
      ArrowLeft: rem - stepRem * this.forward,
      ArrowRight: rem + stepRem * this.forward,
      Home: minRem,
      End: maxRem,
      Enter: this.usualRem,
    };
    const wanted = widths[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    this.settle(wanted);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-separator': CarrelSeparator;
  }
  interface HTMLElementEventMap {
    'pane-resize': PaneResizeEvent;
  }
}
