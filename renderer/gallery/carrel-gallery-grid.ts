import { LitElement, css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { currentStyles } from './current-styles.ts';
import type { Picture } from '../../contract/types.ts';
import { missingWords, pictureName } from '../article/state.ts';
import { words } from '../words/language.ts';
import { PictureChooseEvent } from './choose-event.ts';
import { thumbnail, thumbnailName } from './thumbnail.ts';

/** All pictures of a gallery side by side, to choose one. One of them is in the order of Tab. */
@customElement('carrel-gallery-grid')
export class CarrelGalleryGrid extends LitElement {
  static override styles = [
    currentStyles,
    css`
      :host {
        display: block;
        min-block-size: 0;
        overflow-y: auto;
        overscroll-behavior: contain;
        scrollbar-color: var(--gallery-line) transparent;
      }
      .tiles {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(10rem, 40vw), 1fr));
        gap: var(--space-2);
        padding: var(--space-2) var(--space-4) var(--space-5);
      }
      button {
        position: relative;
        display: grid;
        place-content: center;
        justify-items: center;
        gap: var(--space-2);
        aspect-ratio: 4 / 3;
        min-inline-size: 0;
        padding: 0;
        border: 0;
        border-radius: var(--radius-s);
        background: var(--gallery-raised);
        color: var(--gallery-text-soft);
        font: inherit;
        font-size: var(--size-s);
        overflow: hidden;
        cursor: pointer;
      }
      img {
        position: absolute;
        inset: 0;
        inline-size: 100%;
        block-size: 100%;
        object-fit: cover;
      }
      .broken {
        display: none;
      }
      .name {
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 3;
        padding-inline: var(--space-2);
        text-align: center;
        overflow: hidden;
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) pictures: readonly Picture[] = [];
  /** The one that the gallery shows. */
  @property({ attribute: false }) index = 0;

  /** Where the keyboard is. */
  @state() private at = 0;

  protected override willUpdate(): void {
    if (!this.hasUpdated) this.at = this.index;
  }

  protected override firstUpdated(): void {
    this.tiles()[this.at]?.scrollIntoView({ block: 'center' });
    this.tiles()[this.at]?.focus({ preventScroll: true });
  }

  override render(): TemplateResult {
    return html`<div
      class="tiles"
      role="group"
      aria-label=${words().gallery.grid}
      @keydown=${this.onKey}
    >
      ${this.pictures.map((picture, index) => this.tile(picture, index))}
    </div>`;
  }

  private tile(picture: Picture, index: number): TemplateResult {
    return html`<button
      type="button"
      tabindex=${index === this.at ? 0 : -1}
      aria-current=${index === this.index ? 'true' : nothing}
      aria-label=${thumbnailName(picture, index, this.pictures.length)}
      @focus=${() => (this.at = index)}
      @click=${() => this.dispatchEvent(new PictureChooseEvent(index))}
    >
      <span class="name"
        >${pictureName(picture) || (picture.hash === null ? missingWords(picture) : '')}</span
      >
      ${thumbnail(picture)}
    </button>`;
  }

  private tiles(): HTMLButtonElement[] {
    return [...this.renderRoot.querySelectorAll('button')];
  }

  /** How many stand in a row, as laid out. */
  private columns(tiles: readonly HTMLElement[]): number {
    const top = tiles[0]?.offsetTop;
    const below = tiles.findIndex((tile) => tile.offsetTop !== top);
    return below === -1 ? tiles.length : below;
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const tiles = this.tiles();
    const to = this.goal(event.key, tiles);
    if (to === undefined) return;
    event.preventDefault();
    tiles[to]?.focus();
  };

  /** Where a key leads to; below the last row and above the first it stays. */
  private goal(key: string, tiles: readonly HTMLElement[]): number | undefined {
    const last = tiles.length - 1;
    const forward = this.matches(':dir(rtl)') ? -1 : 1;
    const by = {
      ArrowLeft: -forward,
      ArrowRight: forward,
      ArrowUp: -this.columns(tiles),
      ArrowDown: this.columns(tiles),
    };
    if (key === 'Home') return 0;
    if (key === 'End') return last;
    const step = Object.entries(by).find(([name]) => name === key)?.[1];
    if (step === undefined) return undefined;
    const to = this.at + step;
    return to < 0 || to > last ? this.at : to;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-gallery-grid': CarrelGalleryGrid;
  }
}
