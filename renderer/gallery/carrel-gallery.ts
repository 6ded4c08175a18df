import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { Picture } from '../../contract/types.ts';
import { icons } from '../icons.ts';
import { isSkipped, missingWords } from '../article/state.ts';
import { formatNumber } from '../format.ts';
import { galleryStyles } from './gallery-styles.ts';
import { Gestures } from './gestures.ts';
import { Lens } from './lens.ts';
import { failureShown } from '../words/failure.ts';
import { language, words } from '../words/language.ts';

/** One press of + or −, and the double click. */
const zoomStep = 1.5;
const doubleClickZoom = 2.5;
/** How far Shift and an arrow key pan, in CSS pixels. */
const keyPanPx = 80;

/**
 * The pictures of an article, one at a time, large: a modal dialog. Its `lang` and `dir`
 * attributes are those of the article. In an article that runs from right to left the next
 * picture is to the left, for the buttons, the arrow keys and the finger alike.
 */
@customElement('carrel-gallery')
export class CarrelGallery extends LitElement {
  static override styles = galleryStyles;

  @state() private pictures: Picture[] = [];
  @state() private index = 0;
  @state() private articleTitle = '';
  /** The picture whose file did not show, by its key. */
  @state() private broken = '';

  @query('dialog') private dialog!: HTMLDialogElement;
  @query('.stage') private stage!: HTMLElement;
  @query('.stage > img') private image!: HTMLImageElement | null;

  /** The neighbouring pictures, held while they are decoded ahead. */
  private ahead: HTMLImageElement[] = [];

  private readonly lens = new Lens(
    this,
    () => this.stage,
    () => this.image,
  );
  private readonly gestures = new Gestures({
    drag: (by) => this.lens.pan(by),
    pinch: (factor, at, by) => {
      this.lens.zoom(factor, this.lens.fromMiddle(at.x, at.y));
      this.lens.pan(by);
    },
    swipe: (direction) => this.turn(-direction * this.forward()),
    isZoomed: () => this.lens.isZoomed,
  });

  private readonly keys = new Map([
    ['ArrowLeft', () => this.turn(-this.forward())],
    ['ArrowRight', () => this.turn(this.forward())],
    ['Home', () => this.show(0)],
    ['End', () => this.show(this.pictures.length - 1)],
    ['+', () => this.lens.zoom(zoomStep)],
    ['=', () => this.lens.zoom(zoomStep)],
    ['-', () => this.lens.zoom(1 / zoomStep)],
    ['0', () => this.lens.reset()],
  ]);
  /** With Shift; on most keyboards + is one of them. */
  private readonly shiftKeys = new Map([
    ['ArrowLeft', () => this.lens.pan({ x: keyPanPx, y: 0 })],
    ['ArrowRight', () => this.lens.pan({ x: -keyPanPx, y: 0 })],
    ['ArrowUp', () => this.lens.pan({ x: 0, y: keyPanPx })],
    ['ArrowDown', () => this.lens.pan({ x: 0, y: -keyPanPx })],
    ['+', () => this.lens.zoom(zoomStep)],
  ]);

  /**
   * Opens the gallery. Focus returns to where it was when the reader closes it.
   *
   * @param pictures all pictures of the article, in its order.
   * @param index the one to begin with.
   * @param title the article's headline, which names the dialog.
   */
  open(pictures: Picture[], index: number, title: string): void {
    if (pictures.length === 0) return;
    this.pictures = pictures;
    this.articleTitle = title;
    this.show(index);
    if (!this.dialog.open) this.dialog.showModal();
    this.dialog.focus();
  }

  /** Takes in what became of the pictures while the gallery is open: one may have been kept. */
  refresh(pictures: Picture[]): void {
    if (!this.hasUpdated || !this.dialog.open || pictures.length !== this.pictures.length) return;
    this.pictures = pictures;
    this.show(this.index);
  }

  /** Closes the gallery if it is open. */
  close(): void {
    if (this.hasUpdated) this.dialog.close();
  }

  protected override updated(): void {
    // A button that had the focus and is disabled now would swallow the keys.
    if (this.dialog.open && !this.shadowRoot?.activeElement?.matches(':enabled, .words, dialog')) {
      this.dialog.focus();
    }
  }

  override render(): TemplateResult {
    const picture = this.pictures[this.index];
    return html`<dialog
      tabindex="-1"
      aria-label=${words().gallery.pictures(this.articleTitle)}
      @keydown=${this.onKey}
      @close=${this.onClose}
    >
      ${picture === undefined ? nothing : [this.bar(), this.stageOf(picture), this.words(picture)]}
    </dialog>`;
  }

  private bar(): TemplateResult {
    const { lens } = this;
    const { common, gallery: says } = words();
    const times = says.times(Math.round(lens.scale * 10) / 10);
    const nothingToZoom = this.pictures[this.index]?.hash === null;
    return html`<div class="bar">
      <p class="title" dir="auto">${this.articleTitle}</p>
      <button
        type="button"
        aria-label=${says.zoomOut}
        title=${says.zoomOutKey}
        ?disabled=${!lens.isZoomed || nothingToZoom}
        @click=${() => lens.zoom(1 / zoomStep)}
      >
        ${icons.minus}
      </button>
      <button
        type="button"
        class="scale"
        dir="ltr"
        aria-label=${says.wholeAt(times)}
        title=${says.wholeKey}
        ?disabled=${!lens.isZoomed}
        @click=${() => lens.reset()}
      >
        ${times}
      </button>
      <button
        type="button"
        aria-label=${says.zoomIn}
        title=${says.zoomInKey}
        ?disabled=${lens.isClosest || nothingToZoom}
        @click=${() => lens.zoom(zoomStep)}
      >
        ${icons.plus}
      </button>
      <button
        type="button"
        aria-label=${common.close}
        title=${says.closeKey}
        @click=${() => this.close()}
      >
        ${icons.close}
      </button>
    </div>`;
  }

