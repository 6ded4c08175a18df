import { LitElement, css, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { currentStyles } from './current-styles.ts';
import { repeat } from 'lit/directives/repeat.js';
import type { Picture } from '../../contract/types.ts';
import { isCalm } from '../motion.ts';
import { words } from '../words/language.ts';
import { PictureChooseEvent } from './choose-event.ts';
import { thumbnail, thumbnailName } from './thumbnail.ts';

/** From one thumbnail to the next, in CSS pixels; their sizes below follow from it. */
const stepPx = 80;
/** So many beyond either end of the view are there already when they are scrolled into it. */
const beyond = 3;

/**
 * The pictures of a gallery in a row, small. Only those near the view are in the document, so that
 * five hundred cost no more than ten. In an article that runs from right to left it begins at the right.
 */
@customElement('carrel-gallery-strip')
export class CarrelGalleryStrip extends LitElement {
  static override styles = [
    currentStyles,
    css`
      :host {
        display: block;
        min-inline-size: 0;
      }
      .scroller {
        overflow: auto hidden;
        scrollbar-width: thin;
        scrollbar-color: var(--gallery-line) transparent;
        overscroll-behavior: contain;
      }
      .row {
        position: relative;
        block-size: 64px;
        margin-inline: auto;
      }
      button {
        position: absolute;
        inset-block-start: 4px;
        box-sizing: border-box;
        display: grid;
        place-items: center;
        inline-size: 74px;
        block-size: 56px;
        margin-inline: 3px;
        padding: 0;
        border: 0;
        border-radius: var(--radius-s);
        background: var(--gallery-raised);
        color: var(--gallery-text-soft);
        overflow: hidden;
        cursor: pointer;
      }
      img {
        inline-size: 100%;
        block-size: 100%;
        object-fit: cover;
        opacity: 0.6;
        transition: opacity var(--quick);
      }
      button:hover img,
      [aria-current] img {
        opacity: 1;
      }
      .broken {
        visibility: hidden;
      }
      [aria-current],
      button:focus-visible {
        outline-offset: 1px;
      }
      /* A low window is for the picture. */
      @media (max-height: 30rem) {
        :host {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) pictures: readonly Picture[] = [];
  @property({ attribute: false }) index = 0;

  /** The thumbnails in the document: from this one up to, not including, that one. */
  @state() private first = 0;
  @state() private end = 0;

  @query('.scroller') private scroller!: HTMLElement;

  private readonly layout = new ResizeObserver(() => {
    this.look();
    this.bringCurrent('instant');
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.layout.disconnect();
  }

  protected override firstUpdated(): void {
    this.layout.observe(this.scroller);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('index')) return;
    this.bringCurrent(isCalm() ? 'instant' : 'smooth');
    // The keyboard, if it is here, goes with the picture.
    if ((this.shadowRoot?.activeElement ?? null) !== null) {
      this.renderRoot.querySelector<HTMLElement>('[aria-current]')?.focus({ preventScroll: true });
    }
  }

  override render(): TemplateResult {
    const shown = this.pictures.map((_, at) => at).slice(this.first, this.end);
    // The current one is where the keyboard may be: it stays when it is scrolled out of view.
    if (!shown.includes(this.index)) shown.push(this.index);
    return html`<div
      class="scroller"
      role="group"
      aria-label=${words().gallery.thumbnails}
      @scroll=${this.look}
      @wheel=${this.onWheel}
    >
      <div class="row" .style=${`inline-size: ${this.pictures.length * stepPx}px`}>
        ${repeat(
          shown,
          (at) => at,
          (at) => this.thumbnail(at),
        )}
      </div>
    </div>`;
  }

  private thumbnail(at: number): TemplateResult | typeof nothing {
    const picture = this.pictures[at];
    if (picture === undefined) return nothing;
    return html`<button
      type="button"
      tabindex=${at === this.index ? 0 : -1}
      aria-current=${at === this.index ? 'true' : nothing}
      aria-label=${thumbnailName(picture, at, this.pictures.length)}
      .style=${`inset-inline-start: ${at * stepPx}px`}
      @click=${() => this.dispatchEvent(new PictureChooseEvent(at))}
    >
      ${thumbnail(picture)}
    </button>`;
  }

  /** Scrolls the current one into the middle; far away at once, because nobody can follow that. */
  private bringCurrent(behavior: ScrollBehavior): void {
    const { clientWidth, scrollLeft } = this.scroller;
    const left = this.sign() * (this.index * stepPx - (clientWidth - stepPx) / 2);
    const isFar = Math.abs(left - scrollLeft) > clientWidth;
    this.scroller.scrollTo({ left, behavior: isFar ? 'instant' : behavior });
  }

  private readonly look = (): void => {
    const { clientWidth, scrollLeft } = this.scroller;
    const from = Math.abs(scrollLeft);
    this.first = Math.max(0, Math.floor(from / stepPx) - beyond);
    this.end = Math.min(
      this.pictures.length,
      clientWidth === 0 ? 0 : Math.ceil((from + clientWidth) / stepPx) + beyond,
    );
  };

  private readonly onWheel = (event: WheelEvent): void => {
    if (event.ctrlKey || event.deltaX !== 0) return;
    event.preventDefault();
    this.scroller.scrollLeft += this.sign() * event.deltaY;
  };

  /** Where the row runs from right to left, what is scrolled counts below zero. */
  private sign(): 1 | -1 {
    return this.matches(':dir(rtl)') ? -1 : 1;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-gallery-strip': CarrelGalleryStrip;
  }
}