  private stageOf(picture: Picture): TemplateResult {
    return html`<div
      class="stage ${this.lens.isZoomed ? 'zoomed' : ''}"
      @pointerdown=${this.onPointerDown}
      @pointermove=${this.gestures.onMove}
      @pointerup=${this.gestures.onUp}
      @pointercancel=${this.gestures.onCancel}
      @wheel=${this.onWheel}
      @dblclick=${this.onDoubleClick}
    >
      ${keyed(
        keyOf(picture),
        picture.hash === null || this.broken === keyOf(picture)
          ? this.missing(picture)
          : html`<img
              src="media/${picture.hash}"
              alt=${picture.alt || picture.caption}
              width=${picture.width ?? nothing}
              height=${picture.height ?? nothing}
              draggable="false"
              @error=${() => (this.broken = keyOf(picture))}
            />`,
      )}
      <button
        type="button"
        class="turn previous"
        aria-label=${words().gallery.previous}
        ?disabled=${this.index === 0}
        @click=${() => this.turn(-1)}
      >
        ${icons.left}
      </button>
      <button
        type="button"
        class="turn next"
        aria-label=${words().gallery.next}
        ?disabled=${this.index === this.pictures.length - 1}
        @click=${() => this.turn(1)}
      >
        ${icons.right}
      </button>
    </div>`;
  }

  private missing(picture: Picture): TemplateResult {
    const { direction, gallery } = words();
    const says = picture.hash === null ? missingWords(picture) : gallery.unreadable;
    return html`<div class="missing">
      ${icons.picture}
      <p lang=${language()} dir=${direction}>${says}</p>
      ${
        picture.failure === null || isSkipped(picture)
          ? nothing
          : html`<p class="reason" lang=${language()} dir=${direction}>
              ${failureShown(picture.failure)}
            </p>`
      }
      ${
        picture.alt === '' || picture.alt === picture.caption
          ? nothing
          : html`<p class="alt">${picture.alt}</p>`
      }
    </div>`;
  }

  private words(picture: Picture): TemplateResult {
    return html`<div class="words" tabindex="0" role="group" aria-label=${words().gallery.caption}>
      <div aria-live="polite" aria-atomic="true">
        <span class="counter" dir="ltr"
          >${formatNumber(this.index + 1)} / ${formatNumber(this.pictures.length)}</span
        >
        <p class="caption">
          ${picture.caption || picture.alt}
          ${picture.credit === '' ? nothing : html`<span class="credit">${picture.credit}</span>`}
        </p>
      </div>
    </div>`;
  }

  private turn(by: number): void {
    this.show(this.index + by);
  }

  private show(index: number): void {
    const shown = Math.min(this.pictures.length - 1, Math.max(0, index));
    if (shown !== this.index) this.lens.reset();
    this.index = shown;
    this.ahead = [shown + 1, shown - 1].flatMap((near) => {
      const hash = this.pictures[near]?.hash ?? null;
      if (hash === null) return [];
      const held = this.ahead.find((image) => image.src.endsWith(hash));
      if (held !== undefined) return held;
      const image = new Image();
      image.src = `media/${hash}`;
      // A picture that cannot be decoded says so when it is its turn.
      image.decode().catch(() => {});
      return image;
    });
  }

  /** The side the next picture is on: 1 to the right, -1 to the left. */
  private forward(): 1 | -1 {
    return this.matches(':dir(rtl)') ? -1 : 1;
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    // The window's own keys rest while the gallery is open.
    event.stopPropagation();
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = (event.shiftKey ? this.shiftKeys : this.keys).get(event.key);
    if (act === undefined) return;
    event.preventDefault();
    act();
  };

  private readonly onPointerDown = (event: PointerEvent): void => {
    // A button's press is the button's; words may be selected.
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest('button, .missing') === null) this.gestures.onDown(event);
  };

  private readonly onWheel = (event: WheelEvent): void => {
    event.preventDefault();
    // Lines, where a browser counts in lines, are taken as 16 px each.
    const px = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * 16 : event.deltaY;
    // A trackpad's pinch comes as a wheel with Ctrl, in small steps.
    const speed = event.ctrlKey ? 0.01 : 0.002;
    this.lens.zoom(Math.exp(-px * speed), this.lens.fromMiddle(event.clientX, event.clientY));
  };

  private readonly onDoubleClick = (event: MouseEvent): void => {
    if (event.target instanceof Element && event.target.closest('button, .missing') !== null)
      return;
    if (this.lens.isZoomed) this.lens.reset();
    else this.lens.zoom(doubleClickZoom, this.lens.fromMiddle(event.clientX, event.clientY));
  };

  private readonly onClose = (): void => {
    this.pictures = [];
    this.ahead = [];
    this.broken = '';
    this.lens.reset();
  };
}

/** The same for the same file, so that an article read again does not make its picture flash. */
function keyOf(picture: Picture): string {
  return `${picture.ordinal} ${picture.hash ?? ''}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-gallery': CarrelGallery;
  }
}
